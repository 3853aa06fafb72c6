// The recursive descent of the official parsers, because their errors depend on its order: an alternation is tried at
// each left boundary and given up where no "/" comes before the right one.
#include "lang/gherkin/expression_tree.hpp"

#include <algorithm>
#include <initializer_list>
#include <iterator>
#include <optional>

namespace spile::gherkin {

namespace {

using Type = ExpressionTokenType;
using Node = ExpressionNode;
using NodeType = ExpressionNodeType;
using Nodes = std::vector<Node>;

class Parser {
  public:
    Parser(std::string_view expression, std::vector<ExpressionToken> tokens)
        : expression_(expression), tokens_(std::move(tokens)) {}

    Result<Node> run() && {
        at_ = 1;
        Nodes nodes;
        while (!looking_at(Type::end_of_line) && !error_) {
            if (!alternation(nodes)) part(nodes);
        }
        if (error_) return *std::move(error_);
        return Node{.type = NodeType::expression, .start = 0, .end = tokens_.back().end, .nodes = std::move(nodes)};
    }

  private:
    [[nodiscard]] bool looking_at(Type type) const { return tokens_[at_].type == type; }
    [[nodiscard]] bool looking_at(std::initializer_list<Type> types) const {
        return std::find(types.begin(), types.end(), tokens_[at_].type) != types.end();
    }

    /// optional | parameter | text
    void part(Nodes& out) {
        if (looking_at(Type::begin_optional))
            optional(out);
        else if (looking_at(Type::begin_parameter))
            parameter(out);
        else
            text(out);
    }

    void text(Nodes& out) {
        const ExpressionToken& token = tokens_[at_++];
        if (token.type == Type::alternation) {
            fail(token, "An alternation can not be used inside an optional",
                 "If you did not mean to use an alternation you can use '\\/' to escape the '/'. Otherwise rephrase "
                 "your expression or consider using a regular expression instead.");
        }
        out.push_back({NodeType::text, token.start, token.end, token.text, {}});
    }

    void optional(Nodes& out) {
        const ExpressionToken& begin = tokens_[at_++];
        if (++depth_ > expression_depth_limit) {
            fail(begin, "The optionals go more than " + std::to_string(expression_depth_limit) + " deep",
                 "An optional may not contain an other optional.");
            return;
        }
        Nodes nodes;
        while (!looking_at({Type::end_optional, Type::end_of_line}) && !error_)
            part(nodes);
        --depth_;
        close(NodeType::optional, begin, Type::end_optional, std::move(nodes), out);
    }

    void parameter(Nodes& out) {
        const ExpressionToken& begin = tokens_[at_++];
        Nodes nodes;
        while (!looking_at({Type::end_parameter, Type::end_of_line}) && !error_) {
            const ExpressionToken& token = tokens_[at_++];
            if (token.type != Type::text && token.type != Type::white_space) {
                fail(token, "Parameter names may not contain '{', '}', '(', ')', '\\' or '/'",
                     "Did you mean to use a regular expression?");
            }
            nodes.push_back({NodeType::text, token.start, token.end, token.text, {}});
        }
        close(NodeType::parameter, begin, Type::end_parameter, std::move(nodes), out);
    }

    void close(NodeType type, const ExpressionToken& begin, Type closing, Nodes nodes, Nodes& out) {
        if (error_) return;
        if (!looking_at(closing)) {
            if (type == NodeType::optional) {
                fail(begin, "The '(' does not have a matching ')'",
                     "If you did not intend to use optional text you can use '\\(' to escape the optional text");
            } else {
                fail(begin, "The '{' does not have a matching '}'",
                     "If you did not intend to use a parameter you can use '\\{' to escape the a parameter");
            }
            return;
        }
        out.push_back({type, begin.start, tokens_[at_++].end, "", std::move(nodes)});
    }

    bool alternation(Nodes& out) {
        const Type before = tokens_[at_ - 1].type;
        if (before != Type::start_of_line && before != Type::white_space && before != Type::end_parameter) return false;
        const std::size_t begin = at_;
        std::vector<Node> alternatives(1, Node{.type = NodeType::alternative, .start = tokens_[at_].start});
        while (!looking_at({Type::white_space, Type::end_of_line, Type::begin_parameter}) && !error_) {
            if (!looking_at(Type::alternation)) {
                part(alternatives.back().nodes);
                continue;
            }
            const ExpressionToken& separator = tokens_[at_++];
            alternatives.back().end = separator.start;
            alternatives.push_back(Node{.type = NodeType::alternative, .start = separator.end});
        }
        if (error_) return true;
        if (alternatives.size() == 1) {
            at_ = begin;
            return false;
        }
        alternatives.back().end = tokens_[at_].start;
        out.push_back({NodeType::alternation, tokens_[begin].start, tokens_[at_].start, "", std::move(alternatives)});
        return true;
    }

    void fail(const ExpressionToken& at, std::string_view problem, std::string_view solution) {
        if (!error_) error_ = expression_error(expression_, at.start, at.end, problem, solution);
    }

    std::string_view expression_;
    std::vector<ExpressionToken> tokens_;
    std::size_t at_ = 0;
    std::uint32_t depth_ = 0;
    std::optional<Error> error_;
};

}  // namespace

Result<ExpressionNode> parse_expression(std::string_view expression) {
    Result<std::vector<ExpressionToken>> tokens = tokenize_expression(expression);
    if (!tokens) return tokens.error();
    return Parser(expression, std::move(tokens).value()).run();
}

}  // namespace spile::gherkin

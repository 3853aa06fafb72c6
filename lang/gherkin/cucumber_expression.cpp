#include "lang/gherkin/cucumber_expression.hpp"

#include <re2/re2.h>

#include <algorithm>

#include "lang/gherkin/expression_tree.hpp"

namespace spile::gherkin {

namespace {

RE2::Options quiet() {
    RE2::Options options;
    options.set_log_errors(false);
    return options;
}

std::string escaped(std::string_view text) {
    static constexpr std::string_view special = "\\^[({$.|?*+})]";
    std::string out;
    for (const char c : text) {
        if (special.find(c) != std::string_view::npos) out += '\\';
        out += c;
    }
    return out;
}

/// Tree -> regular expression. The checks come in the order of the official implementations.
class Rewriter {
  public:
    Rewriter(std::string_view expression, const ParameterTypes& types) : expression_(expression), types_(types) {}

    std::string rewrite(const ExpressionNode& node) {
        switch (node.type) {
            case ExpressionNodeType::text:
                return escaped(node.text);
            case ExpressionNodeType::optional:
                return optional(node);
            case ExpressionNodeType::alternation:
                return alternation(node);
            case ExpressionNodeType::alternative:
                return all(node, "");
            case ExpressionNodeType::parameter:
                return parameter(node);
            case ExpressionNodeType::expression:
                return "^" + all(node, "") + "$";
        }
        return "";
    }

    std::vector<const ParameterType*> parameters;
    std::optional<Error> error;

  private:
    std::string all(const ExpressionNode& node, std::string_view between) {
        std::string out;
        for (const ExpressionNode& child : node.nodes) {
            if (error) break;
            if (&child != &node.nodes.front()) out += between;
            out += rewrite(child);
        }
        return out;
    }

    static const ExpressionNode* first(const ExpressionNode& node, ExpressionNodeType type) {
        const auto found = std::find_if(node.nodes.begin(), node.nodes.end(),
                                        [&](const ExpressionNode& child) { return child.type == type; });
        return found != node.nodes.end() ? &*found : nullptr;
    }

    std::string optional(const ExpressionNode& node) {
        if (const auto* child = first(node, ExpressionNodeType::parameter); child != nullptr) {
            fail(*child, "An optional may not contain a parameter type",
                 "If you did not mean to use an parameter type you can use '\\{' to escape the '{'");
        } else if (child = first(node, ExpressionNodeType::optional); child != nullptr) {
            fail(
                *child, "An optional may not contain an other optional",
                "If you did not mean to use an optional type you can use '\\(' to escape the '('. For more complicated "
                "expressions consider using a regular expression instead.");
        } else if (first(node, ExpressionNodeType::text) == nullptr) {
            fail(node, "An optional must contain some text",
                 "If you did not mean to use an optional you can use '\\(' to escape the '('");
        }
        return error ? "" : "(?:" + all(node, "") + ")?";
    }

    std::string alternation(const ExpressionNode& node) {
        for (const ExpressionNode& alternative : node.nodes) {
            if (alternative.nodes.empty()) {
                fail(alternative, "Alternative may not be empty",
                     "If you did not mean to use an alternative you can use '\\/' to escape the '/'");
            } else if (first(alternative, ExpressionNodeType::text) == nullptr) {
                fail(alternative, "An alternative may not exclusively contain optionals",
                     "If you did not mean to use an optional you can use '\\(' to escape the '('");
            }
        }
        return error ? "" : "(?:" + all(node, "|") + ")";
    }

    std::string parameter(const ExpressionNode& node) {
        std::string name;
        for (const ExpressionNode& child : node.nodes)
            name += child.text;
        const ParameterType* type = types_.find(name);
        if (type == nullptr) {
            fail(node, "Undefined parameter type '" + name + "'", "Please register a ParameterType for '" + name + "'");
            return "";
        }
        parameters.push_back(type);
        if (type->patterns.size() == 1) return "(" + type->patterns.front() + ")";
        std::string out;
        for (const std::string& pattern : type->patterns)
            out += (out.empty() ? "((?:" : ")|(?:") + pattern;
        return out + "))";
    }

    void fail(const ExpressionNode& node, std::string_view problem, std::string_view solution) {
        if (!error) error = expression_error(expression_, node.start, node.end, problem, solution);
    }

    std::string_view expression_;
    const ParameterTypes& types_;
};

int groups_in(const ParameterType& type) {
    int groups = 0;
    for (const std::string& pattern : type.patterns)
        groups += std::max(RE2(pattern, quiet()).NumberOfCapturingGroups(), 0);
    return groups;
}

/// \" and \' of the built-in {string}.
std::string without_escapes(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool escape = text[i] == '\\' && i + 1 < text.size() && (text[i + 1] == '"' || text[i + 1] == '\'');
        if (!escape) out += text[i];
    }
    return out;
}

}  // namespace

// ---- parameter types -------------------------------------------------------------------------------------------

ParameterTypes::ParameterTypes() {
    const std::vector<std::string> integer = {R"(-?\d+)", R"(\d+)"};
    const std::string decimal = R"([-+]?(?:\d+(?:\.\d+)?|\.\d+)(?:[E][+-]?\d+)?)";
    for (const char* name : {"int", "byte", "short", "long", "biginteger"})
        add({name, integer});
    for (const char* name : {"float", "double", "bigdecimal"})
        add({name, {decimal}});
    add({"word", {R"([^\s]+)"}});
    add({"string", {R"re("([^"\\]*(?:\\.[^"\\]*)*)"|'([^'\\]*(?:\\.[^'\\]*)*)')re"}});
    add({"", {".*"}});
}

bool ParameterTypes::add(ParameterType type) {
    std::string name = type.name;
    return types_.try_emplace(std::move(name), std::move(type)).second;
}

const ParameterType* ParameterTypes::find(std::string_view name) const {
    const auto found = types_.find(name);
    return found != types_.end() ? &found->second : nullptr;
}

std::vector<std::string_view> ParameterTypes::names() const {
    std::vector<std::string_view> out;
    for (const auto& [name, type] : types_)
        out.push_back(name);
    return out;
}

// ---- the expression
// --------------------------------------------------------------------------------------------

struct CucumberExpression::Compiled {
    struct Parameter {
        std::string type;
        int group = 0;   // the one around it; those inside follow
        int inside = 0;  // how many
    };
    Compiled(std::string source_text, std::string regex_text)
        : source(std::move(source_text)), regex(std::move(regex_text)), pattern(regex, quiet()) {}

    std::string source;
    std::string regex;
    RE2 pattern;
    std::vector<Parameter> parameters;
};

CucumberExpression::CucumberExpression(std::unique_ptr<Compiled> compiled) : compiled_(std::move(compiled)) {}
CucumberExpression::CucumberExpression(CucumberExpression&&) noexcept = default;
CucumberExpression& CucumberExpression::operator=(CucumberExpression&&) noexcept = default;
CucumberExpression::~CucumberExpression() = default;

Result<CucumberExpression> CucumberExpression::compile(std::string_view text, const ParameterTypes& types) {
    const Result<ExpressionNode> tree = parse_expression(text);
    if (!tree) return tree.error();
    Rewriter rewriter(text, types);
    std::string regex = rewriter.rewrite(tree.value());
    if (rewriter.error) return *std::move(rewriter.error);
    auto compiled = std::make_unique<Compiled>(std::string(text), std::move(regex));
    if (!compiled->pattern.ok())
        return Error{"`" + std::string(text) + "` gives no regular expression: " + compiled->pattern.error()};
    int group = 1;
    for (const ParameterType* type : rewriter.parameters) {
        compiled->parameters.push_back({type->name, group, groups_in(*type)});
        group += 1 + compiled->parameters.back().inside;
    }
    return CucumberExpression(std::move(compiled));
}

std::optional<std::vector<Argument>> CucumberExpression::match(std::string_view text) const {
    std::vector<re2::StringPiece> groups(static_cast<std::size_t>(compiled_->pattern.NumberOfCapturingGroups()) + 1);
    const re2::StringPiece input(text.data(), text.size());
    if (!compiled_->pattern.Match(input, 0, text.size(), RE2::ANCHOR_BOTH, groups.data(),
                                  static_cast<int>(groups.size())))
        return std::nullopt;
    std::vector<Argument> out;
    for (const Compiled::Parameter& parameter : compiled_->parameters) {
        const auto begin = groups.begin() + parameter.group;
        const auto end = begin + 1 + parameter.inside;
        const auto inside = std::find_if(begin + 1, end, [](const auto& group) { return group.data() != nullptr; });
        const re2::StringPiece& found = inside != end ? *inside : *begin;
        Argument argument{.parameter_type = parameter.type, .text = std::string(found.data(), found.size())};
        if (parameter.type == "string") argument.text = without_escapes(argument.text);
        argument.begin = static_cast<std::uint32_t>(found.data() - text.data());
        argument.end = argument.begin + static_cast<std::uint32_t>(found.size());
        out.push_back(std::move(argument));
    }
    return out;
}

const std::string& CucumberExpression::source() const noexcept {
    return compiled_->source;
}

const std::string& CucumberExpression::regex() const noexcept {
    return compiled_->regex;
}

}  // namespace spile::gherkin

// Tokens by a grammar, then operator precedence with two stacks (E. W. Dijkstra's shunting yard), as the official
// parsers do, because the errors depend on it. The expression is kept in postfix form: nothing here recurses, however
// deep it is.
#include "lang/gherkin/tag_expression.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <tao/pegtl.hpp>
#include <utility>
#include <vector>

#include "lang/gherkin/line.hpp"

namespace spile::gherkin {

namespace {

enum class Kind : std::uint8_t { tag, conjunction, disjunction, negation, open, close };

struct Token {
    Kind kind = Kind::tag;
    std::string tag;
};

namespace grammar {

namespace pegtl = tao::pegtl;
using pegtl::any;
using pegtl::eof;
using pegtl::not_at;
using pegtl::one;
using pegtl::plus;
using pegtl::seq;
using pegtl::sor;
using pegtl::star;
using Input = pegtl::memory_input<pegtl::tracking_mode::lazy, pegtl::eol::lf, const char*>;

struct State {
    std::string word;
    std::vector<Token> tokens;
    std::string illegal;  // the character behind the first bad backslash
};

struct blank {
    using rule_t = one<' '>::rule_t;
    using subs_t = pegtl::empty_list;
    template <pegtl::apply_mode, pegtl::rewind_mode, template <class...> class, template <class...> class>
    static bool match(Input& in, State&) {
        const std::size_t length = blank_length({in.current(), in.size()});
        in.bump(length);
        return length > 0;
    }
};
struct escapable : sor<one<'(', ')', '\\'>, blank> {};
struct escape : seq<one<'\\'>, escapable> {};
struct plain : seq<not_at<sor<one<'(', ')', '\\'>, blank>>, any> {};
/// A backslash at the very end means nothing.
struct last_backslash : seq<one<'\\'>, eof> {};
struct word : plus<sor<plain, escape, last_backslash>> {};
struct open : one<'('> {};
struct close : one<')'> {};
struct character : seq<any, star<pegtl::ranges<'\x80', '\xBF'>>> {};
struct illegal_escape : seq<one<'\\'>, character> {};
struct tokens : seq<star<sor<blank, open, close, word, illegal_escape>>, eof> {};

template <class Rule>
struct action : pegtl::nothing<Rule> {};
template <>
struct action<plain> {
    template <class Found>
    static void apply(const Found& in, State& state) {
        state.word += in.string_view();
    }
};
template <>
struct action<escapable> : action<plain> {};
template <>
struct action<word> {
    template <class Found>
    static void apply(const Found&, State& state) {
        const std::string text = std::exchange(state.word, {});
        if (text.empty()) return;
        state.tokens.push_back({text == "and"   ? Kind::conjunction
                                : text == "or"  ? Kind::disjunction
                                : text == "not" ? Kind::negation
                                                : Kind::tag,
                                text});
    }
};
template <>
struct action<open> {
    template <class Found>
    static void apply(const Found&, State& state) {
        state.tokens.push_back({Kind::open, "("});
    }
};
template <>
struct action<close> {
    template <class Found>
    static void apply(const Found&, State& state) {
        state.tokens.push_back({Kind::close, ")"});
    }
};
template <>
struct action<character> {
    template <class Found>
    static bool apply(const Found& in, State& state) {
        state.illegal = in.string();
        return false;
    }
};

}  // namespace grammar

int precedence(Kind kind) {
    return kind == Kind::disjunction ? 0 : kind == Kind::conjunction ? 1 : kind == Kind::negation ? 2 : -1;
}

}  // namespace

struct TagExpression::Program {
    struct Item {
        Kind kind = Kind::tag;
        std::string tag;
        std::size_t left = 0;   // of a conjunction or disjunction: its operands' places
        std::size_t right = 0;  // of a negation: its operand's
    };
    std::vector<Item> items;  // operands before what takes them; the last one is the whole
};

namespace {

class ShuntingYard {
  public:
    template <class Program>
    std::optional<std::string> run(const std::vector<Token>& tokens, Program& program) {
        for (const Token& token : tokens) {
            if (auto problem = take(token, program)) return problem;
        }
        while (!operators_.empty()) {
            if (operators_.back() == Kind::open) return "Unmatched (.";
            if (auto problem = apply(program)) return problem;
        }
        return std::nullopt;
    }

  private:
    template <class Program>
    std::optional<std::string> take(const Token& token, Program& program) {
        const bool infix =
            token.kind == Kind::conjunction || token.kind == Kind::disjunction || token.kind == Kind::close;
        if (infix == expects_operand_) return expects_operand_ ? "Expected operand." : "Expected operator.";
        expects_operand_ = token.kind != Kind::tag && token.kind != Kind::close;
        if (token.kind == Kind::tag) {
            operands_.push_back(program.items.size());
            program.items.push_back({.kind = Kind::tag, .tag = token.tag});
            return std::nullopt;
        }
        if (token.kind == Kind::close) return close(program);
        while (infix && !operators_.empty() && precedence(token.kind) <= precedence(operators_.back())) {
            if (auto problem = apply(program)) return problem;
        }
        operators_.push_back(token.kind);
        return std::nullopt;
    }

    template <class Program>
    std::optional<std::string> close(Program& program) {
        while (!operators_.empty() && operators_.back() != Kind::open) {
            if (auto problem = apply(program)) return problem;
        }
        if (operators_.empty()) return "Unmatched ).";
        operators_.pop_back();
        return std::nullopt;
    }

    std::optional<std::size_t> pop_operand() {
        if (operands_.empty()) return std::nullopt;
        const std::size_t operand = operands_.back();
        operands_.pop_back();
        return operand;
    }

    template <class Program>
    std::optional<std::string> apply(Program& program) {
        const Kind kind = operators_.back();
        operators_.pop_back();
        const auto right = pop_operand();
        const auto left = kind == Kind::negation ? right : pop_operand();
        if (!right || !left) return "Expected operand.";
        operands_.push_back(program.items.size());
        program.items.push_back({.kind = kind, .left = *left, .right = *right});
        return std::nullopt;
    }

    std::vector<Kind> operators_;
    std::vector<std::size_t> operands_;
    bool expects_operand_ = true;
};

std::string escaped(std::string_view tag) {
    std::string out;
    while (!tag.empty()) {
        const std::size_t blank = blank_length(tag);
        if (blank > 0) {
            out += "\\ ";
            tag.remove_prefix(blank);
            continue;
        }
        if (tag.front() == '\\' || tag.front() == '(' || tag.front() == ')') out += '\\';
        out += tag.front();
        tag.remove_prefix(1);
    }
    return out;
}

}  // namespace

TagExpression::TagExpression(std::unique_ptr<Program> program) : program_(std::move(program)) {}
TagExpression::TagExpression(TagExpression&&) noexcept = default;
TagExpression& TagExpression::operator=(TagExpression&&) noexcept = default;
TagExpression::~TagExpression() = default;

Result<TagExpression> TagExpression::parse(std::string_view text) {
    const auto failed = [&](const std::string& problem) {
        return Error{"Tag expression \"" + std::string(text) +
                     "\" could not be parsed because of syntax error: " + problem};
    };
    grammar::State state;
    grammar::Input in(text.data(), text.data() + text.size(), "");
    if (!tao::pegtl::parse<grammar::tokens, grammar::action>(in, state))
        return failed("Illegal escape before \"" + state.illegal + "\".");
    auto program = std::make_unique<Program>();
    if (auto problem = ShuntingYard().run(state.tokens, *program)) return failed(*problem);
    return TagExpression(std::move(program));
}

bool TagExpression::matches(std::span<const std::string> tags) const {
    std::vector<char> values;
    values.reserve(program_->items.size());
    for (const Program::Item& item : program_->items) {
        switch (item.kind) {
            case Kind::conjunction:
                values.push_back(values[item.left] & values[item.right]);
                break;
            case Kind::disjunction:
                values.push_back(values[item.left] | values[item.right]);
                break;
            case Kind::negation:
                values.push_back(values[item.right] == 0);
                break;
            default:
                values.push_back(std::find(tags.begin(), tags.end(), item.tag) != tags.end());
        }
    }
    return values.empty() || values.back() != 0;
}

std::string TagExpression::text() const {
    const std::vector<Program::Item>& items = program_->items;
    if (items.empty()) return "";
    // What is still to be written, the next on top: an item, or a piece of text.
    struct Piece {
        const Program::Item* item;
        std::string_view text;
    };
    std::vector<Piece> left = {{&items.back(), ""}};
    std::string out;
    while (!left.empty()) {
        const Piece piece = left.back();
        left.pop_back();
        out += piece.text;
        if (piece.item == nullptr) continue;
        const Program::Item& item = *piece.item;
        if (item.kind == Kind::tag) {
            out += escaped(item.tag);
        } else if (item.kind == Kind::negation) {
            const Program::Item& operand = items[item.right];
            const bool bracketed = operand.kind == Kind::conjunction || operand.kind == Kind::disjunction;
            out += bracketed ? "not " : "not ( ";
            if (!bracketed) left.push_back({nullptr, " )"});
            left.push_back({&operand, ""});
        } else {
            out += "( ";
            left.push_back({nullptr, " )"});
            left.push_back({&items[item.right], ""});
            left.push_back({nullptr, item.kind == Kind::conjunction ? " and " : " or "});
            left.push_back({&items[item.left], ""});
        }
    }
    return out;
}

}  // namespace spile::gherkin

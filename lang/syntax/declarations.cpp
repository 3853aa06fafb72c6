// The file phrase of the grammar, compiled once, and the words that recovery looks for.
#include "lang/syntax/match_file.hpp"

#include "lang/syntax/grammar_declarations.hpp"

namespace spile::lang::syntax {

namespace {

constexpr std::array<std::string_view, 10> k_declarations = {"import", "param",  "fn",     "rule", "entity",
                                                             "view",   "policy", "waiver", "gate", "private"};
constexpr std::array<std::string_view, 1> k_module = {"module"};
constexpr std::array<std::string_view, 1> k_view = {"let"};
constexpr std::array<std::string_view, 11> k_policy = {"id",   "severity", "controls", "same_as", "on_unknown", "for",
                                                       "when", "let",      "require",  "deny",    "remedy"};
constexpr std::array<std::string_view, 3> k_waiver = {"owner", "reason", "until"};
constexpr std::array<std::string_view, 4> k_gate = {"let", "require", "allow", "forbid"};

}  // namespace

const Members declaration_keywords{"declaration", k_declarations.data(), k_declarations.size()};

namespace grammar {

const Members& module_header::members() {
    static const Members all{"declaration", k_module.data(), k_module.size()};
    return all;
}
const Members& item::members() {
    return declaration_keywords;
}
const Members& entity_member::members() {
    static const Members all{"field", nullptr, 0, ':'};
    return all;
}
const Members& view_member::members() {
    static const Members all{"field", k_view.data(), k_view.size(), '='};
    return all;
}
const Members& policy_member::members() {
    static const Members all{"policy member", k_policy.data(), k_policy.size()};
    return all;
}
const Members& waiver_member::members() {
    static const Members all{"waiver member", k_waiver.data(), k_waiver.size()};
    return all;
}
const Members& gate_member::members() {
    static const Members all{"gate member", k_gate.data(), k_gate.size()};
    return all;
}

}  // namespace grammar

void match_file(ParseState& state) {
    grammar::Input in(state.text.data(), state.text.data() + state.text.size(), "");
    static_cast<void>(grammar::matches<grammar::file>(in, state));
}

bool match_lone_expression(ParseState& state) {
    grammar::Input in(state.text.data(), state.text.data() + state.text.size(), "");
    using Lone =
        grammar::seq<grammar::blanks, grammar::value_phrase, grammar::expect<grammar::eof, "an operator or the end">>;
    try {
        return grammar::matches<Lone>(in, state);
    } catch (const SyntaxError& error) {
        state.report(error);
        return false;
    }
}

}  // namespace spile::lang::syntax

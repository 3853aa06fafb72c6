// Files, declarations and their members. Expressions are a phrase of their own, compiled in expressions.cpp; this one
// calls it through `expression_phrase` and `sum_phrase`.
#pragma once

#include <array>

#include "lang/syntax/grammar_types.hpp"

namespace spile::lang::syntax {

// Defined in expressions.cpp.
bool match_expression(grammar::Input& in, ParseState& state);
bool match_sum(grammar::Input& in, ParseState& state);

}  // namespace spile::lang::syntax

namespace spile::lang::syntax::grammar {

/// To `analyze`, a phrase is something that consumes.
struct phrase {
    using rule_t = one<'x'>::rule_t;
    using subs_t = pegtl::empty_list;
};
struct expression_phrase : phrase {
    template <pegtl::apply_mode, pegtl::rewind_mode, template <class...> class, template <class...> class>
    static bool match(Input& in, ParseState& state) {
        // A keyword at the start of a line is the next declaration, not a variable of that name.
        if (starts_declaration(state.text, offset_of(in), state.declaration_begin)) return false;
        return match_expression(in, state);
    }
};
struct sum_phrase : phrase {
    template <pegtl::apply_mode, pegtl::rewind_mode, template <class...> class, template <class...> class>
    static bool match(Input& in, ParseState& state) {
        return match_sum(in, state);
    }
};
struct value_phrase : expect<expression_phrase, "an expression"> {};
struct operand_phrase : expect<sum_phrase, "a value"> {};

/// `Rule`; after a syntax error in it the next line that may start one, so that one run reports several errors.
/// Succeeds unless the rest of the declaration is lost (Abandoned).
template <class Rule>
struct recover {
    using rule_t = typename seq<Rule>::rule_t;
    using subs_t = pegtl::type_list<Rule>;
    template <pegtl::apply_mode, pegtl::rewind_mode, template <class...> class, template <class...> class>
    static bool match(Input& in, ParseState& state) {
        const std::size_t starts = state.starts.size();
        const std::size_t nodes = state.nodes.size();
        const std::uint32_t begin = offset_of(in);
        if constexpr (!Rule::in_body) state.declaration_begin = begin;
        try {
            if constexpr (Rule::in_body) {
                if (starts_declaration(state.text, begin, state.declaration_begin)) state.fail_unclosed(begin);
            }
            if (matches<Rule>(in, state)) return true;
            state.fail_member(begin, Rule::members());
        } catch (const SyntaxError& error) {
            state.report(error);
            state.unwind(starts, nodes, error.span.begin);
            resume<Rule>(in, state, begin, error.span.begin);
        } catch (const Abandoned& abandoned) {
            if constexpr (Rule::in_body) throw;
            state.unwind(starts, nodes, abandoned.offset);
            jump(in, state, abandoned.offset);
        }
        return true;
    }

  private:
    static void jump(Input& in, ParseState& state, std::uint32_t target) {
        const std::uint32_t here = offset_of(in);
        if (target > here) in.bump(target - here);
        static_cast<void>(matches<blanks>(in, state));
    }

    template <class Member>
    static void resume(Input& in, ParseState& state, std::uint32_t begin, std::uint32_t stopped) {
        if (state.error_offsets.size() >= error_limit) {
            jump(in, state, static_cast<std::uint32_t>(state.text.size()));
        } else if constexpr (Member::in_body) {
            const Resume next = next_member(state.text, begin, stopped, state.declaration_begin, Member::members());
            if (!next.in_body) throw Abandoned{next.offset};
            jump(in, state, next.offset);
        } else {
            const std::uint32_t from = std::max(stopped, begin + (Member::advances ? 1 : 0));
            jump(in, state, next_declaration(state.text, from, state.declaration_begin));
        }
    }
};

template <class Member>
struct body : seq<expect<symbol<"{">, "`{`">, star<not_at<sor<one<'}'>, eof>>, recover<Member>>,
                  expect<symbol<"}">, "`}`", DiagnosticKind::unclosed_body>> {};

// ---- shared by several declarations ----------------------------------------------------------------------------

struct colon : expect<symbol<":">, "`:` after the name"> {};
struct assign : expect<equals, "`=` after the name"> {};
struct title : expect<string, "a text in quotes"> {};

struct field : seq<name, colon, expect<type, "a type after `:`">> {};
struct parameter : seq<binder, colon, expect<type, "a type after `:`">> {};
struct parameter_node : parameter {};
struct parameters : seq<parameter_node, star<comma, expect<parameter_node, "a parameter after `,`">>> {};
struct let : seq<keyword<"let">, expect<binder, "a name after `let`">, assign, value_phrase> {};

// ---- param, fn, rule, entity -----------------------------------------------------------------------------------

struct param : seq<keyword<"param">, expect<binder, "a name after `param`">, colon, expect<type, "a type after `:`">,
                   opt<equals, value_phrase>> {};

struct function : seq<keyword<"fn">, expect<binder, "a name after `fn`">, expect<symbol<"(">, "`(` after the name">,
                      opt<parameters>, expect<symbol<")">, "`,` or `)` after the parameter">,
                      expect<symbol<"->">, "`->` and the type of the result">, expect<type, "a type after `->`">,
                      expect<equals, "`=` after the type">, value_phrase> {};

struct rule : seq<keyword<"rule">, expect<binder, "a name after `rule`">, expect<symbol<"(">, "`(` after the name">,
                  expect<parameters, "a parameter">, expect<symbol<")">, "`,` or `)` after the parameter">,
                  expect<keyword<"if">, "`if` after the parameters">, value_phrase> {};

struct entity_member : field {
    static constexpr bool in_body = true;
    static const Members& members();
};
struct entity : seq<keyword<"entity">, expect<name, "a name after `entity`">, body<entity_member>> {};

// ---- view ------------------------------------------------------------------------------------------------------

struct each_clause
    : seq<keyword<"each">, expect<binder, "a name after `each`">, expect<keyword<"in">, "`in`">, operand_phrase,
          expect<keyword<"key">, "`key` and what tells the elements apart">, operand_phrase> {};
struct view_where : seq<keyword<"where">, value_phrase> {};
struct view_field : seq<name, assign, value_phrase> {};
struct view_member : sor<seq<not_at<name, equals>, let>, view_field> {
    static constexpr bool in_body = true;
    static const Members& members();
};
struct view : seq<keyword<"view">, expect<name, "the name of an entity after `view`">,
                  expect<keyword<"of">, "`of` after the entity">, expect<binder, "a name after `of`">, colon,
                  expect<raw_type, "`cfn`, `tf`, `docker`, `json` or `yaml` with a raw type">, opt<each_clause>,
                  opt<view_where>, body<view_member>> {};

// ---- policy ----------------------------------------------------------------------------------------------------

struct policy_id : seq<keyword<"id">, expect<code, "an id such as `ORG-S3-001`">> {};
struct policy_severity : seq<keyword<"severity">, expect<name, "`info`, `low`, `medium`, `high` or `critical`">> {};
struct policy_controls : seq<keyword<"controls">, expect<strings, "a text in quotes">> {};
struct policy_same_as : seq<keyword<"same_as">, expect<strings, "a text in quotes">> {};
struct treatment : sor<keyword<"fail">, keyword<"warn">, keyword<"pass">> {};
struct policy_on_unknown : seq<keyword<"on_unknown">, expect<treatment, "`fail`, `warn` or `pass`">,
                               expect<string, "the reason in quotes">> {};
struct policy_for : seq<keyword<"for">, expect<binder, "a name after `for`">, colon,
                        expect<subject, "what the policy is about after `:`">> {};
struct policy_when : seq<keyword<"when">, value_phrase> {};
struct at_clause : seq<keyword<"at">, operand_phrase, star<comma, operand_phrase>> {};
struct else_message : seq<keyword<"else">, title> {};
struct because_message : seq<keyword<"because">, title> {};
struct require : seq<keyword<"require">, value_phrase, opt<at_clause>, opt<else_message>> {};
struct deny : seq<keyword<"deny">, value_phrase, opt<at_clause>, opt<because_message>> {};
struct remedy : seq<keyword<"remedy">, title> {};
struct policy_member : sor<policy_id, policy_severity, policy_controls, policy_same_as, policy_on_unknown, policy_for,
                           policy_when, let, require, deny, remedy> {
    static constexpr bool in_body = true;
    static const Members& members();
};
struct policy : seq<keyword<"policy">, expect<name, "a name after `policy`">,
                    expect<string, "the policy's title in quotes">, body<policy_member>> {};

// ---- waiver, gate ----------------------------------------------------------------------------------------------

struct waiver_for : seq<keyword<"for">, title> {};
struct waiver_in : seq<keyword<"in">, title> {};
struct waiver_owner : seq<keyword<"owner">, title> {};
struct waiver_reason : seq<keyword<"reason">, title> {};
struct waiver_until : seq<keyword<"until">, expect<time, "a date such as `2027-03-31`">> {};
struct waiver_member : sor<waiver_owner, waiver_reason, waiver_until> {
    static constexpr bool in_body = true;
    static const Members& members();
};
struct waiver : seq<keyword<"waiver">, expect<code, "the id of a policy, such as `ORG-S3-001`">, opt<waiver_for>,
                    opt<waiver_in>, body<waiver_member>> {};

struct clause_message : sor<else_message, because_message> {};
struct gate_fresh : seq<keyword<"fresh">, expect<time, "a duration such as `24h`">> {};
struct gate_evidence
    : seq<keyword<"require">, keyword<"evidence">, at<one<'"'>>, strings, opt<gate_fresh>, opt<clause_message>> {};
struct gate_require : seq<keyword<"require">, value_phrase, opt<clause_message>> {};
struct gate_allow
    : seq<keyword<"allow">, expect<keyword<"when">, "`when` after `allow`">, value_phrase, opt<clause_message>> {};
struct gate_forbid
    : seq<keyword<"forbid">, expect<keyword<"when">, "`when` after `forbid`">, value_phrase, opt<clause_message>> {};
struct gate_member : sor<let, gate_evidence, gate_require, gate_allow, gate_forbid> {
    static constexpr bool in_body = true;
    static const Members& members();
};
struct gate : seq<keyword<"gate">, expect<name, "a name after `gate`">, expect<keyword<"for">, "`for` after the name">,
                  expect<binder, "a name after `for`">, colon, expect<type, "a type after `:`">, body<gate_member>> {};

// ---- files -----------------------------------------------------------------------------------------------------

struct import_alias : seq<keyword<"as">, expect<name, "a name after `as`">> {};
struct import : seq<keyword<"import">, expect<qualified_name, "a module after `import`">, opt<import_alias>> {};
struct private_flag : seq<keyword<"private">, at<word>> {};
struct any_declaration : sor<param, function, rule, entity, view, policy, waiver, gate> {};
struct declaration : sor<seq<private_flag, expect<any_declaration, "a declaration after `private`">>, any_declaration> {
};

struct module_name : seq<keyword<"module">, expect<qualified_name, "a name after `module`">> {};
struct module_header : expect<module_name, "`module` and the module's name"> {
    static constexpr bool in_body = false;
    static constexpr bool advances = false;  // what stands in its place may be a declaration
    static const Members& members();
};
struct item : sor<import, declaration> {
    static constexpr bool in_body = false;
    static constexpr bool advances = true;
    static const Members& members();
};
struct byte_order_mark : pegtl::string<'\xef', '\xbb', '\xbf'> {};
struct file : seq<opt<byte_order_mark>, blanks, recover<module_header>, star<not_at<eof>, recover<item>>, eof> {};

template <>
inline constexpr NodeKind kind_of<field> = NodeKind::field;
template <>
inline constexpr NodeKind kind_of<entity_member> = NodeKind::field;
template <>
inline constexpr NodeKind kind_of<parameter_node> = NodeKind::field;
template <>
inline constexpr NodeKind kind_of<let> = NodeKind::let;
template <>
inline constexpr NodeKind kind_of<param> = NodeKind::param;
template <>
inline constexpr NodeKind kind_of<function> = NodeKind::function;
template <>
inline constexpr NodeKind kind_of<rule> = NodeKind::rule;
template <>
inline constexpr NodeKind kind_of<entity> = NodeKind::entity;
template <>
inline constexpr NodeKind kind_of<each_clause> = NodeKind::each_clause;
template <>
inline constexpr NodeKind kind_of<view_where> = NodeKind::where_clause;
template <>
inline constexpr NodeKind kind_of<view_field> = NodeKind::view_field;
template <>
inline constexpr NodeKind kind_of<view> = NodeKind::view;
template <>
inline constexpr NodeKind kind_of<policy_id> = NodeKind::policy_id;
template <>
inline constexpr NodeKind kind_of<policy_severity> = NodeKind::policy_severity;
template <>
inline constexpr NodeKind kind_of<policy_controls> = NodeKind::policy_controls;
template <>
inline constexpr NodeKind kind_of<policy_same_as> = NodeKind::policy_same_as;
template <>
inline constexpr NodeKind kind_of<treatment> = NodeKind::name;
template <>
inline constexpr NodeKind kind_of<policy_on_unknown> = NodeKind::policy_on_unknown;
template <>
inline constexpr NodeKind kind_of<policy_for> = NodeKind::policy_for;
template <>
inline constexpr NodeKind kind_of<policy_when> = NodeKind::policy_when;
template <>
inline constexpr NodeKind kind_of<at_clause> = NodeKind::at_clause;
template <>
inline constexpr NodeKind kind_of<else_message> = NodeKind::message;
template <>
inline constexpr NodeKind kind_of<because_message> = NodeKind::message;
template <>
inline constexpr NodeKind kind_of<require> = NodeKind::require;
template <>
inline constexpr NodeKind kind_of<deny> = NodeKind::deny;
template <>
inline constexpr NodeKind kind_of<remedy> = NodeKind::remedy;
template <>
inline constexpr NodeKind kind_of<policy> = NodeKind::policy;
template <>
inline constexpr NodeKind kind_of<waiver_for> = NodeKind::waiver_for;
template <>
inline constexpr NodeKind kind_of<waiver_in> = NodeKind::waiver_in;
template <>
inline constexpr NodeKind kind_of<waiver_owner> = NodeKind::waiver_owner;
template <>
inline constexpr NodeKind kind_of<waiver_reason> = NodeKind::waiver_reason;
template <>
inline constexpr NodeKind kind_of<waiver_until> = NodeKind::waiver_until;
template <>
inline constexpr NodeKind kind_of<waiver> = NodeKind::waiver;
template <>
inline constexpr NodeKind kind_of<gate_fresh> = NodeKind::gate_fresh;
template <>
inline constexpr NodeKind kind_of<gate_evidence> = NodeKind::gate_evidence;
template <>
inline constexpr NodeKind kind_of<gate_require> = NodeKind::gate_require;
template <>
inline constexpr NodeKind kind_of<gate_allow> = NodeKind::gate_allow;
template <>
inline constexpr NodeKind kind_of<gate_forbid> = NodeKind::gate_forbid;
template <>
inline constexpr NodeKind kind_of<gate> = NodeKind::gate;
template <>
inline constexpr NodeKind kind_of<import> = NodeKind::import;
template <>
inline constexpr NodeKind kind_of<private_flag> = NodeKind::private_flag;
template <>
inline constexpr NodeKind kind_of<declaration> = NodeKind::declaration;
template <>
inline constexpr NodeKind kind_of<module_name> = NodeKind::module_header;

}  // namespace spile::lang::syntax::grammar

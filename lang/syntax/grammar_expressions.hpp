// Expressions, loosest binding first. Left-factored: apart from single words nothing is read twice, so parsing is
// linear without a memo.
#pragma once

#include "lang/syntax/grammar_types.hpp"

namespace spile::lang::syntax::grammar {

struct expression;
struct disjunction;
struct sum;
struct generators;

struct value : expect<expression, "an expression"> {};
struct condition : expect<disjunction, "a condition"> {};
struct operand : expect<deeper<sum>, "a value"> {};

// ---- primaries -------------------------------------------------------------------------------------------------

struct domain : sor<keyword<"cidr">, keyword<"arn">, keyword<"version">, keyword<"glob">> {};
struct domain_literal : seq<domain, at<one<'"'>>, string> {};

struct where_clause : seq<operator_keyword<"where">, condition> {};
struct by_clause : seq<operator_keyword<"by">, operand> {};
struct for_generators : seq<keyword<"for">, generators, opt<where_clause>> {};

struct argument_name : seq<word, blanks, one<':'>, blanks> {};
struct argument : seq<opt<argument_name>, expression> {};
struct arguments : seq<argument, star<comma, expect<argument, "an argument after `,`">>> {};
struct call_suffix : seq<symbol<"(">, opt<arguments>, expect<symbol<")">, "`,` or `)` after the argument">> {};

struct more_values : star<comma, expect<expression, "a value after `,`">> {};
struct list : seq<symbol<"[">, opt<expression, sor<for_generators, more_values>>,
                  expect<symbol<"]">, "`,`, `for` or `]` in the list">> {};

struct entry : seq<value, expect<symbol<":">, "`:` after the key">, value> {};
struct map_rest : seq<symbol<":">, value, sor<for_generators, star<comma, entry>>,
                      expect<symbol<"}">, "`,`, `for` or `}` in the map">> {};
struct set_rest : seq<sor<for_generators, more_values>, expect<symbol<"}">, "`,`, `:`, `for` or `}` in the set">> {};
struct empty_map : seq<symbol<"{">, symbol<":">, expect<symbol<"}">, "`}`: `{:}` is the empty map">> {};
struct empty_set : seq<symbol<"{">, symbol<"}">> {};
// The two openings below share `{` and the first expression; which of them it was is decided by what follows.
struct map_marker : at<one<':'>> {};
struct braces : seq<symbol<"{">, value, sor<seq<map_marker, map_rest>, set_rest>> {};

struct aggregate_name
    : sor<keyword<"count">, keyword<"sum">, keyword<"min">, keyword<"max">, keyword<"the">, keyword<"first">> {};
struct generator_start
    : sor<seq<symbol<"(">, word, blanks, one<','>>, seq<word, blanks, sor<seq<exactly<"in">, blanks>, one<':'>>>> {};
struct distinct_flag : seq<keyword<"distinct">, not_at<one<'.', ')', ',', '['>>, not_at<exactly<"for">>> {};
// `count(R(x))` counts the tuples of a relation, `count(f(x) for x in xs)` values: the builder tells them apart by the
// `for`, since both begin with the same text.
struct for_marker : keyword<"for"> {};
struct aggregate_value : seq<opt<distinct_flag>, operand, sor<seq<for_marker, generators>, opt<comma, generators>>> {};
struct aggregate_rest : seq<sor<seq<at<generator_start>, generators>, aggregate_value>, opt<where_clause>,
                            opt<by_clause>, expect<symbol<")">, "`for`, `where`, `by` or `)` in the aggregate">> {};
struct aggregate : seq<aggregate_name, symbol<"(">, deeper<aggregate_rest>> {};

struct group : seq<symbol<"(">, value, expect<symbol<")">, "`)`">> {};
struct primary : sor<time, number, raw_string, domain_literal, string, aggregate, empty_set, empty_map, braces, list,
                     group, true_or_false, null, wildcard, variable> {};

// ---- paths -----------------------------------------------------------------------------------------------------

struct field_suffix : seq<one<'.'>, blanks, expect<name, "a field name after `.`">> {};
struct project_suffix : seq<symbol<"[">, symbol<"*">, expect<symbol<"]">, "`]` after `[*`">> {};
struct index_suffix : seq<symbol<"[">, value, expect<symbol<"]">, "`]` after the index">> {};
struct path : seq<primary, star<sor<field_suffix, project_suffix, index_suffix, call_suffix>>> {};

// ---- operators -------------------------------------------------------------------------------------------------

struct coalesce_operator : symbol<"??"> {};
struct term_operator : sor<symbol<"*">, symbol<"/">> {};
struct sum_operator : sor<symbol<"++">, symbol<"+">, symbol<"-">> {};
struct coalesce : seq<path, star<coalesce_operator, expect<path, "a value after `??`">>> {};
struct term : seq<coalesce, star<term_operator, expect<coalesce, "a value after the operator">>> {};
struct sum : seq<term, star<sum_operator, expect<term, "a value after the operator">>> {};

struct not_in : seq<keyword<"not">, operator_keyword<"in">> {};
struct compare_operator : sor<symbol<"==">, symbol<"!=">, symbol<"<=">, symbol<">=">, symbol<"<">, symbol<">">, not_in,
                              operator_keyword<"in">, operator_keyword<"matches">, operator_keyword<"like">> {};
struct test_operator : sor<operator_keyword<"exists">, operator_keyword<"missing">, operator_keyword<"empty">> {};
struct no_chain : expect<not_at<compare_operator>, "`and` or `or`: comparisons do not chain"> {};
struct comparison : seq<sum, opt<sor<seq<compare_operator, expect<sum, "a value after the comparison">, no_chain>,
                                     seq<test_operator, no_chain>>>> {};

struct pair_generator
    : seq<symbol<"(">, expect<binder, "a name for the key">, expect<comma, "`,` between key and value">,
          expect<binder, "a name for the value">, expect<symbol<")">, "`)` after the two names">,
          expect<keyword<"in">, "`in` after the two names">, operand> {};
struct in_generator : seq<binder, keyword<"in">, operand> {};
struct typed_generator : seq<binder, symbol<":">, expect<generator_subject, "a type after `:`">> {};
struct relation_generator
    : seq<qualified_name, symbol<"(">, opt<arguments>, expect<symbol<")">, "`,` or `)` after the argument">> {};
struct unfinished_generator
    : seq<not_at<reserved>, word, blanks, expect<pegtl::failure, "`in`, `:` or `(` after the name">> {};
struct generator : sor<pair_generator, in_generator, typed_generator, relation_generator, unfinished_generator> {};
struct generators : seq<expect<generator, "a name and `in`, a name and `:`, or a relation">,
                        star<comma, expect<generator, "another generator after `,`">>> {};

struct some_or_none : sor<keyword<"some">, keyword<"none">> {};
struct all : keyword<"all"> {};
struct quantified
    : sor<seq<some_or_none, generators, opt<where_clause>>,
          seq<all, generators, opt<where_clause>, expect<keyword<"satisfy">, "`where` or `satisfy`">, condition>> {};
struct quantifier : deeper<quantified> {};

struct negation;
struct logical_not : seq<keyword<"not">, expect<deeper<negation>, "a condition after `not`">> {};
struct negation : sor<logical_not, quantifier, comparison> {};
struct conjunction : seq<negation, star<operator_keyword<"and">, expect<negation, "a condition after `and`">>> {};
struct disjunction : seq<conjunction, star<operator_keyword<"or">, expect<conjunction, "a condition after `or`">>> {};

struct conditional : seq<keyword<"if">, condition, expect<keyword<"then">, "`then` after the condition">, value,
                         expect<keyword<"else">, "`else` after the value">, value> {};
struct any_expression : sor<conditional, disjunction> {};
struct expression : deeper<any_expression> {};

template <>
inline constexpr NodeKind kind_of<domain> = NodeKind::operator_word;
template <>
inline constexpr NodeKind kind_of<domain_literal> = NodeKind::domain_literal;
template <>
inline constexpr NodeKind kind_of<where_clause> = NodeKind::where_clause;
template <>
inline constexpr NodeKind kind_of<by_clause> = NodeKind::by_clause;
template <>
inline constexpr NodeKind kind_of<argument_name> = NodeKind::argument_name;
template <>
inline constexpr NodeKind kind_of<argument> = NodeKind::argument;
template <>
inline constexpr NodeKind kind_of<call_suffix> = NodeKind::call_suffix;
template <>
inline constexpr NodeKind kind_of<list> = NodeKind::list;
template <>
inline constexpr NodeKind kind_of<empty_map> = NodeKind::empty_map;
template <>
inline constexpr NodeKind kind_of<empty_set> = NodeKind::set;
template <>
inline constexpr NodeKind kind_of<braces> = NodeKind::set;
template <>
inline constexpr NodeKind kind_of<map_marker> = NodeKind::map;
template <>
inline constexpr NodeKind kind_of<aggregate_name> = NodeKind::operator_word;
template <>
inline constexpr NodeKind kind_of<distinct_flag> = NodeKind::distinct_flag;
template <>
inline constexpr NodeKind kind_of<for_marker> = NodeKind::for_marker;
template <>
inline constexpr NodeKind kind_of<aggregate> = NodeKind::aggregate;
template <>
inline constexpr NodeKind kind_of<field_suffix> = NodeKind::field_suffix;
template <>
inline constexpr NodeKind kind_of<project_suffix> = NodeKind::project_suffix;
template <>
inline constexpr NodeKind kind_of<index_suffix> = NodeKind::index_suffix;
template <>
inline constexpr NodeKind kind_of<path> = NodeKind::path;
template <>
inline constexpr NodeKind kind_of<coalesce_operator> = NodeKind::operator_word;
template <>
inline constexpr NodeKind kind_of<term_operator> = NodeKind::operator_word;
template <>
inline constexpr NodeKind kind_of<sum_operator> = NodeKind::operator_word;
template <>
inline constexpr NodeKind kind_of<coalesce> = NodeKind::coalesce;
template <>
inline constexpr NodeKind kind_of<term> = NodeKind::term;
template <>
inline constexpr NodeKind kind_of<sum> = NodeKind::sum;
template <>
inline constexpr NodeKind kind_of<compare_operator> = NodeKind::operator_word;
template <>
inline constexpr NodeKind kind_of<test_operator> = NodeKind::operator_word;
template <>
inline constexpr NodeKind kind_of<comparison> = NodeKind::comparison;
template <>
inline constexpr NodeKind kind_of<pair_generator> = NodeKind::pair_generator;
template <>
inline constexpr NodeKind kind_of<in_generator> = NodeKind::in_generator;
template <>
inline constexpr NodeKind kind_of<typed_generator> = NodeKind::typed_generator;
template <>
inline constexpr NodeKind kind_of<relation_generator> = NodeKind::relation_generator;
template <>
inline constexpr NodeKind kind_of<some_or_none> = NodeKind::operator_word;
template <>
inline constexpr NodeKind kind_of<all> = NodeKind::operator_word;
template <>
inline constexpr NodeKind kind_of<quantifier> = NodeKind::quantifier;
template <>
inline constexpr NodeKind kind_of<logical_not> = NodeKind::negation;
template <>
inline constexpr NodeKind kind_of<conjunction> = NodeKind::conjunction;
template <>
inline constexpr NodeKind kind_of<disjunction> = NodeKind::disjunction;
template <>
inline constexpr NodeKind kind_of<conditional> = NodeKind::conditional;

}  // namespace spile::lang::syntax::grammar

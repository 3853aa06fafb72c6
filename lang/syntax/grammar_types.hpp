// Types and subjects: what a field holds, what a `for` ranges over. Shared by the two other phrases.
#pragma once

#include "lang/syntax/grammar_lexical.hpp"

namespace spile::lang::syntax::grammar {

struct type;
struct optional_flag : symbol<"?"> {};
struct type_argument : expect<deeper<type>, "a type"> {};
struct type_arguments
    : seq<symbol<"<">, type_argument, star<comma, type_argument>, expect<symbol<">">, "`,` or `>` after the type">> {};
struct type : seq<qualified_name, opt<type_arguments>, opt<optional_flag>> {};

struct raw_tool : sor<keyword<"cfn">, keyword<"tf">, keyword<"docker">, keyword<"json">, keyword<"yaml">> {};
struct any_raw_type : symbol<"*"> {};
struct raw_type : seq<raw_tool, at<one<'"', '*'>>, sor<string, any_raw_type>> {};

struct raw_or_type
    : sor<raw_type, seq<type, expect<not_at<one<'"'>>, "`cfn`, `tf`, `docker`, `json` or `yaml` before a raw type">>> {
};

struct change_scope : seq<keyword<"change">, keyword<"of">> {};
struct external_scope : seq<keyword<"external">, at<word>> {};
struct subject : seq<opt<sor<change_scope, external_scope>>, raw_or_type> {};
struct generator_subject : raw_or_type {};

template <>
inline constexpr NodeKind kind_of<type> = NodeKind::type;
template <>
inline constexpr NodeKind kind_of<optional_flag> = NodeKind::optional_flag;
template <>
inline constexpr NodeKind kind_of<raw_tool> = NodeKind::name;
template <>
inline constexpr NodeKind kind_of<any_raw_type> = NodeKind::any_raw_type;
template <>
inline constexpr NodeKind kind_of<raw_type> = NodeKind::raw_type;
template <>
inline constexpr NodeKind kind_of<change_scope> = NodeKind::change_scope;
template <>
inline constexpr NodeKind kind_of<external_scope> = NodeKind::external_scope;
template <>
inline constexpr NodeKind kind_of<subject> = NodeKind::subject;
template <>
inline constexpr NodeKind kind_of<generator_subject> = NodeKind::subject;

}  // namespace spile::lang::syntax::grammar

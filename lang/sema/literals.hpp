// Whether the text of a domain literal is one. The evaluator reads the same notations; here they are only checked, so
// that a bad one is an error at load.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "lang/sema/type.hpp"

namespace spile::lang::sema {

/// IPv4 or IPv6 address, with or without a prefix length (RFC 4632, RFC 4291).
[[nodiscard]] bool is_cidr(std::string_view text);
/// arn:partition:service:region:account:resource; wildcards allowed in the parts.
[[nodiscard]] bool is_arn(std::string_view text);
/// Begins with a digit, optionally after `v`; parts of letters, digits, `.`, `-`, `+`, `_`, `~`.
[[nodiscard]] bool is_version(std::string_view text);
/// A date, or date and time (RFC 3339), with months and days that exist.
[[nodiscard]] bool is_time(std::string_view text);
/// A whole number and one of s m h d w.
[[nodiscard]] bool is_duration(std::string_view text);
/// A number from -1 to 255 or a usual name.
[[nodiscard]] bool is_protocol(std::string_view text);
/// Nothing when RE2 compiles it, else what is wrong with it.
[[nodiscard]] std::optional<std::string> regex_error(std::string_view pattern);

/// What a string literal is taken as where a value of `kind` is meant: `cidr` "10.0.0.0/8". `expected` says what its
/// text should look like.
struct DomainLiteral {
    TypeKind kind;
    bool (*accepts)(std::string_view);
    std::string_view expected;
};
/// Null when a string is never read as `kind`.
[[nodiscard]] const DomainLiteral* domain_literal(TypeKind kind);

}  // namespace spile::lang::sema

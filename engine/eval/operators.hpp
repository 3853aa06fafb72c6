// The meaning of operators and built-in functions on values whose choices are resolved: three truth values, unknown
// parts taken as far as known segments decide. Both evaluators (worlds one by one, and guards) stand on these; nothing
// here knows of worlds, except that lists may hold uncertain elements.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "engine/graph/fact_graph.hpp"
#include "engine/graph/value.hpp"
#include "lang/program/program.hpp"

namespace spile::engine {

/// Kleene's three truth values.
enum class Truth : std::uint8_t { no, maybe, yes };

[[nodiscard]] constexpr Truth negate(Truth a) noexcept {
    return a == Truth::yes ? Truth::no : a == Truth::no ? Truth::yes : Truth::maybe;
}
[[nodiscard]] constexpr Truth conjoin(Truth a, Truth b) noexcept {
    return a < b ? a : b;
}
[[nodiscard]] constexpr Truth disjoin(Truth a, Truth b) noexcept {
    return a < b ? b : a;
}

class Patterns;

/// What operators may look at besides their operands. Operands are never choices themselves; choices nested in lists,
/// maps and records count as undecided unless all arms agree.
struct Operands {
    const ValueFactory* factory = nullptr;
    const FactGraph* graph = nullptr;
    std::int64_t now = 0;          // seconds since 1970 UTC
    Patterns* patterns = nullptr;  // compiled regular expressions; null: compiled at each use
    GuardSpace* guards = nullptr;  // to make new guards in; null: what needs one is undecided
};

/// Meaning 1: total; missing equals nothing (not even missing), null equals null, numbers by value, sets without order,
/// unknowns of one producer are equal, partial strings are unequal as soon as known segments differ. Domain values
/// compare by meaning.
[[nodiscard]] Truth equal(Value a, Value b, const Operands& with);
/// a < b; a <= b. Numbers and intervals, versions, times, durations. Undecided for missing, errors, unknowns and values
/// of other kinds.
[[nodiscard]] Truth less(Value a, Value b, const Operands& with);
[[nodiscard]] Truth less_equal(Value a, Value b, const Operands& with);
/// Member of a list or set, key of a map, port in ports, cidr in cidr (within). A missing or null collection holds
/// nothing; what is no collection leaves the answer open.
/// Element guards other than always/never count as undecided members.
[[nodiscard]] Truth in(Value item, Value collection, const Operands& with);
/// RE2 search; undecided over holes. `regex` is the pattern's text, known to compile.
[[nodiscard]] Truth matches(Value text, std::string_view regex, const Operands& with);
/// Whole-string wildcard match: `*` any run, `?` one character; decided over known segments where they suffice. Either
/// side may be partial.
[[nodiscard]] Truth like(Value text, Value pattern, const Operands& with);
/// Present and not null.
[[nodiscard]] Truth exists(Value value);
/// Missing, null, or a string, list, set or map without content.
[[nodiscard]] Truth empty(Value value);
/// A boolean as truth; missing and null are no; unknown is undecided, and so is (as an error) a value that is no
/// boolean.
[[nodiscard]] Truth truth_of(Value value);

/// Why a value is not decided: the cause of an unknown or error, found in nested parts too; empty when decided.
[[nodiscard]] std::string_view cause_of(Value value);
[[nodiscard]] bool is_error(Value value);

/// Why an operator left `maybe`, for the report: an error when an operand is one or is of a kind the operator does not
/// take, else the first unknown part. `b` is missing for operators with one operand.
struct Undecided {
    bool error = false;
    std::string cause;
};
[[nodiscard]] Undecided undecided(lang::Op op, Value a, Value b);

/// `value.name` for maps, records, domain values and (attributes, lower-case ones) resources. What is not there is
/// missing, whose origin is the key of the deepest ancestor that exists; of an unknown it is unknown; of a list or
/// scalar an error value.
[[nodiscard]] Value field(Value value, std::string_view name, const Operands& with);
/// `value[key]`: maps by string, lists by whole number (0-based; negative or too large: missing).
[[nodiscard]] Value index(Value value, Value key, const Operands& with);

/// A member that nobody sees of a collection that may have further ones (or is not known to be a collection at all):
/// unknown, the same as no other. Of an error the error.
[[nodiscard]] Value unseen_member(Value collection, const Operands& with);

/// ++ of strings (and partial strings), lists, sets.
[[nodiscard]] Value concatenate(Value a, Value b, const Operands& with);
/// + - * / on numbers (intervals for + and -), time ± duration, time - time.
[[nodiscard]] Value arithmetic(lang::Op op, Value a, Value b, const Operands& with);

/// Whether `literal` has the value of such an expression.
[[nodiscard]] constexpr bool is_literal(lang::Op op) noexcept {
    return op <= lang::Op::severity;
}

/// A literal of the program.
[[nodiscard]] Value literal(const lang::Expr& expr, const Operands& with);

/// Calls a built-in. An argument that is an error (or unknown, where the function needs it known) decides the result;
/// `parse_json`, `as_list`, `hardcoded`, `refers`, `is_*` look at undecided values themselves.
[[nodiscard]] Value call(lang::Builtin builtin, std::span<const Value> arguments, const Operands& with);

/// A value as messages print it: strings bare, `(sensitive)`, `(unknown)`, holes of a text
/// as the document writes them (`${Env}`), lists in brackets, resources and entities by
/// logical name; at most 200 bytes.
[[nodiscard]] std::string display(Value value, const Operands& with);

/// Domain parsers, for literals at load and values at run time; nothing when the text is none.
[[nodiscard]] std::optional<DomainValue> parse_cidr(std::string_view text);
[[nodiscard]] std::optional<DomainValue> parse_time(std::string_view text);  // RFC 3339 date or date-time, UTC assumed
[[nodiscard]] std::optional<DomainValue> parse_duration(std::string_view text);  // 90s, 24h, 2w, 1h30m
[[nodiscard]] std::optional<DomainValue> parse_protocol(std::string_view text);
[[nodiscard]] std::optional<DomainValue> parse_version(std::string_view text);

}  // namespace spile::engine

// What the parser leaves: one Module a file, names unresolved. Expressions live in one vector and refer to each other
// by id, so a module is a value that can be kept, compared and thrown away without pointer chasing. Every node has the
// span that its author wrote.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "lang/base/span.hpp"

namespace spile::lang::syntax {

using ExprId = std::uint32_t;
inline constexpr ExprId no_expr = 0xffffffffU;

struct Name {
    std::string text;  // qualified names keep their dots
    Span span;
};

enum class ExprKind : std::uint8_t {
    // primaries; `text` holds the decoded content
    null_literal,
    bool_literal,     // text: "true" or "false"
    number_literal,   // text: as written, without underscores
    string_literal,   // text: decoded
    regex_literal,    // r"…": text raw
    cidr_literal,     // cidr "…"
    arn_literal,      // arn "…"
    version_literal,  // version "…"
    glob_literal,     // glob "…"
    time_literal,     // duration (24h, 30d) or date/time (2027-03-31, 2027-03-31T10:00:00Z): text as written
    name,             // text; `_` is wildcard
    wildcard,
    list,                // children: elements
    set,                 // children: elements ({} is the empty set)
    map,                 // children: key, value, key, value … ({:} is the empty map)
    list_comprehension,  // children[0]: element; generators; where
    set_comprehension,   // children[0]: element
    map_comprehension,   // children[0]: key, children[1]: value
    aggregate,  // text: count sum min max the first; children[0]: value or no_expr; flags distinct; generators; where;
                // by
    // paths
    field,    // children[0] . text
    project,  // children[0] [*]
    index,    // children[0] [ children[1] ]
    call,     // children[0] ( arguments )
    // operators; `text` is the operator as written
    negate,       // not children[0]
    conjunction,  // children, at least two
    disjunction,  // children, at least two
    conditional,  // if children[0] then children[1] else children[2]
    compare,      // text: == != < <= > >= in `not in` matches like
    test,         // text: exists missing empty
    arithmetic,   // text: ++ + - * /
    coalesce,     // children[0] ?? children[1]
    some,         // generators; where
    none,
    all,   // generators; where; satisfy = children[0]
    error  // what the parser could not read
};

struct Type {
    Name name;  // "string", "set", "aws.s3.Bucket"
    std::vector<Type> arguments;
    bool optional = false;  // `?`
    Span span;
};

/// cfn "AWS::S3::Bucket", tf "…", docker "FROM", json *, yaml *
struct RawType {
    Name tool;
    std::optional<Name> type;  // nothing: `*`; text without quotes, span with quotes
    Span span;
};

/// What a `for` or a typed generator ranges over.
struct Subject {
    enum class Scope : std::uint8_t { declared, external, change };
    Scope scope = Scope::declared;
    std::optional<RawType> raw;
    std::optional<Type> type;  // exactly one of raw and type
    Span span;
};

struct Argument {
    std::optional<Name> name;
    ExprId value = no_expr;
};

struct Generator {
    enum class Kind : std::uint8_t { in, pair_in, typed, relation };
    Kind kind = Kind::in;
    std::vector<Name> names;          // in: 1; pair_in: 2; typed: 1; relation: 0
    ExprId source = no_expr;          // in, pair_in
    std::optional<Subject> subject;   // typed
    Name relation;                    // relation
    std::vector<Argument> arguments;  // relation: patterns
    Span span;
};

struct Expr {
    ExprKind kind = ExprKind::error;
    Span span;
    std::string text;
    Span text_span;  // of the name, literal or operator alone
    std::vector<ExprId> children;
    std::vector<Argument> arguments;    // call
    std::vector<Generator> generators;  // comprehensions, aggregates, quantifiers
    ExprId where = no_expr;
    ExprId by = no_expr;
    bool distinct = false;
};

struct Field {
    Name name;
    Type type;
    std::string doc;
};

struct Let {
    Name name;
    ExprId value = no_expr;
    Span span;
};

struct Param {
    Name name;
    Type type;
    ExprId value = no_expr;  // the default; no_expr when it must be given
};

struct Function {
    Name name;
    std::vector<Field> parameters;
    Type result;
    ExprId body = no_expr;
};

struct Rule {
    Name name;
    std::vector<Field> parameters;
    ExprId body = no_expr;
};

struct Entity {
    Name name;
    std::vector<Field> fields;
};

struct View {
    Name entity;
    Name variable;
    RawType raw;
    std::optional<Name> each;  // each NAME in each_source key key
    ExprId each_source = no_expr;
    ExprId key = no_expr;
    ExprId where = no_expr;
    std::vector<Let> lets;
    std::vector<Let> fields;
};

struct Text {
    std::string text;  // decoded; `{…}` still inside
    Span span;         // with quotes
};

struct Demand {
    enum class Kind : std::uint8_t { require, deny };
    Kind kind = Kind::require;
    ExprId condition = no_expr;
    std::vector<ExprId> at;
    std::optional<Text> message;  // else / because
    Span span;
};

struct OnUnknown {
    Name treatment;  // fail warn pass
    Text reason;
};

struct Policy {
    Name name;
    Text title;
    std::optional<Name> id;
    std::optional<Name> severity;
    std::vector<Text> controls;
    std::vector<Text> same_as;
    std::optional<OnUnknown> on_unknown;
    Name variable;
    Subject subject;
    std::vector<ExprId> whens;
    std::vector<Let> lets;
    std::vector<Demand> demands;
    std::optional<Text> remedy;
};

struct Waiver {
    Name policy;                   // code or alias-free id
    std::optional<Text> subject;   // for "…"
    std::optional<Text> document;  // in "…"
    std::optional<Text> owner;
    std::optional<Text> reason;
    std::optional<Name> until;
};

struct GateClause {
    enum class Kind : std::uint8_t { require_evidence, require_when, allow_when, forbid_when };
    Kind kind = Kind::require_when;
    std::vector<Text> evidence;
    std::optional<Name> fresh;
    ExprId condition = no_expr;
    std::optional<Text> message;
    Span span;
};

struct Gate {
    Name name;
    Name variable;
    Type type;
    std::vector<Let> lets;
    std::vector<GateClause> clauses;
};

struct Declaration {
    enum class Kind : std::uint8_t { param, function, rule, entity, view, policy, waiver, gate };
    Kind kind;
    std::uint32_t index;  // into the module's vector of that kind
    bool is_private = false;
    std::string doc;  // lines of `##`, joined by newlines
    Span span;        // without the doc
};

struct Import {
    Name module;
    std::optional<Name> alias;
};

struct Comment {
    Span span;         // from `#` to the end of the line
    bool doc = false;  // `##`
};

/// One parsed file. Usable even when the parser reported errors: what could not be read is left out or an `error`
/// expression.
struct Module {
    SourceId source;
    Name name;
    std::vector<Import> imports;
    std::vector<Declaration> declarations;  // in source order
    std::vector<Param> params;
    std::vector<Function> functions;
    std::vector<Rule> rules;
    std::vector<Entity> entities;
    std::vector<View> views;
    std::vector<Policy> policies;
    std::vector<Waiver> waivers;
    std::vector<Gate> gates;
    std::vector<Expr> exprs;
    std::vector<Comment> comments;  // for the formatter
};

}  // namespace spile::lang::syntax

// What the engine runs: names resolved, types checked, every variable a slot of its frame. Knows nothing of syntax; the
// engine reads nothing else of `lang`. All indices point into the vectors of Program. Expressions are trees: a child
// belongs to one parent.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lang/base/span.hpp"

namespace spile::lang {

using ExprIndex = std::uint32_t;
inline constexpr ExprIndex k_no_expr = 0xffffffffU;
using Slot = std::uint32_t;
inline constexpr Slot k_no_slot = 0xffffffffU;

enum class Builtin : std::uint16_t {
#define SPILE_BUILTIN(name, signature, doc) name,
#include "lang/program/builtins.def"
#undef SPILE_BUILTIN
};

/// What builtins.def says of a builtin.
struct BuiltinInfo {
    Builtin builtin;
    std::string_view name;
    std::string_view signature;  // "(text: string, prefix: string) -> bool"
    std::string_view doc;
};
[[nodiscard]] const std::vector<BuiltinInfo>& all_builtins();

enum class Op : std::uint8_t {
    // literals; `text` holds the decoded content
    null_value,
    boolean,  // text "true" / "false"
    number,
    string,
    regex,
    cidr,
    arn,  // compared as a string pattern-free ARN text
    version,
    glob,
    time,  // date, or date and time (UTC)
    duration,
    protocol,  // a string literal that stands where a protocol is meant
    severity,  // info < low < medium < high < critical
    // names
    local,  // slot
    param,  // index into params
    // access
    field,    // children[0] . text   (entity, record, resource, map, domain value)
    index,    // children[0] [ children[1] ]
    project,  // children[0] is the collection; slot is bound to each element; children[1] is what is projected.
              // `xs[*].a.b[*].c` nests;
              // missing results are dropped, list results of a nested project are spliced
    // calls
    call_function,  // index into functions; children are arguments in order
    call_builtin,   // index is the Builtin
    call_relation,  // index into relations; patterns, all bound or wildcard: true when a tuple matches
    construct,      // index into entities; children in field order, k_no_expr where not given
    // collections
    list,
    set,
    map,                 // children: key, value, …
    list_comprehension,  // children[0]; generators; condition
    set_comprehension,
    map_comprehension,  // children[0] key, children[1] value
    // logic
    negate,
    conjunction,
    disjunction,
    conditional,
    equal,
    not_equal,
    less,
    less_equal,
    greater,
    greater_equal,
    in,
    not_in,
    matches,
    like,
    exists,
    missing,
    empty,
    some,  // generators; condition (the `where`, k_no_expr: true)
    none,
    all,  // generators; condition; children[0] is the `satisfy`
    // values
    concatenate,
    add,
    subtract,
    multiply,
    divide,
    coalesce,
    count,  // children[0] or k_no_expr; distinct; generators; condition
    sum,
    minimum,
    maximum,
    the,
    first  // also by
};

/// What a typed generator or a policy's subject ranges over.
struct Range {
    enum class Kind : std::uint8_t { entity, raw, resource };  // resource: the built-in entity `Resource`
    enum class Scope : std::uint8_t { declared, external, change };
    Kind kind = Kind::raw;
    Scope scope = Scope::declared;
    std::uint32_t entity = 0;
    std::string tool;  // raw: "cfn"
    std::string type;  // raw: "AWS::S3::Bucket" or "*"
};

struct Pattern {
    enum class Kind : std::uint8_t { match, bind, wildcard };
    Kind kind = Kind::wildcard;
    ExprIndex value = k_no_expr;  // match
    Slot slot = k_no_slot;        // bind
};

struct Generator {
    enum class Kind : std::uint8_t { in, pair_in, typed, relation };
    Kind kind = Kind::in;
    Slot slot = k_no_slot;         // in, typed; pair_in: the key (map) or position (list, 0-based)
    Slot value_slot = k_no_slot;   // pair_in
    ExprIndex source = k_no_expr;  // in, pair_in
    Range range;                   // typed
    std::uint32_t relation = 0;
    std::vector<Pattern> patterns;
    SourceSpan where;
};

struct Expr {
    Op op = Op::null_value;
    SourceSpan where;
    std::string text;
    std::uint32_t index = 0;
    Slot slot = k_no_slot;
    std::vector<ExprIndex> children;
    std::vector<Generator> generators;
    std::vector<Pattern> patterns;  // call_relation
    ExprIndex condition = k_no_expr;
    ExprIndex by = k_no_expr;
    bool distinct = false;
    std::uint32_t type = 0;  // index into types
};

/// A static type, for tools (query, editor) and for reports; evaluation does not read it.
struct TypeText {
    std::string text;  // "list<string>?"
};

struct Let {
    Slot slot = k_no_slot;
    ExprIndex value = k_no_expr;
    std::string name;
};

/// `else "{bucket} is not encrypted"`: pieces in order, each text or an expression.
struct Template {
    struct Piece {
        std::string text;
        ExprIndex value = k_no_expr;
    };
    std::vector<Piece> pieces;
};

struct Param {
    std::string module;
    std::string name;
    std::string type;             // as TypeText
    ExprIndex value = k_no_expr;  // default; constant expression over literals and other params
    SourceSpan where;
};

struct RecordField {
    std::string name;
    std::string type;
    std::string doc;
};

struct Function {
    std::string module;
    std::string name;
    std::uint32_t parameters = 0;        // slots 0 … parameters-1
    std::vector<RecordField> signature;  // name and type of each parameter
    std::string result;                  // type of the body
    Slot frame = 0;                      // number of slots
    ExprIndex body = k_no_expr;
    SourceSpan where;
};

struct Entity {
    std::string module;
    std::string name;
    std::vector<RecordField> fields;
    std::vector<std::uint32_t> views;
    SourceSpan where;
};

/// How an entity is read from units of one raw type.
struct View {
    std::uint32_t entity = 0;
    std::string tool;
    std::string type;
    Slot frame = 0;
    Slot variable = 0;      // the unit
    Slot each = k_no_slot;  // element of each_source
    ExprIndex each_source = k_no_expr;
    ExprIndex key = k_no_expr;
    ExprIndex where = k_no_expr;
    std::vector<Let> lets;
    std::vector<ExprIndex> fields;  // in the entity's order; k_no_expr: missing
    SourceSpan where_declared;
};

/// One way to derive a tuple: for every binding that the generators make, in order, under which the condition holds,
/// the head's slots are a tuple. Each positive conjunct that binds a name became a generator; `x == e` one over the
/// list of e alone; a head parameter of entity type that nothing binds one over all entities of that type.
struct Rule {
    Slot frame = 0;
    std::vector<Slot> head;  // the slots of the head's parameters, in order; the generators bind all of them
    std::vector<Generator> generators;
    ExprIndex condition = k_no_expr;  // what else must hold; k_no_expr: nothing
    SourceSpan where;
};

struct Relation {
    std::string module;
    std::string name;
    std::vector<RecordField> columns;
    std::vector<Rule> rules;
    bool recursive = false;
    std::uint32_t stratum = 0;
    SourceSpan where;
};

enum class Severity : std::uint8_t { info, low, medium, high, critical };
[[nodiscard]] std::string_view word(Severity severity);
[[nodiscard]] std::optional<Severity> parse_severity(std::string_view word);

enum class UnknownTreatment : std::uint8_t { by_flag, fail, warn, pass };

struct Demand {
    enum class Kind : std::uint8_t { require, deny };
    Kind kind = Kind::require;
    ExprIndex condition = k_no_expr;
    std::vector<ExprIndex> at;        // may read slots of the leading `all` (require) or `some` (deny)
    std::optional<Template> message;  // likewise
    SourceSpan where;
};

struct Policy {
    std::string module;
    std::string name;  // s3_encrypted
    std::string title;
    std::string id;  // ORG-S3-001
    Severity severity = Severity::medium;
    std::vector<std::string> controls;
    std::vector<std::string> same_as;  // "cfn_nag:W41"
    UnknownTreatment on_unknown = UnknownTreatment::by_flag;
    std::string on_unknown_reason;
    std::string doc;
    Slot frame = 0;
    Slot variable = 0;  // the subject
    Range subject;
    std::vector<ExprIndex> whens;
    std::vector<Let> lets;
    std::vector<Demand> demands;
    std::optional<Template> remedy;
    SourceSpan where;  // the name
};

struct Waiver {
    std::string policy;    // id
    std::string subject;   // glob over the logical name or address; empty: any
    std::string document;  // glob over the path; empty: any
    std::string owner;
    std::string reason;
    std::string until;  // date, or date and time; empty: not given
    SourceSpan where;
};

struct GateClause {
    enum class Kind : std::uint8_t { require_evidence, require_when, allow_when, forbid_when };
    Kind kind = Kind::require_when;
    std::vector<std::string> evidence;
    std::string fresh;  // duration as written
    ExprIndex condition = k_no_expr;
    std::optional<Template> message;
    SourceSpan where;
};

struct Gate {
    std::string module;
    std::string name;
    Slot frame = 0;
    Slot variable = 0;
    std::uint32_t entity = 0;
    std::vector<Let> lets;
    std::vector<GateClause> clauses;
    SourceSpan where;
};

/// Loaded, checked rule text. A value; holds no views.
struct Program {
    std::vector<Expr> exprs;
    std::vector<TypeText> types;
    std::vector<Param> params;
    std::vector<Function> functions;
    std::vector<Entity> entities;
    std::vector<View> views;
    std::vector<Relation> relations;
    std::vector<std::vector<std::uint32_t>>
        strata;  // relation indices, bottom first; one stratum is one recursive component
    std::vector<Policy> policies;
    std::vector<Waiver> waivers;
    std::vector<Gate> gates;

    [[nodiscard]] const Expr& expr(ExprIndex index) const { return exprs.at(index); }
};

}  // namespace spile::lang

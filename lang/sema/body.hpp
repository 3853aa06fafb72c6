// One body on its way from syntax to program: a policy, function, rule, view, gate or parameter. Names in scope, the
// slots of its frame, and the paths that are known to be present where we are. The functions that lower expressions
// are declared here and live in a file per family of constructs.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lang/sema/environment.hpp"

namespace spile::lang::sema {

/// An expression of the program and its type.
struct Typed {
    ExprIndex expr = k_no_expr;
    TypeId type = k_any;
};

struct Binding {
    std::string name;
    Slot slot = k_no_slot;
    TypeId type = k_any;
    SourceSpan where;
    bool bound = true;      // false: head parameter of a rule that nothing has bound yet
    bool must_use = false;  // a name that occurs once is an error
    std::uint32_t uses = 0;
};

struct Body {
    Environment& env;
    syntax::Module& module;  // messages add their expressions to it
    std::uint32_t module_index = 0;
    bool in_rule = false;
    std::vector<Binding> scope;
    Slot frame = 0;
    std::vector<std::string> present;  // path keys

    [[nodiscard]] const syntax::Expr& syntax_of(syntax::ExprId id) const { return module.exprs.at(id); }
    [[nodiscard]] SourceSpan at(Span span) const { return {module.source, span}; }
    [[nodiscard]] std::string_view text(Span span) const { return env.sources.text(at(span)); }
    void report(DiagnosticKind kind, Span span, std::string message, std::string help = "") const {
        env.report(kind, at(span), std::move(message), std::move(help));
    }
    Typed emit(Op op, Span span, TypeId type, std::vector<ExprIndex> children = {}, std::string text = "");
    [[nodiscard]] Expr& expr(const Typed& typed) const { return env.program.exprs.at(typed.expr); }
    [[nodiscard]] TypeKind kind(const Typed& typed) const { return env.types.kind(typed.type); }
};

// scope.cpp ------------------------------------------------------------------------------------------------------

/// The binding of that name, innermost first; null when there is none.
[[nodiscard]] Binding* find_binding(Body& body, std::string_view name);

enum class Use : std::uint8_t { optional, required };

/// Gives the name a slot of type `type`. `_` gets a slot and no name; a head parameter that is not bound yet keeps its
/// slot; a name that is in scope already is reported.
[[nodiscard]] Slot bind(Body& body, const syntax::Name& name, TypeId type, Use use);

/// Leaves names and path keys beyond the marks; reports required names that were never used.
struct ScopeMark {
    std::size_t names = 0;
    std::size_t present = 0;
};
[[nodiscard]] ScopeMark mark(const Body& body);
void leave(Body& body, ScopeMark mark);

// presence.cpp ---------------------------------------------------------------------------------------------------

/// Whether the condition is known to hold or known not to.
enum class Holds : std::uint8_t { yes, no };

/// Adds the paths that must be there when the condition holds (or does not) to `body.present`.
void assume(Body& body, syntax::ExprId condition, Holds holds);
/// "#3.tags["team"]" for paths of names, fields and literal keys.
[[nodiscard]] std::optional<std::string> path_key(Body& body, syntax::ExprId id);
[[nodiscard]] bool is_present(const Body& body, const std::string& key);
/// Reports a value that may be missing where one is needed; `what` names the place: "`<`", "`net.is_public`".
void require_present(Body& body, const Typed& value, const std::string& what);

// expressions ----------------------------------------------------------------------------------------------------

/// Lowers and types an expression. `expected` helps literals ("tcp" where a protocol is meant); whether the result
/// fits is the caller's to check. Never fails: what is wrong is reported and becomes `any`.
Typed lower(Body& body, syntax::ExprId id, TypeId expected = k_any);
/// Lowers a condition: reports what is no truth value.
ExprIndex lower_condition(Body& body, syntax::ExprId id);
/// Lowers and reports when the value does not fit the type; `what` names the place.
ExprIndex lower_as(Body& body, syntax::ExprId id, TypeId type, const std::string& what);
void check_fits(Body& body, const Typed& value, TypeId wanted, const std::string& what);

Typed lower_literal(Body& body, const syntax::Expr& expr, TypeId expected);     // lower_literal.cpp
Typed lower_path(Body& body, syntax::ExprId id, TypeId expected);               // lower_path.cpp
Typed lower_field(Body& body, Typed base, const syntax::Expr& step);            // lower_field.cpp
Typed lower_call(Body& body, const syntax::Expr& expr);                         // lower_call.cpp
Typed lower_operator(Body& body, const syntax::Expr& expr, TypeId expected);    // lower_operator.cpp
Typed lower_compare(Body& body, const syntax::Expr& expr);                      // lower_compare.cpp
Typed lower_collection(Body& body, const syntax::Expr& expr, TypeId expected);  // lower_collection.cpp
Typed lower_aggregate(Body& body, const syntax::Expr& expr);                    // lower_aggregate.cpp

/// Quantifiers. `leading` leaves the generators' names in scope, for a message (the caller marks and leaves).
Typed lower_quantifier(Body& body, const syntax::Expr& expr);
Typed lower_leading(Body& body, const syntax::Expr& expr);

// generators (lower_generator.cpp) ----------------------------------------------------------------------------------

/// Lowers one generator and brings its names into scope.
Generator lower_generator(Body& body, const syntax::Generator& generator);
/// Generators in order, then `where` into `condition`; facts of the where hold afterwards. The caller marks and leaves.
void lower_generators(Body& body, const syntax::Expr& from, std::vector<Generator>& generators, ExprIndex& condition);

/// Where each parameter's argument is, positional then named; no_expr where none is given. Reports unknown names,
/// repeated and surplus arguments.
[[nodiscard]] std::vector<syntax::ExprId> place_arguments(Body& body, const std::vector<syntax::Argument>& arguments,
                                                          const std::string& name,
                                                          const std::vector<TypedName>& parameters);

enum class NewNames : std::uint8_t { bind, forbid };
/// The arguments of R(a, b, _) against the relation's columns.
std::vector<Pattern> lower_patterns(Body& body, std::uint32_t relation, const std::vector<syntax::Argument>& arguments,
                                    Span span, NewNames names);
struct RangeType {
    Range range;
    TypeId type = k_any;
};
/// What a subject ranges over, and the type of one.
RangeType lower_subject(Body& body, const syntax::Subject& subject);
/// The range over all instances of an entity type or `Resource`; nothing for other types.
[[nodiscard]] std::optional<Range> range_of(const Environment& env, TypeId type);

// names (resolve.cpp) -----------------------------------------------------------------------------------------------

/// What a call's callee or a relation generator names.
struct Callee {
    enum class Kind : std::uint8_t { unknown, function, builtin, relation, entity };
    Kind kind = Kind::unknown;
    std::uint32_t index = 0;
};
/// Reports unknown ones.
[[nodiscard]] Callee find_callee(Body& body, const std::string& name, Span span);
/// "a.b.c" when the expression is nothing but names; empty otherwise.
[[nodiscard]] std::string dotted_name(const Body& body, syntax::ExprId id);
/// Whether the name means something here without binding it: a bound local, a param.
[[nodiscard]] bool is_resolvable(Body& body, std::string_view name);
/// Reports a name that means nothing, with the nearest one that does.
void report_unknown_name(Body& body, std::string_view name, Span span);
/// The names that an expression needs from outside and that mean nothing yet (or are unbound heads), in order.
[[nodiscard]] std::vector<std::string> unbound_names(Body& body, syntax::ExprId id);

// messages (lower_message.cpp)
// -----------------------------------------------------------------------------------------

/// `{expr}` pieces parsed and lowered; `{{` and `}}` are braces.
[[nodiscard]] Template lower_message(Body& body, const syntax::Text& text);

}  // namespace spile::lang::sema

// Calls: functions, built-ins, relations (true when a tuple matches) and construction of entities.
#include <algorithm>

#include "lang/sema/body.hpp"

namespace spile::lang::sema {

namespace {

std::optional<std::size_t> named_parameter(Body& body, const syntax::Name& argument, const std::string& callee,
                                           const std::vector<TypedName>& parameters) {
    std::vector<std::string> known;
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        if (parameters[i].name == argument.text) return i;
        known.push_back(parameters[i].name);
    }
    body.report(DiagnosticKind::unknown_argument, argument.span,
                "`" + callee + "` has no argument `" + argument.text + "`" + suggestion(argument.text, known));
    return std::nullopt;
}

}  // namespace

std::vector<syntax::ExprId> place_arguments(Body& body, const std::vector<syntax::Argument>& arguments,
                                            const std::string& name, const std::vector<TypedName>& parameters) {
    std::vector<syntax::ExprId> placed(parameters.size(), syntax::no_expr);
    std::size_t next = 0;
    for (const syntax::Argument& argument : arguments) {
        std::size_t at = next;
        if (argument.name) {
            const auto found = named_parameter(body, *argument.name, name, parameters);
            if (!found) continue;
            at = *found;
        }
        const Span span = body.syntax_of(argument.value).span;
        if (at >= placed.size()) {
            body.report(DiagnosticKind::wrong_arguments, span,
                        "`" + name + "` takes " + std::to_string(parameters.size()) + " argument" +
                            (parameters.size() == 1 ? "" : "s"));
            break;
        }
        if (placed[at] != syntax::no_expr) {
            body.report(DiagnosticKind::wrong_arguments, span,
                        "the argument `" + parameters[at].name + "` of `" + name + "` is given twice");
        }
        placed[at] = argument.value;
        next = at + 1;
    }
    return placed;
}

namespace {

Typed lower_argument(Body& body, syntax::ExprId id, const TypedName& parameter, const std::string& name) {
    const Typed value = lower(body, id, parameter.type);
    if (!body.env.types.optional(parameter.type)) require_present(body, value, "`" + name + "`");
    check_fits(body, {value.expr, body.env.types.present(value.type)}, body.env.types.maybe(parameter.type),
               "argument `" + parameter.name + "` of `" + name + "`");
    return value;
}

void missing_argument(Body& body, const syntax::Expr& call, const std::string& name, const TypedName& parameter) {
    body.report(
        DiagnosticKind::wrong_arguments, call.span,
        "`" + name + "` is called without `" + parameter.name + ": " + body.env.types.text(parameter.type) + "`");
}

Typed call_signature(Body& body, const syntax::Expr& call, const std::string& name, Op op, std::uint32_t index,
                     const Signature& signature) {
    const std::size_t errors = body.env.sink.error_count();
    const auto placed = place_arguments(body, call.arguments, name, signature.parameters);
    std::vector<ExprIndex> arguments;
    TypeId result = signature.result;
    for (std::size_t i = 0; i < placed.size(); ++i) {
        if (placed[i] == syntax::no_expr) {
            if (body.env.sink.error_count() == errors) missing_argument(body, call, name, signature.parameters[i]);
            continue;
        }
        const Typed argument = lower_argument(body, placed[i], signature.parameters[i], name);
        arguments.push_back(argument.expr);
        if (signature.like_argument) result = body.env.types.maybe(argument.type);
    }
    const Typed made = body.emit(op, call.span, result, std::move(arguments), name);
    body.expr(made).index = index;
    return made;
}

Typed construct(Body& body, const syntax::Expr& call, const std::string& name, std::uint32_t index) {
    const std::vector<TypedName> fields = body.env.entities.at(index);
    for (const syntax::Argument& argument : call.arguments) {
        if (argument.name) continue;
        body.report(DiagnosticKind::wrong_arguments, body.syntax_of(argument.value).span,
                    "the fields of `" + name + "` are given by name", "write `field: value`");
        break;
    }
    const auto placed = place_arguments(body, call.arguments, name, fields);
    std::vector<ExprIndex> values;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        values.push_back(k_no_expr);
        if (placed[i] != syntax::no_expr) {
            values.back() = lower_as(body, placed[i], fields[i].type, "field `" + fields[i].name + "`");
        } else if (!body.env.types.optional(fields[i].type)) {
            missing_argument(body, call, name, fields[i]);
        }
    }
    const Entity& entity = body.env.program.entities.at(index);
    const TypeId type = body.env.types.entity(index, entity.module + "." + entity.name);
    const Typed made = body.emit(Op::construct, call.span, type, std::move(values), name);
    body.expr(made).index = index;
    return made;
}

Typed call_relation(Body& body, const syntax::Expr& call, const std::string& name, std::uint32_t index) {
    std::vector<Pattern> patterns = lower_patterns(body, index, call.arguments, call.span, NewNames::forbid);
    const Typed made = body.emit(Op::call_relation, call.span, body.env.types.simple(TypeKind::boolean), {}, name);
    body.expr(made).index = index;
    body.expr(made).patterns = std::move(patterns);
    return made;
}

Typed not_callable(Body& body, const syntax::Expr& call) {
    const syntax::ExprId callee = call.children.front();
    body.report(DiagnosticKind::not_a_value, body.syntax_of(callee).span,
                "`" + std::string(body.text(body.syntax_of(callee).span)) + "` is a value, not something to call");
    for (const syntax::Argument& argument : call.arguments)
        static_cast<void>(lower(body, argument.value));
    return body.emit(Op::null_value, call.span, k_any);
}

}  // namespace

Typed lower_call(Body& body, const syntax::Expr& call) {
    const syntax::ExprId callee_id = call.children.front();
    const std::string name = dotted_name(body, callee_id);
    if (name.empty()) return not_callable(body, call);
    const std::string_view base = std::string_view(name).substr(0, name.find('.'));
    if (base.size() < name.size() && find_binding(body, base)) return not_callable(body, call);
    const Callee callee = find_callee(body, name, body.syntax_of(callee_id).span);
    switch (callee.kind) {
        case Callee::Kind::function:
            return call_signature(body, call, name, Op::call_function, callee.index,
                                  body.env.functions.at(callee.index));
        case Callee::Kind::builtin:
            return call_signature(body, call, name, Op::call_builtin, callee.index, body.env.builtins.at(callee.index));
        case Callee::Kind::relation:
            return call_relation(body, call, name, callee.index);
        case Callee::Kind::entity:
            return construct(body, call, name, callee.index);
        case Callee::Kind::unknown:
            break;
    }
    for (const syntax::Argument& argument : call.arguments) {
        if (body.syntax_of(argument.value).kind != syntax::ExprKind::wildcard)
            static_cast<void>(lower(body, argument.value));
    }
    return body.emit(Op::null_value, call.span, k_any);
}

}  // namespace spile::lang::sema

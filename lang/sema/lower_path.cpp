// Paths: a name or value, then `.field`, `[key]` and `[*]` steps. Projection turns inside out here: what follows `[*]`
// becomes the projected expression over each element.
#include <algorithm>
#include <span>

#include "lang/sema/body.hpp"

namespace spile::lang::sema {

namespace {

using Steps = std::span<const syntax::ExprId>;

Typed unknown(Body& body, Span span) {
    return body.emit(Op::null_value, span, k_any);
}

Typed local(Body& body, Binding& binding, const syntax::Expr& expr) {
    ++binding.uses;
    if (!binding.bound) {
        body.report(DiagnosticKind::unbound_variable, expr.span, "nothing binds `" + expr.text + "`",
                    "bind it by a relation, a generator, or `" + expr.text + " == …` outside of `not`");
        return unknown(body, expr.span);
    }
    const Typed made = body.emit(Op::local, expr.span, binding.type, {}, expr.text);
    body.expr(made).slot = binding.slot;
    return made;
}

Typed param(Body& body, const Member& member, Span span, const std::string& name) {
    const Typed made = body.emit(Op::param, span, body.env.params.at(member.index), {}, name);
    body.expr(made).index = member.index;
    return made;
}

bool is_callable(const Body& body, std::string_view qualified) {
    for (const auto kind : {&ModuleNames::functions, &ModuleNames::relations, &ModuleNames::entities}) {
        if (find_member(body.env, body.module_index, qualified, kind, {})) return true;
    }
    return false;
}

Typed not_a_value(Body& body, Span span, const std::string& name, std::string_view what) {
    body.report(DiagnosticKind::not_a_value, span, "`" + name + "` is " + std::string(what) + ", not a value");
    return unknown(body, span);
}

// `net.internet`: takes the first step as well.
Typed module_member(Body& body, const syntax::Expr& base, Steps& steps) {
    if (steps.empty() || body.syntax_of(steps.front()).kind != syntax::ExprKind::field) {
        return not_a_value(body, base.span, base.text, "a module");
    }
    const syntax::Expr& step = body.syntax_of(steps.front());
    steps = steps.subspan(1);
    const std::string qualified = base.text + "." + step.text;
    if (const Member* member =
            find_member(body.env, body.module_index, qualified, &ModuleNames::params, body.at(step.span))) {
        return param(body, *member, step.span, qualified);
    }
    if (is_callable(body, qualified)) return not_a_value(body, step.span, qualified, "something to call");
    report_unknown_name(body, qualified, step.span);
    return unknown(body, step.span);
}

Typed base_name(Body& body, const syntax::Expr& expr, TypeId expected, Steps& steps) {
    if (Binding* binding = find_binding(body, expr.text)) return local(body, *binding, expr);
    const ModuleNames& own = body.env.modules.at(body.module_index);
    if (const auto found = own.params.find(expr.text); found != own.params.end()) {
        return param(body, found->second, expr.span, expr.text);
    }
    const bool severity = body.env.types.kind(expected) == TypeKind::severity && steps.empty();
    if (severity && parse_severity(expr.text)) {
        return body.emit(Op::severity, expr.span, body.env.types.present(expected), {}, expr.text);
    }
    if (own.imports.contains(expr.text)) return module_member(body, expr, steps);
    if (is_callable(body, expr.text)) return not_a_value(body, expr.span, expr.text, "something to call");
    report_unknown_name(body, expr.text, expr.span);
    return unknown(body, expr.span);
}

Typed lower_index(Body& body, const Typed& base, const syntax::Expr& step) {
    TypeTable& types = body.env.types;
    const Type of = types[base.type];
    TypeId wanted = k_any;
    TypeId result = k_any;
    if (of.kind == TypeKind::map) {
        wanted = of.key;
        result = types.maybe(of.element);
    } else if (of.kind == TypeKind::list) {
        wanted = types.simple(TypeKind::integer);
        result = types.maybe(of.element);
    } else if (of.kind != TypeKind::any && of.kind != TypeKind::record && of.kind != TypeKind::union_of) {
        body.report(DiagnosticKind::type_mismatch, step.span,
                    "`[…]` takes a list or a map, not `" + types.text(base.type) + "`",
                    of.kind == TypeKind::set ? "a set has no order: `the(x for x in …)` is its only member" : "");
    }
    const ExprIndex key = lower_as(body, step.children.at(1), wanted, "the key");
    return body.emit(Op::index, step.span, result, {base.expr, key});
}

TypeId element_type(Body& body, const Typed& base, const syntax::Expr& step) {
    const Type of = body.env.types[base.type];
    if (of.kind == TypeKind::list || of.kind == TypeKind::set) return of.element;
    if (of.kind == TypeKind::any || of.kind == TypeKind::union_of) return k_any;
    body.report(DiagnosticKind::not_iterable, step.span,
                "`[*]` takes a list or a set, not `" + body.env.types.text(base.type) + "`");
    return k_any;
}

Typed follow(Body& body, Typed current, Steps steps);

Typed lower_project(Body& body, const Typed& base, const syntax::Expr& step, Steps rest) {
    const TypeId element = body.env.types.present(element_type(body, base, step));
    const Slot slot = body.frame++;
    const Typed each = body.emit(Op::local, step.span, element);
    body.expr(each).slot = slot;
    const Typed projected = follow(body, each, rest);
    const bool nested = body.expr(projected).op == Op::project;
    const TypeId inner = nested ? body.env.types[projected.type].element : body.env.types.present(projected.type);
    const Span span = rest.empty() ? step.span : body.syntax_of(rest.back()).span;
    const Typed made = body.emit(Op::project, span, body.env.types.list(inner), {base.expr, projected.expr});
    body.expr(made).slot = slot;
    return made;
}

// A path that is known to be there has no `?`.
Typed narrowed(Body& body, Typed value, syntax::ExprId id) {
    if (!body.env.types.optional(value.type)) return value;
    const auto key = path_key(body, id);
    if (!key || !is_present(body, *key)) return value;
    value.type = body.env.types.present(value.type);
    body.expr(value).type = body.env.program_type(value.type);
    return value;
}

Typed follow(Body& body, Typed current, Steps steps) {
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const syntax::Expr& step = body.syntax_of(steps[i]);
        if (step.kind == syntax::ExprKind::project) return lower_project(body, current, step, steps.subspan(i + 1));
        current =
            step.kind == syntax::ExprKind::field ? lower_field(body, current, step) : lower_index(body, current, step);
        current = narrowed(body, current, steps[i]);
    }
    return current;
}

}  // namespace

Typed lower_path(Body& body, syntax::ExprId id, TypeId expected) {
    std::vector<syntax::ExprId> chain;
    const auto is_step = [](syntax::ExprKind kind) {
        return kind == syntax::ExprKind::field || kind == syntax::ExprKind::index || kind == syntax::ExprKind::project;
    };
    syntax::ExprId base = id;
    for (; is_step(body.syntax_of(base).kind); base = body.syntax_of(base).children.front())
        chain.push_back(base);
    std::reverse(chain.begin(), chain.end());
    Steps steps = chain;
    const syntax::Expr& start = body.syntax_of(base);
    if (start.kind != syntax::ExprKind::name) return follow(body, lower(body, base), steps);
    const Typed first = base_name(body, start, expected, steps);
    return follow(body, narrowed(body, first, steps.size() == chain.size() ? base : chain.front()), steps);
}

}  // namespace spile::lang::sema

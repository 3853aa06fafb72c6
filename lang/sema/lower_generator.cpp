// Generators: `x in xs`, `(k, v) in m`, `x: type`, `R(a, b)`; and the patterns that relations are matched with.
#include "lang/sema/body.hpp"

namespace spile::lang::sema {

namespace {

struct ElementTypes {
    TypeId key = k_any;
    TypeId value = k_any;
};

ElementTypes no_elements(Body& body, const Typed& source, std::string_view expected, std::string help = "") {
    body.report(DiagnosticKind::not_iterable, body.expr(source).where.span,
                "this is `" + body.env.types.text(source.type) + "`, expected " + std::string(expected),
                std::move(help));
    return {};
}

// Of a union, the members that are collections.
ElementTypes union_elements(Body& body, const Typed& source) {
    std::vector<TypeId> found;
    for (const TypeId member : std::vector<TypeId>(body.env.types[source.type].members)) {
        const Type of = body.env.types[member];
        if (of.kind == TypeKind::list || of.kind == TypeKind::set) found.push_back(of.element);
        if (of.kind == TypeKind::map) return {};
    }
    if (found.empty()) return no_elements(body, source, "a list or a set");
    return {k_any, body.env.types.union_of(std::move(found))};
}

ElementTypes single_elements(Body& body, const Typed& source) {
    const Type of = body.env.types[source.type];
    switch (of.kind) {
        case TypeKind::any:
            return {};
        case TypeKind::list:
        case TypeKind::set:
            return {k_any, of.element};
        case TypeKind::union_of:
            return union_elements(body, source);
        case TypeKind::map:
        case TypeKind::record:
            return no_elements(body, source, "a list or a set", "`(key, value) in …` goes through a map");
        default:
            return no_elements(body, source, "a list or a set");
    }
}

ElementTypes pair_elements(Body& body, const Typed& source) {
    TypeTable& types = body.env.types;
    const Type of = types[source.type];
    switch (of.kind) {
        case TypeKind::any:
        case TypeKind::union_of:
            return {};
        case TypeKind::list:
            return {types.simple(TypeKind::integer), of.element};
        case TypeKind::map:
            return {of.key, of.element};
        case TypeKind::record:
            return {types.simple(TypeKind::string), k_any};
        default:
            return no_elements(body, source, "a map or a list");
    }
}

Use use_of_generated(const Body& body) {
    return body.in_rule ? Use::required : Use::optional;
}

Generator typed_generator(Body& body, const syntax::Generator& generator) {
    const RangeType subject = lower_subject(body, *generator.subject);
    Generator made;
    made.kind = Generator::Kind::typed;
    made.range = subject.range;
    made.slot = bind(body, generator.names.front(), subject.type, use_of_generated(body));
    return made;
}

Generator relation_generator(Body& body, const syntax::Generator& generator) {
    Generator made;
    made.kind = Generator::Kind::relation;
    const Callee callee = find_callee(body, generator.relation.text, generator.relation.span);
    if (callee.kind == Callee::Kind::relation) {
        made.relation = callee.index;
        made.patterns = lower_patterns(body, callee.index, generator.arguments, generator.span, NewNames::bind);
        return made;
    }
    if (callee.kind != Callee::Kind::unknown) {
        body.report(DiagnosticKind::not_a_value, generator.relation.span,
                    "`" + generator.relation.text + "` is no relation", "relations are declared with `rule`");
    }
    for (const syntax::Argument& argument : generator.arguments) {
        const syntax::Expr& value = body.syntax_of(argument.value);
        const bool new_name = value.kind == syntax::ExprKind::name && !is_resolvable(body, value.text);
        if (new_name) static_cast<void>(bind(body, {value.text, value.span}, k_any, Use::optional));
    }
    return made;
}

Generator collection_generator(Body& body, const syntax::Generator& generator) {
    const Typed source = lower(body, generator.source);
    const bool pair = generator.kind == syntax::Generator::Kind::pair_in;
    const ElementTypes types = pair ? pair_elements(body, source) : single_elements(body, source);
    const Use use = use_of_generated(body);
    Generator made;
    made.kind = pair ? Generator::Kind::pair_in : Generator::Kind::in;
    made.source = source.expr;
    made.slot = bind(body, generator.names.front(), body.env.types.present(pair ? types.key : types.value), use);
    if (pair) made.value_slot = bind(body, generator.names.at(1), body.env.types.present(types.value), use);
    return made;
}

Pattern match(Body& body, syntax::ExprId id, const TypedName& column, const std::string& relation) {
    const Typed value = lower(body, id, column.type);
    if (!comparable(body.env.types, value.type, column.type)) {
        body.report(DiagnosticKind::never_equal, body.syntax_of(id).span,
                    "`" + column.name + "` of `" + relation + "` is `" + body.env.types.text(column.type) +
                        "`, and this is `" + body.env.types.text(value.type) + "`: no tuple matches");
    }
    return {.kind = Pattern::Kind::match, .value = value.expr};
}

Pattern lower_pattern(Body& body, syntax::ExprId id, const TypedName& column, const std::string& relation,
                      NewNames names) {
    if (id == syntax::no_expr) return {};
    const syntax::Expr& expr = body.syntax_of(id);
    if (expr.kind == syntax::ExprKind::wildcard) return {};
    const bool word = body.env.types.kind(column.type) == TypeKind::severity && parse_severity(expr.text);
    if (expr.kind != syntax::ExprKind::name || word || is_resolvable(body, expr.text)) {
        return match(body, id, column, relation);
    }
    if (names == NewNames::bind) {
        const Slot slot = bind(body, {expr.text, expr.span}, column.type, Use::required);
        return {.kind = Pattern::Kind::bind, .slot = slot};
    }
    if (body.in_rule) {
        body.report(DiagnosticKind::unbound_variable, expr.span, "nothing binds `" + expr.text + "`",
                    "bind it by a relation or a generator outside of `not`, or write `_` for any value");
    } else {
        report_unknown_name(body, expr.text, expr.span);
    }
    return {};
}

}  // namespace

std::vector<Pattern> lower_patterns(Body& body, std::uint32_t relation, const std::vector<syntax::Argument>& arguments,
                                    Span span, NewNames names) {
    const std::vector<TypedName> columns = body.env.relations.at(relation);
    const std::string name = body.env.program.relations.at(relation).name;
    const auto placed = place_arguments(body, arguments, name, columns);
    std::vector<Pattern> patterns;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (placed[i] == syntax::no_expr && patterns.size() == i && arguments.size() < columns.size()) {
            body.report(DiagnosticKind::wrong_arguments, span,
                        "`" + name + "` has " + std::to_string(columns.size()) + " columns, and " +
                            std::to_string(arguments.size()) + " are given",
                        "write `_` for a column that does not matter");
            patterns.resize(columns.size());
            return patterns;
        }
        patterns.push_back(lower_pattern(body, placed[i], columns[i], name, names));
    }
    return patterns;
}

std::optional<Range> range_of(const Environment& env, TypeId type) {
    Range range;
    range.kind = Range::Kind::entity;
    range.entity = env.types[type].entity;
    if (env.types.kind(type) == TypeKind::entity) return range;
    range.kind = Range::Kind::resource;
    range.entity = 0;
    return env.types.kind(type) == TypeKind::resource ? std::optional(range) : std::nullopt;
}

RangeType lower_subject(Body& body, const syntax::Subject& subject) {
    RangeType made;
    if (subject.raw) {
        made.type = resolve_raw(body.env, body.module.source, *subject.raw);
        made.range.tool = subject.raw->tool.text;
        made.range.type = subject.raw->type ? subject.raw->type->text : "*";
    } else if (subject.type) {
        made.type = resolve_type(body.env, body.module_index, body.module.source, *subject.type);
        if (const auto range = range_of(body.env, made.type)) {
            made.range = *range;
        } else if (made.type != k_any) {
            body.report(DiagnosticKind::type_mismatch, subject.type->span,
                        "`" + body.env.types.text(made.type) + "` is no entity, so there is nothing to go through");
        }
    }
    using Scope = syntax::Subject::Scope;
    made.range.scope = subject.scope == Scope::change     ? Range::Scope::change
                       : subject.scope == Scope::external ? Range::Scope::external
                                                          : Range::Scope::declared;
    if (subject.scope == Scope::change) made.type = body.env.types.change(made.type);
    return made;
}

Generator lower_generator(Body& body, const syntax::Generator& generator) {
    Generator made;
    switch (generator.kind) {
        case syntax::Generator::Kind::typed:
            made = typed_generator(body, generator);
            break;
        case syntax::Generator::Kind::relation:
            made = relation_generator(body, generator);
            break;
        case syntax::Generator::Kind::in:
        case syntax::Generator::Kind::pair_in:
            made = collection_generator(body, generator);
            break;
    }
    made.where = body.at(generator.span);
    return made;
}

void lower_generators(Body& body, const syntax::Expr& from, std::vector<Generator>& generators, ExprIndex& condition) {
    for (const syntax::Generator& generator : from.generators)
        generators.push_back(lower_generator(body, generator));
    if (from.where == syntax::no_expr) return;
    condition = lower_condition(body, from.where);
    assume(body, from.where, Holds::yes);
}

}  // namespace spile::lang::sema

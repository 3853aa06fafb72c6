// What a name means: callees, unknown names with the nearest one, and the names that a rule's conjunct still waits for.
#include <algorithm>

#include "lang/sema/body.hpp"

namespace spile::lang::sema {

namespace {

std::vector<std::string> callee_names(const Body& body) {
    std::vector<std::string> names;
    for (const auto kind : {&ModuleNames::functions, &ModuleNames::relations, &ModuleNames::entities}) {
        const auto some = member_names(body.env, body.module_index, kind);
        names.insert(names.end(), some.begin(), some.end());
    }
    for (const BuiltinInfo& builtin : all_builtins())
        names.emplace_back(builtin.name);
    return names;
}

std::vector<std::string> import_names(const Body& body) {
    std::vector<std::string> names;
    for (const auto& [name, index] : body.env.modules.at(body.module_index).imports)
        names.push_back(name);
    return names;
}

}  // namespace

Callee find_callee(Body& body, const std::string& name, Span span) {
    const auto find = [&](Members ModuleNames::*kind) {
        return find_member(body.env, body.module_index, name, kind, body.at(span));
    };
    if (const Member* found = find(&ModuleNames::functions)) return {Callee::Kind::function, found->index};
    if (const Member* found = find(&ModuleNames::relations)) return {Callee::Kind::relation, found->index};
    if (const Member* found = find(&ModuleNames::entities)) return {Callee::Kind::entity, found->index};
    for (const BuiltinInfo& builtin : all_builtins()) {
        if (builtin.name == name) return {Callee::Kind::builtin, static_cast<std::uint32_t>(builtin.builtin)};
    }
    if (find_binding(body, name)) {
        body.report(DiagnosticKind::not_a_value, span, "`" + name + "` is a value, not something to call");
        return {};
    }
    const std::size_t dot = name.rfind('.');
    const std::string module = dot == name.npos ? "" : name.substr(0, dot);
    if (!module.empty() && !body.env.modules.at(body.module_index).imports.contains(module)) {
        body.report(DiagnosticKind::unknown_name, span,
                    "no module is imported as `" + module + "`" + suggestion(module, import_names(body)),
                    "add `import` for it at the top of the file");
        return {};
    }
    body.report(DiagnosticKind::unknown_function, span,
                "unknown function or relation `" + name + "`" + suggestion(name, callee_names(body)));
    return {};
}

std::string dotted_name(const Body& body, syntax::ExprId id) {
    const syntax::Expr& expr = body.syntax_of(id);
    if (expr.kind == syntax::ExprKind::name) return expr.text;
    if (expr.kind != syntax::ExprKind::field) return "";
    const std::string base = dotted_name(body, expr.children.front());
    return base.empty() ? "" : base + "." + expr.text;
}

bool is_resolvable(Body& body, std::string_view name) {
    if (const Binding* binding = find_binding(body, name)) return binding->bound;
    const ModuleNames& own = body.env.modules.at(body.module_index);
    return own.params.contains(name) || own.imports.contains(name);
}

void report_unknown_name(Body& body, std::string_view name, Span span) {
    std::vector<std::string> known;
    for (auto binding = body.scope.rbegin(); binding != body.scope.rend(); ++binding)
        known.push_back(binding->name);
    const auto params = member_names(body.env, body.module_index, &ModuleNames::params);
    known.insert(known.end(), params.begin(), params.end());
    const auto imports = import_names(body);
    known.insert(known.end(), imports.begin(), imports.end());
    body.report(DiagnosticKind::unknown_name, span,
                "unknown name `" + std::string(name) + "`" + suggestion(name, known));
}

namespace {

// Walks the syntax with the names that inner generators bring.
class UnboundWalk {
  public:
    explicit UnboundWalk(Body& body) : body_(body) {}
    std::vector<std::string> found;

    void visit(syntax::ExprId id) {
        if (id == syntax::no_expr) return;
        const syntax::Expr& expr = body_.syntax_of(id);
        if (expr.kind == syntax::ExprKind::name) return name(expr.text);
        const std::size_t mark = inner_.size();
        for (const syntax::Generator& generator : expr.generators)
            this->generator(generator);
        const bool call = expr.kind == syntax::ExprKind::call;
        for (const syntax::ExprId child : expr.children) {
            if (!call || dotted_name(body_, child).empty()) visit(child);
        }
        for (const syntax::Argument& argument : expr.arguments)
            visit(argument.value);
        visit(expr.where);
        visit(expr.by);
        inner_.resize(mark);
    }

  private:
    void name(const std::string& text) {
        if (std::find(inner_.begin(), inner_.end(), text) != inner_.end() || is_resolvable(body_, text)) return;
        if (std::find(found.begin(), found.end(), text) == found.end()) found.push_back(text);
    }

    void generator(const syntax::Generator& generator) {
        visit(generator.source);
        for (const syntax::Name& each : generator.names)
            introduce(each.text);
        for (const syntax::Argument& argument : generator.arguments) {
            const syntax::Expr& value = body_.syntax_of(argument.value);
            if (value.kind == syntax::ExprKind::name) {
                introduce(value.text);
            } else {
                visit(argument.value);
            }
        }
    }

    // A head parameter that nothing bound yet is waited for; every other name is the generator's own.
    void introduce(const std::string& text) {
        if (find_binding(body_, text)) return name(text);
        inner_.push_back(text);
    }

    Body& body_;
    std::vector<std::string> inner_;
};

}  // namespace

std::vector<std::string> unbound_names(Body& body, syntax::ExprId id) {
    UnboundWalk walk(body);
    walk.visit(id);
    return std::move(walk.found);
}

}  // namespace spile::lang::sema

// Names of a body: who is in scope, which slot each has, and that none hides another.
#include "lang/sema/body.hpp"

namespace spile::lang::sema {

Typed Body::emit(Op op, Span span, TypeId type, std::vector<ExprIndex> children, std::string content) {
    const auto index = static_cast<ExprIndex>(env.program.exprs.size());
    Expr made;
    made.op = op;
    made.where = at(span);
    made.text = std::move(content);
    made.children = std::move(children);
    made.type = env.program_type(type);
    env.program.exprs.push_back(std::move(made));
    return {index, type};
}

Binding* find_binding(Body& body, std::string_view name) {
    for (std::size_t i = body.scope.size(); i > 0; --i) {
        if (body.scope[i - 1].name == name) return &body.scope[i - 1];
    }
    return nullptr;
}

namespace {

// The head of a rule says the type; what binds it must deliver that.
void bind_head(Body& body, Binding& head, const syntax::Name& name, TypeId type) {
    head.bound = true;
    ++head.uses;
    if (fits(body.env.types, body.env.types.present(type), head.type)) return;
    body.report(DiagnosticKind::type_mismatch, name.span,
                "`" + name.text + "` is declared `" + body.env.types.text(head.type) + "`, and gets `" +
                    body.env.types.text(type) + "` here");
}

// What the name would hide, for the message.
std::optional<Label> hidden_by(Body& body, const std::string& name) {
    if (const Binding* other = find_binding(body, name))
        return Label{other->where, "`" + name + "` is in scope from here"};
    const ModuleNames& own = body.env.modules.at(body.module_index);
    if (const auto param = own.params.find(name); param != own.params.end()) {
        return Label{param->second.where, "`" + name + "` is a param of this module"};
    }
    if (own.imports.contains(name)) return Label{{}, "`" + name + "` is an imported module"};
    return std::nullopt;
}

}  // namespace

Slot bind(Body& body, const syntax::Name& name, TypeId type, Use use) {
    if (name.text == "_") return body.frame++;
    if (Binding* head = find_binding(body, name.text); head && !head->bound) {
        bind_head(body, *head, name, type);
        return head->slot;
    }
    if (const auto label = hidden_by(body, name.text)) {
        body.env.report(DiagnosticKind::shadowed_name, body.at(name.span),
                        "`" + name.text + "` would hide another `" + name.text + "`", "choose another name", {*label});
    }
    body.scope.push_back({.name = name.text,
                          .slot = body.frame++,
                          .type = type,
                          .where = body.at(name.span),
                          .must_use = use == Use::required});
    return body.scope.back().slot;
}

ScopeMark mark(const Body& body) {
    return {body.scope.size(), body.present.size()};
}

void leave(Body& body, ScopeMark mark) {
    for (std::size_t i = mark.names; i < body.scope.size(); ++i) {
        const Binding& binding = body.scope[i];
        if (!binding.must_use || binding.uses > 0) continue;
        body.env.report(DiagnosticKind::name_used_once, binding.where, "`" + binding.name + "` occurs only once",
                        "write `_` where any value will do, or correct the name");
    }
    body.scope.resize(mark.names);
    body.present.resize(mark.present);
}

}  // namespace spile::lang::sema

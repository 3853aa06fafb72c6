// Imports, lets, params and private declarations that nothing reads. No name hides another, so a name that occurs
// anywhere in the module is used.
#include <set>

#include "lang/lint/lint.hpp"

namespace spile::lang::lints {

namespace {

class Mentions {
  public:
    explicit Mentions(const syntax::Module& module) {
        for (const syntax::Expr& expr : module.exprs)
            visit(expr);
        for (const syntax::Param& param : module.params)
            type(param.type);
        for (const syntax::Function& function : module.functions) {
            fields(function.parameters);
            type(function.result);
        }
        for (const syntax::Rule& rule : module.rules)
            fields(rule.parameters);
        for (const syntax::Entity& entity : module.entities)
            fields(entity.fields);
        for (const syntax::Policy& policy : module.policies)
            subject(policy.subject);
        for (const syntax::Gate& gate : module.gates)
            type(gate.type);
        for (const syntax::View& view : module.views)
            mention(view.entity.text);
    }

    [[nodiscard]] bool has(const std::string& name) const { return names_.contains(name); }

  private:
    void mention(const std::string& qualified) {
        names_.insert(qualified);
        for (std::size_t dot = qualified.find('.'); dot != std::string::npos; dot = qualified.find('.', dot + 1))
            names_.insert(qualified.substr(0, dot));
    }

    void type(const syntax::Type& type) {
        mention(type.name.text);
        for (const syntax::Type& argument : type.arguments)
            this->type(argument);
    }

    void fields(const std::vector<syntax::Field>& fields) {
        for (const syntax::Field& field : fields)
            type(field.type);
    }

    void subject(const syntax::Subject& subject) {
        if (subject.type) type(*subject.type);
    }

    void visit(const syntax::Expr& expr) {
        if (expr.kind == syntax::ExprKind::name) mention(expr.text);
        for (const syntax::Generator& generator : expr.generators) {
            mention(generator.relation.text);
            if (generator.subject) subject(*generator.subject);
        }
    }

    std::set<std::string> names_;
};

void warn(DiagnosticSink& sink, DiagnosticKind kind, SourceSpan where, std::string message, std::string help) {
    sink.add({.kind = kind, .where = where, .message = std::move(message), .labels = {}, .help = std::move(help)});
}

void lets(const syntax::Module& module, const std::vector<syntax::Let>& lets, const Mentions& mentions,
          DiagnosticSink& sink) {
    for (const syntax::Let& let : lets) {
        if (let.name.text == "_" || mentions.has(let.name.text)) continue;
        warn(sink, DiagnosticKind::unused_let, {module.source, let.name.span}, "`" + let.name.text + "` is never used",
             "remove the `let`");
    }
}

void imports(const syntax::Module& module, const Mentions& mentions, DiagnosticSink& sink) {
    for (const syntax::Import& import : module.imports) {
        const std::string& name = import.module.text;
        const std::string bound = import.alias ? import.alias->text : name.substr(name.rfind('.') + 1);
        if (mentions.has(bound)) continue;
        warn(sink, DiagnosticKind::unused_import, {module.source, import.module.span},
             "module `" + name + "` is imported and not used", "remove the import");
    }
}

// The name of a declaration that can be private and is not a param.
const syntax::Name* private_name(const syntax::Module& module, const syntax::Declaration& declaration) {
    using Kind = syntax::Declaration::Kind;
    switch (declaration.kind) {
        case Kind::function:
            return &module.functions.at(declaration.index).name;
        case Kind::rule:
            return &module.rules.at(declaration.index).name;
        case Kind::entity:
            return &module.entities.at(declaration.index).name;
        default:
            return nullptr;
    }
}

void unused_declaration(const syntax::Module& module, const syntax::Declaration& declaration, const Mentions& mentions,
                        DiagnosticSink& sink) {
    if (declaration.kind == syntax::Declaration::Kind::param) {
        const syntax::Name& name = module.params.at(declaration.index).name;
        const bool for_others = !declaration.is_private && module.policies.empty();
        if (for_others || mentions.has(name.text)) return;
        warn(sink, DiagnosticKind::unused_param, {module.source, name.span}, "param `" + name.text + "` is never used",
             "remove it, or use it");
        return;
    }
    const syntax::Name* name = declaration.is_private ? private_name(module, declaration) : nullptr;
    if (!name || mentions.has(name->text)) return;
    warn(sink, DiagnosticKind::unused_private, {module.source, name->span},
         "`" + name->text + "` is private and never used", "remove it");
}

}  // namespace

void unused(const syntax::Module& module, DiagnosticSink& sink) {
    const Mentions mentions(module);
    imports(module, mentions, sink);
    for (const syntax::Declaration& declaration : module.declarations)
        unused_declaration(module, declaration, mentions, sink);
    for (const syntax::Policy& policy : module.policies)
        lets(module, policy.lets, mentions, sink);
    for (const syntax::View& view : module.views)
        lets(module, view.lets, mentions, sink);
    for (const syntax::Gate& gate : module.gates)
        lets(module, gate.lets, mentions, sink);
}

}  // namespace spile::lang::lints

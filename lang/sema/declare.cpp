// Enters the declarations of all modules: first every name, then the types that they are written with.
#include "lang/sema/declarations.hpp"

namespace spile::lang::sema {

namespace {

using Kind = syntax::Declaration::Kind;

// One module on its way into the environment.
struct Entry {
    Environment& env;
    const syntax::Module& module;
    std::uint32_t index;
    ModuleNames& names;

    [[nodiscard]] SourceSpan at(Span span) const { return {module.source, span}; }
};

void repeated(const Entry& entry, const syntax::Name& name, std::string_view what, SourceSpan first) {
    entry.env.report(DiagnosticKind::duplicate_name, entry.at(name.span),
                     "there is " + std::string(what) + " `" + name.text + "` in this module already", "",
                     {{first, "the first one"}});
}

void add(const Entry& entry, Members& members, const syntax::Name& name, const syntax::Declaration& declaration,
         std::size_t index, std::string_view what) {
    const Member member{static_cast<std::uint32_t>(index), declaration.is_private, entry.at(name.span)};
    const auto [found, added] = members.emplace(name.text, member);
    if (!added) repeated(entry, name, what, found->second.where);
}

void add_param(const Entry& entry, const syntax::Declaration& declaration) {
    const syntax::Param& param = entry.module.params.at(declaration.index);
    add(entry, entry.names.params, param.name, declaration, entry.env.program.params.size(), "a param");
    Param made;
    made.module = entry.names.name;
    made.name = param.name.text;
    made.where = entry.at(param.name.span);
    entry.env.program.params.push_back(std::move(made));
}

void add_function(const Entry& entry, const syntax::Declaration& declaration) {
    const syntax::Function& function = entry.module.functions.at(declaration.index);
    add(entry, entry.names.functions, function.name, declaration, entry.env.program.functions.size(), "a function");
    Function made;
    made.module = entry.names.name;
    made.name = function.name.text;
    made.where = entry.at(function.name.span);
    entry.env.program.functions.push_back(std::move(made));
}

// Heads of one relation in one module are a union.
void add_rule(const Entry& entry, const syntax::Declaration& declaration) {
    const syntax::Rule& rule = entry.module.rules.at(declaration.index);
    if (entry.names.relations.contains(rule.name.text)) return;
    add(entry, entry.names.relations, rule.name, declaration, entry.env.program.relations.size(), "a rule");
    Relation made;
    made.module = entry.names.name;
    made.name = rule.name.text;
    made.where = entry.at(rule.name.span);
    entry.env.program.relations.push_back(std::move(made));
}

void add_entity(const Entry& entry, const syntax::Declaration& declaration) {
    const syntax::Entity& entity = entry.module.entities.at(declaration.index);
    add(entry, entry.names.entities, entity.name, declaration, entry.env.program.entities.size(), "an entity");
    Entity made;
    made.module = entry.names.name;
    made.name = entity.name.text;
    made.where = entry.at(entity.name.span);
    entry.env.program.entities.push_back(std::move(made));
}

void add_names(const Entry& entry) {
    for (const syntax::Declaration& declaration : entry.module.declarations) {
        switch (declaration.kind) {
            case Kind::param:
                add_param(entry, declaration);
                break;
            case Kind::function:
                add_function(entry, declaration);
                break;
            case Kind::rule:
                add_rule(entry, declaration);
                break;
            case Kind::entity:
                add_entity(entry, declaration);
                break;
            case Kind::view:
            case Kind::policy:
            case Kind::waiver:
            case Kind::gate:
                break;
        }
    }
}

// A function, a rule and an entity of one name could not be told apart in a call.
void check_callables(const Entry& entry) {
    for (const auto& [name, relation] : entry.names.relations) {
        for (const Members* others : {&entry.names.functions, &entry.names.entities}) {
            const auto other = others->find(name);
            if (other == others->end()) continue;
            entry.env.report(DiagnosticKind::duplicate_name, relation.where,
                             "`" + name + "` is the name of a function or entity of this module already", "",
                             {{other->second.where, "the other one"}});
        }
    }
}

TypeId resolve(const Entry& entry, const syntax::Type& type) {
    return resolve_type(entry.env, entry.index, entry.module.source, type);
}

struct Fields {
    std::vector<TypedName> typed;
    std::vector<RecordField> records;
};

Fields resolve_fields(const Entry& entry, const std::vector<syntax::Field>& fields) {
    Fields made;
    std::map<std::string, SourceSpan> seen;
    for (const syntax::Field& field : fields) {
        const auto [first, added] = seen.emplace(field.name.text, entry.at(field.name.span));
        if (!added) repeated(entry, field.name, "a field or parameter", first->second);
        const TypeId type = resolve(entry, field.type);
        made.typed.push_back({field.name.text, type});
        made.records.push_back({field.name.text, entry.env.types.text(type), field.doc});
    }
    return made;
}

// Slots are reserved by index, so that a repeated declaration finds its own entry.
template <class Item, class Fill>
void each_of(const std::vector<Item>& items, std::uint32_t first, Fill fill) {
    for (std::size_t i = 0; i < items.size(); ++i)
        fill(items[i], first + static_cast<std::uint32_t>(i));
}

struct FirstIndices {
    std::uint32_t param, function, entity;
};

void type_params(const Entry& entry, std::uint32_t first) {
    each_of(entry.module.params, first, [&](const syntax::Param& param, std::uint32_t index) {
        entry.env.params[index] = resolve(entry, param.type);
        entry.env.program.params[index].type = entry.env.types.text(entry.env.params[index]);
    });
}

void type_functions(const Entry& entry, std::uint32_t first) {
    each_of(entry.module.functions, first, [&](const syntax::Function& function, std::uint32_t index) {
        Fields fields = resolve_fields(entry, function.parameters);
        const TypeId result = resolve(entry, function.result);
        entry.env.functions[index] = {std::move(fields.typed), result};
        Function& made = entry.env.program.functions[index];
        made.parameters = static_cast<std::uint32_t>(function.parameters.size());
        made.signature = std::move(fields.records);
        made.result = entry.env.types.text(result);
    });
}

void type_entities(const Entry& entry, std::uint32_t first) {
    each_of(entry.module.entities, first, [&](const syntax::Entity& entity, std::uint32_t index) {
        Fields fields = resolve_fields(entry, entity.fields);
        entry.env.entities[index] = std::move(fields.typed);
        entry.env.program.entities[index].fields = std::move(fields.records);
    });
}

bool same_columns(const std::vector<TypedName>& a, const std::vector<TypedName>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const TypedName& x, const TypedName& y) { return x.type == y.type; });
}

// The first head names the columns; later ones may name them otherwise but have the same types.
void type_relations(const Entry& entry) {
    std::map<std::string, bool> seen;
    for (const syntax::Rule& rule : entry.module.rules) {
        Fields fields = resolve_fields(entry, rule.parameters);
        const std::uint32_t index = entry.names.relations.find(rule.name.text)->second.index;
        if (seen.emplace(rule.name.text, true).second) {
            entry.env.relations[index] = std::move(fields.typed);
            entry.env.program.relations[index].columns = std::move(fields.records);
        } else if (!same_columns(entry.env.relations[index], fields.typed)) {
            entry.env.report(DiagnosticKind::type_mismatch, entry.at(rule.name.span),
                             "this head of `" + rule.name.text + "` has other columns than the first", "",
                             {{entry.env.program.relations[index].where, "the first head"}});
        }
    }
}

}  // namespace

void declare(Environment& env, Modules& modules) {
    const auto entry = [&](std::uint32_t i) { return Entry{env, modules[i], i, env.modules[i]}; };
    const auto count = static_cast<std::uint32_t>(modules.size());
    std::vector<FirstIndices> first;
    for (std::uint32_t i = 0; i < count; ++i) {
        const auto size = [](const auto& items) { return static_cast<std::uint32_t>(items.size()); };
        first.push_back({size(env.program.params), size(env.program.functions), size(env.program.entities)});
        add_names(entry(i));
        check_callables(entry(i));
    }
    env.params.resize(env.program.params.size());
    env.functions.resize(env.program.functions.size());
    env.entities.resize(env.program.entities.size());
    env.relations.resize(env.program.relations.size());
    for (std::uint32_t i = 0; i < count; ++i) {
        type_params(entry(i), first[i].param);
        type_functions(entry(i), first[i].function);
        type_entities(entry(i), first[i].entity);
        type_relations(entry(i));
    }
}

const syntax::Declaration& declaration_of(const syntax::Module& module, Kind kind, std::size_t index) {
    for (const syntax::Declaration& declaration : module.declarations) {
        if (declaration.kind == kind && declaration.index == index) return declaration;
    }
    static const syntax::Declaration none{Kind::param, 0, false, "", {}};
    return none;
}

}  // namespace spile::lang::sema

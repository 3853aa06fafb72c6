#include "lang/sema/reopen.hpp"

#include <algorithm>

namespace spile::lang::sema {

namespace {

std::uint32_t module_index(Environment& env, const std::string& name) {
    const auto found = std::find_if(env.modules.begin(), env.modules.end(),
                                    [&](const ModuleNames& each) { return each.name == name; });
    if (found != env.modules.end()) return static_cast<std::uint32_t>(found - env.modules.begin());
    env.modules.push_back({.name = name});
    return static_cast<std::uint32_t>(env.modules.size() - 1);
}

template <class Item>
void enter(Environment& env, const std::vector<Item>& items, Members ModuleNames::*kind) {
    for (std::uint32_t i = 0; i < items.size(); ++i) {
        ModuleNames& names = env.modules[module_index(env, items[i].module)];
        (names.*kind).emplace(items[i].name, Member{i, false, items[i].where});
    }
}

std::vector<TypedName> typed(Environment& env, const std::vector<RecordField>& fields) {
    std::vector<TypedName> made;
    for (const RecordField& field : fields)
        made.push_back({field.name, type_of_text(env, field.type)});
    return made;
}

}  // namespace

void reopen(Environment& env) {
    const Program& program = env.program;
    enter(env, program.params, &ModuleNames::params);
    enter(env, program.functions, &ModuleNames::functions);
    enter(env, program.relations, &ModuleNames::relations);
    enter(env, program.entities, &ModuleNames::entities);
    for (const Param& param : program.params)
        env.params.push_back(type_of_text(env, param.type));
    for (const Function& function : program.functions)
        env.functions.push_back({typed(env, function.signature), type_of_text(env, function.result)});
    for (const Relation& relation : program.relations)
        env.relations.push_back(typed(env, relation.columns));
    for (const Entity& entity : program.entities)
        env.entities.push_back(typed(env, entity.fields));
}

std::uint32_t add_asking_module(Environment& env) {
    ModuleNames asking;
    for (std::uint32_t i = 0; i < env.modules.size(); ++i) {
        const std::string& name = env.modules[i].name;
        asking.imports.emplace(name.substr(name.rfind('.') + 1), i);
    }
    env.modules.push_back(std::move(asking));
    return static_cast<std::uint32_t>(env.modules.size() - 1);
}

}  // namespace spile::lang::sema

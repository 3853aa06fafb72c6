// A lone expression over a program that is loaded already: the environment is rebuilt from what the program keeps.
#include <algorithm>

#include "lang/sema/body.hpp"
#include "lang/sema/compile.hpp"
#include "lang/syntax/parse.hpp"

namespace spile::lang {

namespace {

using sema::Environment;
using sema::Members;
using sema::ModuleNames;

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
        (names.*kind).emplace(items[i].name, sema::Member{i, false, items[i].where});
    }
}

std::vector<sema::TypedName> typed(Environment& env, const std::vector<RecordField>& fields) {
    std::vector<sema::TypedName> made;
    for (const RecordField& field : fields)
        made.push_back({field.name, sema::type_of_text(env, field.type)});
    return made;
}

void rebuild(Environment& env) {
    const Program& program = env.program;
    enter(env, program.params, &ModuleNames::params);
    enter(env, program.functions, &ModuleNames::functions);
    enter(env, program.relations, &ModuleNames::relations);
    enter(env, program.entities, &ModuleNames::entities);
    for (const Param& param : program.params)
        env.params.push_back(sema::type_of_text(env, param.type));
    for (const Function& function : program.functions)
        env.functions.push_back({typed(env, function.signature), sema::type_of_text(env, function.result)});
    for (const Relation& relation : program.relations)
        env.relations.push_back(typed(env, relation.columns));
    for (const Entity& entity : program.entities)
        env.entities.push_back(typed(env, entity.fields));
}

// The module that the expression stands in: it declares nothing and has every other imported.
std::uint32_t add_asking_module(Environment& env) {
    ModuleNames asking;
    for (std::uint32_t i = 0; i < env.modules.size(); ++i) {
        const std::string& name = env.modules[i].name;
        asking.imports.emplace(name.substr(name.rfind('.') + 1), i);
    }
    env.modules.push_back(std::move(asking));
    return static_cast<std::uint32_t>(env.modules.size() - 1);
}

}  // namespace

std::optional<CompiledExpression> compile_expression(SourceId source, Program& program, const CompileOptions& options,
                                                     const SourceMap& sources, DiagnosticSink& sink) {
    const std::size_t errors = sink.error_count();
    syntax::ParsedExpression parsed = syntax::parse_expression(source, sources, sink);
    if (parsed.root == syntax::no_expr || sink.error_count() > errors) return std::nullopt;
    Environment env(program, options.schema, sources, sink);
    rebuild(env);
    sema::Body body{env, parsed.holder, add_asking_module(env)};
    const sema::Typed root = sema::lower(body, parsed.root);
    if (sink.error_count() > errors) return std::nullopt;
    return CompiledExpression{root.expr, body.frame};
}

}  // namespace spile::lang

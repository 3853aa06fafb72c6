// The passes of the checker, in the order they run. Each reports what is wrong and leaves the rest usable, so that one
// run shows as many mistakes as it can.
#include <algorithm>
#include <array>

#include "lang/lint/lint.hpp"
#include "lang/sema/collect.hpp"
#include "lang/sema/compile.hpp"
#include "lang/sema/declarations.hpp"
#include "lang/sema/dependencies.hpp"

namespace spile::lang {

namespace {

using Lowering = void (*)(sema::Environment&, sema::Modules&, std::uint32_t);

// Bodies, kind by kind; every name and type is known by then.
constexpr std::array<Lowering, 7> k_lowerings = {sema::lower_params, sema::lower_functions, sema::lower_views,
                                                 sema::lower_rules,  sema::lower_policies,  sema::lower_waivers,
                                                 sema::lower_gates};

// Modules that were read without errors and import only such: in others what is missing may be what could not be read,
// and complaints about it would bury the mistake.
class SoundModules {
  public:
    SoundModules(const sema::Environment& env, const sema::Modules& modules) : env_(env), broken_(modules.size()) {
        for (const Diagnostic& each : env.sink.all()) {
            for (std::size_t i = 0; i < modules.size(); ++i) {
                const bool error = info(each.kind).severity == DiagnosticSeverity::error;
                if (error && each.where.source == modules[i].source) broken_[i] = true;
            }
        }
        // Imports may lead in a circle, so this goes on until nothing changes.
        for (bool changed = true; changed;) {
            changed = false;
            for (std::size_t i = 0; i < modules.size(); ++i) {
                if (broken_[i] || !imports_broken(i)) continue;
                broken_[i] = true;
                changed = true;
            }
        }
    }

    [[nodiscard]] bool contains(std::size_t module) const { return !broken_[module]; }

  private:
    [[nodiscard]] bool imports_broken(std::size_t module) const {
        const auto& imports = env_.modules[module].imports;
        return std::any_of(imports.begin(), imports.end(), [&](const auto& each) { return broken_[each.second]; });
    }

    const sema::Environment& env_;
    std::vector<bool> broken_;
};

void check_whole(sema::Environment& env, SourceMap& sources, const CompileOptions& options) {
    sema::apply_settings(env, sources, options.settings);
    sema::check_params(env);
    sema::check_policy_ids(env);
    sema::check_waived_policies(env);
    const sema::DependencyGraph graph = sema::dependencies(env);
    sema::stratify(env, graph);
    sema::check_termination(env, graph);
}

}  // namespace

Program compile(const std::vector<ModuleText>& texts, const std::vector<ModuleText>& library,
                const CompileOptions& options, SourceMap& sources, DiagnosticSink& sink) {
    Program program;
    sema::Collected collected = sema::collect(texts, library, sources, sink);
    sema::Modules& modules = collected.modules;
    const bool all_read = !sink.has_errors();
    sema::Environment env(program, options.schema, sources, sink);

    sema::bind_imports(env, modules);
    const SoundModules sound(env, modules);
    sema::declare(env, modules);
    for (const Lowering lower : k_lowerings) {
        for (std::uint32_t i = 0; i < modules.size(); ++i) {
            if (sound.contains(i)) lower(env, modules, i);
        }
    }
    if (all_read) check_whole(env, sources, options);
    if (options.lint == LintScope::given_texts && !sink.has_errors()) {
        for (std::size_t i = 0; i < modules.size(); ++i) {
            if (collected.given[i]) lint(modules[i], program, sink);
        }
    }
    sink.sort();
    return program;
}

}  // namespace spile::lang

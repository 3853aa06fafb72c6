// What is added to a program that is compiled already: a lone expression, other values of params, waivers.
#include "lang/sema/compile.hpp"
#include "lang/sema/declarations.hpp"
#include "lang/sema/reopen.hpp"
#include "lang/syntax/parse.hpp"

namespace spile::lang {

std::optional<CompiledExpression> compile_expression(SourceId source, Program& program, const CompileOptions& options,
                                                     const SourceMap& sources, DiagnosticSink& sink) {
    const std::size_t errors = sink.error_count();
    syntax::ParsedExpression parsed = syntax::parse_expression(source, sources, sink);
    if (parsed.root == syntax::no_expr || sink.error_count() > errors) return std::nullopt;
    sema::Environment env(program, options.schema, sources, sink);
    sema::reopen(env);
    sema::Body body{env, parsed.holder, sema::add_asking_module(env)};
    const sema::Typed root = sema::lower(body, parsed.root);
    if (sink.error_count() > errors) return std::nullopt;
    return CompiledExpression{root.expr, body.frame};
}

void set_params(const std::vector<ParamSetting>& settings, Program& program, const CompileOptions& options,
                SourceMap& sources, DiagnosticSink& sink) {
    sema::Environment env(program, options.schema, sources, sink);
    sema::reopen(env);
    sema::apply_settings(env, sources, settings);
    sema::check_params(env);
}

void add_waivers(SourceId source, Program& program, const SourceMap& sources, DiagnosticSink& sink) {
    const std::size_t errors = sink.error_count();
    sema::Modules modules;
    modules.push_back(syntax::parse(source, sources, sink));
    if (sink.error_count() > errors) return;
    for (const syntax::Declaration& declaration : modules.front().declarations) {
        if (declaration.kind == syntax::Declaration::Kind::waiver) continue;
        sink.add({DiagnosticKind::misplaced_member,
                  {source, declaration.span},
                  "only waivers may stand here",
                  {},
                  "policies and params are in the policy files"});
    }
    sema::Environment env(program, nullptr, sources, sink);
    sema::lower_waivers(env, modules, 0);
    sema::check_waived_policies(env);
}

}  // namespace spile::lang

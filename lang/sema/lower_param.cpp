// Params: typed constants with a default, replaced by settings.
#include <algorithm>
#include <array>

#include "lang/sema/declarations.hpp"
#include "lang/sema/graft.hpp"
#include "lang/sema/literals.hpp"
#include "lang/syntax/parse.hpp"

namespace spile::lang::sema {

namespace {

// Built-ins that look at the run or its documents.
constexpr std::array<Builtin, 9> k_contextual = {
    Builtin::now,           Builtin::refers,      Builtin::hardcoded,
    Builtin::logical_name,  Builtin::own_account, Builtin::document_path,
    Builtin::resource_type, Builtin::is_taggable, Builtin::template_metadata};

bool is_constant(const Program& program, ExprIndex index) {
    const Expr& expr = program.expr(index);
    if (!expr.generators.empty()) return false;
    switch (expr.op) {
        case Op::local:
        case Op::call_function:
        case Op::call_relation:
            return false;
        case Op::call_builtin:
            if (std::find(k_contextual.begin(), k_contextual.end(), static_cast<Builtin>(expr.index)) !=
                k_contextual.end())
                return false;
            break;
        default:
            break;
    }
    return std::all_of(expr.children.begin(), expr.children.end(),
                       [&](ExprIndex child) { return child == k_no_expr || is_constant(program, child); });
}

ExprIndex lower_constant(Body& body, syntax::ExprId id, TypeId type, const std::string& name) {
    const ExprIndex value = lower_as(body, id, type, "param `" + name + "`");
    if (!is_constant(body.env.program, value)) {
        body.report(DiagnosticKind::not_constant, body.syntax_of(id).span,
                    "the value of param `" + name + "` is not a constant",
                    "params are made of literals and other params");
    }
    return value;
}

// By place, so that a repeated param finds its own entry.
std::size_t index_at(const Program& program, SourceSpan where) {
    const auto found = std::find_if(program.params.begin(), program.params.end(),
                                    [&](const Param& param) { return param.where == where; });
    return static_cast<std::size_t>(found - program.params.begin());
}

std::vector<std::string> names_of(const Members& members) {
    std::vector<std::string> names;
    for (const auto& [name, member] : members)
        names.push_back(name);
    return names;
}

const Member* find_setting(Environment& env, const ParamSetting& setting, std::uint32_t& module) {
    std::vector<std::string> known;
    for (module = 0; module < env.modules.size() && env.modules[module].name != setting.module; ++module)
        known.push_back(env.modules[module].name);
    if (module == env.modules.size()) {
        env.report(
            DiagnosticKind::unknown_setting, {},
            setting.origin + ": there is no module `" + setting.module + "`" + suggestion(setting.module, known));
        return nullptr;
    }
    const Members& params = env.modules[module].params;
    const auto found = params.find(setting.name);
    if (found != params.end()) return &found->second;
    env.report(DiagnosticKind::unknown_setting, {},
               setting.origin + ": module `" + setting.module + "` has no param `" + setting.name + "`" +
                   suggestion(setting.name, names_of(params)));
    return nullptr;
}

// A text, or something that is written like one (an address range), may be given without quotes.
bool is_bare(std::string_view text, TypeKind kind) {
    if (text.starts_with('"')) return false;
    const DomainLiteral* literal = domain_literal(kind);
    return kind == TypeKind::string || (literal && literal->accepts(text));
}

ExprIndex setting_value(Environment& env, const SourceMap& sources, SourceId source, std::uint32_t module, TypeId type,
                        const std::string& name) {
    const std::string text(sources.text(source));
    syntax::ParsedExpression parsed;
    parsed.holder.source = source;
    if (is_bare(text, env.types.kind(type))) {
        syntax::Expr literal;
        literal.kind = syntax::ExprKind::string_literal;
        literal.span = {0, static_cast<std::uint32_t>(text.size())};
        literal.text = text;
        Body body{env, parsed.holder, module};
        return lower_literal(body, literal, type).expr;
    }
    parsed = syntax::parse_expression(source, sources, env.sink);
    if (parsed.root == syntax::no_expr) return k_no_expr;
    Body body{env, parsed.holder, module};
    return lower_constant(body, parsed.root, type, name);
}

}  // namespace

void lower_params(Environment& env, Modules& modules, std::uint32_t module) {
    for (const syntax::Param& param : modules[module].params) {
        if (param.value == syntax::no_expr) continue;
        Body body{env, modules[module], module};
        const std::size_t index = index_at(env.program, body.at(param.name.span));
        env.program.params[index].value = lower_constant(body, param.value, env.params[index], param.name.text);
    }
}

void apply_settings(Environment& env, SourceMap& sources, const std::vector<ParamSetting>& settings) {
    for (const ParamSetting& setting : settings) {
        std::uint32_t module = 0;
        const Member* member = find_setting(env, setting, module);
        if (!member) continue;
        const SourceId source = sources.add(setting.origin, setting.value);
        const ExprIndex value = setting_value(env, sources, source, module, env.params[member->index], setting.name);
        if (value != k_no_expr) env.program.params[member->index].value = value;
    }
}

namespace {

enum class Visit : std::uint8_t { unseen, open, done };

// Depth first; a param that is open again closes a cycle.
class ParamCycles {
  public:
    explicit ParamCycles(Environment& env) : env_(env), state_(env.program.params.size(), Visit::unseen) {}

    void visit(std::uint32_t param) {
        if (state_[param] == Visit::done) return;
        if (state_[param] == Visit::open) return report(param);
        state_[param] = Visit::open;
        path_.push_back(param);
        if (env_.program.params[param].value != k_no_expr) walk(env_.program.params[param].value);
        path_.pop_back();
        state_[param] = Visit::done;
    }

  private:
    void walk(ExprIndex index) {
        if (index == k_no_expr) return;
        const Expr& expr = env_.program.expr(index);
        if (expr.op == Op::param) visit(expr.index);
        for (const ExprIndex child : expr.children)
            walk(child);
    }

    void report(std::uint32_t param) {
        std::string cycle;
        for (auto i = std::find(path_.begin(), path_.end(), param); i != path_.end(); ++i)
            cycle += "`" + env_.program.params[*i].name + "` → ";
        const Param& first = env_.program.params[param];
        env_.report(DiagnosticKind::cyclic_definition, first.where,
                    "params are defined by each other: " + cycle + "`" + first.name + "`");
    }

    Environment& env_;
    std::vector<Visit> state_;
    std::vector<std::uint32_t> path_;
};

}  // namespace

void check_params(Environment& env) {
    ParamCycles cycles(env);
    for (std::uint32_t i = 0; i < env.program.params.size(); ++i) {
        const Param& param = env.program.params[i];
        cycles.visit(i);
        if (param.value != k_no_expr) continue;
        env.report(DiagnosticKind::param_without_value, param.where,
                   "param `" + param.name + "` has no default and is not set",
                   "set it with `--set " + param.module + "." + param.name + "=VALUE`");
    }
}

}  // namespace spile::lang::sema

// Modules -> Program: imports, names, types, strata. The only face of the checker.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lang/diagnostics/diagnostic.hpp"
#include "lang/program/program.hpp"
#include "lang/schema/schema.hpp"
#include "lang/syntax/ast.hpp"

namespace spile::lang {

/// One rule text to load.
struct ModuleText {
    std::string path;  // as printed
    std::string text;
};

/// `--set module.name=VALUE`: the value is an expression of literals, or for a string param bare text.
struct ParamSetting {
    std::string module;
    std::string name;
    std::string value;
    std::string origin;  // "--set", "spile.toml:12"; for the error message
};

/// Whether to add the warnings of lang/lint, for the given texts alone.
enum class LintScope : std::uint8_t { none, given_texts };

struct CompileOptions {
    const schema::Schema* schema = nullptr;  // null: properties are not checked
    std::vector<ParamSetting> settings;
    LintScope lint = LintScope::none;  // runs when there are no errors
};

/// Loads the given texts and whatever standard modules (`library`) they import, transitively. Adds the texts to
/// `sources`. Everything wrong is in the sink; the program is usable only when it has no errors. The same inputs give
/// the same program. Policies come in the order of (module name, position).
[[nodiscard]] Program compile(const std::vector<ModuleText>& texts, const std::vector<ModuleText>& library,
                              const CompileOptions& options, SourceMap& sources, DiagnosticSink& sink);

/// A lone expression over a compiled program (`spile query`, steps of features): typed against the program's modules,
/// with all their names qualified by the last segment of their module. Adds to the program; nothing when the sink got
/// an error.
struct CompiledExpression {
    ExprIndex root = k_no_expr;
    Slot frame = 0;
};
[[nodiscard]] std::optional<CompiledExpression> compile_expression(SourceId source, Program& program,
                                                                   const CompileOptions& options,
                                                                   const SourceMap& sources, DiagnosticSink& sink);

/// Gives params of a compiled program other values, type-checked as settings of compile() are. Adds the values' texts
/// to `sources`; what is wrong is in the sink.
void set_params(const std::vector<ParamSetting>& settings, Program& program, const CompileOptions& options,
                SourceMap& sources, DiagnosticSink& sink);

/// Adds the waivers of a text that holds a module with nothing else; they must name policies of the program.
void add_waivers(SourceId source, Program& program, const SourceMap& sources, DiagnosticSink& sink);

}  // namespace spile::lang

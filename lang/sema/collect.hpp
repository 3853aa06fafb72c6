// Which modules a compilation is made of: the given texts and what they import from the library, transitively.
#pragma once

#include "lang/sema/compile.hpp"
#include "lang/sema/declarations.hpp"

namespace spile::lang::sema {

/// Parsed modules sorted by name. Given texts come before library texts of the same name. Adds the texts that are
/// needed to `sources`; reports syntax errors, repeated module names and unknown imports.
struct Collected {
    Modules modules;
    std::vector<bool> given;  // by module: not from the library
};
[[nodiscard]] Collected collect(const std::vector<ModuleText>& texts, const std::vector<ModuleText>& library,
                                SourceMap& sources, DiagnosticSink& sink);

/// Fills the names and imports of Environment::modules; reports two imports of one name and cycles of imports.
void bind_imports(Environment& env, const Modules& modules);

/// The name after `module` at the start of a rule text, without parsing the rest; empty when there is none.
[[nodiscard]] std::string module_name(std::string_view text);

}  // namespace spile::lang::sema

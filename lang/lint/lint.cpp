#include "lang/lint/lint.hpp"

namespace spile::lang {

void lint(const syntax::Module& module, const Program& program, DiagnosticSink& sink) {
    lints::unused(module, sink);
    lints::metadata(module, sink);
    lints::conditions(module, program, sink);
    lints::subjects(module, program, sink);
}

}  // namespace spile::lang

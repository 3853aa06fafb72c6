// What loads and is right, and still is probably not what its author meant. Warnings only; reads the tree for what is
// written and the program for what it means.
#pragma once

#include "lang/diagnostics/diagnostic.hpp"
#include "lang/program/program.hpp"
#include "lang/syntax/ast.hpp"

namespace spile::lang {

/// Lints one module of a program that compiled without errors. The module is the one that was lowered: the expressions
/// of its messages are among its own.
void lint(const syntax::Module& module, const Program& program, DiagnosticSink& sink);

namespace lints {

// One family a file.
void unused(const syntax::Module& module, DiagnosticSink& sink);
void metadata(const syntax::Module& module, DiagnosticSink& sink);
void conditions(const syntax::Module& module, const Program& program, DiagnosticSink& sink);
void subjects(const syntax::Module& module, const Program& program, DiagnosticSink& sink);

}  // namespace lints

}  // namespace spile::lang

// Diagnostics about a plan: they say their place in words, because the lines of a plan hold secrets in clear and what
// has a place is printed with its line.
#pragma once

#include <string>

#include "lang/diagnostics/diagnostic.hpp"
#include "lang/source/source_map.hpp"

namespace spile::engine::terraform {

/// "plan.json:3:5: MESSAGE".
void report_without_text(DiagnosticSink& sink, const SourceMap& sources, DiagnosticKind kind, SourceSpan where,
                         const std::string& message, std::string help);

}  // namespace spile::engine::terraform

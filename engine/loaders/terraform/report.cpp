#include "engine/loaders/terraform/report.hpp"

namespace spile::engine::terraform {

void report_without_text(DiagnosticSink& sink, const SourceMap& sources, DiagnosticKind kind, SourceSpan where,
                         const std::string& message, std::string help) {
    const LineColumn at = sources.line_column(where.source, where.span.begin);
    const std::string place = std::string(sources.path(where.source)) + ":" + std::to_string(at.line) + ":" +
                              std::to_string(at.column) + ": ";
    sink.add({kind, {}, place + message, {}, std::move(help)});
}

}  // namespace spile::engine::terraform

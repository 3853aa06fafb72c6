// Diagnostics as text for people: excerpt, carets, labels.
#include "lang/base/visible.hpp"
#include "lang/diagnostics/diagnostic.hpp"
#include "lang/source/excerpt.hpp"

namespace spile {

namespace {

std::string painted(std::string_view text, std::string_view code, Colour colour) {
    if (colour == Colour::off) return std::string(text);
    return "\x1b[" + std::string(code) + "m" + std::string(text) + "\x1b[0m";
}

std::string place(const SourceMap& sources, SourceSpan where) {
    const LineColumn at = sources.line_column(where.source, where.span.begin);
    return visible(sources.path(where.source)) + ":" + std::to_string(at.line) + ":" + std::to_string(at.column);
}

// The line that the span begins on, with carets under its part of the span (at least one).
std::string excerpt(const SourceMap& sources, SourceSpan where, Colour colour) {
    const LineColumn begin = sources.line_column(where.source, where.span.begin);
    const LineColumn end = sources.line_column(where.source, where.span.end);
    const Excerpt shown = excerpt_of(sources, where.source, begin, end);
    const std::string number = std::to_string(begin.line);
    return number + " | " + shown.line + "\n" + std::string(number.size(), ' ') + " | " + shown.indent +
           painted(shown.carets, "1;31", colour) + "\n";
}

}  // namespace

std::string render_text(const Diagnostic& diagnostic, const SourceMap& sources, Colour colour) {
    const DiagnosticInfo& about = info(diagnostic.kind);
    const std::string_view word = about.severity == DiagnosticSeverity::error     ? "error"
                                  : about.severity == DiagnosticSeverity::warning ? "warning"
                                                                                  : "note";
    const std::string_view shade = about.severity == DiagnosticSeverity::error ? "1;31" : "1;33";
    std::string out = painted(std::string(word) + "[" + std::string(about.code) + "]", shade, colour) + ": " +
                      visible(diagnostic.message) + "\n";
    if (diagnostic.where.valid()) {
        out += "  --> " + place(sources, diagnostic.where) + "\n" + excerpt(sources, diagnostic.where, colour);
    }
    for (const Label& label : diagnostic.labels) {
        if (!label.where.valid()) {
            out += "  = note: " + visible(label.text) + "\n";
            continue;
        }
        out += "  note: " + visible(label.text) + "\n  --> " + place(sources, label.where) + "\n" +
               excerpt(sources, label.where, colour);
    }
    if (!diagnostic.help.empty()) out += "  = help: " + visible(diagnostic.help) + "\n";
    return out;
}

}  // namespace spile

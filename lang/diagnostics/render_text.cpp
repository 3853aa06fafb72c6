// Diagnostics as text for people: excerpt, carets, labels.
#include <algorithm>

#include "lang/diagnostics/diagnostic.hpp"

namespace spile {

namespace {

std::string painted(std::string_view text, std::string_view code, Colour colour) {
    if (colour == Colour::off) return std::string(text);
    return "\x1b[" + std::string(code) + "m" + std::string(text) + "\x1b[0m";
}

std::string place(const SourceMap& sources, SourceSpan where) {
    const LineColumn at = sources.line_column(where.source, where.span.begin);
    return std::string(sources.path(where.source)) + ":" + std::to_string(at.line) + ":" + std::to_string(at.column);
}

// The line that the span begins on, with carets under its part of the span (at least one).
std::string excerpt(const SourceMap& sources, SourceSpan where, Colour colour) {
    const LineColumn begin = sources.line_column(where.source, where.span.begin);
    const LineColumn end = sources.line_column(where.source, where.span.end);
    const std::string_view line = sources.line_text(where.source, begin.line);
    const std::string number = std::to_string(begin.line);
    const std::size_t from = std::min<std::size_t>(begin.column - 1, line.size());
    const std::size_t to = end.line == begin.line ? std::min<std::size_t>(end.column - 1, line.size()) : line.size();
    std::string indent;
    for (const char c : line.substr(0, from))
        indent += c == '\t' ? '\t' : ' ';
    const std::string carets(std::max<std::size_t>(1, to > from ? to - from : 1), '^');
    return number + " | " + std::string(line) + "\n" + std::string(number.size(), ' ') + " | " + indent +
           painted(carets, "1;31", colour) + "\n";
}

}  // namespace

std::string render_text(const Diagnostic& diagnostic, const SourceMap& sources, Colour colour) {
    const DiagnosticInfo& about = info(diagnostic.kind);
    const std::string_view word = about.severity == DiagnosticSeverity::error     ? "error"
                                  : about.severity == DiagnosticSeverity::warning ? "warning"
                                                                                  : "note";
    const std::string_view shade = about.severity == DiagnosticSeverity::error ? "1;31" : "1;33";
    std::string out = painted(std::string(word) + "[" + std::string(about.code) + "]", shade, colour) + ": " +
                      diagnostic.message + "\n";
    if (diagnostic.where.valid()) {
        out += "  --> " + place(sources, diagnostic.where) + "\n" + excerpt(sources, diagnostic.where, colour);
    }
    for (const Label& label : diagnostic.labels) {
        if (!label.where.valid()) {
            out += "  = note: " + label.text + "\n";
            continue;
        }
        out += "  note: " + label.text + "\n  --> " + place(sources, label.where) + "\n" +
               excerpt(sources, label.where, colour);
    }
    if (!diagnostic.help.empty()) out += "  = help: " + diagnostic.help + "\n";
    return out;
}

}  // namespace spile

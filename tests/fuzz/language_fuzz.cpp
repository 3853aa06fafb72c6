// Any bytes as rule text: parsing ends, and each diagnostic has a place that can be printed.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "lang/base/check.hpp"
#include "lang/syntax/parse.hpp"

using namespace spile;

static void check_diagnostics(const DiagnosticSink& sink, const SourceMap& sources, std::size_t size) {
    for (const Diagnostic& diagnostic : sink.all()) {
        SPILE_CHECK(diagnostic.where.span.begin <= diagnostic.where.span.end, "a span does not end before it begins");
        SPILE_CHECK(diagnostic.where.span.end <= size, "a span lies inside the text");
        SPILE_CHECK(!render_text(diagnostic, sources, Colour::off).empty(), "a diagnostic can be printed");
    }
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    SourceMap sources;
    const SourceId id = sources.add("input.spile", std::string(text));
    DiagnosticSink of_module;
    const lang::syntax::Module module = lang::syntax::parse(id, sources, of_module);
    check_diagnostics(of_module, sources, size);
    DiagnosticSink of_expression;
    const auto expression = lang::syntax::parse_expression(id, sources, of_expression);
    check_diagnostics(of_expression, sources, size);
    SPILE_CHECK(expression.root != lang::syntax::no_expr || of_expression.has_errors(), "no expression, no reason");
    return 0;
}

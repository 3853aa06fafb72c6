// The embedded modules and packs are texts that the language takes.
#include <catch2/catch.hpp>

#include "lang/diagnostics/diagnostic.hpp"
#include "lang/syntax/parse.hpp"
#include "stdlib/embedded.hpp"

using namespace spile;

static void parses(std::span<const stdlib::EmbeddedText> texts) {
    for (const stdlib::EmbeddedText& text : texts) {
        SourceMap sources;
        DiagnosticSink sink;
        const SourceId source = sources.add(std::string(text.path), std::string(text.text));
        const lang::syntax::Module module = lang::syntax::parse(source, sources, sink);
        for (const Diagnostic& diagnostic : sink.all())
            FAIL_CHECK(render_text(diagnostic, sources, Colour::off));
        CHECK_FALSE(module.declarations.empty());
    }
}

TEST_CASE("every embedded text parses") {
    parses(stdlib::standard_modules());
    parses(stdlib::embedded_packs());
}

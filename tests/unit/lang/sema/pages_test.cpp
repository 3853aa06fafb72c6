// The example on each page of SP02xx to SP05xx provokes what the page explains, and nothing else that stops a load.
#include <catch2/catch.hpp>

#include "tests/unit/lang/sema/support.hpp"

using namespace spile;
using namespace spile::lang;
using namespace spile::lang::test;

namespace {

std::vector<std::string> examples(const std::string& page) {
    const std::string open = "```spile\n";
    std::vector<std::string> found;
    for (std::size_t at = page.find(open); at != std::string::npos; at = page.find(open, at)) {
        at += open.size();
        const std::size_t end = page.find("```", at);
        found.push_back(page.substr(at, end - at));
        at = end;
    }
    return found;
}

// "# --set module.name=value" at the top of an example.
std::vector<ParamSetting> settings_of(const std::string& example) {
    const std::string prefix = "# --set ";
    if (example.rfind(prefix, 0) != 0) return {};
    const std::string line = example.substr(prefix.size(), example.find('\n') - prefix.size());
    const std::size_t equals = line.find('=');
    const std::size_t dot = line.rfind('.', equals);
    return {{line.substr(0, dot), line.substr(dot + 1, equals - dot - 1), line.substr(equals + 1), "--set"}};
}

}  // namespace

TEST_CASE("the example on each page provokes what the page explains") {
    std::size_t pages = 0;
    for (const DiagnosticInfo& about : all_diagnostics()) {
        if (about.code < "SP0200" || about.code >= "SP0600") continue;
        ++pages;
        const std::string code(about.code);
        const std::string page = read_file(SPILE_SOURCE_DIR "/docs/reference/diagnostics/" + code + ".md");
        INFO(code);
        const auto texts = examples(page);
        REQUIRE_FALSE(texts.empty());
        Compiled made;
        CompileOptions options;
        options.lint = LintScope::given_texts;
        options.settings = settings_of(texts.front());
        compile_into(made, texts, options);
        INFO(made.report());
        CHECK(made.has(about.kind));
        for (const Diagnostic& each : made.sink.all())
            CHECK((info(each.kind).severity != DiagnosticSeverity::error || each.kind == about.kind));
    }
    CHECK(pages > 40);
}

// What is loaded follows from what the rules read; a report must not depend on that.
#include <catch2/catch.hpp>

#include "engine/report/write_report.hpp"
#include "engine/session/check.hpp"
#include "stdlib/embedded.hpp"
#include "stdlib/schema/embedded.hpp"
#include "tests/conformance/corpus.hpp"
#include "tests/property/loaded.hpp"

using namespace spile;

namespace {

std::vector<lang::ModuleText> texts(std::span<const stdlib::EmbeddedText> embedded) {
    std::vector<lang::ModuleText> out;
    for (const stdlib::EmbeddedText& each : embedded)
        out.push_back({std::string(each.path), std::string(each.text)});
    return out;
}

struct Checked {
    std::string json;
    std::string diagnostics;
    std::size_t properties = 0;  // members that were loaded
};

Checked checked(const schema::Schema& schema, const std::vector<std::string>& names, bool whole) {
    const engine::DiskFileSystem files;
    engine::Workspace workspace(files, schema);
    engine::CheckRequest request;
    request.policies.embedded = test::local_packs();  // a thousand templates at once
    request.policies.library = texts(stdlib::standard_modules());
    request.inputs.names = names;
    request.inputs.whole = whole;
    DiagnosticSink sink;
    const auto report = engine::check(workspace, files, request, sink);
    REQUIRE(report);
    Checked out{engine::write(engine::ReportFormat::json, *report, workspace.sources(), {}), {}, 0};
    for (const Diagnostic& each : sink.all())
        out.diagnostics += each.message + "\n";
    for (const engine::Unit& unit : workspace.graph().units()) {
        if (unit.kind == engine::UnitKind::resource && unit.attributes.is(engine::Kind::map))
            out.properties += unit.attributes.members().size();
    }
    return out;
}

}  // namespace

TEST_CASE("a report is the same whether only what the policies read is loaded or everything") {
    const auto corpus = tests::corpus();
    if (!corpus) return;
    const schema::Schema schema(stdlib::all_schemas());
    std::vector<std::string> names;
    for (const char* folder : {"templates", "suites/cfn_nag"}) {
        for (const auto& path : tests::files_below(*corpus / folder, {".yaml", ".yml", ".json", ".template"}))
            names.push_back(path.generic_string());
    }
    REQUIRE(names.size() > 100);
    const Checked some = checked(schema, names, false);
    const Checked all = checked(schema, names, true);
    CHECK(some.properties < all.properties);  // else nothing was left out, and this shows nothing
    CHECK((some.json == all.json));           // megabytes: not printed
    CHECK((some.diagnostics == all.diagnostics));
    for (std::size_t at = 0; some.json != all.json; ++at) {
        if (at < some.json.size() && at < all.json.size() && some.json[at] == all.json[at]) continue;
        const std::size_t from = at < 400 ? 0 : at - 400;
        FAIL("first difference:\n"
             << some.json.substr(from, 600) << "\n--- with everything loaded:\n"
             << all.json.substr(from, 600));
    }
}

// The embedded modules and packs, and the example of an organisation's own policies, are texts that the language takes;
// policies/README.md lists the pack.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "lang/format/format.hpp"
#include "lang/sema/compile.hpp"
#include "lang/syntax/parse.hpp"
#include "stdlib/embedded.hpp"
#include "stdlib/schema/embedded.hpp"

using namespace spile;

static std::string read(const std::filesystem::path& path) {
    std::ifstream in(std::filesystem::path(SPILE_SOURCE_DIR) / path, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

static std::vector<lang::ModuleText> texts(std::span<const stdlib::EmbeddedText> embedded) {
    std::vector<lang::ModuleText> out;
    for (const stdlib::EmbeddedText& each : embedded)
        out.push_back({std::string(each.path), std::string(each.text)});
    return out;
}

static lang::Program compiled(const std::vector<lang::ModuleText>& modules) {
    static const schema::Schema schema(stdlib::all_schemas());
    SourceMap sources;
    DiagnosticSink sink;
    lang::CompileOptions options;
    options.schema = &schema;
    lang::Program program = lang::compile(modules, texts(stdlib::standard_modules()), options, sources, sink);
    for (const Diagnostic& diagnostic : sink.all())
        FAIL_CHECK(render_text(diagnostic, sources, Colour::off));
    return program;
}

static void parses(std::span<const stdlib::EmbeddedText> embedded) {
    for (const stdlib::EmbeddedText& text : embedded) {
        SourceMap sources;
        DiagnosticSink sink;
        const SourceId source = sources.add(std::string(text.path), std::string(text.text));
        const lang::syntax::Module module = lang::syntax::parse(source, sources, sink);
        for (const Diagnostic& diagnostic : sink.all())
            FAIL_CHECK(render_text(diagnostic, sources, Colour::off));
        CHECK_FALSE(module.declarations.empty());
        CHECK(lang::format::format(module, sources) == text.text);  // `spile fmt` leaves it alone
    }
}

TEST_CASE("every embedded text parses, and is formatted") {
    parses(stdlib::standard_modules());
    parses(stdlib::embedded_packs());
}

TEST_CASE("every standard module compiles, imported or not") {
    static_cast<void>(compiled(texts(stdlib::standard_modules())));
}

TEST_CASE("the example of an organisation's policies compiles") {
    std::vector<lang::ModuleText> modules;
    for (const char* name : {"policies.spile", "release.spile", "waivers.spile"}) {
        const std::string path = std::string("examples/org-policies/") + name;
        modules.push_back({path, read(path)});
    }
    const lang::Program program = compiled(modules);
    CHECK(program.policies.size() == 4);
    CHECK(program.gates.size() == 1);
    CHECK(program.waivers.size() == 1);
}

TEST_CASE("the pack is complete: each policy has severity, controls, message and remedy") {
    const lang::Program program = compiled(texts(stdlib::embedded_packs()));
    CHECK(program.policies.size() >= 25);
    for (const lang::Policy& policy : program.policies) {
        INFO(policy.id);
        CHECK_FALSE(policy.controls.empty());
        CHECK(policy.remedy.has_value());
        for (const lang::Demand& demand : policy.demands)
            CHECK(demand.message.has_value());
    }
}

/// "aws/s3/encryption" for the module policies.aws.s3.encryption.
static std::string path_of(const lang::Policy& policy) {
    std::string path = policy.module.substr(std::string("policies.").size());
    std::replace(path.begin(), path.end(), '.', '/');
    return path;
}

TEST_CASE("the pack is complete: each policy has a feature beside it that names it") {
    for (const lang::Policy& policy : compiled(texts(stdlib::embedded_packs())).policies) {
        INFO(policy.id);
        CHECK(read("policies/" + path_of(policy) + ".feature").find(policy.id) != std::string::npos);
    }
}

static std::string row(const lang::Policy& policy) {
    const std::string path = path_of(policy) + ".spile";
    std::string aliases;
    for (const std::string& alias : policy.same_as)
        aliases += (aliases.empty() ? "`" : ", `") + alias + "`";
    return "| " + policy.id + " | " + std::string(lang::word(policy.severity)) + " | " + policy.title + " | " +
           aliases + " | [" + path + "](" + path + ") |\n";
}

TEST_CASE("the table of policies is the pack") {
    std::vector<std::string> rows;
    for (const lang::Policy& policy : compiled(texts(stdlib::embedded_packs())).policies)
        rows.push_back(row(policy));
    std::sort(rows.begin(), rows.end());
    std::string wanted;
    for (const std::string& each : rows)
        wanted += each;
    const std::string page = read("policies/README.md");
    const std::string head = "| --- | --- | --- | --- | --- |\n";
    const std::size_t begin = page.find(head) + head.size();
    CHECK(page.substr(begin, page.find("\n\n", begin) + 1 - begin) == wanted);
}

TEST_CASE("every rule of the peers about Dockerfiles has a policy") {
    std::set<std::string> aliases;
    for (const lang::Policy& policy : compiled(texts(stdlib::embedded_packs())).policies)
        aliases.insert(policy.same_as.begin(), policy.same_as.end());
    std::ifstream list(std::string(SPILE_SOURCE_DIR) + "/tests/unit/stdlib/dockerfile_rules.txt");
    std::string rule;
    std::size_t rules = 0;
    while (std::getline(list, rule)) {
        if (rule.empty() || rule.front() == '#') continue;
        ++rules;
        INFO(rule);
        CHECK(aliases.contains(rule));
    }
    CHECK(rules == 196);
}

// Params and waivers that are given to a program after it was compiled.
#include <catch2/catch.hpp>

#include "lang/sema/compile.hpp"

using namespace spile;  // NOLINT(google-build-using-namespace): a test

namespace {

constexpr const char* k_module = R"(module org.m

param least: int = 2
param names: set<string> = {"a"}
param twice: int = least

policy p "P" {
    id ORG-001
    severity low
    for r: cfn "*"
    require count(n for n in names) >= least + twice
}
)";

struct Amended {
    SourceMap sources;
    DiagnosticSink sink;
    lang::Program program;

    Amended() { program = lang::compile({{"m.spile", k_module}}, {}, {}, sources, sink); }
    std::string set(const char* name, const char* value) {
        lang::set_params({{"org.m", name, value, "here"}}, program, {}, sources, sink);
        return said();
    }
    std::string waive(const std::string& text) {
        lang::add_waivers(sources.add("w.spile", text), program, sources, sink);
        return said();
    }
    [[nodiscard]] std::string said() const {
        std::string out;
        for (const Diagnostic& diagnostic : sink.all())
            out += std::string(info(diagnostic.kind).code) + " ";
        return out;
    }
};

}  // namespace

TEST_CASE("a param of a compiled program takes another value, by the rules of --set") {
    Amended made;
    REQUIRE(made.said().empty());
    CHECK(made.set("least", "5").empty());
    CHECK(made.program.expr(made.program.params[0].value).text == "5");
    CHECK(Amended().set("names", R"({"b", "c"})").empty());
    CHECK(Amended().set("leats", "5") == "SP0221 ");
    CHECK(Amended().set("least", "\"5\"") == "SP0212 ");
    CHECK(Amended().set("least", "5 +") != "");
    CHECK(Amended().set("least", "twice") == "SP0304 ");
    CHECK(Amended().set("least", "count(r for r: cfn \"*\")") == "SP0223 ");
}

TEST_CASE("waivers are added to a compiled program, for policies that it has") {
    const std::string waiver = "waiver ORG-001 {\n owner \"o\"\n reason \"r\"\n until 2027-01-01\n}\n";
    Amended made;
    CHECK(made.waive("module w\n" + waiver).empty());
    REQUIRE(made.program.waivers.size() == 1);
    CHECK(made.program.waivers[0].until == "2027-01-01");
    CHECK(Amended().waive("module w\nwaiver ORG-002 {\n owner \"o\"\n reason \"r\"\n until 2027-01-01\n}\n") ==
          "SP0405 ");
    CHECK(Amended().waive("module w\nwaiver ORG-001 {\n owner \"o\"\n}\n") == "SP0406 ");
    CHECK(Amended().waive("module w\nparam a: int = 1\n") == "SP0107 ");
    CHECK(Amended().waive("waiver") != "");
}

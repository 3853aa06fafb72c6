#include "lang/sema/collect.hpp"

#include <catch2/catch.hpp>

#include "tests/unit/lang/sema/support.hpp"

using namespace spile;
using namespace spile::lang;
using namespace spile::lang::test;

namespace {

Compiled of(const std::vector<std::string>& texts, const std::vector<std::string>& library = {}) {
    Compiled made;
    compile_into(made, texts, {}, library);
    return made;
}

const std::string k_names = "module org.names\nfn is_ours(n: string) -> bool = starts_with(n, \"org\")\n";

}  // namespace

TEST_CASE("the module's name is found without parsing") {
    CHECK(sema::module_name("# c\n\n  module  aws.s3\nimport x") == "aws.s3");
    CHECK(sema::module_name("\xEF\xBB\xBFmodule m") == "m");
    CHECK(sema::module_name("policy x") == "");
    CHECK(sema::module_name("") == "");
}

TEST_CASE("an import loads a library module and what that imports, and nothing else") {
    const Compiled made = of({"module org.a\nimport lib.b\nfn f(x: int) -> int = b.g(x)\n"},
                             {"module lib.c\nfn h(x: int) -> int = x\n", "module lib.unused\nfn u(x: int) -> int = x\n",
                              "module lib.b\nimport lib.c\nfn g(x: int) -> int = c.h(x)\n"});
    CHECK(made.codes() == "");
    REQUIRE(made.program.functions.size() == 3);
    CHECK(made.program.functions[0].module == "lib.b");  // modules in the order of their names
    CHECK(made.program.functions[1].module == "lib.c");
    CHECK(made.program.functions[2].module == "org.a");
}

TEST_CASE("a given module replaces a library module of its name") {
    const Compiled made = of(
        {"module org.a\nimport lib.b\nfn f(x: int) -> int = b.mine(x)\n", "module lib.b\nfn mine(x: int) -> int = x\n"},
        {"module lib.b\nfn other(x: int) -> int = x\n"});
    CHECK(made.codes() == "");
}

TEST_CASE("SP0201: an unknown module is named with the nearest known one, given or of the library") {
    const Compiled made = of({"module org.a\nimport org.namse\n"}, {k_names});
    CHECK(made.codes() == "SP0201");
    CHECK(made.message(DiagnosticKind::unknown_module) == "unknown module `org.namse`; did you mean `org.names`?");
    CHECK(made.marked(DiagnosticKind::unknown_module) == "org.namse");
}

TEST_CASE("what follows from an unknown module is not reported as well") {
    CHECK(of({"module org.a\nimport org.nothing\nfn f(x: string) -> bool = nothing.g(x)\n"}).codes() == "SP0201");
}

TEST_CASE("SP0202: one module in two files") {
    const Compiled made = of({"module a.b\n", "module a.b\n"});
    CHECK(made.codes() == "SP0202");
    CHECK(made.find(DiagnosticKind::duplicate_module)->labels.size() == 1);
}

TEST_CASE("SP0203: a cycle of imports is shown") {
    const Compiled made = of({"module a\nimport b\n", "module b\nimport c\n", "module c\nimport a\n"});
    CHECK(made.codes() == "SP0203");
    CHECK(made.message(DiagnosticKind::import_cycle) == "modules import each other: `a` → `b` → `c` → `a`");
    CHECK(of({"module a\nimport a\n"}).codes() == "SP0203");
}

TEST_CASE("an import binds the last segment, or what `as` says") {
    CHECK(of({"module a\nimport org.names\nfn f(n: string) -> bool = names.is_ours(n)\n", k_names}).codes() == "");
    CHECK(of({"module a\nimport org.names as n\nfn f(x: string) -> bool = n.is_ours(x)\n", k_names}).codes() == "");
    CHECK(of({"module a\nimport org.names as n\nfn f(x: string) -> bool = names.is_ours(x)\n", k_names}).codes() ==
          "SP0204");
}

TEST_CASE("SP0217: two imports under one name") {
    const Compiled made = of({"module a\nimport org.names\nimport b.names\n", k_names, "module b.names\n"});
    CHECK(made.codes() == "SP0217");
}

TEST_CASE("a module with syntax errors is not searched for other mistakes, its neighbours are") {
    const Compiled made = of({"module a\nfn f(n: int -> bool = true\nfn g(n: int) -> int = nonsense\n",
                              "module b\nfn g(n: int) -> int = nonsense\n"});
    CHECK(made.codes() == "SP0101 SP0204");
}

// Names: scopes, modules, types, calls.
#include <catch2/catch.hpp>

#include "tests/unit/lang/sema/support.hpp"

using namespace spile;
using namespace spile::lang;
using namespace spile::lang::test;

TEST_CASE("SP0204: an unknown name suggests the nearest in scope") {
    const Compiled made = policy("require bb.BucketName exists");
    CHECK(made.codes() == "SP0204");
    CHECK(made.message(DiagnosticKind::unknown_name) == "unknown name `bb`; did you mean `b`?");
    CHECK(policy("let owner = b.name\nrequire onwer == \"x\"").message(DiagnosticKind::unknown_name) ==
          "unknown name `onwer`; did you mean `owner`?");
}

TEST_CASE("names of generators are in scope in their where and value only") {
    CHECK(policy("require (some t in b.Tags where t.Key == \"a\")").codes() == "");
    CHECK(policy("require (some t in b.Tags where t.Key == \"a\") and t.Key == \"b\"").codes() == "SP0204");
    CHECK(policy("require count(t.Key for t in b.Tags where t.Value exists) == 1").codes() == "");
}

TEST_CASE("generators of one list see those before them") {
    CHECK(body("some x in [[1]], y in x where y == 1").codes() == "");
    CHECK(body("some y in x, x in [[1]] where y == 1").codes() == "SP0204");
}

TEST_CASE("SP0205: unknown types, and types with wrong arguments") {
    CHECK(declared("fn f(a: strin) -> bool = true").message(DiagnosticKind::unknown_type) ==
          "unknown type `strin`; did you mean `string`?");
    CHECK(declared("fn f(a: map<string>) -> bool = true").codes() == "SP0205");
    CHECK(declared("fn f(a: int<string>) -> bool = true").codes() == "SP0205");
    CHECK(declared("fn f(a: list<list<int>>, b: map<string, set<cidr>>?) -> bool = true").codes() == "");
}

TEST_CASE("SP0209: unknown callees suggest functions, relations, entities and built-ins") {
    CHECK(body("starts_wiht(s ?? \"\", \"a\")").message(DiagnosticKind::unknown_function) ==
          "unknown function or relation `starts_wiht`; did you mean `starts_with`?");
    CHECK(declared("fn helper(n: int) -> int = n\nfn f(n: int) -> int = hepler(n)")
              .message(DiagnosticKind::unknown_function) ==
          "unknown function or relation `hepler`; did you mean `helper`?");
}

TEST_CASE("SP0216: no name hides another") {
    CHECK(policy("let b = 1\nrequire b == 1").codes() == "SP0216");
    CHECK(declared("param limit: int = 1\nfn f(limit: int) -> int = limit").codes() == "SP0216");
    CHECK(body("some n in [1] where n == 1").codes() == "SP0216");
    CHECK(body("(some x in [1] where x == 1) and (some x in [2] where x == 2)").codes() == "");
    Compiled made;
    compile_into(made, {"module a\nimport b.net\nfn f(net: int) -> int = net\n", "module b.net\n"});
    CHECK(made.codes() == "SP0216");
}

TEST_CASE("functions and built-ins do not get in the way of names of values") {
    CHECK(declared("fn port(n: int) -> int = n\nfn f(port: int, image: string) -> int = port(port)").codes() == "");
}

TEST_CASE("SP0217: declarations are unique by kind, callables among each other") {
    CHECK(declared("fn f(a: int) -> int = a\nfn f(a: int) -> int = a").codes() == "SP0217");
    CHECK(declared("entity E {\n a: int\n a: string\n}").codes() == "SP0217");
    CHECK(declared("entity E {\n a: int\n}\nrule E(a: int) if a == 1").codes() == "SP0217");
    CHECK(declared("param a: int = 1\nparam a: int = 2").codes() == "SP0217");
}

TEST_CASE("SP0218: private declarations stay in their module") {
    const std::vector<std::string> texts = {"module a\nimport b\nfn f(n: int) -> int = b.g(n)\n",
                                            "module b\nprivate fn g(n: int) -> int = n\nfn h(n: int) -> int = g(n)\n"};
    Compiled made;
    compile_into(made, texts);
    CHECK(made.codes() == "SP0218");
    CHECK(made.marked(DiagnosticKind::private_name) == "b.g");
}

TEST_CASE("SP0219: what is no value is not read, what is no callable is not called") {
    CHECK(declared("fn g(n: int) -> int = n\nfn f(n: int) -> int = g").codes() == "SP0219");
    CHECK(body("n(3) == 1").codes() == "SP0219");
    CHECK(body("e.name(3) == 1").codes() == "SP0219");
    Compiled made;
    compile_into(made, {"module a\nimport b\nfn f(n: int) -> any = b\n", "module b\n"});
    CHECK(made.codes() == "SP0219");
    CHECK(declared("fn g(n: int) -> bool = n == 1\nfn f(n: int) -> bool = some g(n)").codes() == "SP0219");
}

TEST_CASE("SP0226: the wildcard is for relations") {
    CHECK(body("r == _").codes() == "SP0226");
    CHECK(declared("rule p(a: int) if a == 1\nfn f(n: int) -> bool = p(_)").codes() == "");
}

TEST_CASE("a param of another module is read through its import") {
    Compiled made;
    compile_into(made, {"module a\nimport org.net\nfn f(n: int) -> bool = n in net.ports\n",
                        "module org.net\nparam ports: set<int> = {22}\n"});
    CHECK(made.codes() == "");
    compile_into(made, {"module a\nimport org.net\nfn f(n: int) -> bool = n in net.prots\n",
                        "module org.net\nparam ports: set<int> = {22}\n"});
    CHECK(made.message(DiagnosticKind::unknown_name) == "unknown name `net.prots`; did you mean `net.ports`?");
}

// What is made of a sensitive value is sensitive, and no message spells it.
#include "tests/unit/engine/eval/operators/fixture.hpp"

using namespace spile;
using namespace spile::engine;

TEST_CASE_METHOD(OperatorFixture, "what is made of a secret is one") {
    const Value secret = make.marked(text("hunter2"), true, false);
    const auto printed = [&](Value value) { return display(value, with); };
    CHECK(printed(concatenate(text("a"), secret, with)) == "(sensitive)");
    CHECK(printed(call(lang::Builtin::lower, {secret})) == "(sensitive)");
    CHECK(printed(call(lang::Builtin::split, {secret, text("n")})) == "(sensitive)");
    CHECK(printed(field(make.marked(map({{"a", text("hunter2")}}), true, false), "a", with)) == "(sensitive)");
    CHECK(printed(index(map({{"hunter2", text("open")}}), secret, with)) == "(sensitive)");
    CHECK(printed(call(lang::Builtin::parse_json, {make.marked(text(R"({"hunter2": "x"})"), true, false)})) ==
          "(sensitive)");
    CHECK(printed(list({text("a"), secret})) == "[a, (sensitive)]");
    CHECK(printed(record({text("a"), secret})) == "Encryption(algorithm: a, key: (sensitive))");
    // What is true of it may be said.
    CHECK(equal(secret, text("hunter2"), with) == Truth::yes);
    CHECK(printed(call(lang::Builtin::starts_with, {secret, text("h")})) == "true");
}

TEST_CASE_METHOD(OperatorFixture, "no message of what is wrong spells a secret") {
    const Value secret = make.marked(text("hunter2"), true, false);
    const Value secret_number = make.marked(number(7391826455), true, false);
    for (const lang::Builtin builtin : {lang::Builtin::to_number, lang::Builtin::cidr, lang::Builtin::protocol,
                                        lang::Builtin::time, lang::Builtin::version, lang::Builtin::parse_json}) {
        const Value wrong = call(builtin, {secret});
        CHECK(cause_of(wrong).find("hunter2") == std::string_view::npos);
        CHECK(cause_of(call(builtin, {text("hunter2")})).find("makes nothing") == std::string_view::npos);
    }
    CHECK(cause_of(call(lang::Builtin::to_number, {text("hunter2")})) == "`hunter2` is no number");
    const Value divided = arithmetic(lang::Op::divide, secret_number, number(0), with);
    CHECK(divided.is(Kind::error));
    CHECK(cause_of(divided).find("7391826455") == std::string_view::npos);
    const Value absent = index(map({{"a", text("x")}}), secret, with);
    CHECK(absent.is(Kind::missing));
    CHECK(absent.text() == "[(sensitive)]");
    const Value perhaps = index(map({{"a", text("x")}}, true), secret, with);
    CHECK(perhaps.is(Kind::unknown));
    CHECK(cause_of(perhaps).find("hunter2") == std::string_view::npos);
    CHECK(cause_of(perhaps) == "whether a map has a sensitive key is not known");
}

TEST_CASE_METHOD(OperatorFixture, "a path below something sensitive does not name its keys") {
    Path root{.key = "values"};
    Path secret{.parent = &root, .key = "hunter2", .hidden = true};
    Path item{.parent = &secret, .index = 3};
    CHECK(FactGraph::pointer(&item) == "/values/(sensitive)/3");
    CHECK(FactGraph::dotted(&item) == "values.(sensitive)[3]");
    const Value json =
        make.marked(make.string(R"({"hunter2": "x"})", graph.arena().make<Origin>(Origin{.path = &root})), true, false);
    const Value inside = call(lang::Builtin::parse_json, {json}).members()[0].value;
    CHECK(FactGraph::dotted(inside.origin()->path) == "values.(sensitive)");
}

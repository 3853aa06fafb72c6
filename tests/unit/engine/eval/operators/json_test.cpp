#include "tests/unit/engine/eval/operators/fixture.hpp"

using namespace spile;
using namespace spile::engine;
using lang::Builtin;

TEST_CASE_METHOD(OperatorFixture, "JSON texts become values, as far as they are known") {
    const std::vector<std::pair<std::string, std::string>> rows = {
        {R"( {"a": [1, -2.5e1, true, null, "x"], "b": {}} )", "{a: [1, -25, true, null, x], b: {}}"},
        {R"("\u00e9\n\ud83d\ude00\/")", "é\n😀/"},
        {R"({"Resource": "arn:aws:s3:::${X}/*"})", "{Resource: arn:aws:s3:::(unknown)/*}"},
        {R"({"a": ${X}, "b": 1})", "{a: (unknown), b: 1}"},
        {R"([1, ${X}, 2])", "[1, (unknown), 2, …]"},
        {R"([{"a": 1} ${X}])", "[{a: 1}, (unknown), …]"},
        {R"({"a": 1 ${X}})", "{a: 1, …}"},
        {R"({${X} "a": 1})", "{a: 1, …}"},
        {R"({"k${X}": 1, "b": 2})", "{b: 2, …}"},
        {R"(1${X})", "(unknown)"},
    };
    for (const auto& [written, expected] : rows) {
        INFO(written);
        CHECK(show(call(Builtin::parse_json, {partial(written)})) == expected);
    }
    for (const char* bad : {"", "{", "[1", "[1,]", "{\"a\":1,}", "{a:1}", "01", "+1", "nul", "\"a", "\"\\x\"",
                            "\"\\ud800\"", "[1] 2", "{\"a\":1,\"a\":2}", "\"a\nb\"", "1 2"}) {
        INFO(bad);
        CHECK(is_error(call(Builtin::parse_json, {text(bad)})));
    }
    CHECK(is_error(call(Builtin::parse_json, {text(std::string(100000, '['))})));
}

TEST_CASE_METHOD(OperatorFixture, "what is no text is left as it is, and secrets stay secret") {
    CHECK(call(Builtin::parse_json, {Value()}).is(Kind::missing));
    CHECK(show(call(Builtin::parse_json, {map({{"a", number(1)}})})) == "{a: 1}");
    CHECK(call(Builtin::parse_json, {unknown()}).is(Kind::unknown));
    const Value secret = call(Builtin::parse_json, {make.marked(text(R"({"a":"b"})"), true, false)});
    CHECK(show(secret) == "(sensitive)");
    CHECK(show(field(secret, "a", with)) == "(sensitive)");
}

TEST_CASE_METHOD(OperatorFixture, "values inside a JSON text have their path") {
    const Path around{.key = "Policy"};
    const Origin place{.path = &around};
    const Value parsed = call(Builtin::parse_json, {make.string(R"({"Statement":[{"Effect":"Allow"}]})", &place)});
    const Value statement = index(field(parsed, "Statement", with), number(0), with);
    CHECK(FactGraph::dotted(field(statement, "Effect", with).origin()->path) == "Policy.Statement[0].Effect");
}

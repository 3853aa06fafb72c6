#include "tests/unit/engine/eval/operators/fixture.hpp"

using namespace spile;
using namespace spile::engine;
using lang::Builtin;

TEST_CASE_METHOD(OperatorFixture, "partial strings are unequal as soon as known segments differ") {
    struct Row {
        const char* a;
        const char* b;
        Truth expected;
    };
    const std::vector<Row> rows = {
        {"a${X}", "abc", Truth::maybe},         {"a${X}", "bc", Truth::no},
        {"${X}c", "abc", Truth::maybe},         {"${X}c", "abd", Truth::no},
        {"ab${X}bc", "abc", Truth::no},         {"ab${X}bc", "abbc", Truth::maybe},
        {"a${X}b${Y}c", "a-b-c", Truth::maybe}, {"a${X}b${Y}c", "a-x-c", Truth::no},
        {"a${X}", "a${X}", Truth::yes},         {"a${X}", "a${Y}", Truth::maybe},
        {"a${X}", "b${X}", Truth::no},          {"${X}a", "${X}b", Truth::no},
        {"a${X}", "${Y}b", Truth::maybe},       {"${}", "${}", Truth::maybe},
        {"x${}", "x${}", Truth::maybe},         {"${X}é", "née", Truth::no},
    };
    for (const Row& row : rows) {
        INFO(row.a << " == " << row.b);
        CHECK(equal(partial(row.a), partial(row.b), with) == row.expected);
        CHECK(equal(partial(row.b), partial(row.a), with) == row.expected);
    }
}

TEST_CASE_METHOD(OperatorFixture, "wildcards over known and partly known texts") {
    struct Row {
        const char* text;
        const char* pattern;
        Truth expected;
    };
    const std::vector<Row> rows = {
        {"", "", Truth::yes},
        {"", "*", Truth::yes},
        {"", "?", Truth::no},
        {"abc", "a*c", Truth::yes},
        {"abc", "a?c", Truth::yes},
        {"abc", "a?", Truth::no},
        {"é", "?", Truth::yes},
        {"aXbXc", "a*X?", Truth::yes},
        {"a*c", "a[*]c", Truth::no},
        {"abcabc", "*abc", Truth::yes},
        {"mississippi", "m*iss*pi", Truth::yes},
        {"a${X}", "a*", Truth::yes},
        {"a${X}", "b*", Truth::no},
        {"a${X}", "ab*", Truth::maybe},
        {"${X}.com", "*.com", Truth::yes},
        {"${X}.com", "*.org", Truth::no},
        {"a${X}c", "a?c", Truth::maybe},
        {"a${X}b${Y}c", "*b*", Truth::yes},
        {"abc", "a${P}", Truth::maybe},
        {"abc", "x${P}", Truth::no},
        {"a${P}", "a${P}", Truth::yes},
        {"a${P}c", "a${Q}c", Truth::maybe},
        {"1111.dkr.ecr.${R}.amazonaws.com/app", "1111.dkr.ecr.*.amazonaws.com/*", Truth::yes},
    };
    for (const Row& row : rows) {
        INFO(row.text << " like " << row.pattern);
        CHECK(like(partial(row.text), partial(row.pattern), with) == row.expected);
    }
    CHECK(like(unknown(TypeHint::string), text("*"), with) == Truth::yes);
    CHECK(like(unknown(), text("*"), with) == Truth::maybe);
    CHECK(like(text("ab"), make.domain({.domain = Domain::glob, .text = "a?"}, nullptr), with) == Truth::yes);
}

TEST_CASE_METHOD(OperatorFixture, "prefixes, suffixes and parts are decided by known segments") {
    const Value url = partial("https://${Host}/index.html");
    CHECK(truth(Builtin::starts_with, {url, text("https://")}) == Truth::yes);
    CHECK(truth(Builtin::starts_with, {url, text("http:")}) == Truth::no);
    CHECK(truth(Builtin::starts_with, {url, text("https://a")}) == Truth::maybe);
    CHECK(truth(Builtin::ends_with, {url, text(".html")}) == Truth::yes);
    CHECK(truth(Builtin::ends_with, {url, text(".htm")}) == Truth::no);
    CHECK(truth(Builtin::contains, {url, text("index")}) == Truth::yes);
    CHECK(truth(Builtin::contains, {url, text("secret")}) == Truth::maybe);
    CHECK(truth(Builtin::contains, {text("abc"), text("*")}) == Truth::no);
    CHECK(truth(Builtin::contains, {unknown(TypeHint::string), text("")}) == Truth::yes);
    CHECK(is_error(call(Builtin::contains, {number(1), text("1")})));
    CHECK(call(Builtin::contains, {Value(), text("1")}).is(Kind::missing));
}

TEST_CASE_METHOD(OperatorFixture, "regular expressions search known texts only") {
    CHECK(matches(text("abc"), "b", with) == Truth::yes);
    CHECK(matches(text("abc"), "^b", with) == Truth::no);
    CHECK(matches(partial("a${X}"), "^a", with) == Truth::maybe);
    CHECK(matches(text("abc"), "(", with) == Truth::maybe);
}

TEST_CASE_METHOD(OperatorFixture, "texts are made of known parts and holes") {
    CHECK(show(call(Builtin::lower, {text("ÀBc")})) == "Àbc");
    CHECK(show(call(Builtin::upper, {partial("a${X}b")})) == "A(unknown)B");
    CHECK(equal(call(Builtin::lower, {partial("A${X}")}), call(Builtin::lower, {partial("a${X}")}), with) ==
          Truth::yes);
    CHECK(equal(call(Builtin::lower, {partial("a${X}")}), partial("a${X}"), with) == Truth::maybe);
    CHECK(show(call(Builtin::trim, {text(" a b\n")})) == "a b");
    CHECK(show(call(Builtin::trim, {partial(" a ${X}")})) == "a(unknown)");
    CHECK(show(call(Builtin::split, {text("a,b,"), text(",")})) == "[a, b, ]");
    CHECK(is_error(call(Builtin::split, {text("a"), text("")})));
    const Value parts = call(Builtin::split, {partial("a,x${X},b"), text(",")});
    CHECK(in(text("a"), parts, with) == Truth::yes);
    CHECK(in(text("z"), parts, with) == Truth::maybe);
    CHECK(show(call(Builtin::join, {texts({"a", "b"}), text("-")})) == "a-b");
    CHECK(show(call(Builtin::join, {list({text("a"), partial("${X}")}), text("-")})) == "a-(unknown)");
    CHECK(is_error(call(Builtin::join, {list({number(1)}), text("-")})));
    CHECK(show(call(Builtin::replace, {text("aXbX"), text("X"), text("--")})) == "a--b--");
    CHECK(show(concatenate(text("a"), partial("${X}b"), with)) == "a(unknown)b");
    CHECK(show(concatenate(texts({"a"}), texts({"b"}), with)) == "[a, b]");
    CHECK(show(concatenate(set({text("a")}), set({text("a"), text("b")}), with)) == "{a, b}");
    CHECK(is_error(concatenate(text("a"), number(1), with)));
    CHECK(in(text("a"), concatenate(texts({"a"}), unknown(TypeHint::list), with), with) == Truth::yes);
    CHECK(in(text("b"), concatenate(texts({"a"}), unknown(TypeHint::list), with), with) == Truth::maybe);
}

TEST_CASE_METHOD(OperatorFixture, "numbers and texts are turned into each other when asked") {
    CHECK(show(call(Builtin::to_text, {number("1.50")})) == "1.5");
    CHECK(show(call(Builtin::to_text, {boolean(true)})) == "true");
    CHECK(is_error(call(Builtin::to_text, {texts({})})));
    CHECK(equal(call(Builtin::to_number, {text("22")}), number(22), with) == Truth::yes);
    CHECK(is_error(call(Builtin::to_number, {text("22a")})));
    CHECK(cause_of(call(Builtin::to_number, {text("22a")})) == "`22a` is no number");
    CHECK(cause_of(call(Builtin::to_number, {partial("2${X}")})) == "not known yet");
    CHECK(show(call(Builtin::length, {text("née")})) == "3");
    CHECK(show(call(Builtin::length, {partial("né${X}")})) == "at least 2");
    CHECK(show(call(Builtin::length, {Value()})) == "0");
    CHECK(is_error(call(Builtin::length, {number(1)})));
}

TEST_CASE_METHOD(OperatorFixture, "lists and maps are looked at as they are") {
    CHECK(show(call(Builtin::as_list, {text("a")})) == "[a]");
    CHECK(show(call(Builtin::as_list, {texts({"a"})})) == "[a]");
    CHECK(show(call(Builtin::as_list, {Value()})) == "[]");
    CHECK(call(Builtin::as_list, {unknown()}).is(Kind::unknown));
    CHECK(show(call(Builtin::as_list, {unknown(TypeHint::string)})) == "[(unknown)]");
    CHECK(show(call(Builtin::keys, {map({{"b", number(1)}, {"a", number(2)}})})) == "[b, a]");
    CHECK(show(call(Builtin::values, {map({{"b", number(1)}, {"a", number(2)}})})) == "[1, 2]");
    CHECK(show(call(Builtin::keys, {Value()})) == "[]");
    const Value perhaps = call(Builtin::keys, {map({{"a", either(number(1), Value())}})});
    CHECK(in(text("a"), perhaps, with) == Truth::maybe);
    CHECK(show(call(Builtin::flatten, {list({texts({"a"}), text("b"), texts({"c", "d"})})})) == "[a, b, c, d]");
    CHECK(call(Builtin::flatten, {list({texts({"a"}), unknown(TypeHint::list)})}).open());
    CHECK(truth(Builtin::is_string, {partial("a${X}")}) == Truth::yes);
    CHECK(truth(Builtin::is_string, {unknown()}) == Truth::maybe);
    CHECK(truth(Builtin::is_list, {unknown(TypeHint::string)}) == Truth::no);
    CHECK(truth(Builtin::is_map, {Value()}) == Truth::no);
    CHECK(truth(Builtin::is_number, {unknown(TypeHint::number, {}, true)}) == Truth::maybe);
}

#include <catch2/catch.hpp>

#include "events.hpp"

using namespace spile;
using namespace spile::engine;

namespace {

using Codes = std::vector<std::string>;

Codes codes(std::string_view text, const Limits& limits = {}) {
    const ReadBack read = read_back(text, Format::yaml, limits);
    CHECK(read.failed == !read.codes.empty());
    if (read.failed) CHECK(read.events.empty());  // a YAML document is read whole before its first event
    return read.codes;
}

std::string events(std::string_view text) {
    const ReadBack read = read_back(text, Format::yaml);
    CHECK(read.codes.empty());
    CHECK_FALSE(read.failed);
    return read.events;
}

}  // namespace

TEST_CASE("YAML's events have the spans of plain, quoted and flow values") {
    CHECK(events("a: one two\nb: 'it''s'  # c\n\"c\": [x, \"y\"]\nd: {e: 1}\n") ==
          "begin_map <>\nkey a <a>\nstring one two <one two>\nkey b <b>\nstring it's <'it''s'>\n"
          "key c <\"c\">\nbegin_list <[>\nstring x <x>\nstring y <\"y\">\nend_list <]>\n"
          "key d <d>\nbegin_map <{>\nkey e <e>\nnumber 1 <1>\nend_map <}>\nend_map <>\n");
}

TEST_CASE("block lists and maps begin at the first dash or key and end with their last value") {
    const auto spans = [](std::string_view text) {
        SourceMap sources;
        DiagnosticSink sink;
        const auto cursor = open_document(sources.add("input", std::string(text)), sources, Format::yaml, {}, sink);
        std::string out;
        for (const Event* e = &cursor->next(); e->token != Token::end; e = &cursor->next()) {
            if (e->token == Token::key || !e->text.empty()) continue;
            out += std::string(name_of(e->token)) + " " + std::to_string(e->span.begin) + "-" +
                   std::to_string(e->span.end) + "\n";
        }
        return out;
    };
    CHECK(spans("a:\n  - x\n  - y\n\n# c\nb: 1\n") == "begin_map 0-0\nbegin_list 5-5\nend_list 14-14\nend_map 24-24\n");
    CHECK(spans("a:\n- x\n- y\n\n# c\nb: 1\n") == "begin_map 0-0\nbegin_list 3-3\nend_list 10-10\nend_map 20-20\n");
    CHECK(spans("- - a\n  - b\n") == "begin_list 0-0\nbegin_list 2-2\nend_list 11-11\nend_list 11-11\n");
    CHECK(spans("a: !T\n  k: v\n\n\n") == "begin_map 0-0\nbegin_map 8-8\nend_map 12-12\nend_map 12-12\n");
    CHECK(spans("a: !T [ x ]\n") == "begin_map 0-0\nbegin_list 6-7\nend_list 10-11\nend_map 11-11\n");
    CHECK(spans("a:\n  b:\nc:\n") ==
          "begin_map 0-0\nbegin_map 5-5\nnull 7-7\nend_map 7-7\nnull 10-10\nend_map 10-10\n");
}

TEST_CASE("short-form tags are kept and their spans stand apart from the value's") {
    CHECK(events("a: !Ref  Bucket\nb: !Sub \"x\"\nc: !GetAtt\n  - A\n  - Arn\nd: !If [!Ref C, !Ref D,E]\ne: !Foo\n") ==
          "begin_map <>\nkey a <a>\nstring !Ref Bucket <Bucket> tag<!Ref>\nkey b <b>\nstring !Sub x <\"x\"> tag<!Sub>\n"
          "key c <c>\nbegin_list !GetAtt <> tag<!GetAtt>\nstring A <A>\nstring Arn <Arn>\nend_list <>\n"
          "key d <d>\nbegin_list !If <[> tag<!If>\nstring !Ref C <C> tag<!Ref>\nstring !Ref D <D> tag<!Ref>\nstring E "
          "<E>\n"
          "end_list <]>\nkey e <e>\nnull !Foo <> tag<!Foo>\nend_map <>\n");
    CHECK(events("a: !Fn::Sub # why\n  x\n") ==
          "begin_map <>\nkey a <a>\nstring !Fn::Sub x <x> tag<!Fn::Sub>\nend_map <>\n");
}

TEST_CASE("core tags decide what a scalar is and are not handed on") {
    CHECK(events("- !!str 12\n- !!int '12'\n- ! 12\n- !!map {}\n") ==
          "begin_list <>\nstring 12 <12> tag<!!str>\nnumber 12 <'12'> tag<!!int>\nstring 12 <12> tag<!>\n"
          "begin_map <{> tag<!!map>\nend_map <}>\nend_list <>\n");
}

TEST_CASE("plain scalars resolve by the core schema, what YAML 1.1 alone knows stays a string") {
    const auto kind = [](std::string_view scalar) {
        const std::string all = events("- " + std::string(scalar) + "\n");
        const std::size_t line = all.find('\n') + 1;
        return all.substr(line, all.find('\n', line) - line);
    };
    for (const char* text :
         {"yes",  "no",   "on", "off", "Yes", "y",     "2012-10-17", "1_000", "12:30:45", "012345678901", "00", "0b1",
          ".inf", ".nan", "-",  "+",   ".",   "1.2.3", "0x",         "0xg",   "1e",       "tRUE",         "-x"}) {
        INFO(text);
        if (std::string_view(text) == "-") continue;
        CHECK(kind(text) == "string " + std::string(text) + " <" + text + ">");
    }
    CHECK(kind("true") == "boolean true <true>");
    CHECK(kind("FALSE") == "boolean FALSE <FALSE>");
    CHECK(kind("~") == "null ~ <~>");
    CHECK(kind("Null") == "null Null <Null>");
    CHECK(kind("-12.50") == "number -12.50 <-12.50>");
    CHECK(kind("+12") == "number 12 <+12>");
    CHECK(kind("0x1F") == "number 31 <0x1F>");
    CHECK(kind("0o17") == "number 15 <0o17>");
    CHECK(kind("-.5e3") == "number -0.5e3 <-.5e3>");
    CHECK(kind("5.") == "number 5.0 <5.>");
    CHECK(kind("'5'") == "string 5 <'5'>");
}

TEST_CASE("block scalars reach from their header to their last line") {
    CHECK(events("a: |\n  x\n   y\n\nb: >-\n  p\n  q\n") ==
          "begin_map <>\nkey a <a>\nstring x\n y\n <|\n  x\n   y>\nkey b <b>\nstring p q <>-\n  p\n  q>\nend_map <>\n");
}

TEST_CASE("spans count bytes, before and after characters that are longer than one") {
    CHECK(events("\xC3\xA4: \xE2\x82\xAC\xE2\x82\xAC\nk: \xF0\x9F\x98\x80 v\nz: last\n") ==
          "begin_map <>\nkey \xC3\xA4 <\xC3\xA4>\nstring \xE2\x82\xAC\xE2\x82\xAC <\xE2\x82\xAC\xE2\x82\xAC>\n"
          "key k <k>\nstring \xF0\x9F\x98\x80 v <\xF0\x9F\x98\x80 v>\nkey z <z>\nstring last <last>\nend_map <>\n");
    CHECK(events("\xEF\xBB\xBF"
                 "a: 1\r\nb: x\r\n") == "begin_map <>\nkey a <a>\nnumber 1 <1>\nkey b <b>\nstring x <x>\nend_map <>\n");
}

TEST_CASE("aliases are expanded and keep the anchor's span") {
    CHECK(events("a: &x {k: v}\nb: *x\nc: &s !Ref P\nd: *s\n") ==
          "begin_map <>\nkey a <a>\nbegin_map <{>\nkey k <k>\nstring v <v>\nend_map <}>\n"
          "key b <b>\nbegin_map <{>\nkey k <k>\nstring v <v>\nend_map <}>\n"
          "key c <c>\nstring !Ref P <P> tag<!Ref>\nkey d <d>\nstring !Ref P <P> tag<!Ref>\nend_map <>\n");
}

TEST_CASE("merge keys are merged: own keys win, then the earlier map") {
    CHECK(events("a: &a {p: 1, q: 1}\nb: &b {q: 2, r: 2}\nc:\n  <<: [*a, *b]\n  p: 3\n") ==
          "begin_map <>\nkey a <a>\nbegin_map <{>\nkey p <p>\nnumber 1 <1>\nkey q <q>\nnumber 1 <1>\nend_map <}>\n"
          "key b <b>\nbegin_map <{>\nkey q <q>\nnumber 2 <2>\nkey r <r>\nnumber 2 <2>\nend_map <}>\n"
          "key c <c>\nbegin_map <>\nkey q <q>\nnumber 1 <1>\nkey r <r>\nnumber 2 <2>\nkey p <p>\nnumber 3 <3>\nend_map "
          "<>\n"
          "end_map <>\n");
    CHECK(events("a: &a {}\nb: {<<: *a}\n") ==
          "begin_map <>\nkey a <a>\nbegin_map <{>\nend_map <}>\nkey b <b>\nbegin_map <{>\nend_map <}>\nend_map <>\n");
    CHECK(events("'<<': 1\n") == "begin_map <>\nkey << <'<<'>\nnumber 1 <1>\nend_map <>\n");
}

TEST_CASE("SP0613: a merge key takes maps only") {
    CHECK(codes("a: {<<: 1}\n") == Codes{"SP0613@8-9"});
    CHECK(codes("x: &x [1]\na: {<<: [{b: 1}, *x]}\n").size() == 1);
    CHECK(codes("a: {<<: {b: {c: 1}}}\n").empty());
}

TEST_CASE("SP0602: text that is not YAML is refused where libyaml stopped") {
    CHECK(codes("a: [1, 2\nb: 3\n").size() == 1);
    CHECK(codes("a: \"x\n") == Codes{"SP0602@6-6"});
    CHECK(codes("a:\n\t- b\n") == Codes{"SP0602@3-4"});
    CHECK(read_back("a:\n\t- b\n", Format::yaml).diagnostics.at(0).help == "indent with spaces, not with tabs");
    CHECK(codes("\xC3\xA4: \xC3\xA4\nb: @x\n") == Codes{"SP0602@10-11"});
    CHECK(codes("\xEF\xBB\xBF\xC3\xA4: \x01\n") == Codes{"SP0602@7-8"});
    CHECK(codes("a: b: c\n") == Codes{"SP0602@4-5"});
}

TEST_CASE("SP0603: keys of a YAML map repeat when they are equal decoded") {
    CHECK(codes("a: 1\n\"a\": 2\n") == Codes{"SP0603@5-8"});
    CHECK(codes("a: 1\nb: {c: 1, c: 2}\na: 3\n") == Codes{"SP0603@15-16", "SP0603@21-22"});
}

TEST_CASE("SP0604: invalid UTF-8 in YAML") {
    CHECK(codes("a: b\n# \x80\n") == Codes{"SP0604@7-8"});
}

TEST_CASE("SP0605: depth is limited, through aliases too") {
    CHECK(codes(std::string(200, '[') + std::string(200, ']')).empty());
    CHECK(codes(std::string(201, '[') + std::string(201, ']')) == Codes{"SP0605@200-201"});
    CHECK(codes(std::string(100000, '[')) == Codes{"SP0605@200-201"});
    CHECK(codes("[&a [&b [x]], [*a]]", {.depth = 4}).empty());
    CHECK(codes("[&a [&b [x]], [*a]]", {.depth = 3}) == Codes{"SP0605@15-17"});
}

TEST_CASE("SP0606: size is limited, aliases counted") {
    CHECK(codes("[1,2,3]", {.events = 5}).empty());
    CHECK(codes("[1,2,3]", {.events = 2}) == Codes{"SP0606@5-6"});
    CHECK(codes("[&a [1, 2], *a]", {.events = 10}).empty());
    CHECK(codes("[&a [1, 2], *a]", {.events = 9}).size() == 1);
}

TEST_CASE("SP0607: an alias bomb is refused before anything is expanded") {
    std::string bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n";
    for (int i = 1; i < 30; ++i) {
        const std::string before = "*a" + std::to_string(i - 1);
        bomb += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + before;
        for (int k = 0; k < 8; ++k)
            bomb.append(", ").append(before);
        bomb += "]\n";
    }
    REQUIRE(codes(bomb).size() == 1);
    CHECK(codes(bomb)[0].starts_with("SP0607"));
    CHECK(codes("[&a 1, *a, *a]", {.alias_events = 2}).empty());
    CHECK(codes("[&a 1, *a, *a]", {.alias_events = 1}) == Codes{"SP0607@11-13"});
}

TEST_CASE("SP0608: a second document is never passed over") {
    CHECK(codes("a: 1\n---\nb: 2\n") == Codes{"SP0608@5-8"});
    CHECK(codes("a: 1\n---\n") == Codes{"SP0608@5-8"});
    CHECK(events("---\na: 1\n...\n") == "begin_map <>\nkey a <a>\nnumber 1 <1>\nend_map <>\n");
}

TEST_CASE("SP0609: a stream of comments is empty") {
    CHECK(codes("") == Codes{"SP0609@0-0"});
    CHECK(codes("# nothing\n") == Codes{"SP0609@0-0"});
}

TEST_CASE("SP0611: an alias needs an anchor that is complete") {
    CHECK(codes("a: *b\n") == Codes{"SP0611@3-5"});
    CHECK(codes("a: &a [*a]\n") == Codes{"SP0611@7-9"});
    CHECK(events("[&a 1, &a 2, *a]") == "begin_list <[>\nnumber 1 <1>\nnumber 2 <2>\nnumber 2 <2>\nend_list <]>\n");
}

TEST_CASE("SP0612: a key is a scalar") {
    CHECK(codes("{[a]: 1}") == Codes{"SP0612@1-2"});
    CHECK(codes("? {a: 1}\n: 2\n") == Codes{"SP0612@2-3"});
    CHECK(codes("x: &x [1]\n*x : 2\n") == Codes{"SP0612@10-12"});
    CHECK(events("- &k name\n- {*k : 1, 5: 2, ~: 3}\n") ==
          "begin_list <>\nstring name <name>\nbegin_map <{>\nkey name <name>\nnumber 1 <1>\nkey 5 <5>\nnumber 2 <2>\n"
          "key ~ <~>\nnumber 3 <3>\nend_map <}>\nend_list <>\n");
}

TEST_CASE("skipping passes a whole YAML value") {
    SourceMap sources;
    DiagnosticSink sink;
    const auto cursor =
        open_document(sources.add("input", "a: {x: [1, {y: 2}]}\nb: 1\n"), sources, Format::yaml, {}, sink);
    cursor->next();
    cursor->next();
    cursor->skip();
    CHECK(cursor->next().text == "b");
    CHECK(cursor->next().text == "1");
    CHECK(cursor->next().token == Token::end_map);
    CHECK(cursor->next().token == Token::end);
    CHECK(cursor->next().token == Token::end);
}

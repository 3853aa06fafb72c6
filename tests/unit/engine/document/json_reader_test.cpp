#include <catch2/catch.hpp>

#include "events.hpp"

using namespace spile;
using namespace spile::engine;

namespace {

using Codes = std::vector<std::string>;

Codes codes(std::string_view text, const Limits& limits = {}) {
    const ReadBack read = read_back(text, Format::json, limits);
    CHECK(read.failed == !read.codes.empty());
    return read.codes;
}

}  // namespace

TEST_CASE("JSON's events come in document order with exact spans and number texts") {
    const ReadBack read =
        read_back(R"( {"a" : [1, -0.10e+5, true, null, "x\n"], "b\u0041": {} , "c":[]} )", Format::json);
    CHECK_FALSE(read.failed);
    CHECK(read.events ==
          "begin_map <{>\nkey a <\"a\">\nbegin_list <[>\nnumber 1 <1>\nnumber -0.10e+5 <-0.10e+5>\n"
          "boolean true <true>\nnull null <null>\nstring x\n <\"x\\n\">\nend_list <]>\n"
          "key bA <\"b\\u0041\">\nbegin_map <{>\nend_map <}>\nkey c <\"c\">\nbegin_list <[>\nend_list <]>\nend_map "
          "<}>\n");
}

TEST_CASE("a JSON number keeps its text, however long") {
    CHECK(read_back("123456789012345678901234567890.10", Format::json).events ==
          "number 123456789012345678901234567890.10 <123456789012345678901234567890.10>\n");
}

TEST_CASE("a byte order mark before JSON is passed and offsets still count it") {
    CHECK(read_back("\xEF\xBB\xBF{\"a\":1}", Format::json).events ==
          "begin_map <{>\nkey a <\"a\">\nnumber 1 <1>\nend_map <}>\n");
    CHECK(codes("\xEF\xBB\xBF{\"a\":x}") == Codes{"SP0601@8-9"});
}

TEST_CASE("SP0601: text that is not JSON is refused at the token that is wrong") {
    CHECK(codes("{\"a\":1} x") == Codes{"SP0601@8-9"});
    CHECK(codes("{} {}") == Codes{"SP0601@3-4"});
    CHECK(codes("{\"a\" 1}") == Codes{"SP0601@5-6"});
    CHECK(codes("{\"a\":1,}") == Codes{"SP0601@7-8"});
    CHECK(codes("[1 2]") == Codes{"SP0601@3-4"});
    CHECK(codes("[1,,2]") == Codes{"SP0601@3-4"});
    CHECK(codes("[1") == Codes{"SP0601@2-2"});
    CHECK(codes("[1}") == Codes{"SP0601@2-3"});
    CHECK(codes("]") == Codes{"SP0601@0-1"});
    CHECK(codes("{a:1}") == Codes{"SP0601@1-2"});
    CHECK(codes("[\"a\"x]") == Codes{"SP0601@4-5"});
    CHECK(codes("[tru]") == Codes{"SP0601@1-4"});
    CHECK(codes("[\"a\" \"b\"]") == Codes{"SP0601@5-8"});
    CHECK(codes(std::string("[1,\0]", 5)) == Codes{"SP0601@3-4"});
    for (const char* number : {"01", "1.", ".5", "+1", "-", "1e", "1e+", "0x10", "NaN", "--1", "1.2.3"}) {
        INFO(number);
        CHECK(codes(number) == Codes{"SP0601@0-" + std::to_string(std::string_view(number).size())});
    }
}

TEST_CASE("SP0601: strings that do not end, raw control characters and unknown escapes have their place") {
    CHECK(codes("{\"a\": \"b") == Codes{"SP0601@6-8"});
    CHECK(codes("[\"a\nb\"]") == Codes{"SP0601@1-3"});
    CHECK(codes("[\"a\tb\"]") == Codes{"SP0601@3-4"});
    CHECK(codes("[\"a\\xb\"]") == Codes{"SP0601@3-4"});
    CHECK(codes("[\"\\u12g4\"]") == Codes{"SP0601@2-4"});
    CHECK(codes("[1 2, \"open") == Codes{"SP0601@3-4"});  // the earlier mistake is the one told
}

TEST_CASE("SP0610: half of a surrogate pair is refused, a whole pair is one character") {
    CHECK(read_back(R"("\ud83d\ude00")", Format::json).events == "string \xF0\x9F\x98\x80 <\"\\ud83d\\ude00\">\n");
    CHECK(codes(R"("a\ud83d")") == Codes{"SP0610@2-8"});
    CHECK(codes(R"("\ude00\ud83d")") == Codes{"SP0610@1-7"});
    CHECK(codes(R"("\ud83d\u0041")") == Codes{"SP0610@1-7"});
}

TEST_CASE("SP0603: keys repeat when they are equal decoded, each repetition is told, later mistakes too") {
    CHECK(codes(R"({"a":1,"\u0061":2})") == Codes{"SP0603@7-15"});
    CHECK(codes(R"({"a":1,"a":{"b":1,"b":2},"a":3})") == Codes{"SP0603@7-10", "SP0603@18-21", "SP0603@25-28"});
    CHECK(codes(R"({"a":1,"a":2]})") == Codes{"SP0603@7-10", "SP0601@12-13"});
    CHECK(codes(R"([{"a":1},{"a":1},{"b":{"a":1},"a":2}])").empty());
    const auto labels = read_back(R"({"a":1,"a":2})", Format::json).diagnostics.at(0).labels;
    REQUIRE(labels.size() == 1);
    CHECK(labels[0].where.span == Span{1, 4});
}

TEST_CASE("a repeated key is found among thousands") {
    std::string text = "{";
    for (int i = 0; i < 5000; ++i)
        text += "\"k" + std::to_string(i) + "\":0,";
    text += "\"k17\":0}";
    CHECK(codes(text).size() == 1);
}

TEST_CASE("SP0604: invalid UTF-8 is refused at its byte") {
    CHECK(codes("[\"a\xFF\"]") == Codes{"SP0604@3-4"});
    CHECK(codes("[\"\xC0\x80\"]") == Codes{"SP0604@2-3"});
    CHECK(codes("[\"\xED\xA0\x80\"]") == Codes{"SP0604@2-3"});
    CHECK(codes("\xFF\xFE[\0") == Codes{"SP0604@0-1"});
}

TEST_CASE("SP0605 and SP0606: depth, bytes and events have limits") {
    CHECK(codes(std::string(200, '[') + std::string(200, ']')).empty());
    CHECK(codes(std::string(201, '[') + std::string(201, ']')) == Codes{"SP0605@200-201"});
    CHECK(codes(std::string(1000000, '[')) == Codes{"SP0605@200-201"});
    CHECK(codes("[1,2,3]", {.bytes = 6}) == Codes{"SP0606@0-0"});
    CHECK(codes("[1,2,3]", {.events = 3}) == Codes{"SP0606@3-4"});
    CHECK(codes("[1,2,3]", {.events = 5}).empty());
}

TEST_CASE("SP0609: a document of nothing but spaces is empty") {
    CHECK(codes("") == Codes{"SP0609@0-0"});
    CHECK(codes(" \r\n\t") == Codes{"SP0609@0-0"});
    CHECK(codes("\xEF\xBB\xBF \n") == Codes{"SP0609@0-0"});
}

TEST_CASE("skipping passes a whole value, and its mistakes are still told") {
    const auto skip_first = [](std::string_view text) {
        SourceMap sources;
        DiagnosticSink sink;
        const auto cursor = open_document(sources.add("input", std::string(text)), sources, Format::json, {}, sink);
        cursor->next();
        cursor->next();
        cursor->skip();
        const Event& event = cursor->next();
        return std::string(event.text) + (cursor->failed() ? " failed" : "");
    };
    CHECK(skip_first(R"({"a":{"x":[1,{"y":2}]},"b":1})") == "b");
    CHECK(skip_first(R"({"a":7,"b":1})") == "b");
    CHECK(skip_first(R"({"a":{"x":1,"x":1},"b":1})") == " failed");
    CHECK(skip_first(R"({"a":[1,],"b":1})") == " failed");
}

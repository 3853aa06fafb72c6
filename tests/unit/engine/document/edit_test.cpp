#include "engine/document/edit.hpp"

#include <catch2/catch.hpp>

using namespace spile::engine;

namespace {

/// `A.B[2].C` as steps.
std::vector<EditStep> path(std::string_view text) {
    std::vector<EditStep> steps;
    while (!text.empty()) {
        if (text[0] == '[') {
            const std::size_t close = text.find(']');
            steps.push_back({"", static_cast<std::uint32_t>(std::stoul(std::string(text.substr(1, close - 1))))});
            text.remove_prefix(close + 1);
        } else {
            if (text[0] == '.') text.remove_prefix(1);
            const std::size_t end = std::min(text.find_first_of(".["), text.size());
            steps.push_back({std::string(text.substr(0, end)), {}});
            text.remove_prefix(end);
        }
    }
    return steps;
}

std::string made(std::string_view text, Format format, Edit edit) {
    const auto result = spile::engine::edit(text, format, edit);
    return result ? result.value() : "error: " + result.error().message;
}
std::string without(std::string_view text, std::string_view at, Format format = Format::yaml) {
    return made(text, format, {Edit::Kind::remove, path(at), ""});
}
std::string with(std::string_view text, std::string_view at, std::string value, Format format = Format::yaml) {
    return made(text, format, {Edit::Kind::set, path(at), std::move(value)});
}

constexpr std::string_view k_block =
    "# top\n"
    "A:\n"
    "  B: 1  # one\n"
    "  C:  # of C\n"
    "    # above D\n"
    "    D: |\n"
    "      line\n"
    "\n"
    "    E: [x, 'y']\n"
    "    # at the end of C\n"
    "  F:\n"
    "  - a: 1\n"
    "    b: 2\n"
    "  - c\n"
    "G: !If\n"
    "  - x\n"
    "  - !Ref y\n";

std::string replaced(std::string_view text, std::string_view what, std::string_view by) {
    std::string out(text);
    const std::size_t at = out.find(what);
    REQUIRE(at != std::string::npos);
    return out.replace(at, what.size(), by);
}

}  // namespace

TEST_CASE("a member in block style goes with its lines and the comments below it, nothing else") {
    CHECK(without(k_block, "A.B") == replaced(k_block, "  B: 1  # one\n", ""));
    CHECK(without(k_block, "A.C") ==
          replaced(k_block,
                   "  C:  # of C\n    # above D\n    D: |\n      line\n\n    E: [x, 'y']\n    # at the end of C\n",
                   ""));
    CHECK(without(k_block, "A.C.D") == replaced(k_block, "    D: |\n      line\n", ""));
    CHECK(without(k_block, "A.F[0]") == replaced(k_block, "  - a: 1\n    b: 2\n", ""));
    CHECK(without(k_block, "A.F[0].a") == replaced(k_block, "a: 1\n    b: 2", "b: 2"));
    CHECK(without(k_block, "A.F[0].b") == replaced(k_block, "    b: 2\n", ""));
    CHECK(without(k_block, "A.F[1]") == replaced(k_block, "  - c\n", ""));
    CHECK(without(k_block, "G") == replaced(k_block, "G: !If\n  - x\n  - !Ref y\n", ""));
    CHECK(without(k_block, "G[1]") == replaced(k_block, "  - !Ref y\n", ""));
    CHECK(without(k_block, "G.Fn::If[1]") == without(k_block, "G[1]"));
    CHECK(without("- a: 1\n  # about b\n  b: 2\n", "[0].a") == "-\n  # about b\n  b: 2\n");
    CHECK(without("a: 1\nb: 2", "b") == "a: 1");
    CHECK(without("a: 1\r\nb: 2\r\nc: 3\r\n", "b") == "a: 1\r\nc: 3\r\n");
    CHECK(without("? a\n: 1\n? b\n: 2\n", "a") == "? b\n: 2\n");
    CHECK(without("a: |+\n  x\n\nb: 1\n", "a") == "b: 1\n");
}

TEST_CASE("the last member of a map leaves {}, the last element of a list []") {
    CHECK(without("a:\n  b: 1\nc: 2\n", "a.b") == "a: {}\nc: 2\n");
    CHECK(without("a:  # why\n  b: 1  # one\nc: 2\n", "a.b") == "a: {}  # why\nc: 2\n");
    CHECK(without("a: !X\n  b: 1\nc: 2\n", "a.b") == "a: !X {}\nc: 2\n");
    CHECK(without("a:\n- 1\nc: 2\n", "a[0]") == "a: []\nc: 2\n");
    CHECK(without("- a: 1\n- b\n", "[0].a") == "- {}\n- b\n");
    CHECK(without("a: 1\n", "a") == "{}\n");
    CHECK(without("a: [ 1 ]\n", "a[0]") == "a: []\n");
    CHECK(without("a: {b: 1}  # c\n", "a.b") == "a: {}  # c\n");
    CHECK(without("{\n  \"a\": 1\n}\n", "a", Format::json) == "{}\n");
}

TEST_CASE("in flow style and JSON the comma goes along, and the line where the item has its own") {
    CHECK(without("a: [x, y, z]\n", "a[0]") == "a: [y, z]\n");
    CHECK(without("a: [x, y, z]\n", "a[1]") == "a: [x, z]\n");
    CHECK(without("a: [x, y, z]\n", "a[2]") == "a: [x, y]\n");
    CHECK(without("a: [\n  x,  # about x\n  y,\n  z  # about z\n]\n", "a[0]") == "a: [\n  y,\n  z  # about z\n]\n");
    CHECK(without("a: [\n  x,\n  y,  # about y\n  z\n]\n", "a[2]") == "a: [\n  x,\n  y  # about y\n]\n");
    constexpr std::string_view pretty = "{\n  \"a\": 1,\n  \"b\": {\"c\": [1, 2]},\n  \"d\": \"}\"\n}\n";
    CHECK(without(pretty, "a", Format::json) == "{\n  \"b\": {\"c\": [1, 2]},\n  \"d\": \"}\"\n}\n");
    CHECK(without(pretty, "d", Format::json) == "{\n  \"a\": 1,\n  \"b\": {\"c\": [1, 2]}\n}\n");
    CHECK(without(pretty, "b.c[0]", Format::json) == "{\n  \"a\": 1,\n  \"b\": {\"c\": [2]},\n  \"d\": \"}\"\n}\n");
    CHECK(without(R"({"a":1,"b":[2,3]})", "a", Format::json) == R"({"b":[2,3]})");
}

TEST_CASE("a value in block style is replaced where it stands, its comment stays") {
    CHECK(with(k_block, "A.B", "!Ref x") == replaced(k_block, "B: 1", "B: !Ref x"));
    CHECK(with(k_block, "A.B", "x: 1\ny: [2]") ==
          replaced(k_block, "B: 1  # one\n", "B:  # one\n    x: 1\n    y: [2]\n"));
    CHECK(with(k_block, "A.B", "|\n  text\n    more") ==
          replaced(k_block, "B: 1  # one\n", "B: |  # one\n      text\n        more\n"));
    CHECK(with(k_block, "A.C.D", "2") == replaced(k_block, "D: |\n      line\n", "D: 2\n"));
    CHECK(with(k_block, "A.F", "[]") == replaced(k_block, "F:\n  - a: 1\n    b: 2\n  - c\n", "F: []\n"));
    CHECK(with(k_block, "A.F[0]", "{z: 1}") == replaced(k_block, "- a: 1\n    b: 2\n", "- {z: 1}\n"));
    CHECK(with(k_block, "A.F[1]", "x: 1\ny: 2") == replaced(k_block, "- c\n", "- x: 1\n    y: 2\n"));
    CHECK(with(k_block, "G", "z") == replaced(k_block, "G: !If\n  - x\n  - !Ref y\n", "G: z\n"));
    CHECK(with(k_block, "G[1]", "!Sub '${z}'") == replaced(k_block, "!Ref y", "!Sub '${z}'"));
    CHECK(with("a:\nb: 1\n", "a", "x") == "a: x\nb: 1\n");
    CHECK(with("a: x # c\n", "a", "!If\n- c\n- 1\n- 2\n") == "a: !If # c\n  - c\n  - 1\n  - 2\n");
}

TEST_CASE("what is not there is added behind the others, with the maps and lists on the way") {
    CHECK(with(k_block, "A.C.N", "1") ==
          replaced(k_block, "    # at the end of C\n", "    # at the end of C\n    N: 1\n"));
    CHECK(with(k_block, "A.F[0].n", "1") == replaced(k_block, "    b: 2\n", "    b: 2\n    n: 1\n"));
    CHECK(with(k_block, "A.F[2]", "x: 1\ny: 2") == replaced(k_block, "  - c\n", "  - c\n  - x: 1\n    y: 2\n"));
    CHECK(with(k_block, "A.N.M[0].K", "1") == replaced(k_block, "  - c\n", "  - c\n  N:\n    M:\n      - K: 1\n"));
    CHECK(with(k_block, "A.C.E[2]", "a, b") == replaced(k_block, "[x, 'y']", "[x, 'y', \"a, b\"]"));
    CHECK(with("a: {}\n", "a.b", "c") == "a: {b: c}\n");
    CHECK(with("a: {}\n", "a.b", "c: 1\nd: 2") == "a:\n  b:\n    c: 1\n    d: 2\n");
    CHECK(with("a:\nb: 1\n", "a.AWS::X", "c") == "a:\n  AWS::X: c\nb: 1\n");
    CHECK(with("a: 1", "b", "2") == "a: 1\nb: 2");
    CHECK(with("a: [\n  x  # one\n]\n", "a[1]", "y") == "a: [\n  x,  # one\n  y\n]\n");
    CHECK(with("a: {\"b\": 1}\n", "a.c", "!Ref x") == "a: {\"b\": 1, \"c\": !Ref x}\n");
}

TEST_CASE("a value in YAML becomes JSON text in JSON, calls in their long form") {
    constexpr std::string_view pretty = "{\n  \"a\": 1,\n  \"b\": {}\n}\n";
    CHECK(with(pretty, "c", "x", Format::json) == "{\n  \"a\": 1,\n  \"b\": {},\n  \"c\": \"x\"\n}\n");
    CHECK(with(pretty, "b.c.d[0]", "!GetAtt A.b.c", Format::json) ==
          "{\n  \"a\": 1,\n  \"b\": {\"c\": {\"d\": [{\"Fn::GetAtt\": [\"A\", \"b.c\"]}]}}\n}\n");
    CHECK(with(R"({"a":1})", "b", "{x: !Ref y, z: [0x10, yes, true, ~]}", Format::json) ==
          R"({"a":1,"b":{"x":{"Ref":"y"},"z":[16,"yes",true,null]}})");
    CHECK(with(R"({"a": 1})", "a", "!If [c, !Condition d, |\n  \"text\"\n]", Format::json)
              .starts_with("error: the value"));
    CHECK(with(R"({"a": 1})", "a", "!If\n- c\n- !Condition d\n- |\n  \"text\"", Format::json) ==
          R"({"a": {"Fn::If": ["c", {"Condition": "d"}, "\"text\"\n"]}})");
}

TEST_CASE("the value that nobody knows is one that both formats can hold") {
    CHECK(with("a: 1\n", "a", std::string(k_unknown_value)) == "a: {\"Fn::Transform\": {\"Name\": \"Unknown\"}}\n");
    CHECK(with(R"({"a": [1]})", "a[0]", std::string(k_unknown_value), Format::json) ==
          R"({"a": [{"Fn::Transform": {"Name": "Unknown"}}]})");
}

TEST_CASE("a place that is not there is an error with the nearest key") {
    CHECK(without("a:\n  Encryption: 1\n", "a.Encrypton") ==
          "error: `a` has no `Encrypton`; did you mean `Encryption`?");
    CHECK(without("abc: 1\n", "abd") == "error: the document has no `abd`; did you mean `abc`?");
    CHECK(without("a: [1]\n", "a[1]") == "error: `a` has 1 element; there is no position 1 (positions count from 0)");
    CHECK(with("a: [1]\n", "a[2]", "x") == "error: `a` has 1 element; there is no position 2 (positions count from 0)");
    CHECK(without("a: x\n", "a.b") == "error: `a` is a single value, so it has no `b`");
    CHECK(with("a: [x]\n", "a.b", "1") == "error: `a` is a list, so it has no `b`");
    CHECK(with("a: 1\n", "b[1]", "1").find("of a list that is not there") != std::string::npos);
    CHECK(without("a:\n", "a.b").starts_with("error: `a` is null"));
    CHECK(without("a: 1\n", "") == "error: the path is empty");
    CHECK(without("a: 1\na: 2\n", "a") == "error: the text cannot be read: key `a` appears twice in one map (line 2)");
    CHECK(with("a: 1\n", "a", "[").starts_with("error: the value cannot be read: "));
    CHECK(with("a: 1\n", "a", "") == "error: the value cannot be read: it is empty");
    CHECK(with("a: 1\n", "a", "*b").starts_with("error: the value cannot be read: alias"));
    CHECK(without("a: [b: 1, c]\n", "a[0].b").find("write the braces") != std::string::npos);
}

TEST_CASE("what aliases share is not changed in one place behind the back of the other") {
    constexpr std::string_view shared = "a: &x\n  b: 1\nc: *x\nd:\n  <<: *x\n  e: 2\n";
    CHECK(without(shared, "a") ==
          "error: `a` holds an anchor that line 3 names; a change of it would change both places");
    CHECK(with(shared, "a", "2").starts_with("error: `a` holds an anchor"));
    CHECK(without(shared, "c.b") ==
          "error: `c` is an alias of what line 2 writes; a change of it there would change both places");
    CHECK(without(shared, "d.b") == "error: `d.b` comes from a merge key (`<<`); edit what is merged");
    CHECK(without(shared, "c") == "a: &x\n  b: 1\nd:\n  <<: *x\n  e: 2\n");
    CHECK(with(shared, "d.b", "3") == "a: &x\n  b: 1\nc: *x\nd:\n  <<: *x\n  e: 2\n  b: 3\n");
    CHECK(without(shared, "d.e") == "a: &x\n  b: 1\nc: *x\nd:\n  <<: *x\n");
}

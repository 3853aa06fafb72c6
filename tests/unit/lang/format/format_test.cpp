// spile fmt: one layout, every comment kept, no meaning changed, and a second run changes nothing.
#include "lang/format/format.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <vector>

#include "lang/syntax/dump.hpp"
#include "lang/syntax/parse.hpp"
#include "tests/unit/lang/syntax/language_example.hpp"

using namespace spile;
using namespace spile::lang;

namespace {

struct Read {
    std::string tree;
    std::vector<std::string> comments;
    std::string formatted;
    bool good = false;
};

Read read(const std::string& text) {
    SourceMap sources;
    DiagnosticSink sink;
    const SourceId id = sources.add("test.spile", text);
    const syntax::Module module = syntax::parse(id, sources, sink);
    Read out;
    out.good = !sink.has_errors();
    if (!out.good) return out;
    out.tree = syntax::dump(module);
    for (const syntax::Comment& each : module.comments)
        out.comments.emplace_back(sources.text({id, each.span}));
    out.formatted = format::format(module, sources);
    return out;
}

// Formats, and checks what must hold for every text.
std::string formatted(const std::string& text) {
    const Read first = read(text);
    INFO(text);
    REQUIRE(first.good);
    const Read second = read(first.formatted);
    INFO(first.formatted);
    REQUIRE(second.good);
    CHECK(second.tree == first.tree);
    CHECK(second.comments == first.comments);
    CHECK(second.formatted == first.formatted);
    CHECK(first.formatted.find(" \n") == std::string::npos);
    return first.formatted;
}

std::string body(const std::string& text) {
    return formatted("module m\n\n" + text).substr(10);
}

}  // namespace

TEST_CASE("the language's example is in canonical layout already") {
    CHECK(formatted(std::string(syntax::language_example)) == syntax::language_example);
}

TEST_CASE("the example on as few and as many lines as possible comes back to the same layout") {
    std::string one_line;
    std::string many_lines;
    bool in_text = false;
    bool in_comment = false;
    for (const char c : syntax::language_example) {
        in_comment = (in_comment || (c == '#' && !in_text)) && c != '\n';
        if (c == '"' && !in_comment) in_text = !in_text;
        const bool blank = (c == ' ' || c == '\n') && !in_text && !in_comment;
        if (!blank || many_lines.empty() || many_lines.back() != '\n') many_lines += blank ? '\n' : c;
    }
    const Read apart = read(many_lines);
    REQUIRE(apart.good);
    CHECK(formatted(many_lines) == apart.formatted);
    // Empty lines between members are the author's, so only the rest is compared.
    std::string expected(syntax::language_example);
    const std::string gap = "\n\n    for bucket";
    expected.replace(expected.find(gap), gap.size(), "\n    for bucket");
    expected.replace(expected.find("import net as network\n\n"), 23, "import net as network\n\n");
    CHECK(apart.formatted == expected);
}

TEST_CASE("policies: metadata in columns, demands with their clauses on lines of their own") {
    CHECK(body("policy p \"t\" { id A-1 severity low on_unknown pass \"x\" same_as \"a\",\"b\"\nfor v:T require v.a "
               "else \"no\""
               " deny v.b at v.c,v.d because \"yes\" remedy \"r\" }") == R"(policy p "t" {
    id        A-1
    severity  low
    on_unknown pass "x"
    same_as   "a", "b"
    for v: T
    require v.a
        else "no"
    deny v.b
        at v.c, v.d
        because "yes"
    remedy "r"
}
)");
}

TEST_CASE("long conditions break at generators, where, and operators") {
    CHECK(body("policy p \"t\" { for group: ec2.SecurityGroup deny some rule in group.ingress_rules_of_the_group, "
               "port in administration_ports_of_the_organisation, other in something_else_that_is_long where "
               "rule.first_condition_is_true_for_this and rule.second_condition_is_true_for_this and "
               "rule.third_condition_is_true }") == R"(policy p "t" {
    for group: ec2.SecurityGroup
    deny some rule in group.ingress_rules_of_the_group,
                port in administration_ports_of_the_organisation,
                other in something_else_that_is_long
            where rule.first_condition_is_true_for_this
                and rule.second_condition_is_true_for_this
                and rule.third_condition_is_true
}
)");
    CHECK(
        body("fn f(a: int) -> bool = a.some_rather_long_field_name == \"some value\" or a.other_rather_long_field_name "
             "!= \"another value\" or a.third_field_name exists") == R"(fn f(a: int) -> bool =
    a.some_rather_long_field_name == "some value"
    or a.other_rather_long_field_name != "another value"
    or a.third_field_name exists
)");
}

TEST_CASE("long collections and calls put one item on a line") {
    const std::string item = "\"an item of some length that fills\"";
    CHECK(body("param p: set<string> = {" + item + ", " + item + ", " + item + "}") ==
          "param p: set<string> = {\n    " + item + ",\n    " + item + ",\n    " + item + "\n}\n");
    CHECK(body("param p: x = f(a: " + item + ", b: " + item + ", c: [" + item + "])") ==
          "param p: x = f(\n    a: " + item + ",\n    b: " + item + ",\n    c: [" + item + "]\n)\n");
}

TEST_CASE("operators have blanks around them, brackets none inside") {
    CHECK(body("param p:int=( 1+2 )*a [ 0 ] . b??{ }++[ ]") == "param p: int = (1 + 2) * a[0].b ?? {} ++ []\n");
    CHECK(body("param p : map< string , int >? = { : }") == "param p: map<string, int>? = {:}\n");
    CHECK(body("param p: bool = not a not  in b and r\"x\"==cidr   \"y\"") ==
          "param p: bool = not a not in b and r\"x\" == cidr \"y\"\n");
    CHECK(body("param p: int = a[*].b - -1_000") == "param p: int = a[*].b - -1_000\n");
    CHECK(body("param p: int = ((a))") == "param p: int = ((a))\n");
    CHECK(body("param p: int = if a then b else c") == "param p: int = if a then b else c\n");
}

TEST_CASE("comments stay where they are") {
    const std::string text = R"(# the file

# of this module
module m  # trailing the module

import a  # trailing an import

# before b
import b

## Doc of p.
param p: set<int> = {
    # before the first
    22,  # ssh
    3389  # rdp
    # after the last
}

# alone

policy q "t" {  # opening
    # first
    id        A-1  # the id

    # before for
    for v: T
    require v.a  # a
            # between
            and v.b
        # before else
        else "no"  # after else
    # last
}

entity E {
    # nothing here
}

# end
)";
    CHECK(formatted(text) == text);
}

TEST_CASE("empty lines: one between declarations, at most one elsewhere, none inside braces' ends") {
    CHECK(formatted("\n\nmodule m\nimport a\n\n\nimport b\nparam a: int\n\n\nparam b: int\nrule r(a: t) if x\nrule "
                    "r(b: t) if y\n"
                    "entity E {\n\n a: int\n\n\n b: int\n\n}\nentity F {}") == R"(module m

import a

import b

param a: int

param b: int

rule r(a: t) if x
rule r(b: t) if y

entity E {
    a: int

    b: int
}

entity F {}
)");
}

TEST_CASE("a comment between any two tokens survives") {
    // Every place between two tokens of the example gets a comment in turn, on the line's end and on its own line.
    const std::string text(syntax::language_example);
    std::size_t tried = 0;
    bool in_text = false;
    bool in_comment = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        in_comment = (in_comment || (text[i] == '#' && !in_text)) && text[i] != '\n';
        if (text[i] == '"' && !in_comment) in_text = !in_text;
        if (in_text || in_comment || (text[i] != ' ' && text[i] != '(' && text[i] != ',')) continue;
        for (const std::string comment : {" # note\n", "\n# note\n"}) {
            std::string with = text;
            with.insert(i + 1, comment);
            static_cast<void>(formatted(with));
            ++tried;
        }
    }
    CHECK(tried > 500);
}

TEST_CASE("random layouts of the example keep tree and comments and settle after one run") {
    std::mt19937 random(7);
    const std::vector<std::string> gaps = {" ", "\n", "\n\n\n", "  # c\n", "\n# own\n", "\t", "\r\n", "\n\n## doc\n\n"};
    for (int i = 0; i < 200; ++i) {
        std::string text;
        bool in_text = false;
        bool in_comment = false;
        for (const char c : syntax::language_example) {
            in_comment = (in_comment || (c == '#' && !in_text)) && c != '\n';
            if (c == '"' && !in_comment) in_text = !in_text;
            if (c == ' ' && !in_text && !in_comment && random() % 6 == 0) {
                text += gaps[random() % gaps.size()];
            } else {
                text += c;
            }
        }
        static_cast<void>(formatted(text));
    }
}

TEST_CASE("lines that can be broken end within 120 columns") {
    const std::string out = formatted(std::string(syntax::language_example));
    std::size_t begin = 0;
    for (std::size_t end = out.find('\n'); end != std::string::npos; end = out.find('\n', begin)) {
        CHECK(end - begin <= 120);
        begin = end + 1;
    }
}

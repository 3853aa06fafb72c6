#include "lang/gherkin/parse.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "lang/gherkin/token.hpp"

using namespace spile::gherkin;
using namespace std::string_literals;

namespace {

const Scenario& scenario_of(const Parsed& parsed, std::size_t index = 0) {
    return std::get<Scenario>(parsed.document.feature.value().children.at(index));
}

std::string errors_of(const Parsed& parsed) {
    std::string out;
    for (const ParseError& error : parsed.errors)
        out += error.message + "\n";
    return out;
}

std::string repeat(const std::string& text, int times) {
    std::string out;
    for (int i = 0; i < times; ++i)
        out += text;
    return out;
}

}  // namespace

TEST_CASE("columns count characters, and a byte order mark counts none") {
    const Parsed parsed = parse(
        "\uFEFFFeature: buckets\n"
        "  Scenario: s\n"
        "    Given a table\n"
        "      | \U0001F600 | \u00E9\u00E9 |  x |\n");
    CHECK(errors_of(parsed).empty());
    CHECK(parsed.document.feature->location == Location{1, 1});
    const auto& cells = scenario_of(parsed).steps.at(0).data_table->rows.at(0).cells;
    CHECK(cells.at(0).location == Location{4, 9});
    CHECK(cells.at(1).location == Location{4, 13});
    CHECK(cells.at(2).location == Location{4, 19});
}

TEST_CASE("a file with CRLF reads like one with LF") {
    const std::string with_lf =
        "Feature: f\n  text\n\n  Scenario: s\n    Given g\n      \"\"\"yaml\n      a: 1\n\n      b: 2\n      \"\"\"\n";
    std::string with_crlf;
    for (const char c : with_lf)
        with_crlf += c == '\n' ? "\r\n" : std::string(1, c);
    CHECK(print(tokenize(with_crlf)) == print(tokenize(with_lf)));
    CHECK(scenario_of(parse(with_crlf)).steps.at(0).doc_string->content == "a: 1\n\nb: 2");
}

TEST_CASE("a doc string keeps what is indented deeper than its delimiter, and unescapes the delimiter") {
    const Parsed parsed = parse(
        "Feature: f\nScenario: s\nGiven g\n"
        "  ```json\n"
        "    deeper\n"
        " less\n"
        "  \"\"\"\n"
        "  \\`\\`\\`\n"
        "  ``` ignored\n");
    CHECK(errors_of(parsed).empty());
    const DocString& doc = scenario_of(parsed).steps.at(0).doc_string.value();
    CHECK(doc.media_type == "json");
    CHECK(doc.delimiter == "```");
    CHECK(doc.location == Location{4, 3});
    CHECK(doc.content == "  deeper\nless\n\"\"\"\n```");
}

TEST_CASE("a cell knows three escapes and keeps every other backslash") {
    const Parsed parsed = parse("Feature: f\nScenario: s\nGiven g\n| a\\|b | c\\\\d | e\\nf | g\\h | \\n |  |\n");
    std::vector<std::string> values;
    for (const TableCell& cell : scenario_of(parsed).steps.at(0).data_table->rows.at(0).cells)
        values.push_back(cell.value);
    CHECK(values == std::vector<std::string>{"a|b", "c\\d", "e\nf", "g\\h", "\n", ""});
}

TEST_CASE("a table whose rows differ in length is an error at the row") {
    CHECK(errors_of(parse("Feature: f\nScenario: s\nGiven g\n  | a | b |\n  | a |\n")) ==
          "(5:3): inconsistent cell count within the table\n");
    CHECK(errors_of(parse("Feature: f\nScenario Outline: s\nGiven <a>\nExamples:\n  | a |\n  | 1 | 2 |\n")) ==
          "(6:3): inconsistent cell count within the table\n");
}

TEST_CASE("a step takes a table and a doc string, in either order, and one of each") {
    const std::string head = "Feature: f\nScenario: s\nGiven g\n";
    const std::string table = "| a |\n";
    const std::string doc = "\"\"\"\nx\n\"\"\"\n";
    for (const std::string& both : {table + doc, doc + table}) {
        const Parsed parsed = parse(head + both);
        CHECK(errors_of(parsed).empty());
        CHECK(scenario_of(parsed).steps.at(0).data_table);
        CHECK(scenario_of(parsed).steps.at(0).doc_string);
    }
    CHECK(errors_of(parse(head + table + doc + table)) ==
          "(8:1): expected: #EOF, #StepLine, #TagLine, #ExamplesLine, #ScenarioLine, #RuleLine, #Comment, #Empty, got "
          "'| a |'\n");
}

TEST_CASE("tags end at a comment, may stick together, and hold no blank") {
    const Parsed parsed = parse("@slow@aws:s3 @a#b #not @this\nFeature: f\n");
    std::vector<std::string> names;
    for (const Tag& tag : parsed.document.feature->tags)
        names.push_back(tag.name);
    CHECK(names == std::vector<std::string>{"@slow", "@aws:s3", "@a#b"});
    CHECK(parsed.document.feature->tags.at(2).location == Location{1, 14});
    CHECK(errors_of(parse("Feature: f\n@a b\nScenario: s\n")) == "(2:1): A tag may not contain whitespace\n");
}

TEST_CASE("tags belong to what follows them: examples, scenario or rule") {
    const Parsed parsed = parse(
        "Feature: f\nScenario Outline: s\nGiven <a>\n@e\n# note\n\nExamples:\n| a |\n| 1 |\n@s\nScenario: t\n@r\nRule: "
        "r\n");
    CHECK(errors_of(parsed).empty());
    CHECK(scenario_of(parsed).examples.at(0).tags.at(0).name == "@e");
    CHECK(scenario_of(parsed, 1).tags.at(0).name == "@s");
    CHECK(std::get<Rule>(parsed.document.feature->children.at(2)).tags.at(0).name == "@r");
    CHECK(errors_of(parse("Feature: f\n@a\n")) ==
          "(3:0): unexpected end of file, expected: #TagLine, #RuleLine, #Comment, #Empty\n");
}

TEST_CASE("the language comes from the file, else from the caller") {
    CHECK(parse("# language: no\nEgenskap: e\n").document.feature->language == "no");
    CHECK(parse("Egenskap: e\n", Syntax::plain, "no").document.feature->keyword == "Egenskap");
    CHECK(errors_of(parse("# language: klingon\nFeature: f\n")) == "(1:1): Language not supported: klingon\n");
    CHECK(errors_of(parse("Feature: f\n", Syntax::plain, "klingon")) == "(1:0): Language not supported: klingon\n");
}

TEST_CASE("no feature is no error") {
    for (const char* text : {"", "\n\n", "# only a comment\n", "\uFEFF"}) {
        const Parsed parsed = parse(text);
        CHECK(errors_of(parsed).empty());
        CHECK(!parsed.document.feature);
    }
    CHECK(parse("  # indented\n").document.comments.at(0).text == "  # indented");
}

TEST_CASE("every error is said once, and no more than eleven are") {
    CHECK(parse("Feature: f\nScenario: s\nGiven g\n" + repeat("junk\n", 50)).errors.size() == 11);
    CHECK(parse("a\0b\n"s).errors.at(0).message ==
          "(1:1): expected: #EOF, #Language, #TagLine, #FeatureLine, #Comment, #Empty, got 'a\0b'"s);
}

TEST_CASE("bytes that are no text are kept as they are") {
    const Parsed parsed = parse("Feature: \xFF\0\xC3\nScenario: \x80\nGiven \xE2\x28\n"s);
    CHECK(errors_of(parsed).empty());
    CHECK(parsed.document.feature->name == "\xFF\0\xC3"s);
    CHECK(scenario_of(parsed).steps.at(0).text == "\xE2\x28");
}

TEST_CASE("long files, long lines and long runs of tags are read in one pass") {
    CHECK(parse("Feature: f\n" + repeat("Scenario: s\nGiven g\n| a | b |\n", 100'000))
              .document.feature->children.size() == 100'000);
    CHECK(parse("Feature: f\nScenario: s\nGiven g\n" + repeat("@a\n", 300'000) + "Scenario: t\n")
              .document.feature->children.size() == 2);
    CHECK(parse("Feature: f\nScenario: s\nGiven g\n|" + repeat("a\\|", 1'000'000)).errors.empty());
    CHECK(parse("@" + repeat("a@", 500'000) + "\nFeature: f\n").document.feature->tags.size() == 500'000);
    CHECK(parse("Feature: f\n" + repeat(" ", 3'000'000) + "\n").errors.empty());
}

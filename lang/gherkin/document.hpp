// The tree of one feature file, in the shape of Cucumber's GherkinDocument message (github.com/cucumber/messages), from
// which the names come. Plain values; texts are owned, so a document outlives its source.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace spile::gherkin {

/// 1-based line; 1-based column in characters (code points), as the official parsers count. Column 0: the whole line.
struct Location {
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    friend constexpr auto operator<=>(const Location&, const Location&) = default;
};

struct Tag {
    Location location;
    std::string name;  // with its "@"
    std::uint32_t id = 0;
};

struct Comment {
    Location location;
    std::string text;
};

struct TableCell {
    Location location;
    std::string value;
};

struct TableRow {
    Location location;
    std::vector<TableCell> cells;
    std::uint32_t id = 0;
};

struct DataTable {
    Location location;
    std::vector<TableRow> rows;
};

struct DocString {
    Location location;
    std::optional<std::string> media_type;
    std::string content;
    std::string delimiter;  // """ or ```
};

enum class KeywordType : std::uint8_t { unknown, context, action, outcome, conjunction };
/// As Cucumber's messages write it: "Context".
[[nodiscard]] std::string_view word(KeywordType type);

struct Step {
    Location location;
    std::string keyword;  // as written, with its blank: "Given "
    KeywordType keyword_type = KeywordType::unknown;
    std::string text;
    std::optional<DocString> doc_string;
    std::optional<DataTable> data_table;
    std::uint32_t id = 0;
};

struct Examples {
    Location location;
    std::vector<Tag> tags;
    std::string keyword;
    std::string name;
    std::string description;
    std::optional<TableRow> table_header;
    std::vector<TableRow> table_body;
    std::uint32_t id = 0;
};

struct Background {
    Location location;
    std::string keyword;
    std::string name;
    std::string description;
    std::vector<Step> steps;
    std::uint32_t id = 0;
};

struct Scenario {
    Location location;
    std::vector<Tag> tags;
    std::string keyword;
    std::string name;
    std::string description;
    std::vector<Step> steps;
    std::vector<Examples> examples;
    std::uint32_t id = 0;
};

struct Rule {
    Location location;
    std::vector<Tag> tags;
    std::string keyword;
    std::string name;
    std::string description;
    std::vector<std::variant<Background, Scenario>> children;
    std::uint32_t id = 0;
};

struct Feature {
    Location location;
    std::vector<Tag> tags;
    std::string language;  // "en"
    std::string keyword;
    std::string name;
    std::string description;
    std::vector<std::variant<Background, Scenario, Rule>> children;
};

/// Ids count from 0 in the order in which the official parser's incrementing generator gives them out.
struct Document {
    std::optional<Feature> feature;  // nothing in a file of comments and blanks
    std::vector<Comment> comments;
};

/// "(1:1): expected: #EOF, #Comment, got 'x'": the official text, and the place that it begins with.
struct ParseError {
    Location location;
    std::string message;
};

}  // namespace spile::gherkin

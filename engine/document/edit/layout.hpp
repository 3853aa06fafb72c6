// Where the parts of a list or map stand in the text: its items with their marks, spaces, lines and comments.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/document/edit/tree.hpp"

namespace spile::engine::editing {

/// A member or an element. Offsets into the text.
struct Item {
    std::uint32_t key = 0;    // node; of an element its own
    std::uint32_t value = 0;  // node
    bool member = false;
    std::uint32_t begin = 0;           // key or dash; of an element in flow style the value
    std::uint32_t after = 0;           // behind the colon or dash
    bool colon = true;                 // false: a key without one, its value is null
    std::uint32_t properties_end = 0;  // behind tag and anchor; `after` where there are none
    std::uint32_t value_begin = 0;     // with tag and anchor
    std::uint32_t value_end = 0;
};

/// A stretch of the text and what comes in its place.
struct Change {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::string text;
};

class Layout {
  public:
    Layout(std::string_view text, const Tree& tree) : text_(text), tree_(tree) {}

    [[nodiscard]] std::vector<Item> items(std::uint32_t container) const;

    /// The first byte that is neither white space nor comment.
    [[nodiscard]] std::uint32_t skip_space(std::uint32_t at) const;
    [[nodiscard]] std::uint32_t skip_blanks(std::uint32_t at) const;
    [[nodiscard]] std::uint32_t line_begin(std::uint32_t at) const;
    /// The break that ends the line, or the text's end.
    [[nodiscard]] std::uint32_t line_end(std::uint32_t at) const;
    /// Behind that break.
    [[nodiscard]] std::uint32_t next_line(std::uint32_t at) const;
    [[nodiscard]] std::uint32_t column(std::uint32_t at) const { return at - line_begin(at); }
    /// Only blanks before it on its line.
    [[nodiscard]] bool begins_line(std::uint32_t at) const { return skip_blanks(line_begin(at)) >= at; }
    /// Only blanks or a comment behind it on its line.
    [[nodiscard]] bool ends_line(std::uint32_t at) const;
    /// The end of the last line that belongs to an item in block style: comments below that are indented deeper do.
    [[nodiscard]] std::uint32_t region_end(const Item& item) const;
    /// `at` is a line's end: the end of the last comment below it, before anything else, that has at least the column.
    [[nodiscard]] std::uint32_t comments_end(std::uint32_t at, std::uint32_t column) const;

    [[nodiscard]] std::string_view line_break() const {
        return text_.find("\r\n") == std::string_view::npos ? "\n" : "\r\n";
    }
    [[nodiscard]] char byte(std::uint32_t at) const { return at < text_.size() ? text_[at] : '\0'; }
    [[nodiscard]] std::string_view text() const { return text_; }
    [[nodiscard]] const Tree& tree() const { return tree_; }
    [[nodiscard]] const YamlNode& node(std::uint32_t index) const { return tree_.nodes[index]; }

  private:
    void place_value(Item& item) const;
    [[nodiscard]] std::uint32_t property_end(std::uint32_t at) const;

    std::string_view text_;
    const Tree& tree_;
};

/// The text with all changes; they do not overlap.
[[nodiscard]] std::string apply(std::string_view text, std::vector<Change> changes);

}  // namespace spile::engine::editing

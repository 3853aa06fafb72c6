// Lines of at most 120 columns from a stream of tokens and places where a line may break. After Oppen, "Pretty
// printing" (1980), with groups: a group's places break all or none, and none if the group fits on its line.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace spile::lang::format {

class Layout {
  public:
    void text(std::string_view token);
    /// Blanks between two tokens of a line; nothing at either end of one.
    void space(std::uint32_t count = 1);
    /// A blank, or a line break where the group is broken.
    void line();
    /// Nothing, or a line break where the group is broken.
    void soft_line();
    void hard_line();
    /// A line break and an empty line.
    void blank_line();
    /// A comment after the last token on its line; the line ends there.
    void trailing_comment(std::string_view comment);
    /// A comment on its own line.
    void own_comment(std::string_view comment);

    void open_group();
    void close_group();
    /// Lines from here to unnest() are `columns` further to the right.
    void nest(std::uint32_t columns);
    /// Lines from here to unnest() begin at this column.
    void align();
    void unnest();

    /// The text, with a line break at the end.
    [[nodiscard]] std::string finish();

  private:
    enum class Kind : std::uint8_t {
        text,
        space,
        line,
        soft_line,
        hard_line,
        blank_line,
        trailing_comment,
        own_comment,
        open,
        close,
        nest,
        align,
        unnest
    };
    struct Piece {
        Kind kind;
        std::uint32_t number = 0;  // columns; of an `open`: 1 if it must break
        std::string text;
    };
    class Writer;

    void add(Kind kind, std::uint32_t number = 0, std::string_view content = {});
    void flush_comment();
    void break_open_groups();

    std::vector<Piece> pieces_;
    std::vector<std::size_t> open_;  // indices of open groups
    std::string waiting_comment_;    // until it is known which groups end with the token before it
};

inline constexpr std::uint32_t line_width = 120;

}  // namespace spile::lang::format

// Tokens and breaks -> lines, see layout.hpp.
#include "lang/format/layout.hpp"

#include <algorithm>

namespace spile::lang::format {

namespace {

// Columns as an editor counts them: code points, near enough for text without wide characters.
std::uint32_t width_of(std::string_view text) {
    return static_cast<std::uint32_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

}  // namespace

void Layout::add(Kind kind, std::uint32_t number, std::string_view content) {
    pieces_.push_back({kind, number, std::string(content)});
}

void Layout::break_open_groups() {
    for (const std::size_t group : open_)
        pieces_[group].number = 1;
}

void Layout::flush_comment() {
    if (waiting_comment_.empty()) return;
    break_open_groups();
    add(Kind::trailing_comment, 0, waiting_comment_);
    waiting_comment_.clear();
}

void Layout::text(std::string_view token) {
    flush_comment();
    add(Kind::text, 0, token);
}

void Layout::space(std::uint32_t count) {
    flush_comment();
    add(Kind::space, count);
}

void Layout::line() {
    flush_comment();
    add(Kind::line);
}

void Layout::soft_line() {
    flush_comment();
    add(Kind::soft_line);
}

void Layout::hard_line() {
    flush_comment();
    break_open_groups();
    add(Kind::hard_line);
}

void Layout::blank_line() {
    flush_comment();
    break_open_groups();
    add(Kind::blank_line);
}

void Layout::trailing_comment(std::string_view comment) {
    flush_comment();
    waiting_comment_ = comment;
}

void Layout::own_comment(std::string_view comment) {
    flush_comment();
    break_open_groups();
    add(Kind::own_comment, 0, comment);
}

void Layout::open_group() {
    flush_comment();
    open_.push_back(pieces_.size());
    add(Kind::open);
}

void Layout::close_group() {
    open_.pop_back();
    add(Kind::close);
}

void Layout::nest(std::uint32_t columns) {
    add(Kind::nest, columns);
}

void Layout::align() {
    add(Kind::align);
}

void Layout::unnest() {
    add(Kind::unnest);
}

/// Walks the pieces once; whether a group fits is decided by looking at most a line's width ahead.
class Layout::Writer {
  public:
    explicit Writer(const std::vector<Piece>& pieces) : pieces_(pieces) {}

    std::string write() {
        for (std::size_t i = 0; i < pieces_.size(); ++i)
            piece(i);
        if (!out_.empty()) out_ += '\n';
        return std::move(out_);
    }

  private:
    void piece(std::size_t i) {
        const Piece& at = pieces_[i];
        switch (at.kind) {
            case Kind::text:
                put(at.text);
                break;
            case Kind::space:
                spaces_ = at.number;
                break;
            case Kind::line:
            case Kind::soft_line:
                if (!broken_.empty() && !broken_.back()) {
                    spaces_ = at.kind == Kind::line ? 1 : spaces_;
                } else {
                    new_line(1);
                }
                break;
            case Kind::hard_line:
                new_line(1);
                break;
            case Kind::blank_line:
                new_line(2);
                break;
            case Kind::trailing_comment:
                spaces_ = 2;
                put(at.text);
                new_line(1);
                break;
            case Kind::own_comment:
                if (column_ > 0 && lines_ == 0) new_line(1);
                put(at.text);
                new_line(1);
                break;
            case Kind::open:
                broken_.push_back(at.number == 1 || !fits(i));
                break;
            case Kind::close:
                broken_.pop_back();
                break;
            case Kind::nest:
                indents_.push_back(indent() + at.number);
                break;
            case Kind::align:
                indents_.push_back(next_column());
                break;
            case Kind::unnest:
                indents_.pop_back();
                break;
        }
    }

    [[nodiscard]] std::uint32_t indent() const { return indents_.empty() ? 0 : indents_.back(); }
    [[nodiscard]] std::uint32_t next_column() const { return lines_ > 0 ? line_indent_ : column_ + spaces_; }

    void new_line(std::uint32_t lines) {
        lines_ = std::max(lines_, lines);
        line_indent_ = indent();
        spaces_ = 0;
    }

    void put(std::string_view token) {
        if (lines_ > 0) {
            if (!out_.empty()) out_.append(lines_, '\n');
            out_.append(line_indent_, ' ');
            column_ = line_indent_;
        } else {
            out_.append(spaces_, ' ');
            column_ += spaces_;
        }
        lines_ = 0;
        spaces_ = 0;
        out_ += token;
        column_ += width_of(token);
    }

    // Does everything from the group at `i` to the next possible line break behind it fit on this line?
    [[nodiscard]] bool fits(std::size_t i) const {
        std::uint32_t column = next_column();
        std::uint32_t spaces = 0;
        int depth = 0;
        bool left = false;  // behind the group every break may end the line
        for (; i < pieces_.size() && column <= line_width; ++i) {
            const Piece& at = pieces_[i];
            switch (at.kind) {
                case Kind::text:
                    column += spaces + width_of(at.text);
                    spaces = 0;
                    break;
                case Kind::space:
                    spaces = at.number;
                    break;
                case Kind::line:
                case Kind::soft_line:
                    if (left) return true;
                    spaces = at.kind == Kind::line ? 1 : spaces;
                    break;
                case Kind::hard_line:
                case Kind::blank_line:
                case Kind::trailing_comment:
                case Kind::own_comment:
                    return true;
                case Kind::open:
                    ++depth;
                    break;
                case Kind::close:
                    left = left || --depth == 0;
                    break;
                case Kind::nest:
                case Kind::align:
                case Kind::unnest:
                    break;
            }
        }
        return column <= line_width;
    }

    const std::vector<Piece>& pieces_;
    std::string out_;
    std::vector<bool> broken_;  // of each open group
    std::vector<std::uint32_t> indents_;
    std::uint32_t column_ = 0;
    std::uint32_t lines_ = 1;  // line breaks to write before the next token
    std::uint32_t line_indent_ = 0;
    std::uint32_t spaces_ = 0;
};

std::string Layout::finish() {
    flush_comment();
    return Writer(pieces_).write();
}

}  // namespace spile::lang::format

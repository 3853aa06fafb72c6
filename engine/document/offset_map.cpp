// Decodes a scalar a second time, for the places only: each style's rules for escapes, folding and indentation, as
// libyaml and RFC 8259 have them.

#include "engine/document/offset_map.hpp"

#include <algorithm>

#include "engine/document/json_strings.hpp"

namespace spile::engine {

/// Takes decoded bytes in order with the place that wrote each, and keeps a piece where the two stop growing alike.
class OffsetWriter {
  public:
    OffsetWriter(OffsetMap& map, std::string_view written, std::uint32_t begin)
        : map_(&map), text_(written), begin_(begin) {}

    void json(std::size_t from, std::size_t to);
    /// Plain, single- and double-quoted YAML: lines are folded.
    void flow(std::size_t from, std::size_t to, ScalarStyle style);
    void block(ScalarStyle style, std::string_view decoded);
    /// What follows the last decoded byte maps to `at`.
    void end(std::size_t at) {
        map_->end_ = begin_ + static_cast<std::uint32_t>(at);
        map_->pieces_.push_back({decoded_, map_->end_});
    }

  private:
    /// `count` decoded bytes from `count` source bytes.
    void run(std::size_t at, std::size_t count) {
        if (count == 0) return;
        const auto source = begin_ + static_cast<std::uint32_t>(at);
        if (map_->pieces_.empty() ||
            map_->pieces_.back().source + (decoded_ - map_->pieces_.back().decoded) != source) {
            map_->pieces_.push_back({decoded_, source});
        }
        decoded_ += static_cast<std::uint32_t>(count);
    }
    /// `count` decoded bytes, all written by what stands at `at`.
    void all_from(std::size_t at, std::size_t count) {
        for (std::size_t i = 0; i < count; ++i) {
            map_->pieces_.push_back({decoded_++, begin_ + static_cast<std::uint32_t>(at)});
        }
    }

    [[nodiscard]] char byte(std::size_t at) const { return at < text_.size() ? text_[at] : '\0'; }
    [[nodiscard]] bool blank(std::size_t at) const { return byte(at) == ' ' || byte(at) == '\t'; }
    /// Length of the line break at `at`: YAML 1.1's, since libyaml also breaks at U+0085, U+2028 and U+2029.
    [[nodiscard]] std::size_t line_break(std::size_t at) const {
        const std::string_view rest = text_.substr(std::min(at, text_.size()), 3);
        if (rest.starts_with("\r\n") || rest.starts_with("\xC2\x85")) return 2;
        if (rest.starts_with('\n') || rest.starts_with('\r')) return 1;
        return rest == "\xE2\x80\xA8" || rest == "\xE2\x80\xA9" ? 3 : 0;
    }
    /// Bytes that the break leaves in the decoded text.
    [[nodiscard]] static std::size_t kept(std::size_t length) { return length == 3 ? 3 : 1; }

    std::size_t fold(std::size_t at, std::size_t to);
    std::size_t escape(std::size_t at, std::size_t to);
    std::size_t block_header() const;
    std::size_t block_indent(std::size_t body, std::string_view decoded) const;
    [[nodiscard]] bool header_gives_indent() const;

    OffsetMap* map_;
    std::string_view text_;
    std::uint32_t begin_;
    std::uint32_t decoded_ = 0;
};

namespace {

std::size_t utf8_length(std::uint32_t code_point) {
    return code_point < 0x80 ? 1 : code_point < 0x800 ? 2 : code_point < 0x10000 ? 3 : 4;
}

}  // namespace

void OffsetWriter::json(std::size_t from, std::size_t to) {
    const std::string_view body = text_.substr(0, to);
    while (from < to) {
        const std::size_t backslash = std::min(body.find('\\', from), to);
        run(from, backslash - from);
        if (backslash == to) return;
        const JsonEscape escape = read_json_escape(body, backslash);
        all_from(backslash, utf8_length(escape.code_point));
        from = backslash + std::max<std::size_t>(escape.length, 1);
    }
}

/// At blanks or a break between words: one break becomes a space, further ones stay, blanks around them vanish.
std::size_t OffsetWriter::fold(std::size_t at, std::size_t to) {
    std::size_t after = at;
    while (after < to && blank(after))
        ++after;
    if (line_break(after) == 0 || after >= to) {
        run(at, after - at);
        return after;
    }
    const std::size_t first = after;
    const std::size_t first_length = line_break(first);
    after += first_length;
    bool more = false;
    while (after < to && (blank(after) || line_break(after) > 0)) {
        const std::size_t length = line_break(after);
        if (length > 0) {
            // A special first break stays beside the ones after it.
            if (!more && first_length == 3) all_from(first, 3);
            more = true;
            all_from(after, kept(length));
        }
        after += std::max<std::size_t>(length, 1);
    }
    if (!more) all_from(first, first_length == 3 ? 3 : 1);
    return after;
}

/// YAML's escapes in double quotes (section 5.7).
std::size_t OffsetWriter::escape(std::size_t at, std::size_t to) {
    if (const std::size_t length = line_break(at + 1); length > 0) {
        at += 1 + length;
        while (at < to && (blank(at) || line_break(at) > 0)) {
            const std::size_t more = line_break(at);
            if (more > 0) all_from(at, kept(more));
            at += std::max<std::size_t>(more, 1);
        }
        return at;
    }
    const char c = byte(at + 1);
    const std::size_t digits = c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
    std::uint32_t code_point = 0;
    for (std::size_t i = 0; i < digits; ++i) {
        const char digit = byte(at + 2 + i);
        const int value = digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
        code_point = code_point << 4U | (static_cast<std::uint32_t>(value) & 15U);
    }
    if (digits > 0) {
        all_from(at, utf8_length(code_point));
    } else {
        all_from(at, c == 'N' || c == '_' ? 2 : c == 'L' || c == 'P' ? 3 : 1);
    }
    return at + 2 + digits;
}

void OffsetWriter::flow(std::size_t from, std::size_t to, ScalarStyle style) {
    while (from < to) {
        if (blank(from) || line_break(from) > 0) {
            from = fold(from, to);
        } else if (style == ScalarStyle::single_quoted && byte(from) == '\'') {
            all_from(from, 1);
            from += 2;
        } else if (style == ScalarStyle::double_quoted && byte(from) == '\\') {
            from = escape(from, to);
        } else {
            std::size_t word = from + 1;
            const char stop = style == ScalarStyle::single_quoted ? '\'' : '\\';
            while (word < to && !blank(word) && line_break(word) == 0 && byte(word) != stop)
                ++word;
            run(from, word - from);
            from = word;
        }
    }
}

/// Offset of the first line after the header.
std::size_t OffsetWriter::block_header() const {
    std::size_t at = 0;
    while (at < text_.size() && line_break(at) == 0)
        ++at;
    return at + line_break(at);
}

bool OffsetWriter::header_gives_indent() const {
    return (byte(1) >= '1' && byte(1) <= '9') || (byte(2) >= '1' && byte(2) <= '9');
}

/// The first line with text tells; where the header gave a number relative to the parent, so does the difference
/// between that line and its decoded form.
std::size_t OffsetWriter::block_indent(std::size_t body, std::string_view decoded) const {
    std::size_t at = body;
    std::size_t indent = 0;
    while (at < text_.size()) {
        const std::size_t line = at;
        while (byte(at) == ' ')
            ++at;
        if (at < text_.size() && line_break(at) == 0) {
            indent = at - line;
            break;
        }
        at += std::max<std::size_t>(line_break(at), 1);
    }
    if (!header_gives_indent()) return indent;
    const std::size_t text = decoded.find_first_not_of("\r\n");
    if (text == std::string_view::npos) return indent;
    std::size_t spaces = 0;
    while (text + spaces < decoded.size() && decoded[text + spaces] == ' ')
        ++spaces;
    return indent >= spaces ? indent - spaces : 0;
}

void OffsetWriter::block(ScalarStyle style, std::string_view decoded) {
    const bool folded = style == ScalarStyle::folded_block;
    std::size_t at = block_header();
    const std::size_t indent = block_indent(at, decoded);
    std::size_t leading = std::string_view::npos;  // the break before the blank lines that come
    bool previous_blank = false;                   // the line before starts with a blank
    while (at < text_.size()) {
        std::vector<std::size_t> breaks;
        for (;;) {  // lines without text
            std::size_t column = 0;
            while (column < indent && byte(at) == ' ')
                ++at, ++column;
            const std::size_t length = line_break(at);
            if (length == 0) break;
            breaks.push_back(at);
            at += length;
        }
        if (at >= text_.size()) break;
        const bool this_blank = blank(at);
        if (leading != std::string_view::npos) {
            const bool joins = folded && line_break(leading) != 3 && !previous_blank && !this_blank;
            if (!joins || breaks.empty()) all_from(leading, kept(line_break(leading)));
        }
        for (const std::size_t each : breaks)
            all_from(each, kept(line_break(each)));
        previous_blank = this_blank;
        const std::size_t line = at;
        while (at < text_.size() && line_break(at) == 0)
            ++at;
        run(line, at - line);
        leading = at;
        at += line_break(at);
    }
}

OffsetMap::OffsetMap(std::string_view written, std::uint32_t begin, Format format, ScalarStyle style,
                     std::string_view decoded) {
    OffsetWriter writer(*this, written, begin);
    const bool quoted = style == ScalarStyle::single_quoted || style == ScalarStyle::double_quoted;
    const std::size_t from = quoted && !written.empty() ? 1 : 0;
    const std::size_t to = quoted && written.size() >= 2 ? written.size() - 1 : written.size();
    if (style == ScalarStyle::literal_block || style == ScalarStyle::folded_block) {
        writer.block(style, decoded);
    } else if (format == Format::json) {
        writer.json(from, to);
    } else {
        writer.flow(from, to, style);
    }
    writer.end(to);
}

std::uint32_t OffsetMap::source_offset(std::uint32_t offset) const {
    const auto after = std::upper_bound(pieces_.begin(), pieces_.end(), offset,
                                        [](std::uint32_t value, const Piece& piece) { return value < piece.decoded; });
    if (after == pieces_.begin()) return end_;
    const Piece& piece = *std::prev(after);
    return std::min(piece.source + (offset - piece.decoded), end_);
}

}  // namespace spile::engine

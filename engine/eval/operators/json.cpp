// JSON in a text (RFC 8259), also in one that is known in part: a hole inside a string makes a partial string, a hole
// where a value stands an unknown value, a hole between members an open list or map.
#include <string>
#include <vector>

#include "engine/eval/operators/builtins.hpp"
#include "engine/eval/operators/pieces.hpp"
#include "engine/eval/operators/written_text.hpp"

namespace spile::engine::operators {

namespace {

constexpr int k_depth = 200;

/// Reads the segments as one run of characters and holes.
class JsonReader {
  public:
    JsonReader(Value text, const Operands& with)
        : text_(text), with_(&with), piece_(piece_of(text)), written_(text, with) {
        settle();
    }

    Value read() {
        const Value value = read_value(place(nullptr, {}, 0), 0);
        skip_blanks();
        if (failed_ || !at_end()) return failure("the text is no JSON: " + reason(), text_, *with_);
        return value;
    }

  private:
    [[nodiscard]] bool at_end() const { return segment_ == piece_.size(); }
    [[nodiscard]] bool at_hole() const { return !at_end() && !piece_[segment_].known(); }
    [[nodiscard]] char peek() const { return at_end() || at_hole() ? '\0' : piece_[segment_].text[offset_]; }
    [[nodiscard]] std::string reason() const { return failed_ ? what_ : "something follows the value"; }

    /// Steps over used-up segments.
    void settle() {
        while (!at_end() && !at_hole() && offset_ == piece_[segment_].text.size()) {
            ++segment_;
            offset_ = 0;
        }
    }
    void advance() {
        ++offset_;
        settle();
    }
    Value take_hole() {
        const Value hole = piece_[segment_++].hole;
        offset_ = 0;
        settle();
        return hole;
    }
    bool take(char c) {
        if (at_end() || at_hole() || peek() != c) return false;
        advance();
        return true;
    }
    void skip_blanks() {
        while (!at_end() && !at_hole() && std::string_view(" \t\r\n").find(peek()) != std::string_view::npos)
            advance();
    }
    Value fail(std::string what) {
        if (!failed_) what_ = std::move(what);
        failed_ = true;
        return {};
    }

    /// How far the reader is, in decoded bytes.
    [[nodiscard]] std::uint32_t position() const { return written_.offset(segment_, offset_); }
    [[nodiscard]] SourceSpan span(std::uint32_t begin, SourceSpan otherwise) const {
        return written_.span({begin, position()}).value_or(otherwise);
    }

    Origin* place(const Origin* around, std::string_view key, std::uint32_t index) {
        Origin origin = text_.origin() == nullptr ? Origin() : *text_.origin();
        if (around != nullptr) {
            origin = *around;
            origin.path = arena().make<Path>(
                Path{.parent = around->path, .key = key, .index = index, .hidden = text_.sensitive() && !key.empty()});
        }
        return arena().make<Origin>(origin);
    }
    [[nodiscard]] Arena& arena() const { return with_->factory->arena(); }
    [[nodiscard]] Value marked(Value value) const {
        return with_->factory->marked(value, text_.sensitive(), text_.assumed());
    }

    Value unknown_value(Value hole, const Origin* at) {
        return marked(with_->factory->unknown({.cause = cause_of(hole)}, at));
    }

    /// `at` learns where the value stands as soon as its end is known.
    Value read_value(Origin* at, int depth) {
        skip_blanks();
        const std::uint32_t begin = position();
        const Value value = read_any(at, depth);
        at->span = span(begin, at->span);
        return value;
    }

    Value read_any(const Origin* at, int depth) {
        if (depth > k_depth) return fail("it is nested too deeply");
        if (at_hole()) return read_unknown(at);
        if (peek() == '"') return marked(read_string(at));
        if (take('[')) return read_list(at, depth);
        if (take('{')) return read_map(at, depth);
        return read_word(at);
    }

    /// A hole, with whatever text follows it up to the end of the value.
    Value read_unknown(const Origin* at) {
        const Value hole = take_hole();
        skip_word();
        return unknown_value(hole, at);
    }
    void skip_word() {
        while (!at_end() && (at_hole() || std::string_view(",]}: \t\r\n\"{[").find(peek()) == std::string_view::npos)) {
            if (at_hole())
                (void)take_hole();
            else
                advance();
        }
    }

    Value read_word(const Origin* at) {
        std::string word;
        while (!at_end() && !at_hole() && std::string_view(",]}: \t\r\n\"{[").find(peek()) == std::string_view::npos) {
            word += peek();
            advance();
        }
        if (at_hole() && !word.empty()) return read_unknown(at);
        if (word == "null") return marked(with_->factory->null(at));
        if (word == "true" || word == "false") return marked(with_->factory->boolean(word == "true", at));
        const auto number = word.starts_with('+') ? std::nullopt : Decimal::parse(word);
        if (number) return marked(with_->factory->number(*number, at));
        return fail(word.empty() ? "a value is missing" : "`" + word.substr(0, 40) + "` is no value");
    }

    Value read_string(const Origin* at) {
        Piece out;
        std::string text;
        const auto flush = [&] {
            if (!text.empty()) out.push_back({.text = arena().copy(std::string_view(text))});
            text.clear();
        };
        (void)take('"');
        while (true) {
            if (at_end()) return fail("a string does not end");
            if (at_hole()) {
                flush();
                out.push_back({.hole = take_hole()});
                continue;
            }
            const char c = peek();
            advance();
            if (c == '"') break;
            if (static_cast<unsigned char>(c) < 0x20) return fail("a string holds a control character");
            if (c == '\\') {
                if (!read_escape(text)) return fail("a string holds a broken escape");
            } else {
                text += c;
            }
        }
        flush();
        return with_->factory->partial(out, at);
    }

    bool read_escape(std::string& out) {
        constexpr std::string_view names = "\"\\/bfnrt";
        constexpr std::string_view meanings = "\"\\/\b\f\n\r\t";
        const char c = peek();
        if (at_end() || at_hole()) return false;
        advance();
        if (const std::size_t known = names.find(c); known != std::string_view::npos) {
            out += meanings[known];
            return true;
        }
        if (c != 'u') return false;
        auto unit = read_hex();
        if (!unit) return false;
        if (*unit >= 0xD800 && *unit < 0xDC00) {
            if (!take('\\') || !take('u')) return false;
            const auto low = read_hex();
            if (!low || *low < 0xDC00 || *low > 0xDFFF) return false;
            unit = 0x10000 + ((*unit - 0xD800) << 10U) + (*low - 0xDC00);
        } else if (*unit >= 0xDC00 && *unit <= 0xDFFF) {
            return false;
        }
        append_utf8(*unit, out);
        return true;
    }
    std::optional<std::uint32_t> read_hex() {
        std::uint32_t value = 0;
        for (int i = 0; i < 4; ++i) {
            constexpr std::string_view digits = "0123456789abcdefABCDEF";
            const std::size_t digit = peek() == '\0' ? std::string_view::npos : digits.find(peek());
            if (digit == std::string_view::npos) return std::nullopt;
            value = value * 16 + static_cast<std::uint32_t>(digit > 15 ? digit - 6 : digit);
            advance();
        }
        return value;
    }
    static void append_utf8(std::uint32_t point, std::string& out) {
        const auto put = [&](std::uint32_t byte) { out += static_cast<char>(static_cast<unsigned char>(byte)); };
        if (point < 0x80) return put(point);
        if (point < 0x800) {
            put(0xC0U | (point >> 6U));
        } else if (point < 0x10000) {
            put(0xE0U | (point >> 12U));
            put(0x80U | ((point >> 6U) & 0x3FU));
        } else {
            put(0xF0U | (point >> 18U));
            put(0x80U | ((point >> 12U) & 0x3FU));
            put(0x80U | ((point >> 6U) & 0x3FU));
        }
        put(0x80U | (point & 0x3FU));
    }

    /// Between members: a comma, the end, or holes (kept in `hole_`) that may hold further members.
    enum class Next : std::uint8_t { member, end, broken };
    Next next(char close, bool first) {
        hole_ = {};
        skip_blanks();
        while (at_hole()) {
            hole_ = take_hole();
            skip_word();
            skip_blanks();
        }
        const bool hole = hole_.is(Kind::unknown);
        if (take(close)) return Next::end;
        if ((first && !hole) || take(',')) return Next::member;
        return hole ? Next::member : Next::broken;
    }

    /// A hole in a list may hold one member, several or none.
    static Element perhaps(Value hole) { return {.value = hole, .must = k_never}; }

    Value read_list(const Origin* at, int depth) {
        std::vector<Element> out;
        bool open = false;
        for (bool first = true; !failed_; first = false) {
            const Next step = next(']', first);
            if (step == Next::broken) return fail("a list does not end");
            if (hole_.is(Kind::unknown)) out.push_back(perhaps(unknown_value(hole_, at)));
            open = open || hole_.is(Kind::unknown);
            if (step == Next::end) return marked(with_->factory->list(out, open, at));
            skip_blanks();
            const bool hole = at_hole();
            Origin* const inside = place(at, {}, static_cast<std::uint32_t>(out.size()));
            if (written_.known()) inside->key = {};
            const Value value = read_value(inside, depth + 1);
            out.push_back(hole ? perhaps(value) : Element{.value = value});
            open = open || hole;
        }
        return {};
    }

    Value read_map(const Origin* at, int depth) {
        std::vector<Member> out;
        bool open = false;
        for (bool first = true; !failed_; first = false) {
            const Next step = next('}', first);
            if (step == Next::broken) return fail("a map does not end");
            open = open || hole_.is(Kind::unknown);
            if (step == Next::end) return marked(with_->factory->map(out, open, at));
            skip_blanks();
            if (at_hole()) {
                (void)take_hole();
                open = true;
                continue;
            }
            if (peek() != '"') return fail("a key is missing");
            const std::uint32_t key_begin = position();
            const Value key = read_string(at);
            const SourceSpan key_span = span(key_begin, {});
            skip_blanks();
            if (failed_ || !take(':')) return fail("a key has no value");
            if (!key.is(Kind::string)) {
                (void)read_value(place(at, "?", 0), depth + 1);
                open = true;
                continue;
            }
            for (const Member& member : out)
                if (member.key == key.text()) return fail("the key `" + std::string(key.text()) + "` is written twice");
            Origin* const inside = place(at, key.text(), 0);
            if (key_span.valid()) inside->key = key_span;
            const Value value = read_value(inside, depth + 1);
            out.push_back({.key = key.text(), .key_span = key_span, .value = value});
        }
        return {};
    }

    Value text_;
    const Operands* with_;
    Piece piece_;
    WrittenText written_;
    std::size_t segment_ = 0;
    std::size_t offset_ = 0;
    Value hole_;
    bool failed_ = false;
    std::string what_;
};

}  // namespace

namespace builtins {

Value parse_json(Arguments arguments, const Operands& with) {
    const Value text = arguments[0];
    if (text.is(Kind::string) || text.is(Kind::partial)) return JsonReader(text, with).read();
    const bool may_be_text =
        text.is(Kind::unknown) && (text.unknown().type == TypeHint::string || text.unknown().type == TypeHint::any);
    return may_be_text ? undecided_value(text, TypeHint::any, with) : text;
}

}  // namespace builtins

}  // namespace spile::engine::operators

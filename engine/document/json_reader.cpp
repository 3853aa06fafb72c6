// JSON text to events. simdjson finds where the tokens start (its first stage, which also checks UTF-8, quotes and
// control characters at several GB/s); this file walks those starts, checks RFC 8259's grammar and keeps exact offsets
// and number texts, which simdjson's own tree does not have.

#include <simdjson.h>

#include <vector>

#include "engine/document/json_strings.hpp"
#include "engine/document/key_set.hpp"
#include "engine/document/readers.hpp"
#include "lang/base/arena.hpp"

namespace spile::engine {

bool valid_utf8(std::string_view text) {
    return simdjson::validate_utf8(text);
}

namespace {

constexpr bool is_space(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

constexpr bool is_structural(char c) {
    return c == '{' || c == '}' || c == '[' || c == ']' || c == ':' || c == ',';
}

/// Where tokens start, in order. When simdjson refuses the text, an own scan finds the same starts and the reason.
class TokenStarts {
  public:
    TokenStarts(std::string_view text, std::uint32_t from) : from_(from) {
        const std::string_view body = text.substr(from);
        if (!index(body)) scan(body);
    }
    [[nodiscard]] std::size_t size() const { return count_; }
    [[nodiscard]] std::uint32_t at(std::size_t i) const { return starts_[i] + from_; }
    /// Set when the last token is a string that cannot be read.
    [[nodiscard]] const std::optional<JsonProblem>& problem() const { return problem_; }

  private:
    bool index(std::string_view body) {
        // simdjson reads whole blocks, so it gets a copy with the padding it asks for.
        const simdjson::padded_string padded(body);
        const auto error = simdjson::get_active_implementation()->create_dom_parser_implementation(
            padded.size(), simdjson::DEFAULT_MAX_DEPTH, stage_);
        if (error != simdjson::SUCCESS) return false;
        const auto* bytes = reinterpret_cast<const std::uint8_t*>(padded.data());
        if (stage_->stage1(bytes, padded.size(), simdjson::stage1_mode::regular) != simdjson::SUCCESS) return false;
        starts_ = stage_->structural_indexes.get();
        count_ = stage_->n_structural_indexes;
        return true;
    }

    void scan(std::string_view body) {
        std::size_t at = 0;
        while (at < body.size() && !problem_) {
            if (is_space(body[at])) {
                ++at;
                continue;
            }
            scanned_.push_back(static_cast<std::uint32_t>(at));
            if (is_structural(body[at])) {
                ++at;
            } else if (body[at] == '"') {
                at = scan_string(body, at);
            } else {
                while (at < body.size() && !is_space(body[at]) && !is_structural(body[at]) && body[at] != '"')
                    ++at;
            }
        }
        starts_ = scanned_.data();
        count_ = scanned_.size();
    }

    std::size_t scan_string(std::string_view body, std::size_t start) {
        const auto span = [&](std::size_t begin, std::size_t end) {
            return Span{static_cast<std::uint32_t>(begin) + from_, static_cast<std::uint32_t>(end) + from_};
        };
        for (std::size_t at = start + 1; at < body.size(); ++at) {
            if (body[at] == '"') return at + 1;
            if (static_cast<unsigned char>(body[at]) < 0x20) {
                const bool line_end = body[at] == '\n' || body[at] == '\r';
                problem_ = line_end ? JsonProblem{span(start, at), "the string does not end on its line"}
                                    : JsonProblem{span(at, at + 1), "a control character in a string must be escaped"};
                return body.size();
            }
            if (body[at] == '\\') ++at;
        }
        problem_ = JsonProblem{span(start, body.size()), "the string does not end"};
        return body.size();
    }

    std::uint32_t from_;
    std::unique_ptr<simdjson::internal::dom_parser_implementation> stage_;
    std::vector<std::uint32_t> scanned_;
    const std::uint32_t* starts_ = nullptr;
    std::size_t count_ = 0;
    std::optional<JsonProblem> problem_;
};

class JsonCursor final : public Cursor {
  public:
    JsonCursor(std::string_view text, const Limits& limits, Reporter report)
        : text_(text), limits_(limits), report_(report), tokens_(text, byte_order_mark(text)) {}

    const Event& next() override {
        if (!ended_) read();
        // A repeated key does not hide the other mistakes: the rest is read for its diagnostics only.
        while (failed_ && !ended_)
            read();
        if (failed_) event_ = Event{};
        return event_;
    }

    void skip() override {
        if (expect_ != Expect::value) return;
        const std::size_t depth = open_.size();
        do {
            next();
        } while (!ended_ && open_.size() > depth);
    }

    [[nodiscard]] bool failed() const override { return failed_; }

  private:
    enum class Expect : std::uint8_t { value, item_or_end, key_or_end, key, after_value };

    // A token reaches from its start to the last byte before the next start that is not a space.
    [[nodiscard]] Span token() const {
        const auto size = static_cast<std::uint32_t>(text_.size());
        if (at_ >= tokens_.size()) return {size, size};
        const std::uint32_t begin = tokens_.at(at_);
        if (is_structural(text_[begin])) return {begin, begin + 1};
        std::uint32_t end = at_ + 1 < tokens_.size() ? tokens_.at(at_ + 1) : size;
        while (end > begin + 1 && is_space(text_[end - 1]))
            --end;
        return {begin, end};
    }
    [[nodiscard]] char first() const { return at_ < tokens_.size() ? text_[tokens_.at(at_)] : '\0'; }
    [[nodiscard]] std::string_view slice(Span span) const { return text_.substr(span.begin, span.end - span.begin); }

    void fail(DiagnosticKind kind, Span span, std::string message) {
        report_.add(kind, span, std::move(message));
        failed_ = ended_ = true;
    }
    void unexpected(std::string_view wanted) {
        const Span found = token();
        fail(DiagnosticKind::json_syntax, found,
             "found " + describe_json_token(slice(found)) + ", expected " + std::string(wanted));
    }

    void read() {
        if (expect_ == Expect::after_value && !after_value()) return;
        if (++events_ > limits_.events) {
            report_.too_many_events(token(), limits_.events);
            failed_ = ended_ = true;
            return;
        }
        const char c = first();
        if ((expect_ == Expect::key_or_end && c == '}') || (expect_ == Expect::item_or_end && c == ']')) {
            close();
        } else if (expect_ == Expect::key_or_end || expect_ == Expect::key) {
            key(c);
        } else {
            value(c);
        }
    }

    /// Passes a comma; false when the event is made already (the container or the document ends) or on an error.
    bool after_value() {
        if (open_.empty()) {
            ended_ = true;
            event_ = Event{};
            if (at_ < tokens_.size()) unexpected("nothing more after the document's value");
            return false;
        }
        const bool map = open_.back();
        const char c = first();
        if (c == (map ? '}' : ']')) {
            close();
            return false;
        }
        if (c != ',') {
            unexpected(map ? "`,` or `}`" : "`,` or `]`");
            return false;
        }
        ++at_;
        expect_ = map ? Expect::key : Expect::value;
        return true;
    }

    void close() {
        event_ = Event{open_.back() ? Token::end_map : Token::end_list, token(), {}, {}, ScalarStyle::plain, {}};
        if (open_.back()) keys_[--maps_].clear();
        open_.pop_back();
        ++at_;
        expect_ = Expect::after_value;
    }

    void key(char c) {
        if (c != '"') {
            unexpected(expect_ == Expect::key ? "a key in double quotes" : "a key in double quotes or `}`");
            return;
        }
        string(Token::key);
        if (failed_ && ended_) return;
        if (const auto before = keys_[maps_ - 1].insert(stable(event_), event_.span)) {
            report_.duplicate_key(event_.text, *before, event_.span);
            failed_ = true;
            if (++duplicates_ >= k_most_duplicates) ended_ = true;
        }
        if (first() != ':') {
            unexpected("`:` after the key");
            return;
        }
        ++at_;
        expect_ = Expect::value;
    }

    void value(char c) {
        switch (c) {
            case '{':
            case '[':
                open(c == '{');
                return;
            case '"':
                string(Token::string);
                break;
            default:
                word();
        }
        expect_ = Expect::after_value;
    }

    void open(bool map) {
        if (open_.size() >= limits_.depth) {
            report_.too_deep(token(), limits_.depth);
            failed_ = ended_ = true;
            return;
        }
        event_ = Event{map ? Token::begin_map : Token::begin_list, token(), {}, {}, ScalarStyle::plain, {}};
        open_.push_back(map);
        ++events_;  // its end
        if (map && ++maps_ > keys_.size()) keys_.emplace_back();
        ++at_;
        expect_ = map ? Expect::key_or_end : Expect::item_or_end;
    }

    void string(Token kind) {
        if (tokens_.problem() && at_ + 1 == tokens_.size()) {
            fail(DiagnosticKind::json_syntax, tokens_.problem()->span, tokens_.problem()->message);
            return;
        }
        const Span span = token();
        std::string_view text = slice({span.begin + 1, span.end - 1});
        if (text.find('\\') != std::string_view::npos) {
            if (const auto problem = decode_json_string(text, span.begin + 1, decoded_)) {
                fail(problem->kind, problem->span, problem->message);
                return;
            }
            text = decoded_;
        }
        event_ = Event{kind, span, text, {}, ScalarStyle::double_quoted, {}};
        ++at_;
    }

    void word() {
        const Span span = token();
        const std::string_view text = slice(span);
        const auto kind = classify_json_word(text);
        if (!kind) {
            unexpected(expect_ == Expect::item_or_end ? "a value or `]`" : "a value");
            return;
        }
        event_ = Event{*kind, span, text, {}, ScalarStyle::plain, {}};
        ++at_;
    }

    /// The key's text where it stays: in the source, or copied when it had escapes.
    std::string_view stable(const Event& event) {
        return event.text.data() == decoded_.data() ? arena_.copy(event.text) : event.text;
    }

    std::string_view text_;
    Limits limits_;
    Reporter report_;
    TokenStarts tokens_;
    std::size_t at_ = 0;
    Expect expect_ = Expect::value;
    std::vector<bool> open_;    // true for a map
    std::vector<KeySet> keys_;  // of the open maps; kept for the next ones
    std::size_t maps_ = 0;
    std::uint64_t events_ = 0;  // ends are counted with their beginnings, as the YAML reader does
    int duplicates_ = 0;
    std::string decoded_;
    Arena arena_;
    Event event_;
    bool failed_ = false;
    bool ended_ = false;
};

}  // namespace

std::unique_ptr<Cursor> open_json(std::string_view text, const Limits& limits, Reporter report) {
    return std::make_unique<JsonCursor>(text, limits, report);
}

}  // namespace spile::engine

// From a source's text to its reader: the checks that both formats share, then the format's own reader.

#include <algorithm>
#include <array>

#include "engine/document/readers.hpp"

namespace spile::engine {

namespace {

/// Stands for a document that was refused before its first token.
class FailedCursor final : public Cursor {
  public:
    const Event& next() override { return end_; }
    void skip() override {}
    [[nodiscard]] bool failed() const override { return true; }

  private:
    Event end_;
};

/// Length of the valid UTF-8 sequence at `at`, or 0.
std::size_t sequence_length(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
    const unsigned first = byte(at);
    if (first < 0x80) return 1;
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 0;
    if (length == 0 || first > 0xF4) return 0;
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(at + i) & 0xC0U) != 0x80U) return 0;
    }
    const unsigned second = byte(at + 1);
    if (first == 0xE0 && second < 0xA0) return 0;  // overlong
    if (first == 0xED && second > 0x9F) return 0;  // surrogate
    if (first == 0xF0 && second < 0x90) return 0;  // overlong
    if (first == 0xF4 && second > 0x8F) return 0;  // beyond U+10FFFF
    return length;
}

std::string hex_byte(char c) {
    constexpr std::string_view digits = "0123456789abcdef";
    const auto byte = static_cast<unsigned char>(c);
    return {'0', 'x', digits[byte >> 4U], digits[byte & 15U]};
}

}  // namespace

void Reporter::add(DiagnosticKind kind, Span span, std::string message, std::string help) const {
    sink_->add({kind, {source_, span}, std::move(message), {}, std::move(help)});
}

void Reporter::duplicate_key(std::string_view key, Span first, Span again) const {
    sink_->add({DiagnosticKind::duplicate_key,
                {source_, again},
                "key `" + std::string(key) + "` appears twice in one map",
                {{{source_, first}, "first here"}},
                "readers disagree on which of the two counts; remove one"});
}

void Reporter::too_deep(Span at, std::uint32_t limit) const {
    add(DiagnosticKind::depth_limit, at, "nested deeper than " + std::to_string(limit) + " levels");
}

void Reporter::too_many_events(Span at, std::uint64_t limit) const {
    add(DiagnosticKind::size_limit, at, "the document has more than " + std::to_string(limit) + " values and keys");
}

std::uint32_t byte_order_mark(std::string_view text) {
    return text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
}

std::optional<std::uint32_t> first_invalid_utf8(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t length = sequence_length(text, at);
        if (length == 0) return static_cast<std::uint32_t>(at);
        at += length;
    }
    return std::nullopt;
}

void append_utf8(std::string& out, std::uint32_t code_point) {
    const auto put = [&](std::uint32_t byte) { out.push_back(static_cast<char>(byte)); };
    if (code_point < 0x80) {
        put(code_point);
    } else if (code_point < 0x800) {
        put(0xC0U | code_point >> 6U);
        put(0x80U | (code_point & 0x3FU));
    } else if (code_point < 0x10000) {
        put(0xE0U | code_point >> 12U);
        put(0x80U | (code_point >> 6U & 0x3FU));
        put(0x80U | (code_point & 0x3FU));
    } else {
        put(0xF0U | code_point >> 18U);
        put(0x80U | (code_point >> 12U & 0x3FU));
        put(0x80U | (code_point >> 6U & 0x3FU));
        put(0x80U | (code_point & 0x3FU));
    }
}

bool check_bytes(std::string_view text, const Limits& limits, const Reporter& report) {
    // Spans are 32 bits wide, whatever the limit says.
    const std::uint64_t most = std::min<std::uint64_t>(limits.bytes, 0xFFFF0000U);
    if (text.size() > most) {
        report.add(DiagnosticKind::size_limit, {0, 0},
                   "the document has " + std::to_string(text.size()) + " bytes; at most " + std::to_string(most) +
                       " are read");
        return false;
    }
    if (valid_utf8(text)) return true;
    const std::uint32_t at = first_invalid_utf8(text).value_or(0);
    const bool utf16 = text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF");
    report.add(DiagnosticKind::invalid_utf8, {at, at + 1}, "byte " + hex_byte(text[at]) + " is not valid UTF-8",
               utf16 ? "the file looks like UTF-16; save it as UTF-8" : "save the file as UTF-8");
    return false;
}

std::unique_ptr<Cursor> open_document(SourceId source, const SourceMap& sources, Format format, const Limits& limits,
                                      DiagnosticSink& sink) {
    const Reporter report(source, sink);
    const std::string_view text = sources.text(source);
    if (!check_bytes(text, limits, report)) return std::make_unique<FailedCursor>();
    const std::string_view blank = text.substr(byte_order_mark(text));
    if (blank.find_first_not_of(" \t\r\n") == std::string_view::npos) {
        report.add(DiagnosticKind::empty_document, {0, 0}, "the document is empty");
        return std::make_unique<FailedCursor>();
    }
    return format == Format::json ? open_json(text, limits, report) : open_yaml(text, limits, report);
}

}  // namespace spile::engine

// Escapes and numbers of RFC 8259.

#include "engine/document/json_strings.hpp"

#include <cstring>

#include "engine/document/readers.hpp"

namespace spile::engine {

namespace {

std::optional<std::uint32_t> four_hex_digits(std::string_view body, std::size_t at) {
    if (at + 4 > body.size()) return std::nullopt;
    std::uint32_t value = 0;
    for (const char c : body.substr(at, 4)) {
        value <<= 4U;
        if (c >= '0' && c <= '9') {
            value |= static_cast<std::uint32_t>(c - '0');
        } else if (c >= 'a' && c <= 'f') {
            value |= static_cast<std::uint32_t>(c - 'a' + 10);
        } else if (c >= 'A' && c <= 'F') {
            value |= static_cast<std::uint32_t>(c - 'A' + 10);
        } else {
            return std::nullopt;
        }
    }
    return value;
}

JsonEscape read_unicode_escape(std::string_view body, std::size_t at) {
    using Fault = JsonEscape::Fault;
    const auto high = four_hex_digits(body, at + 2);
    if (!high) return {2, 0, Fault::bad_hex};
    if (*high < 0xD800 || *high > 0xDFFF) return {6, *high, Fault::none};
    if (*high > 0xDBFF || body.substr(at + 6, 2) != "\\u") return {6, 0, Fault::lone_surrogate};
    const auto low = four_hex_digits(body, at + 8);
    if (!low || *low < 0xDC00 || *low > 0xDFFF) return {6, 0, Fault::lone_surrogate};
    return {12, 0x10000U + ((*high - 0xD800U) << 10U) + (*low - 0xDC00U), Fault::none};
}

JsonProblem problem_of(const JsonEscape& escape, std::string_view body, std::size_t at, std::uint32_t begin) {
    const auto from = begin + static_cast<std::uint32_t>(at);
    const std::string written(body.substr(at, escape.length));
    const Span span{from, from + static_cast<std::uint32_t>(written.size())};
    switch (escape.fault) {
        case JsonEscape::Fault::lone_surrogate:
            return {span, "`" + written + "` is half of a surrogate pair", DiagnosticKind::lone_surrogate};
        case JsonEscape::Fault::bad_hex:
            return {span, "`\\u` needs four hexadecimal digits"};
        case JsonEscape::Fault::unknown:
        case JsonEscape::Fault::none:
            break;
    }
    return {span, "a backslash must start one of the escapes \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u"};
}

std::size_t digits(std::string_view text, std::size_t at) {
    while (at < text.size() && text[at] >= '0' && text[at] <= '9')
        ++at;
    return at;
}

}  // namespace

JsonEscape read_json_escape(std::string_view body, std::size_t at) {
    constexpr std::string_view names = "\"\\/bfnrt";
    constexpr std::string_view stands_for = "\"\\/\b\f\n\r\t";
    const char c = at + 1 < body.size() ? body[at + 1] : '\0';
    if (c == 'u') return read_unicode_escape(body, at);
    const std::size_t which = c == '\0' ? std::string_view::npos : names.find(c);
    if (which == std::string_view::npos) return {1, 0, JsonEscape::Fault::unknown};
    return {2, static_cast<std::uint32_t>(stands_for[which]), JsonEscape::Fault::none};
}

std::optional<JsonProblem> decode_json_string(std::string_view body, std::uint32_t begin, std::string& out) {
    out.clear();
    std::size_t at = 0;
    while (at < body.size()) {
        const std::size_t backslash = std::min(body.find('\\', at), body.size());
        out.append(body.substr(at, backslash - at));
        if (backslash == body.size()) break;
        const JsonEscape escape = read_json_escape(body, backslash);
        if (escape.fault != JsonEscape::Fault::none) return problem_of(escape, body, backslash, begin);
        append_utf8(out, escape.code_point);
        at = backslash + escape.length;
    }
    return std::nullopt;
}

bool is_json_number(std::string_view text) {
    std::size_t at = text.starts_with('-') ? 1 : 0;
    if (at < text.size() && text[at] == '0') {
        ++at;
    } else {
        const std::size_t end = digits(text, at);
        if (end == at) return false;
        at = end;
    }
    if (at < text.size() && text[at] == '.') {
        const std::size_t end = digits(text, at + 1);
        if (end == at + 1) return false;
        at = end;
    }
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        if (at < text.size() && (text[at] == '+' || text[at] == '-')) ++at;
        const std::size_t end = digits(text, at);
        if (end == at) return false;
        at = end;
    }
    return at == text.size();
}

std::optional<Token> classify_json_word(std::string_view word) {
    if (word == "true" || word == "false") return Token::boolean;
    if (word == "null") return Token::null_value;
    if (is_json_number(word)) return Token::number;
    return std::nullopt;
}

std::string describe_json_token(std::string_view token) {
    if (token.empty()) return "the end of the text";
    constexpr std::size_t most = 30;
    if (token.size() <= most) return "`" + std::string(token) + "`";
    std::size_t cut = most;
    while (cut > 0 && (static_cast<unsigned char>(token[cut]) & 0xC0U) == 0x80U)
        --cut;
    return "`" + std::string(token.substr(0, cut)) + "…`";
}

}  // namespace spile::engine

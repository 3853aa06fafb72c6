#include "lang/gherkin/line.hpp"

#include <algorithm>

namespace spile::gherkin {

namespace {

constexpr std::string_view k_byte_order_mark = "\xEF\xBB\xBF";

bool continues(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

std::string_view take_line(std::string_view& text) {
    const std::size_t length = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, length);
    text.remove_prefix(length);
    if (line.ends_with('\r') && !text.empty()) line.remove_suffix(1);
    return line;
}

Line make_line(std::string_view text, std::size_t number) {
    const std::string_view trimmed = trim_left(text);
    return {.text = text,
            .trimmed = trimmed,
            .number = static_cast<std::uint32_t>(number),
            .indent = count_characters(text.substr(0, text.size() - trimmed.size()))};
}

}  // namespace

std::vector<Line> split_lines(std::string_view text) {
    if (text.starts_with(k_byte_order_mark)) text.remove_prefix(k_byte_order_mark.size());
    std::vector<Line> lines;
    for (bool more = true; more;) {
        lines.push_back(make_line(take_line(text), lines.size() + 1));
        more = !text.empty();
        if (more) text.remove_prefix(1);
    }
    if (lines.back().trimmed.empty()) lines.pop_back();
    return lines;
}

std::string_view without_indent(const Line& line, std::uint32_t indent) {
    if (indent > line.indent) return line.trimmed;
    std::string_view out = line.text;
    for (; indent > 0; --indent)
        out.remove_prefix(blank_length(out));
    return out;
}

std::uint32_t count_characters(std::string_view text) {
    return static_cast<std::uint32_t>(std::count_if(text.begin(), text.end(), [](char c) { return !continues(c); }));
}

std::size_t blank_length(std::string_view text) {
    if (text.empty()) return 0;
    const char first = text.front();
    if (first == ' ' || (first >= '\t' && first <= '\r')) return 1;
    if (text.starts_with("\u00A0")) return 2;
    if (text.size() < 3 || (first != '\xE1' && first != '\xE2' && first != '\xE3' && first != '\xEF')) return 0;
    const std::string_view three = text.substr(0, 3);
    if (three >= "\u2000" && three <= "\u200A") return 3;
    for (const std::string_view blank : {"\u1680", "\u2028", "\u2029", "\u202F", "\u205F", "\u3000", "\uFEFF"}) {
        if (three == blank) return 3;
    }
    return 0;
}

std::string_view trim_left(std::string_view text) {
    for (std::size_t blank = blank_length(text); blank > 0; blank = blank_length(text))
        text.remove_prefix(blank);
    return text;
}

std::string_view trim_right(std::string_view text) {
    while (!text.empty()) {
        std::size_t last = text.size() - 1;
        while (last > 0 && text.size() - last < 3 && continues(text[last]))
            --last;
        const std::size_t length = text.size() - last;
        if (blank_length(text.substr(last)) != length) break;
        text.remove_suffix(length);
    }
    return text;
}

std::string_view trim(std::string_view text) {
    return trim_right(trim_left(text));
}

}  // namespace spile::gherkin

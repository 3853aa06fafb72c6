#include "lang/base/visible.hpp"

namespace spile {

namespace {

constexpr std::string_view k_hex = "0123456789abcdef";

std::string hex_byte(unsigned char byte) {
    return {k_hex[byte >> 4U], k_hex[byte & 15U]};
}

std::string code_text(std::uint32_t code) {
    std::string digits;
    for (; code != 0; code >>= 4U)
        digits.insert(digits.begin(), k_hex[code & 15U]);
    return "\\u{" + digits + "}";
}

std::string shown(std::string_view text, bool keep_tabs) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const Character c = character_at(text, at);
        const std::string_view bytes = text.substr(at, c.length);
        at += c.length;
        if (!c.valid) {
            out += "\\x" + hex_byte(static_cast<unsigned char>(bytes[0]));
        } else if (c.code == '\n') {
            out += "\\n";
        } else if (c.code == '\t') {
            out += keep_tabs ? "\t" : "\\t";
        } else if (c.code < 0x20 || c.code == 0x7f) {
            out += "\\x" + hex_byte(static_cast<unsigned char>(c.code));
        } else if (misleads(c.code)) {
            out += code_text(c.code);
        } else {
            out += bytes;
        }
    }
    return out;
}

}  // namespace

Character character_at(std::string_view text, std::size_t at) {
    const auto first = static_cast<unsigned char>(text[at]);
    if (first < 0x80) return {first, 1, true};
    const std::size_t length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
    if (first < 0xc2 || first > 0xf4 || at + length > text.size()) return {first, 1, false};
    std::uint32_t code = first & (0xffU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        const auto next = static_cast<unsigned char>(text[at + i]);
        if ((next & 0xc0U) != 0x80U) return {first, 1, false};
        code = (code << 6U) | (next & 0x3fU);
    }
    return {code, length, true};
}

bool misleads(std::uint32_t code) {
    return (code >= 0x80 && code < 0xa0) || (code >= 0x200b && code <= 0x200f) || (code >= 0x2028 && code <= 0x202e) ||
           (code >= 0x2060 && code <= 0x206f) || code == 0xfeff || code == 0xad || code == 0x61c ||
           (code >= 0xe0000 && code <= 0xe007f) || (code & 0xfffeU) == 0xfffeU;
}

std::string visible(std::string_view text) {
    return shown(text, false);
}

std::string visible_line(std::string_view text) {
    return shown(text, true);
}

std::size_t character_count(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count)
        at += character_at(text, at).length;
    return count;
}

}  // namespace spile

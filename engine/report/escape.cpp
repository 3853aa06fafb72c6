#include "engine/report/escape.hpp"

#include <algorithm>

namespace spile::engine {

namespace {

constexpr std::string_view k_hex = "0123456789abcdef";

std::string hex_byte(unsigned char byte) {
    return {k_hex[byte >> 4U], k_hex[byte & 15U]};
}

// The character that begins at `at`: its code point and length in bytes. A byte that begins none is one by itself.
struct Character {
    std::uint32_t code = 0;
    std::size_t length = 1;
    bool valid = true;
};

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

// Bidirectional overrides, zero-width characters, non-characters: text that does not read as it is.
bool misleads(std::uint32_t code) {
    return (code >= 0x80 && code < 0xa0) || (code >= 0x200b && code <= 0x200f) || (code >= 0x2028 && code <= 0x202e) ||
           (code >= 0x2060 && code <= 0x206f) || code == 0xfeff || code == 0xad || code == 0x61c ||
           (code >= 0xe0000 && code <= 0xe007f) || (code & 0xfffeU) == 0xfffeU;
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

bool is_alphanumeric(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

std::string replace_all(std::string_view text, std::string_view from, std::string_view to) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t found = std::min(text.find(from, at), text.size());
        out += text.substr(at, found - at);
        if (found < text.size()) out += to;
        at = found + from.size();
    }
    return out;
}

}  // namespace

std::string visible(std::string_view text) {
    return shown(text, false);
}

std::string visible_line(std::string_view text) {
    return shown(text, true);
}

std::string xml(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const Character c = character_at(text, at);
        const std::string_view bytes = text.substr(at, c.length);
        at += c.length;
        if (!c.valid || misleads(c.code)) {
            out += shown(bytes, false);
        } else if (c.code == '&') {
            out += "&amp;";
        } else if (c.code == '<') {
            out += "&lt;";
        } else if (c.code == '>') {
            out += "&gt;";
        } else if (c.code == '"') {
            out += "&quot;";
        } else if (c.code == '\n') {
            out += "&#10;";
        } else if (c.code == '\t') {
            out += "&#9;";
        } else {
            out += c.code < 0x20 || c.code == 0x7f ? shown(bytes, false) : std::string(bytes);
        }
    }
    return out;
}

std::string markdown(std::string_view text) {
    std::string out;
    for (const char c : shown(text, false)) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '@':  // a mention would notify people
                out += "&#64;<!-- -->";
                break;
            case '#':  // a reference to an issue
                out += "&#35;<!-- -->";
                break;
            case '\\':
            case '`':
            case '*':
            case '_':
            case '{':
            case '}':
            case '[':
            case ']':
            case '(':
            case ')':
            case '!':
            case '|':
            case '~':
            case '$':
                out += '\\';
                out += c;
                break;
            default:
                out += c;
        }
    }
    // Links that the renderer makes by itself.
    return replace_all(replace_all(out, "://", "&#58;<!-- -->//"), "www.", "www<!-- -->.");
}

std::string github_data(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '%') {
            out += "%25";
        } else if (c == '\r') {
            out += "%0D";
        } else if (c == '\n') {
            out += "%0A";
        } else {
            out += c;
        }
    }
    return out;
}

std::string github_property(std::string_view text) {
    return replace_all(replace_all(github_data(text), ":", "%3A"), ",", "%2C");
}

std::string uri(std::string_view path) {
    while (path.substr(0, 2) == "./")
        path.remove_prefix(2);
    if (path.empty()) return "-";
    std::string out;
    for (const char c : path) {
        if (is_alphanumeric(c) || std::string_view("-._~/").find(c) != std::string_view::npos) {
            out += c;
            continue;
        }
        out += '%';
        for (const char digit : hex_byte(static_cast<unsigned char>(c)))
            out += digit >= 'a' ? static_cast<char>(digit - 'a' + 'A') : digit;
    }
    return out;
}

std::string sarif_text(std::string_view text) {
    if (text.find("](") == std::string_view::npos) return shown(text, false);
    return replace_all(replace_all(shown(text, false), "[", "\\["), "]", "\\]");
}

std::uint32_t utf16_length(std::string_view text) {
    std::uint32_t units = 0;
    for (std::size_t at = 0; at < text.size();) {
        const Character c = character_at(text, at);
        units += c.code >= 0x10000 ? 2 : 1;
        at += c.length;
    }
    return units;
}

std::size_t character_count(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count)
        at += character_at(text, at).length;
    return count;
}

std::string_view prefix(std::string_view text, std::size_t bytes) {
    if (text.size() <= bytes) return text;
    while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xc0U) == 0x80U)
        --bytes;
    return text.substr(0, bytes);
}

}  // namespace spile::engine

#include "engine/report/escape.hpp"

#include <algorithm>

namespace spile::engine {

namespace {

constexpr std::string_view k_hex = "0123456789abcdef";

std::string hex_byte(unsigned char byte) {
    return {k_hex[byte >> 4U], k_hex[byte & 15U]};
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

std::string xml(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const Character c = character_at(text, at);
        const std::string_view bytes = text.substr(at, c.length);
        at += c.length;
        if (!c.valid || misleads(c.code)) {
            out += visible(bytes);
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
            out += c.code < 0x20 || c.code == 0x7f ? visible(bytes) : std::string(bytes);
        }
    }
    return out;
}

std::string markdown(std::string_view text) {
    std::string out;
    for (const char c : visible(text)) {
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
    if (text.find("](") == std::string_view::npos) return visible(text);
    return replace_all(replace_all(visible(text), "[", "\\["), "]", "\\]");
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

std::string_view prefix(std::string_view text, std::size_t bytes) {
    if (text.size() <= bytes) return text;
    while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xc0U) == 0x80U)
        --bytes;
    return text.substr(0, bytes);
}

}  // namespace spile::engine

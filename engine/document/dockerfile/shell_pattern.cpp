#include "engine/document/dockerfile/shell_pattern.hpp"

namespace spile::engine::dockerfile {

namespace {

/// Bytes of the character that begins at `at`; a broken one counts as one byte.
std::size_t character_length(std::string_view text, std::size_t at) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t length = lead < 0xc0 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    return at + length <= text.size() ? length : 1;
}

}  // namespace

Result<ShellPattern> ShellPattern::compile(std::string_view text) {
    ShellPattern out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = character_length(text, at);
        std::string_view character = text.substr(at, length);
        at += length;
        if (character == "*" || character == "?") {
            out.parts_.push_back({character == "*" ? Part::Kind::many : Part::Kind::one, {}});
            continue;
        }
        if (character == "\\") {
            if (at == text.size()) return Error{"the pattern `" + std::string(text) + "` ends in an escape"};
            const std::size_t escaped = character_length(text, at);
            character = text.substr(at, escaped);
            at += escaped;
            // The first two of these are escaped because of the substitution around the pattern.
            if (character != "}" && character != "/" && character != "*" && character != "?" && character != "\\")
                return Error{"the pattern `" + std::string(text) + "` escapes `" + std::string(character) + "`"};
        }
        out.parts_.push_back({Part::Kind::literal, std::string(character)});
    }
    return out;
}

std::optional<std::size_t> ShellPattern::prefix(std::string_view text, Length length) const {
    // reached[i]: the parts so far match the first i bytes.
    std::vector<bool> reached(text.size() + 1, false);
    reached[0] = true;
    for (const Part& part : parts_) {
        std::vector<bool> next(text.size() + 1, false);
        for (std::size_t at = 0; at <= text.size(); ++at) {
            const bool here = reached[at] || (part.kind == Part::Kind::many && next[at]);
            if (!here) continue;
            if (part.kind == Part::Kind::many) next[at] = true;
            if (at == text.size()) continue;
            if (part.kind == Part::Kind::literal) {
                if (text.substr(at).starts_with(part.text)) next[at + part.text.size()] = true;
            } else if (text[at] != '\n') {
                next[at + character_length(text, at)] = true;
            }
        }
        reached = std::move(next);
    }
    for (std::size_t i = 0; i <= text.size(); ++i) {
        const std::size_t end = length == Length::shortest ? i : text.size() - i;
        if (reached[end]) return end;
    }
    return std::nullopt;
}

std::optional<std::size_t> ShellPattern::suffix(std::string_view text, Length length) const {
    for (std::size_t i = 0; i <= text.size(); ++i) {
        const std::size_t begin = length == Length::shortest ? text.size() - i : i;
        if (prefix(text.substr(begin), Length::longest) == text.size() - begin) return begin;
    }
    return std::nullopt;
}

std::string ShellPattern::replaced(std::string_view text, std::string_view with, std::size_t most) const {
    std::string out;
    std::size_t at = 0;
    for (std::size_t done = 0; at <= text.size();) {
        const std::optional<std::size_t> match =
            done < most ? prefix(text.substr(at), Length::longest) : std::optional<std::size_t>();
        if (match) {
            out += with;
            ++done;
            at += *match;
        }
        if (match && *match > 0) continue;
        if (at == text.size()) break;
        const std::size_t length = character_length(text, at);
        out += text.substr(at, length);
        at += length;
    }
    return out;
}

}  // namespace spile::engine::dockerfile

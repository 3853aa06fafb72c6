#include "engine/findings/glob.hpp"

#include <vector>

namespace spile::engine {

namespace {

// Which prefixes of the text the pattern read so far can match: element i stands for the first i bytes.
using Reached = std::vector<bool>;

Reached after_run(const Reached& before, std::string_view text, bool crosses_slash) {
    Reached after = before;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (after[i] && (crosses_slash || text[i] != '/')) after[i + 1] = true;
    }
    return after;
}

// `**/`: nothing, or anything that ends in a slash.
Reached after_folders(const Reached& before, std::string_view text) {
    Reached after = before;
    const Reached anything = after_run(before, text, true);
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (anything[i] && text[i] == '/') after[i + 1] = true;
    }
    return after;
}

template <class Accepts>
Reached after_one(const Reached& before, std::string_view text, Accepts accepts) {
    Reached after(before.size(), false);
    for (std::size_t i = 0; i < text.size(); ++i)
        after[i + 1] = before[i] && accepts(text[i]);
    return after;
}

// A character of several bytes is one for `?`.
Reached after_any_character(const Reached& before, std::string_view text, bool slash_too) {
    Reached after(before.size(), false);
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!before[i] || (text[i] == '/' && !slash_too)) continue;
        std::size_t end = i + 1;
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xc0U) == 0x80U)
            ++end;
        after[end] = true;
    }
    return after;
}

}  // namespace

bool glob_match(std::string_view pattern, std::string_view text, GlobOver over) {
    const bool names = over == GlobOver::name;
    Reached reached(text.size() + 1, false);
    reached[0] = true;
    for (std::size_t p = 0; p < pattern.size(); ++p) {
        const char c = pattern[p];
        if (c == '*' && pattern.substr(p, 3) == "**/" && !names && (p == 0 || pattern[p - 1] == '/')) {
            reached = after_folders(reached, text);
            p += 2;
        } else if (c == '*') {
            const bool two = pattern.substr(p, 2) == "**";
            reached = after_run(reached, text, names || two);
            if (two) ++p;
        } else if (c == '?') {
            reached = after_any_character(reached, text, names);
        } else {
            reached = after_one(reached, text, [&](char t) { return t == c; });
        }
    }
    return reached.back();
}

}  // namespace spile::engine

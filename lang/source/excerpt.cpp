#include "lang/source/excerpt.hpp"

#include <algorithm>

#include "lang/base/visible.hpp"

namespace spile {

namespace {

constexpr std::size_t k_before = 60;  // bytes kept in front of the marked part
constexpr std::size_t k_marked = 100;
constexpr std::size_t k_after = 40;

bool continues(std::string_view text, std::size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xc0U) == 0x80U;
}

}  // namespace

Excerpt excerpt_of(const SourceMap& sources, SourceId source, LineColumn first, LineColumn last) {
    const std::string_view line = sources.line_text(source, first.line);
    const std::size_t from = std::min<std::size_t>(first.column - 1, line.size());
    std::size_t to = last.line == first.line ? std::min<std::size_t>(last.column - 1, line.size()) : line.size();
    to = std::max(to, from);
    std::size_t begin = 0;
    std::size_t end = line.size();
    if (line.size() > k_before + k_marked + k_after) {
        begin = from > k_before ? from - k_before : 0;
        end = std::min(line.size(), std::min(to, from + k_marked) + k_after);
        while (continues(line, begin))
            ++begin;
        while (continues(line, end))
            ++end;
        to = std::min(to, end);
    }
    const std::string head = (begin > 0 ? "…" : "") + visible_line(line.substr(begin, from - begin));
    const std::string marked = visible_line(line.substr(from, to - from));
    Excerpt excerpt;
    excerpt.line = head + marked + visible_line(line.substr(to, end - to)) + (end < line.size() ? "…" : "");
    std::string_view rest = head;
    while (!rest.empty()) {
        const std::size_t tab = std::min(rest.find('\t'), rest.size());
        excerpt.indent.append(character_count(rest.substr(0, tab)), ' ');
        if (tab < rest.size()) excerpt.indent += '\t';
        rest.remove_prefix(std::min(tab + 1, rest.size()));
    }
    excerpt.carets = std::string(std::max<std::size_t>(1, character_count(marked)), '^');
    return excerpt;
}

}  // namespace spile

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

/// A part of a line with what may not be seen replaced, whatever its length.
std::string shown(const SourceMap& sources, SourceSpan part) {
    std::string out;
    std::uint32_t at = part.span.begin;
    for (const Span& secret : sources.hidden(part)) {
        out += visible_line(sources.text({part.source, {at, secret.begin}}));
        out += "(sensitive)";
        at = secret.end;
    }
    return out + visible_line(sources.text({part.source, {at, part.span.end}}));
}

}  // namespace

Excerpt excerpt_of(const SourceMap& sources, SourceId source, LineColumn first, LineColumn last) {
    if (sources.all_hidden(source)) return {.line = "(sensitive)", .indent = "", .carets = "^"};
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
    const auto start = line.empty() ? 0U : static_cast<std::uint32_t>(line.data() - sources.text(source).data());
    const auto part = [&](std::size_t first_byte, std::size_t last_byte) {
        return shown(
            sources,
            {source, {start + static_cast<std::uint32_t>(first_byte), start + static_cast<std::uint32_t>(last_byte)}});
    };
    const std::string head = (begin > 0 ? "…" : "") + part(begin, from);
    const std::string marked = part(from, to);
    Excerpt excerpt;
    excerpt.line = head + marked + part(to, end) + (end < line.size() ? "…" : "");
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

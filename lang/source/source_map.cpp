#include "lang/source/source_map.hpp"

#include <algorithm>

namespace spile {

SourceId SourceMap::add(std::string path, std::string text) {
    sources_.push_back(Source{std::move(path), std::move(text), {}});
    return SourceId{static_cast<std::uint32_t>(sources_.size() - 1)};
}

std::string_view SourceMap::text(SourceSpan where) const {
    const std::string_view whole = text(where.source);
    const std::size_t begin = std::min<std::size_t>(where.span.begin, whole.size());
    const std::size_t end = std::min<std::size_t>(where.span.end, whole.size());
    return end > begin ? whole.substr(begin, end - begin) : std::string_view{};
}

const std::vector<std::uint32_t>& SourceMap::line_starts(SourceId id) const {
    const Source& source = sources_.at(id.value);
    if (source.line_starts.empty()) {
        source.line_starts.push_back(source.text.starts_with("\xEF\xBB\xBF") ? 3
                                                                             : 0);  // a byte order mark has no column
        for (std::size_t i = 0; i < source.text.size(); ++i) {
            if (source.text[i] == '\n') source.line_starts.push_back(static_cast<std::uint32_t>(i + 1));
        }
    }
    return source.line_starts;
}

LineColumn SourceMap::line_column(SourceId id, std::uint32_t offset) const {
    const auto& starts = line_starts(id);
    const auto end = static_cast<std::uint32_t>(text(id).size());
    const std::uint32_t at = std::max(std::min(offset, end), starts.front());
    const auto after = std::upper_bound(starts.begin(), starts.end(), at);
    const auto line = static_cast<std::uint32_t>(after - starts.begin());
    return {line, at - starts[line - 1] + 1};
}

std::string_view SourceMap::line_text(SourceId id, std::uint32_t line) const {
    const auto& starts = line_starts(id);
    if (line == 0 || line > starts.size()) return {};
    const std::string_view whole = text(id);
    std::string_view rest = whole.substr(starts[line - 1]);
    rest = rest.substr(0, std::min(rest.size(), rest.find('\n')));
    if (!rest.empty() && rest.back() == '\r') rest.remove_suffix(1);
    return rest;
}

}  // namespace spile

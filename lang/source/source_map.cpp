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

void SourceMap::hide(SourceSpan where) {
    if (where.valid() && where.span.end > where.span.begin) hidden_[where.source].places.push_back(where.span);
}

void SourceMap::hide_text(SourceId id, std::string text) {
    constexpr std::size_t shortest = 4;  // anything shorter is found everywhere
    if (text.size() < shortest) return;
    Hidden& hidden = hidden_[id];
    hidden.longest = std::max(hidden.longest, text.size());
    hidden.texts.insert(std::move(text));
}

bool SourceMap::has_hidden(SourceId id) const {
    const Hidden* const hidden = hidden_of(id);
    return hidden != nullptr && (hidden->all || !hidden->places.empty() || !hidden->texts.empty());
}

const SourceMap::Hidden* SourceMap::hidden_of(SourceId id) const {
    const auto found = hidden_.find(id);
    return found == hidden_.end() ? nullptr : &found->second;
}

std::vector<Span> SourceMap::hidden(SourceSpan part) const {
    const Hidden* const secret = hidden_of(part.source);
    if (secret == nullptr) return {};
    const std::string_view text_of_source = text(part.source);
    const auto whole = static_cast<std::uint32_t>(text_of_source.size());
    const Span wanted{std::min(part.span.begin, whole), std::min(part.span.end, whole)};
    if (secret->all) return {wanted};
    std::vector<Span> found;
    const auto add = [&](std::uint32_t begin, std::uint32_t end) {
        begin = std::max(begin, wanted.begin);
        end = std::min(end, wanted.end);
        if (begin < end) found.push_back({begin, end});
    };
    for (const Span& each : secret->places)
        add(each.begin, each.end);
    // A text that the part cuts is hidden, too.
    const auto margin = static_cast<std::uint32_t>(std::min<std::size_t>(secret->longest, whole));
    const std::uint32_t from = wanted.begin > margin ? wanted.begin - margin : 0;
    const std::uint32_t to = wanted.end > whole - margin ? whole : wanted.end + margin;
    const std::string_view around = text_of_source.substr(from, to - from);
    for (const std::string& text : secret->texts) {
        for (std::size_t at = around.find(text); at != std::string_view::npos; at = around.find(text, at + 1)) {
            const auto begin = static_cast<std::uint32_t>(from + at);
            add(begin, begin + static_cast<std::uint32_t>(text.size()));
        }
    }
    std::sort(found.begin(), found.end(), [](const Span& a, const Span& b) { return a.begin < b.begin; });
    std::vector<Span> joined;
    for (const Span& each : found) {
        if (joined.empty() || joined.back().end < each.begin)
            joined.push_back(each);
        else
            joined.back().end = std::max(joined.back().end, each.end);
    }
    return joined;
}

}  // namespace spile

#include "engine/eval/operators/written_text.hpp"

#include <algorithm>
#include <string>

#include "engine/eval/operators/pieces.hpp"

namespace spile::engine::operators {

namespace {

ScalarStyle style_of(std::string_view written) {
    switch (written.empty() ? '\0' : written.front()) {
        case '"':
            return ScalarStyle::double_quoted;
        case '\'':
            return ScalarStyle::single_quoted;
        case '|':
            return ScalarStyle::literal_block;
        case '>':
            return ScalarStyle::folded_block;
        default:
            return ScalarStyle::plain;
    }
}

/// The scalar of `!Sub …` or `Fn::Sub: …` (also the first of a list), and any other text as it is.
std::string_view scalar_of(std::string_view written) {
    constexpr std::string_view blanks = " \t\r\n";
    constexpr std::string_view name = "Sub";
    const std::size_t at = written.find(name);
    const std::string_view before = written.substr(0, at == std::string_view::npos ? 0 : at);
    if (!before.ends_with('!') && !before.ends_with("Fn::")) return written;
    if (before.find_first_not_of("{\"'!Fn:"
                                 " \t\r\n") != std::string_view::npos)
        return written;
    std::string_view rest = written.substr(at + name.size());
    const auto skip = [&](std::string_view what) {
        rest.remove_prefix(std::min(rest.find_first_not_of(what), rest.size()));
    };
    if (before.ends_with("::")) skip("\"':");
    skip(blanks);
    if (rest.starts_with('[') || rest.starts_with("- ")) rest.remove_prefix(1);
    skip(blanks);
    const char quote = rest.empty() ? '\0' : rest.front();
    if (quote != '"' && quote != '\'') return rest;
    for (std::size_t end = 1; end < rest.size(); ++end) {
        const bool escapes = quote == '"' && rest[end] == '\\';
        const bool doubled = rest[end] == quote && quote == '\'' && end + 1 < rest.size() && rest[end + 1] == quote;
        if (escapes || doubled)
            ++end;
        else if (rest[end] == quote)
            return rest.substr(0, end + 1);
    }
    return rest;
}

/// Whether the source spells the text: each byte stands where the map says, or an escape, or a break or blank that
/// folding changed.
bool spells(std::string_view written, std::uint32_t begin, const OffsetMap& map, std::string_view text) {
    for (std::uint32_t i = 0; i < text.size(); ++i) {
        const std::uint32_t at = map.source_offset(i) - begin;
        const char source = at < written.size() ? written[at] : '\n';
        const bool blank = text[i] == ' ' || text[i] == '\n';
        const bool folded = blank && (source == ' ' || source == '\n' || source == '\r' || at + 1 >= written.size());
        if (source != text[i] && source != '\\' && !folded) return false;
    }
    return true;
}

Format format_of(SourceId source, const FactGraph& graph) {
    const auto& documents = graph.documents();
    const auto found =
        std::find_if(documents.begin(), documents.end(), [&](const Document& each) { return each.source == source; });
    return found == documents.end() ? Format::yaml : found->format;
}

}  // namespace

WrittenText::WrittenText(Value text, const Operands& with) {
    const bool textual = text.is(Kind::string) || text.is(Kind::partial);
    if (!textual || text.origin() == nullptr || with.graph == nullptr) return;
    whole_ = text.origin()->span;
    if (!whole_.valid()) return;
    const SourceMap& sources = with.graph->sources();
    std::string spelled;
    for (const Segment& segment : piece_of(text)) {
        starts_.push_back(static_cast<std::uint32_t>(spelled.size()));
        if (segment.known()) {
            spelled += segment.text;
            continue;
        }
        const Origin* const hole = segment.hole.origin();
        const bool inside = hole != nullptr && hole->span.source == whole_.source &&
                            hole->span.span.begin >= whole_.span.begin && hole->span.span.end <= whole_.span.end;
        if (!inside) return;
        spelled += sources.text(hole->span);
    }
    starts_.push_back(static_cast<std::uint32_t>(spelled.size()));
    const std::string_view all = sources.text(whole_);
    const std::string_view written = scalar_of(all);
    const auto begin = static_cast<std::uint32_t>(whole_.span.begin + (written.data() - all.data()));
    OffsetMap map(written, begin, format_of(whole_.source, *with.graph), style_of(written), spelled);
    if (spells(written, begin, map, spelled)) map_ = std::move(map);
}

std::uint32_t WrittenText::offset(std::size_t segment, std::size_t within) const {
    return segment < starts_.size() ? starts_[segment] + static_cast<std::uint32_t>(within) : 0;
}

std::optional<SourceSpan> WrittenText::span(Span decoded) const {
    if (!map_) return std::nullopt;
    return SourceSpan{whole_.source, map_->source_span(decoded)};
}

}  // namespace spile::engine::operators

#include "engine/eval/operators/written_text.hpp"

#include <algorithm>

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
    const auto documents = graph.documents();
    const auto found =
        std::find_if(documents.begin(), documents.end(), [&](const Document& each) { return each.source == source; });
    return found == documents.end() ? Format::yaml : found->format;
}

}  // namespace

WrittenText::WrittenText(Value text, const Operands& with) {
    if (!text.is(Kind::string) || text.origin() == nullptr || with.graph == nullptr) return;
    whole_ = text.origin()->span;
    if (!whole_.valid()) return;
    const std::string_view written = with.graph->sources().text(whole_);
    OffsetMap map(written, whole_.span.begin, format_of(whole_.source, *with.graph), style_of(written), text.text());
    if (spells(written, whole_.span.begin, map, text.text())) map_ = std::move(map);
}

std::optional<SourceSpan> WrittenText::span(Span decoded) const {
    if (!map_) return std::nullopt;
    return SourceSpan{whole_.source, map_->source_span(decoded)};
}

}  // namespace spile::engine::operators

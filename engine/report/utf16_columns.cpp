#include "engine/report/utf16_columns.hpp"

#include <algorithm>

#include "engine/report/escape.hpp"

namespace spile::engine {

namespace {

constexpr std::size_t k_stride = 4096;

bool begins_character(std::string_view text, std::size_t at) {
    return at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xc0U) != 0x80U;
}

}  // namespace

std::uint32_t Utf16Columns::column(SourceId source, std::uint32_t line, std::uint32_t bytes) {
    const std::string_view all = sources_->text(source);
    const std::string_view text = sources_->line_text(source, line);
    const auto begin = static_cast<std::size_t>(text.data() - all.data());
    const std::size_t end = begin + std::min<std::size_t>(bytes - 1, text.size());
    return units_before(source, end) - units_before(source, begin) + 1;
}

std::uint32_t Utf16Columns::units_before(SourceId source, std::size_t offset) {
    const std::vector<Mark>& marks = marks_of(source);
    const auto next = std::upper_bound(marks.begin(), marks.end(), offset,
                                       [](std::size_t at, const Mark& mark) { return at < mark.bytes; });
    const Mark& mark = *std::prev(next);
    return mark.units + utf16_length(sources_->text(source).substr(mark.bytes, offset - mark.bytes));
}

const std::vector<Utf16Columns::Mark>& Utf16Columns::marks_of(SourceId source) {
    auto [found, added] = marks_.try_emplace(source);
    std::vector<Mark>& marks = found->second;
    if (!added) return marks;
    const std::string_view text = sources_->text(source);
    marks.push_back({0, 0});
    for (std::size_t at = k_stride; at < text.size(); at += k_stride) {
        while (!begins_character(text, at))
            ++at;
        const Mark& last = marks.back();
        marks.push_back({at, last.units + utf16_length(text.substr(last.bytes, at - last.bytes))});
    }
    return marks;
}

}  // namespace spile::engine

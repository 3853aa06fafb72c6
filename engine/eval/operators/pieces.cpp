#include "engine/eval/operators/pieces.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace spile::engine::operators {

Piece piece_of(Value text) {
    if (text.is(Kind::string)) return {{.text = text.text()}};
    if (text.is(Kind::partial)) return {text.segments().begin(), text.segments().end()};
    if (text.is(Kind::unknown)) return {{.hole = text}};
    return {};
}

std::vector<Piece> split_at(const Piece& text, std::string_view separator, std::size_t most) {
    std::vector<Piece> out(1);
    for (const Segment& segment : text) {
        if (!segment.known()) {
            out.back().push_back(segment);
            continue;
        }
        std::string_view rest = segment.text;
        while (out.size() < most) {
            const std::size_t at = rest.find(separator);
            if (at == std::string_view::npos) break;
            if (at != 0) out.back().push_back({.text = rest.substr(0, at)});
            out.emplace_back();
            rest.remove_prefix(at + separator.size());
        }
        if (!rest.empty()) out.back().push_back({.text = rest});
    }
    return out;
}

bool has_hole(const Piece& piece) {
    return std::any_of(piece.begin(), piece.end(), [](const Segment& segment) { return !segment.known(); });
}

std::string known_text(const Piece& piece) {
    std::string out;
    for (const Segment& segment : piece)
        out += segment.text;
    return out;
}

std::string_view known_tail(const Piece& piece) {
    return piece.empty() || !piece.back().known() ? std::string_view() : piece.back().text;
}

Value piece_value(const Piece& piece, Value of, const Operands& with) {
    const Value value = with.factory->partial(piece, of.origin());
    return with.factory->marked(value, of.sensitive(), of.assumed());
}

Value fresh_hole(Value of, const Operands& with, bool may_be_missing) {
    const Value hole = with.factory->unknown(
        {.cause = cause_of(of), .type = TypeHint::string, .may_be_missing = may_be_missing}, of.origin());
    return with.factory->marked(hole, of.sensitive(), of.assumed());
}

Value ending_with(std::string_view tail, Value of, const Operands& with) {
    const std::array<Segment, 2> segments = {Segment{.hole = fresh_hole(of, with)}, Segment{.text = tail}};
    return piece_value({segments.begin(), segments.end()}, of, with);
}

}  // namespace spile::engine::operators

// The face of the folder: text -> nodes (match_file) -> Module (Builder).
#include "lang/syntax/parse.hpp"

#include <optional>

#include "lang/syntax/builder.hpp"
#include "lang/syntax/match_file.hpp"

namespace spile::lang::syntax {

namespace {

// The first byte that is not part of well-formed UTF-8 (RFC 3629).
std::optional<std::uint32_t> invalid_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        // Nearly every byte is ASCII.
        if (static_cast<unsigned char>(text[at]) < 0x80) {
            ++at;
            continue;
        }
        const auto byte = [&](std::size_t i) {
            return static_cast<unsigned char>(at + i < text.size() ? text[at + i] : 0);
        };
        const unsigned lead = byte(0);
        const std::size_t length = lead >= 0xc2 && lead < 0xe0   ? 2
                                   : lead >= 0xe0 && lead < 0xf0 ? 3
                                   : lead >= 0xf0 && lead < 0xf5 ? 4
                                                                 : 0;
        bool good = length > 0;
        for (std::size_t i = 1; i < length; ++i)
            good = good && (byte(i) & 0xc0U) == 0x80U;
        const unsigned second = byte(1);
        good = good && !(lead == 0xe0 && second < 0xa0) && !(lead == 0xed && second >= 0xa0) &&
               !(lead == 0xf0 && second < 0x90) && !(lead == 0xf4 && second >= 0x90);
        if (!good) return static_cast<std::uint32_t>(at);
        at += length;
    }
    return std::nullopt;
}

void check_encoding(ParseState& state) {
    if (const auto at = invalid_utf8(state.text))
        state.report(
            {DiagnosticKind::not_utf8, {*at, *at + 1}, "this byte is not UTF-8", "save the file as UTF-8", {}});
}

}  // namespace

Module parse(SourceId source, const SourceMap& sources, DiagnosticSink& sink) {
    ParseState state(source, sources.text(source), sink);
    Module module;
    module.source = source;
    check_encoding(state);
    match_file(state);
    Builder(state, module).build_module();
    return module;
}

ParsedExpression parse_expression(SourceId source, const SourceMap& sources, DiagnosticSink& sink) {
    ParseState state(source, sources.text(source), sink);
    ParsedExpression out;
    out.holder.source = source;
    check_encoding(state);
    if (match_lone_expression(state)) out.root = Builder(state, out.holder).build_last_expression();
    return out;
}

}  // namespace spile::lang::syntax

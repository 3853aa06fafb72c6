// Properties of every scalar of the corpus: its span holds what its event says, and each decoded byte leads back to the
// byte that wrote it.
#include <catch2/catch.hpp>
#include <cstdio>

#include "corpus.hpp"
#include "engine/document/offset_map.hpp"

using namespace spile;
using namespace spile::engine;
using namespace spile::tests;

namespace {

constexpr bool is_break_or_blank(char c) {
    return c == '\n' || c == '\r' || c == ' ' || c == '\t';
}

/// A decoded byte and the source byte that it is led back to: equal, or an escape, or folded.
bool explains(char decoded, char written, ScalarStyle style) {
    if (decoded == written) return true;
    if (written == '\\') return style == ScalarStyle::double_quoted;
    return is_break_or_blank(decoded) && is_break_or_blank(written);
}

/// Empty, or what is wrong with the map of this scalar.
std::string check_offsets(std::string_view source, const Event& event, Format format) {
    const std::string_view written = source.substr(event.span.begin, event.span.end - event.span.begin);
    const OffsetMap map(written, event.span.begin, format, event.style, event.text);
    const bool block = event.style == ScalarStyle::literal_block || event.style == ScalarStyle::folded_block;
    const bool quoted = event.style == ScalarStyle::single_quoted || event.style == ScalarStyle::double_quoted;
    const auto size = static_cast<std::uint32_t>(event.text.size());
    const std::uint32_t end = event.span.end - (quoted ? 1 : 0);
    if (map.source_offset(size) != end) return "the end";
    std::uint32_t before = event.span.begin;
    for (std::uint32_t i = 0; i < size; ++i) {
        const std::uint32_t at = map.source_offset(i);
        if (at < before || at > end) return "the order at " + std::to_string(i);
        before = at;
        if (at == end && block && event.text[i] == '\n') continue;  // breaks that end a block
        if (at == end || !explains(event.text[i], source[at], event.style)) return "byte " + std::to_string(i);
    }
    return {};
}

/// The span of a value read by itself is the value again.
std::string check_span(std::string_view source, const Event& event, Format format) {
    const std::string_view written = source.substr(event.span.begin, event.span.end - event.span.begin);
    if (format == Format::yaml) {
        const bool one_line = written.find_first_of("\r\n") == std::string_view::npos;
        if (event.style != ScalarStyle::plain || !one_line || event.token == Token::number) return {};
        return written == event.text ? std::string() : "the plain text";
    }
    SourceMap sources;
    DiagnosticSink sink;
    const auto cursor = open_document(sources.add("span", std::string(written)), sources, format, {}, sink);
    const Event& again = cursor->next();
    const bool same_kind = again.token == (event.token == Token::key ? Token::string : event.token);
    return same_kind && again.text == event.text ? std::string() : "the value read again";
}

void check_file(const std::filesystem::path& path, Format format, std::size_t& scalars) {
    SourceMap sources;
    DiagnosticSink sink;
    const auto id = sources.add("input", read_file(path));
    const std::string_view source = sources.text(id);
    const auto cursor = open_document(id, sources, format, {}, sink);
    for (const Event* event = &cursor->next(); event->token != Token::end; event = &cursor->next()) {
        const Token token = event->token;
        if (token == Token::begin_list || token == Token::begin_map || token == Token::end_list ||
            token == Token::end_map) {
            continue;
        }
        ++scalars;
        std::string wrong = check_span(source, *event, format);
        if (wrong.empty() && (token == Token::string || token == Token::key)) {
            wrong = check_offsets(source, *event, format);
        }
        if (wrong.empty()) continue;
        INFO(path.string() << " at " << event->span.begin << ": " << event->text);
        CHECK(wrong == "");
    }
}

}  // namespace

TEST_CASE("spans and offset maps of every scalar in the corpus lead to its text") {
    const auto folder = corpus();
    if (!folder) return;
    std::size_t scalars = 0;
    for (const char* part : {"templates", "suites"}) {
        for (const auto& path : files_below(*folder / part, {".yaml", ".yml"}))
            check_file(path, Format::yaml, scalars);
        for (const auto& path : files_below(*folder / part, {".json"})) {
            check_file(path, Format::json, scalars);
            check_file(path, Format::yaml, scalars);
        }
    }
    std::printf("spans: %zu scalars checked\n", scalars);
    CHECK(scalars > 100'000);
}

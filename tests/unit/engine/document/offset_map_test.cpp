#include "engine/document/offset_map.hpp"

#include <catch2/catch.hpp>

#include "events.hpp"

using namespace spile;
using namespace spile::engine;

namespace {

/// The source bytes that wrote each decoded byte of the first scalar value, as offsets from the scalar's begin.
std::vector<std::uint32_t> offsets(std::string_view text, Format format = Format::yaml) {
    SourceMap sources;
    DiagnosticSink sink;
    const SourceId id = sources.add("input", std::string(text));
    const auto cursor = open_document(id, sources, format, {}, sink);
    const Event* event = &cursor->next();
    while (event->token != Token::string) {
        REQUIRE(event->token != Token::end);
        event = &cursor->next();
    }
    const OffsetMap map(sources.text({id, event->span}), event->span.begin, format, event->style, event->text);
    std::vector<std::uint32_t> out;
    for (std::uint32_t i = 0; i <= event->text.size(); ++i)
        out.push_back(map.source_offset(i) - event->span.begin);
    return out;
}

using Offsets = std::vector<std::uint32_t>;

}  // namespace

TEST_CASE("JSON escapes map to their backslash, what follows them to itself") {
    CHECK(offsets(R"("ab")", Format::json) == Offsets{1, 2, 3});
    CHECK(offsets(R"("")", Format::json) == Offsets{1});
    CHECK(offsets(R"("a\nb")", Format::json) == Offsets{1, 2, 4, 5});
    CHECK(offsets(R"("\u00e9x")", Format::json) == Offsets{1, 1, 7, 8});
    CHECK(offsets(R"("\ud83d\ude00x")", Format::json) == Offsets{1, 1, 1, 1, 13, 14});
    CHECK(offsets(R"("x\"")", Format::json) == Offsets{1, 2, 4});
}

TEST_CASE("plain scalars map one to one on one line and fold over several") {
    CHECK(offsets("- ab c") == Offsets{0, 1, 2, 3, 4});
    CHECK(offsets("- a \n  b\n") == Offsets{0, 2, 5, 6});        // "a b"
    CHECK(offsets("- a\n\n\n  b\n") == Offsets{0, 2, 3, 6, 7});  // "a\n\nb"
    CHECK(offsets("- a\r\n  b\r\n") == Offsets{0, 1, 5, 6});
}

TEST_CASE("quoted YAML maps through doubled quotes, escapes and folded lines") {
    CHECK(offsets("- 'it''s'") == Offsets{1, 2, 3, 5, 6});
    CHECK(offsets("- 'a\n   b'") == Offsets{1, 2, 6, 7});
    CHECK(offsets(R"(- "a\x41\u00e9b")") == Offsets{1, 2, 6, 6, 12, 13});
    CHECK(offsets(R"(- "\L\Nx")") == Offsets{1, 1, 1, 3, 3, 5, 6});
    CHECK(offsets("- \"a\\\n   b\"") == Offsets{1, 7, 8});         // escaped break: "ab"
    CHECK(offsets("- \"a\\\n  \n  b\"") == Offsets{1, 6, 9, 10});  // and a blank line after it: "a\nb"
    CHECK(offsets("- \"a  \n\n  b\"") == Offsets{1, 5, 8, 9});     // "a\nb"
    CHECK(offsets("- \"a \t b\"") == Offsets{1, 2, 3, 4, 5, 6});
}

TEST_CASE("literal blocks map line by line, without their indentation") {
    CHECK(offsets("- |\n  ab\n   c\n") == Offsets{4, 5, 6, 9, 10, 11, 11});
    CHECK(offsets("- |-\n  a\n\n  b\n") == Offsets{5, 6, 7, 10, 11});
    CHECK(offsets("- |+\n  a\n\n\n") == Offsets{5, 6, 6, 6, 6});
    CHECK(offsets("- |2\n    a\n   b\n") == Offsets{5, 6, 7, 8, 11, 12, 13, 13});  // "  a\n b\n"
    CHECK(offsets("- |\n\n  a\n") == Offsets{2, 5, 6, 6});
}

TEST_CASE("folded blocks map joined lines to their breaks, deeper lines keep theirs") {
    CHECK(offsets("- >-\n  a\n  b\n") == Offsets{5, 6, 9, 10});                    // "a b"
    CHECK(offsets("- >-\n  a\n\n  b\n") == Offsets{5, 7, 10, 11});                 // "a\nb"
    CHECK(offsets("- >-\n  a\n   b\n  c\n") == Offsets{5, 6, 9, 10, 11, 14, 15});  // "a\n b\nc"
}

TEST_CASE("a span of decoded bytes covers what wrote them") {
    const OffsetMap map(R"("x\u0024{A}")", 10, Format::json, ScalarStyle::double_quoted);
    CHECK(map.source_span({1, 5}) == Span{12, 21});
}

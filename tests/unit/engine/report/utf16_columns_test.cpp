#include "engine/report/utf16_columns.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "engine/report/escape.hpp"

using namespace spile;
using namespace spile::engine;

TEST_CASE("columns in code units are those of a walk from the line's beginning, wherever they are") {
    std::string text = "first\n";
    for (int i = 0; i < 3000; ++i)
        text += i % 7 == 0 ? "\xf0\x9f\x98\x80" : i % 5 == 0 ? "\xc3\xb6" : "ab";
    text += "\nlast \xf0\x9f\x98\x80 end";
    SourceMap sources;
    const SourceId source = sources.add("long", text);
    Utf16Columns columns(sources);
    for (const std::uint32_t line : {3U, 1U, 2U}) {
        const std::string_view all = sources.line_text(source, line);
        for (std::uint32_t bytes = 1; bytes <= all.size() + 3; bytes += 7)
            CHECK(columns.column(source, line, bytes) == utf16_length(all.substr(0, bytes - 1)) + 1);
    }
    CHECK(columns.column(source, 3, 10) == 8);
}

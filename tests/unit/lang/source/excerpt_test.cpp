// Excerpts: one line, printable, short, with carets under what is meant.
#include "lang/source/excerpt.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "lang/diagnostics/diagnostic.hpp"

using namespace spile;

namespace {

Excerpt excerpt_at(const std::string& text, const std::string& marked) {
    SourceMap sources;
    const SourceId source = sources.add("a.yaml", text);
    const auto begin = static_cast<std::uint32_t>(text.find(marked));
    const auto end = static_cast<std::uint32_t>(begin + marked.size());
    return excerpt_of(sources, source, sources.line_column(source, begin), sources.line_column(source, end));
}

}  // namespace

TEST_CASE("an excerpt puts the carets under the characters meant") {
    const Excerpt excerpt = excerpt_at("\tgr\xc3\xb6\xc3\x9f: value # x\n", "value");
    CHECK(excerpt.line == "\tgr\xc3\xb6\xc3\x9f: value # x");
    CHECK(excerpt.indent == "\t      ");
    CHECK(excerpt.carets == "^^^^^");
}

TEST_CASE("an excerpt of a very long line shows the neighbourhood only") {
    const std::string filler(5'000, 'x');
    const Excerpt excerpt = excerpt_at(filler + "HERE" + filler, "HERE");
    CHECK(excerpt.line.size() < 220);
    CHECK(excerpt.line.substr(excerpt.indent.size() + 2, 4) == "HERE");  // the ellipsis is three bytes, one character
    CHECK(excerpt.carets == "^^^^");
}

TEST_CASE("an excerpt of an empty place has one caret") {
    CHECK(excerpt_at("", "").carets == "^");
}

TEST_CASE("a diagnostic prints what its source holds without control characters and broken bytes") {
    SourceMap sources;
    const SourceId source = sources.add("a\x1b.yaml", "K\x1b[31m\xff: 1\n");
    const Diagnostic diagnostic{DiagnosticKind::usage, {source, {0, 1}}, "key `K\x1b`", {}, "see \x07"};
    const std::string text = render_text(diagnostic, sources, Colour::off);
    CHECK(std::all_of(text.begin(), text.end(), [](char c) { return c == '\n' || (c >= 0x20 && c < 0x7f); }));
    CHECK(text.find("1 | K\\x1b[31m\\xff: 1") != std::string::npos);
}

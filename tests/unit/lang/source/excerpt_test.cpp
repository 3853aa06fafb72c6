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

namespace {

Excerpt hidden_excerpt(const std::string& text, const std::string& marked, const std::string& secret) {
    SourceMap sources;
    const SourceId source = sources.add("plan.json", text);
    sources.hide_text(source, secret);
    const auto begin = static_cast<std::uint32_t>(text.find(marked));
    const auto end = static_cast<std::uint32_t>(begin + marked.size());
    return excerpt_of(sources, source, sources.line_column(source, begin), sources.line_column(source, end));
}

}  // namespace

TEST_CASE("an excerpt has a word in the place of what is hidden, before, in and behind the marked part") {
    const std::string text = R"({"a": "hunter2", "b": "x hunter2 y", "c": "hunter2"})";
    const Excerpt excerpt = hidden_excerpt(text, R"("x hunter2 y")", "hunter2");
    const std::string hidden = R"~({"a": "(sensitive)", "b": "x (sensitive) y", "c": "(sensitive)"})~";
    CHECK(excerpt.line == hidden);
    CHECK(excerpt.indent.size() == hidden.find(R"~("x (s)~"));
    CHECK(excerpt.carets.size() == std::string(R"~("x (sensitive) y")~").size());
}

TEST_CASE("an excerpt shows no part of a secret that it cuts") {
    const std::string secret = "0123456789abcdefghijklmnopqrstuvwxyz";
    for (std::size_t gap = 0; gap < 120; ++gap) {
        const std::string between(gap, '.');
        const std::string text =
            std::string(300, '.') + secret + between + "HERE" + between + secret + std::string(300, '.');
        const Excerpt excerpt = hidden_excerpt(text, "HERE", secret);
        for (std::size_t at = 0; at + 4 <= secret.size(); ++at)
            CHECK(excerpt.line.find(secret.substr(at, 4)) == std::string::npos);
        CHECK(excerpt.line.find("HERE") != std::string::npos);
    }
}

TEST_CASE("hidden places and hidden sources show nothing, and what is not hidden stays") {
    SourceMap sources;
    const SourceId source = sources.add("a.yaml", "key: ab\nother: ab\n");
    sources.hide({source, {5, 7}});
    sources.hide_text(source, "ab");  // too short to be looked for elsewhere
    CHECK(excerpt_of(sources, source, {1, 1}, {1, 4}).line == "key: (sensitive)");
    CHECK(excerpt_of(sources, source, {2, 1}, {2, 6}).line == "other: ab");
    sources.hide_all(source);
    CHECK(excerpt_of(sources, source, {2, 1}, {2, 6}).line == "(sensitive)");
    sources.show_rest(source);
    CHECK(excerpt_of(sources, source, {2, 1}, {2, 6}).line == "other: ab");
}

// What the JSON and the YAML target share: one document read to its end, and the promises that every reader keeps.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "engine/document/cursor.hpp"
#include "lang/base/check.hpp"

namespace spile::engine::fuzz {

/// Small, so that a hostile input meets them instead of the fuzzer's clock.
inline constexpr Limits k_limits{.depth = 64, .bytes = 1U << 20U, .events = 20'000, .alias_events = 2'000};

struct Opened {
    SourceMap sources;
    DiagnosticSink sink;
    SourceId id;
    explicit Opened(std::string_view text) : id(sources.add("input", std::string(text))) {}
};

inline void check_event(const Event& event, std::size_t size) {
    SPILE_CHECK(event.span.begin <= event.span.end && event.span.end <= size, "a span lies inside the document");
    SPILE_CHECK(event.tag_span.begin <= event.tag_span.end && event.tag_span.end <= size,
                "a tag lies inside the document");
}

/// Reads everything: maps and lists close, and a refusal is never silent.
inline bool read_all(std::string_view text, Format format) {
    Opened opened(text);
    const auto cursor = open_document(opened.id, opened.sources, format, k_limits, opened.sink);
    std::int64_t open = 0;
    for (const Event* event = &cursor->next(); event->token != Token::end; event = &cursor->next()) {
        check_event(*event, text.size());
        if (event->token == Token::begin_list || event->token == Token::begin_map) ++open;
        if (event->token == Token::end_list || event->token == Token::end_map) --open;
        SPILE_CHECK(open >= 0, "nothing closes that was not opened");
    }
    SPILE_CHECK(cursor->failed() || open == 0, "a document that was read is whole");
    SPILE_CHECK(cursor->failed() == opened.sink.has_errors(), "a refusal says why, and only a refusal does");
    for (const Diagnostic& diagnostic : opened.sink.all()) {
        SPILE_CHECK(!render_text(diagnostic, opened.sources, Colour::off).empty(), "a diagnostic can be printed");
    }
    return !cursor->failed();
}

/// Skips every value of the outermost map: the same documents are refused.
inline bool skip_all(std::string_view text, Format format) {
    Opened opened(text);
    const auto cursor = open_document(opened.id, opened.sources, format, k_limits, opened.sink);
    for (const Event* event = &cursor->next(); event->token != Token::end; event = &cursor->next()) {
        check_event(*event, text.size());
        if (event->token == Token::key) cursor->skip();
    }
    return !cursor->failed();
}

}  // namespace spile::engine::fuzz

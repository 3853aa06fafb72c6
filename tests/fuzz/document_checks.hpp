// What holds for the events of any document at all; the JSON and the YAML target share it.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/document/cursor.hpp"
#include "engine/document/offset_map.hpp"
#include "lang/base/check.hpp"

namespace spile::fuzz {

/// Small, so that an input that reaches a limit does so at once.
inline constexpr engine::Limits k_limits{.depth = 60, .bytes = 1U << 20U, .events = 200'000, .alias_events = 20'000};

inline void check_scalar(std::string_view text, const engine::Event& event, engine::Format format) {
    const std::string_view written = text.substr(event.span.begin, event.span.end - event.span.begin);
    const engine::OffsetMap map(written, event.span.begin, format, event.style, event.text);
    std::uint32_t before = event.span.begin;
    for (std::uint32_t i = 0; i <= event.text.size(); ++i) {
        const std::uint32_t at = map.source_offset(i);
        SPILE_CHECK(at >= before && at <= event.span.end, "offsets grow within the span");
        before = at;
    }
}

/// Reads everything; lists and maps close as they opened, keys and values take turns, spans lie in the text.
inline std::uint64_t check_events(std::string_view text, engine::Format format, const engine::Limits& limits) {
    using engine::Token;
    SourceMap sources;
    DiagnosticSink sink;
    const SourceId id = sources.add("input", std::string(text));
    const auto cursor = engine::open_document(id, sources, format, limits, sink);
    struct Level {
        bool map;
        bool value_next;
    };
    std::vector<Level> open;
    std::uint64_t events = 0;
    for (const engine::Event* event = &cursor->next(); event->token != Token::end; event = &cursor->next()) {
        SPILE_CHECK(++events <= 2 * limits.events, "events end");
        SPILE_CHECK(event->span.begin <= event->span.end && event->span.end <= text.size(), "spans lie in the text");
        const bool ends = event->token == Token::end_list || event->token == Token::end_map;
        if (ends) {
            SPILE_CHECK(!open.empty() && open.back().map == (event->token == Token::end_map), "ends match beginnings");
            SPILE_CHECK(!open.back().value_next, "no key lacks its value");
            open.pop_back();
            continue;
        }
        const bool key_wanted = !open.empty() && open.back().map && !open.back().value_next;
        SPILE_CHECK(key_wanted == (event->token == Token::key), "keys and values take turns");
        if (!open.empty() && open.back().map) open.back().value_next = event->token == Token::key;
        if (event->token == Token::begin_list || event->token == Token::begin_map) {
            SPILE_CHECK(open.size() < limits.depth, "depth is limited");
            open.push_back({event->token == Token::begin_map, false});
        } else if (event->token == Token::string || event->token == Token::key) {
            check_scalar(text, *event, format);
        }
    }
    SPILE_CHECK(cursor->failed() || open.empty(), "everything is closed at the end");
    SPILE_CHECK(cursor->failed() == sink.has_errors(), "a failure has a diagnostic, and only a failure");
    for (const Diagnostic& each : sink.all()) {
        SPILE_CHECK(each.where.span.begin <= each.where.span.end && each.where.span.end <= text.size(),
                    "diagnostics lie in the text");
        SPILE_CHECK(!render_text(each, sources, Colour::off).empty(), "diagnostics can be printed");
    }
    return events;
}

/// Skipping every value of the outermost map passes the same keys as reading them, and fails alike.
inline void check_skipping(std::string_view text, engine::Format format, const engine::Limits& limits) {
    using engine::Token;
    SourceMap sources;
    DiagnosticSink read_sink;
    DiagnosticSink skip_sink;
    const SourceId id = sources.add("input", std::string(text));
    const auto reading = engine::open_document(id, sources, format, limits, read_sink);
    const auto skipping = engine::open_document(id, sources, format, limits, skip_sink);
    std::vector<std::uint32_t> read_keys;
    std::vector<std::uint32_t> skip_keys;
    int depth = 0;
    for (const engine::Event* event = &reading->next(); event->token != Token::end; event = &reading->next()) {
        if (event->token == Token::key && depth == 1) read_keys.push_back(event->span.begin);
        if (event->token == Token::begin_list || event->token == Token::begin_map) ++depth;
        if (event->token == Token::end_list || event->token == Token::end_map) --depth;
    }
    if (skipping->next().token == Token::begin_map) {
        while (skipping->next().token == Token::key) {
            skip_keys.push_back(0);
            skipping->skip();
        }
        SPILE_CHECK(skipping->failed() || skip_keys.size() == read_keys.size(), "skipping passes the same keys");
        while (skipping->next().token != Token::end)
            continue;
        SPILE_CHECK(skipping->failed() == reading->failed(), "skipping fails as reading does");
        SPILE_CHECK(skip_sink.all().size() == read_sink.all().size(), "skipping tells the same mistakes");
    }
}

}  // namespace spile::fuzz

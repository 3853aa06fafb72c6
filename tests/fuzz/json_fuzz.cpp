// Any text as JSON: the events are well formed, and the reader accepts what simdjson's own parser accepts, but for keys
// that repeat, depth, and numbers beyond 64 bits, which simdjson refuses.
#include <simdjson.h>

#include <algorithm>

#include "tests/fuzz/document_checks.hpp"

using namespace spile;

namespace {

bool only(const DiagnosticSink& sink, DiagnosticKind a, DiagnosticKind b) {
    return std::all_of(sink.all().begin(), sink.all().end(),
                       [&](const Diagnostic& each) { return each.kind == a || each.kind == b; });
}

/// May be: an integer of 19 digits or more, or an exponent.
bool beyond_64_bits(std::string_view number) {
    return number.size() >= 19 || number.find_first_of("eE") != std::string_view::npos;
}

void compare_with_simdjson(std::string_view text) {
    SourceMap sources;
    DiagnosticSink sink;
    const SourceId id = sources.add("input", std::string(text));
    const auto cursor = engine::open_document(id, sources, engine::Format::json, fuzz::k_limits, sink);
    bool beyond = false;
    for (const engine::Event* event = &cursor->next(); event->token != engine::Token::end; event = &cursor->next()) {
        beyond = beyond || (event->token == engine::Token::number && beyond_64_bits(event->text));
    }
    simdjson::dom::parser parser;
    const std::string_view body = text.starts_with("\xEF\xBB\xBF") ? text.substr(3) : text;
    const auto error = parser.parse(body.data(), body.size()).error();
    if (error == simdjson::SUCCESS) {
        SPILE_CHECK(only(sink, DiagnosticKind::duplicate_key, DiagnosticKind::depth_limit), "what simdjson accepts");
    } else if (!cursor->failed()) {
        SPILE_CHECK(error == simdjson::NUMBER_ERROR && beyond, "what simdjson refuses");
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    if (size > 100'000) return 0;
    fuzz::check_events(text, engine::Format::json, fuzz::k_limits);
    fuzz::check_skipping(text, engine::Format::json, fuzz::k_limits);
    compare_with_simdjson(text);
    return 0;
}

// The forward reader of one JSON or YAML document: the only way loaders see bytes. Events come in document order, once;
// a subtree can be skipped.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "lang/base/span.hpp"
#include "lang/diagnostics/diagnostic.hpp"

namespace spile::engine {

enum class Format : std::uint8_t { json, yaml };

enum class Token : std::uint8_t {
    null_value,
    boolean,
    number,
    string,
    begin_list,
    end_list,
    begin_map,
    end_map,
    key,
    end
};

/// How a scalar was written; with it a decoded offset can be led back to the source (offset_map.hpp).
enum class ScalarStyle : std::uint8_t { plain, single_quoted, double_quoted, literal_block, folded_block };

struct Event {
    Token token = Token::end;
    Span span;  // scalars: with quotes, block scalars from `|` to the last line's end without its break; begin_*,
                // end_*: the bracket (YAML block: empty, at the first key or dash; at the end of the last value). What
                // comes from an alias has the span of the anchored text
    std::string_view text;  // scalars and keys: decoded; booleans and numbers: as written, except that YAML's 0x1F,
                            // 0o17, .5 and 5. come in JSON's notation. Valid until the next call
    std::string_view
        tag;  // YAML only, with `!`: "!Ref"; empty for none and for core tags. On scalars, begin_list, begin_map
    ScalarStyle style = ScalarStyle::plain;
    Span tag_span;  // of the tag as written, core tags included; empty for none. `span` never includes it
};

/// Bounds on what a hostile document may cost. Exceeding one ends the document with a diagnostic.
struct Limits {
    std::uint32_t depth = 200;
    std::uint64_t bytes = std::uint64_t{1} << 30;
    std::uint64_t events = 50'000'000;       // after alias expansion
    std::uint64_t alias_events = 1'000'000;  // events that come from aliases
};

class Cursor {
  public:
    Cursor() = default;
    Cursor(const Cursor&) = delete;
    Cursor& operator=(const Cursor&) = delete;
    virtual ~Cursor() = default;

    /// The next event. After an error or the end it stays at Token::end. Keys of one map that repeat, invalid UTF-8,
    /// exceeded limits and broken syntax are diagnostics in the sink given at the opening, with `failed()` true from
    /// then on.
    virtual const Event& next() = 0;
    /// After `key`: passes the whole value without reporting its events; syntax, UTF-8 and limits are checked all the
    /// same.
    virtual void skip() = 0;
    [[nodiscard]] virtual bool failed() const = 0;
};

/// Opens the source's text. JSON by simdjson. YAML: the first document's events, anchors expanded within the limits,
/// merge keys (`<<`) merged; a second document is a diagnostic (never silently ignored). Scalars resolve by the
/// YAML 1.2 core schema, plus `yes/no/on/off` kept as strings; a quoted scalar is a string.
[[nodiscard]] std::unique_ptr<Cursor> open_document(SourceId source, const SourceMap& sources, Format format,
                                                    const Limits& limits, DiagnosticSink& sink);

}  // namespace spile::engine

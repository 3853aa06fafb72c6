// What the JSON and the YAML reader share: the checks on the bytes that come before either, and how both speak of
// repeated keys and exceeded limits.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "engine/document/cursor.hpp"

namespace spile::engine {

/// One document's place for diagnostics.
class Reporter {
  public:
    Reporter(SourceId source, DiagnosticSink& sink) : source_(source), sink_(&sink) {}
    void add(DiagnosticKind kind, Span span, std::string message, std::string help = {}) const;
    void duplicate_key(std::string_view key, Span first, Span again) const;
    void too_deep(Span at, std::uint32_t limit) const;
    void too_many_events(Span at, std::uint64_t limit) const;
    /// For diagnostics with labels.
    void add(Diagnostic diagnostic) const { sink_->add(std::move(diagnostic)); }
    [[nodiscard]] SourceSpan place(Span span) const { return {source_, span}; }

  private:
    SourceId source_;
    DiagnosticSink* sink_;
};

/// A document with hundreds of repeated keys is told of the first ones only.
inline constexpr int k_most_duplicates = 20;

/// Bytes of the byte order mark that `text` starts with: 3 or 0.
[[nodiscard]] std::uint32_t byte_order_mark(std::string_view text);
/// Size and UTF-8, with diagnostics; false when the document must not be read.
[[nodiscard]] bool check_bytes(std::string_view text, const Limits& limits, const Reporter& report);
/// The offset of the first byte that is not part of valid UTF-8 (RFC 3629: no surrogates, no overlong forms), or
/// nothing.
[[nodiscard]] std::optional<std::uint32_t> first_invalid_utf8(std::string_view text);
/// Appends the UTF-8 form of a code point (below 0x110000).
void append_utf8(std::string& out, std::uint32_t code_point);
/// Valid UTF-8 (json_reader.cpp, by simdjson).
[[nodiscard]] bool valid_utf8(std::string_view text);

/// `text` has passed check_bytes. It is owned by the source map and outlives the cursor.
[[nodiscard]] std::unique_ptr<Cursor> open_json(std::string_view text, const Limits& limits, Reporter report);
[[nodiscard]] std::unique_ptr<Cursor> open_yaml(std::string_view text, const Limits& limits, Reporter report);

}  // namespace spile::engine

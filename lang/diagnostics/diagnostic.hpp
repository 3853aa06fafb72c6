// What is wrong with a user's text: values collected in a sink, printed by render_text, never thrown.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lang/base/span.hpp"
#include "lang/source/source_map.hpp"

namespace spile {

enum class DiagnosticKind : std::uint16_t {
#define SPILE_DIAGNOSTIC(code, name, severity, title) name,
#include "lang/diagnostics/kinds.def"
#undef SPILE_DIAGNOSTIC
};

enum class DiagnosticSeverity : std::uint8_t { note, warning, error };

/// What kinds.def says of a kind. All views are static.
struct DiagnosticInfo {
    DiagnosticKind kind;
    std::string_view code;  // "SP0101"
    std::string_view name;  // "syntax_error"
    DiagnosticSeverity severity;
    std::string_view title;
};

[[nodiscard]] const DiagnosticInfo& info(DiagnosticKind kind);
[[nodiscard]] const std::vector<DiagnosticInfo>& all_diagnostics();
/// By code, ASCII case ignored; nothing when there is none.
[[nodiscard]] std::optional<DiagnosticKind> find_diagnostic(std::string_view code);

/// A further place that explains the first one.
struct Label {
    SourceSpan where;
    std::string text;
};

/// One mistake. Messages start in lower case, have no full stop, name things in `backticks`, what was seen before what
/// was expected.
struct Diagnostic {
    DiagnosticKind kind;
    SourceSpan where;  // may be invalid: about a whole run
    std::string message;
    std::vector<Label> labels;  // in source order
    std::string help;           // what to do; may be empty
};

class DiagnosticSink {
  public:
    void add(Diagnostic diagnostic);
    [[nodiscard]] const std::vector<Diagnostic>& all() const noexcept { return all_; }
    [[nodiscard]] bool has_errors() const noexcept { return errors_ > 0; }
    [[nodiscard]] std::size_t error_count() const noexcept { return errors_; }
    /// Orders by (source, offset, code, message) and drops exact repeats.
    void sort();

  private:
    std::vector<Diagnostic> all_;
    std::size_t errors_ = 0;
};

enum class Colour : std::uint8_t { off, on };

/// The diagnostic with source excerpt and carets:
///
///     error[SP0201]: unknown property `Encryptoin` of `AWS::S3::Bucket`; did you mean `BucketEncryption`?
///       --> policies/s3.spile:14:7
///     14 |     require r.Encryptoin exists
///        |               ^^^^^^^^^^
///       = help: ...
[[nodiscard]] std::string render_text(const Diagnostic& diagnostic, const SourceMap& sources, Colour colour);

}  // namespace spile

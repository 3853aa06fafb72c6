// The words and strings of JSON, apart from the walk: escapes, numbers, and how a token is named in a message.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/document/cursor.hpp"

namespace spile::engine {

struct JsonProblem {
    Span span;
    std::string message;
    DiagnosticKind kind = DiagnosticKind::json_syntax;
};

/// Decodes the text between the quotes into `out`; `begin` is its offset in the source.
[[nodiscard]] std::optional<JsonProblem> decode_json_string(std::string_view body, std::uint32_t begin,
                                                            std::string& out);
/// null_value, boolean or number; nothing for any other word. RFC 8259, sections 3 and 6.
[[nodiscard]] std::optional<Token> classify_json_word(std::string_view word);
/// RFC 8259, section 6.
[[nodiscard]] bool is_json_number(std::string_view text);
/// "`}`", "`word`" (cut when long) or "the end of the text".
[[nodiscard]] std::string describe_json_token(std::string_view token);

/// One escape sequence: how many bytes it takes in the source and what it stands for.
struct JsonEscape {
    std::uint32_t length = 0;
    std::uint32_t code_point = 0;
    enum class Fault : std::uint8_t { none, unknown, bad_hex, lone_surrogate } fault = Fault::none;
};
/// `body[at]` is the backslash.
[[nodiscard]] JsonEscape read_json_escape(std::string_view body, std::size_t at);

}  // namespace spile::engine

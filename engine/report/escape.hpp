// Texts of documents are foreign: each format's way to print them as text and nothing else.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "lang/base/visible.hpp"

namespace spile::engine {

using spile::character_count;
using spile::visible;
using spile::visible_line;
/// XML 1.0 attribute or text.
[[nodiscard]] std::string xml(std::string_view text);
/// One cell of a Markdown table (GitHub's and GitLab's dialects), without markup, links, mentions or HTML.
[[nodiscard]] std::string markdown(std::string_view text);
/// Message, and property, of a GitHub workflow command.
[[nodiscard]] std::string github_data(std::string_view text);
[[nodiscard]] std::string github_property(std::string_view text);
/// A relative path as a URI reference (RFC 3986), percent-encoded; never empty.
[[nodiscard]] std::string uri(std::string_view path);
/// Plain text of a SARIF message: what would be read as a link is not one.
[[nodiscard]] std::string sarif_text(std::string_view text);

/// UTF-16 code units of a UTF-8 text.
[[nodiscard]] std::uint32_t utf16_length(std::string_view text);
/// The longest prefix of at most `bytes` bytes that ends between characters.
[[nodiscard]] std::string_view prefix(std::string_view text, std::size_t bytes);

}  // namespace spile::engine

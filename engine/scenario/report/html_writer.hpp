// Markup being written: elements nest, and every text goes through the escape. No other way leads into the page.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace spile::engine::scenario {

/// Text of an element or of an attribute in double quotes. Line breaks stay; what would act, reorder or hide is shown.
[[nodiscard]] std::string html_text(std::string_view text);

class Html {
  public:
    using Attributes = std::initializer_list<std::pair<std::string_view, std::string_view>>;

    /// `<name …>`; names are ours, values are escaped. An attribute without a value is written alone.
    Html& open(std::string_view name, Attributes attributes = {});
    Html& close(std::string_view name);
    Html& text(std::string_view text);
    /// An element with nothing but text in it.
    Html& element(std::string_view name, Attributes attributes, std::string_view text);
    /// A symbol of the page, decoration beside a word that says the same.
    Html& icon(std::string_view symbol);
    /// Markup of our own, as it is.
    Html& raw(std::string_view markup);
    [[nodiscard]] std::string take() { return std::move(out_); }

  private:
    std::string out_;
};

}  // namespace spile::engine::scenario

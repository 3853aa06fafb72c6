// The errors of one parse: each text once, and no more than the official parsers report.
#pragma once

#include <string_view>
#include <vector>

#include "lang/gherkin/document.hpp"

namespace spile::gherkin {

class ParseErrors {
  public:
    void add(Location location, std::string_view text);
    /// Parsing stops.
    [[nodiscard]] bool full() const noexcept { return all_.size() > limit; }
    [[nodiscard]] std::vector<ParseError>&& take() && noexcept { return static_cast<std::vector<ParseError>&&>(all_); }

  private:
    static constexpr std::size_t limit = 10;
    std::vector<ParseError> all_;
};

}  // namespace spile::gherkin

// `^I should( not)? be on the map$`: the other way in which the official tools write a step.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lang/base/result.hpp"

namespace spile::gherkin {

class RegularExpression {
  public:
    /// RE2's syntax; matches anywhere in a text unless it is anchored.
    [[nodiscard]] static Result<RegularExpression> compile(std::string_view text);
    RegularExpression(RegularExpression&&) noexcept;
    RegularExpression& operator=(RegularExpression&&) noexcept;
    ~RegularExpression();

    /// The arguments: what the outermost capturing groups caught, nothing for one that took no part.
    [[nodiscard]] std::optional<std::vector<std::optional<std::string>>> match(std::string_view text) const;

  private:
    struct Compiled;
    explicit RegularExpression(std::unique_ptr<Compiled> compiled);
    std::unique_ptr<Compiled> compiled_;
};

}  // namespace spile::gherkin

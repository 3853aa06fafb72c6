// `@fast and not (@slow or @wip)`: the official tag expressions.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "lang/base/result.hpp"

namespace spile::gherkin {

class TagExpression {
  public:
    /// The error is the official text: `Tag expression "@a @b" could not be parsed because of syntax error: …`.
    [[nodiscard]] static Result<TagExpression> parse(std::string_view text);
    TagExpression(TagExpression&&) noexcept;
    TagExpression& operator=(TagExpression&&) noexcept;
    ~TagExpression();

    /// An empty expression matches everything.
    [[nodiscard]] bool matches(std::span<const std::string> tags) const;
    /// The canonical text, fully bracketed as the official implementations print it.
    [[nodiscard]] std::string text() const;

  private:
    struct Program;
    explicit TagExpression(std::unique_ptr<Program> program);
    std::unique_ptr<Program> program_;
};

}  // namespace spile::gherkin

// Is this line a token of that kind? One answer for plain Gherkin, another for Markdown.
#pragma once

#include <memory>
#include <string_view>

#include "lang/gherkin/dialect.hpp"
#include "lang/gherkin/line.hpp"
#include "lang/gherkin/parse_errors.hpp"
#include "lang/gherkin/token.hpp"

namespace spile::gherkin {

class Matcher {
  public:
    virtual ~Matcher() = default;
    /// Fills `token` when the line is one of `type`; otherwise leaves nothing in it that counts. A line that is nearly
    /// one (a tag with a blank in it) is reported to `errors` and is none. O(length of the line).
    [[nodiscard]] virtual bool match(TokenType type, const Line& line, Token& token) = 0;
    /// The token was accepted: a doc string begins or ends, the language changes.
    virtual void accept(const Line& line, const Token& token) = 0;

  protected:
    explicit Matcher(const Dialect& dialect) : dialect_(&dialect) {}
    [[nodiscard]] const Dialect& dialect() const noexcept { return *dialect_; }
    void set_dialect(const Dialect& dialect) noexcept { dialect_ = &dialect; }

  private:
    const Dialect* dialect_;
};

/// `errors` must outlive the matcher.
[[nodiscard]] std::unique_ptr<Matcher> plain_matcher(const Dialect& dialect, ParseErrors& errors);
[[nodiscard]] std::unique_ptr<Matcher> markdown_matcher(const Dialect& dialect, ParseErrors& errors);

}  // namespace spile::gherkin

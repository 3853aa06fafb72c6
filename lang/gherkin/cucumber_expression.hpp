// `the finding(s) for {resource} is/are at line {count}`: the official cucumber expressions, matched by RE2.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lang/base/result.hpp"

namespace spile::gherkin {

/// A named kind of argument and the regular expressions (RE2 syntax, any of them) that its text matches. In a match,
/// the argument's text is that of the expression's first capturing group that took part, else the whole.
struct ParameterType {
    std::string name;  // empty: the anonymous {}
    std::vector<std::string> patterns;
};

class ParameterTypes {
  public:
    /// With the official built-in ones: int, float, word, string, double, biginteger, bigdecimal, byte, short, long,
    /// {}.
    ParameterTypes();
    /// False when the name is taken.
    bool add(ParameterType type);
    [[nodiscard]] const ParameterType* find(std::string_view name) const;
    [[nodiscard]] std::vector<std::string_view> names() const;

  private:
    std::map<std::string, ParameterType, std::less<>> types_;
};

struct Argument {
    std::string parameter_type;
    std::string text;         // what the group captured (a string without its quotes), unescaped
    std::uint32_t begin = 0;  // byte offsets of it in the matched text
    std::uint32_t end = 0;
};

class CucumberExpression {
  public:
    /// The error is the official text with the excerpt and the caret.
    [[nodiscard]] static Result<CucumberExpression> compile(std::string_view text, const ParameterTypes& types);
    CucumberExpression(CucumberExpression&&) noexcept;
    CucumberExpression& operator=(CucumberExpression&&) noexcept;
    ~CucumberExpression();

    [[nodiscard]] std::optional<std::vector<Argument>> match(std::string_view text) const;
    [[nodiscard]] const std::string& source() const noexcept;  // the expression as written
    [[nodiscard]] const std::string& regex() const noexcept;   // what it became, anchored

  private:
    struct Compiled;
    explicit CucumberExpression(std::unique_ptr<Compiled> compiled);
    std::unique_ptr<Compiled> compiled_;
};

}  // namespace spile::gherkin

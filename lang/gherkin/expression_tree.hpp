// Cucumber expression -> tokens -> tree. Positions are characters (code points) from 0, as in the official test data.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lang/base/result.hpp"

namespace spile::gherkin {

enum class ExpressionTokenType : std::uint8_t {
    start_of_line,
    end_of_line,
    white_space,
    begin_optional,
    end_optional,
    begin_parameter,
    end_parameter,
    alternation,
    text,
};

struct ExpressionToken {
    ExpressionTokenType type = ExpressionTokenType::text;
    std::uint32_t start = 0;
    std::uint32_t end = 0;
    std::string text;  // without the backslashes of escapes
};

enum class ExpressionNodeType : std::uint8_t { text, optional, alternation, alternative, parameter, expression };

struct ExpressionNode {
    ExpressionNodeType type = ExpressionNodeType::text;
    std::uint32_t start = 0;
    std::uint32_t end = 0;
    std::string text;  // of text nodes
    std::vector<ExpressionNode> nodes;
};

/// Longer expressions are refused: parsing is quadratic in the worst case.
inline constexpr std::uint32_t expression_length_limit = 4096;
/// Optionals in optionals are an error anyway; those that go deeper are not even parsed.
inline constexpr std::uint32_t expression_depth_limit = 64;

[[nodiscard]] Result<std::vector<ExpressionToken>> tokenize_expression(std::string_view expression);
[[nodiscard]] Result<ExpressionNode> parse_expression(std::string_view expression);

/// The official text of a mistake from `start` to `end`: place, expression, caret, problem, what to do.
[[nodiscard]] Error expression_error(std::string_view expression, std::uint32_t start, std::uint32_t end,
                                     std::string_view problem, std::string_view solution);

}  // namespace spile::gherkin

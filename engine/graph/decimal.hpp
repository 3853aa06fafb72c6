// Exact decimal numbers: what documents and rules write is what is compared.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace spile::engine {

/// coefficient × 10^exponent with up to 36 significant digits, kept without trailing zeros, so equal numbers have equal
/// parts.
class Decimal {
  public:
    constexpr Decimal() = default;
    constexpr Decimal(std::int64_t value) : coefficient_(value) { normalise(); }  // NOLINT(google-explicit-constructor)

    /// JSON's number grammar, also with a leading `+`; nothing when it is not one or has too many digits.
    [[nodiscard]] static std::optional<Decimal> parse(std::string_view text);

    friend bool operator==(const Decimal&, const Decimal&) = default;
    friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);

    /// Nothing when the result needs more than 36 digits; division also when it does not end within them or the divisor
    /// is zero.
    [[nodiscard]] static std::optional<Decimal> add(const Decimal& a, const Decimal& b);
    [[nodiscard]] static std::optional<Decimal> subtract(const Decimal& a, const Decimal& b);
    [[nodiscard]] static std::optional<Decimal> multiply(const Decimal& a, const Decimal& b);
    [[nodiscard]] static std::optional<Decimal> divide(const Decimal& a, const Decimal& b);

    /// Plain notation: "-12.5", never an exponent below 10^40.
    [[nodiscard]] std::string text() const;
    /// The value when it is whole and fits.
    [[nodiscard]] std::optional<std::int64_t> whole() const;

  private:
    __extension__ using Wide = __int128;
    static std::optional<Decimal> make(Wide coefficient, std::int64_t exponent);
    constexpr void normalise() {
        if (coefficient_ == 0) {
            exponent_ = 0;
            return;
        }
        while (coefficient_ % 10 == 0) {
            coefficient_ /= 10;
            ++exponent_;
        }
    }
    Wide coefficient_ = 0;
    std::int32_t exponent_ = 0;
};

}  // namespace spile::engine

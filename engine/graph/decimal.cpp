#include "engine/graph/decimal.hpp"

#include <algorithm>
#include <numeric>

namespace spile::engine {

namespace {

__extension__ using Wide = __int128;

constexpr int k_max_digits = 36;
constexpr std::int64_t k_max_exponent = 1'000'000;

Wide magnitude(Wide value) {
    return value < 0 ? -value : value;
}

int digits_of(Wide value) {
    int digits = 0;
    for (Wide rest = magnitude(value); rest != 0; rest /= 10)
        ++digits;
    return digits;
}

/// value × base^times, or nothing when it does not fit 128 bits.
std::optional<Wide> scaled(Wide value, int base, std::int64_t times) {
    if (value == 0) return value;
    for (std::int64_t i = 0; i < times; ++i)
        if (__builtin_mul_overflow(value, static_cast<Wide>(base), &value)) return std::nullopt;
    return value;
}

std::string digits_text(Wide value) {
    std::string text;
    for (Wide rest = magnitude(value); rest != 0; rest /= 10)
        text += static_cast<char>('0' + static_cast<int>(rest % 10));
    std::reverse(text.begin(), text.end());
    return text;
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// The parts of a number's text, as JSON's grammar has them.
struct Parts {
    bool negative = false;
    std::string_view whole;
    std::string_view fraction;
    std::int64_t exponent = 0;
};

std::string_view take_digits(std::string_view& text) {
    std::size_t count = 0;
    while (count < text.size() && is_digit(text[count]))
        ++count;
    const std::string_view taken = text.substr(0, count);
    text.remove_prefix(count);
    return taken;
}

bool take_sign(std::string_view& text) {
    const bool negative = text.starts_with('-');
    if (negative || text.starts_with('+')) text.remove_prefix(1);
    return negative;
}

std::optional<Parts> split(std::string_view text) {
    Parts parts;
    parts.negative = take_sign(text);
    parts.whole = take_digits(text);
    if (parts.whole.empty() || (parts.whole.size() > 1 && parts.whole.front() == '0')) return std::nullopt;
    if (text.starts_with('.')) {
        text.remove_prefix(1);
        parts.fraction = take_digits(text);
        if (parts.fraction.empty()) return std::nullopt;
    }
    if (text.starts_with('e') || text.starts_with('E')) {
        text.remove_prefix(1);
        const bool negative = take_sign(text);
        const std::string_view digits = take_digits(text);
        if (digits.empty() || digits.size() > 9) return std::nullopt;
        for (const char c : digits)
            parts.exponent = parts.exponent * 10 + (c - '0');
        if (negative) parts.exponent = -parts.exponent;
    }
    if (!text.empty()) return std::nullopt;
    return parts;
}

}  // namespace

std::optional<Decimal> Decimal::make(Wide coefficient, std::int64_t exponent) {
    if (exponent > 2 * k_max_exponent || exponent < -2 * k_max_exponent) return std::nullopt;
    Decimal result;
    result.coefficient_ = coefficient;
    result.exponent_ = static_cast<std::int32_t>(exponent);
    result.normalise();
    if (digits_of(result.coefficient_) > k_max_digits) return std::nullopt;
    if (result.exponent_ > k_max_exponent || result.exponent_ < -k_max_exponent) return std::nullopt;
    return result;
}

std::optional<Decimal> Decimal::parse(std::string_view text) {
    const auto parts = split(text);
    if (!parts) return std::nullopt;
    std::string digits(parts->whole);
    digits += parts->fraction;
    std::int64_t exponent = parts->exponent - static_cast<std::int64_t>(parts->fraction.size());
    while (!digits.empty() && digits.back() == '0') {
        digits.pop_back();
        ++exponent;
    }
    const std::size_t leading = std::min(digits.find_first_not_of('0'), digits.size());
    digits.erase(0, leading);
    if (digits.empty()) return Decimal();
    if (digits.size() > k_max_digits) return std::nullopt;
    Wide coefficient = 0;
    for (const char c : digits)
        coefficient = coefficient * 10 + (c - '0');
    return make(parts->negative ? -coefficient : coefficient, exponent);
}

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
    const auto sign = [](Wide value) { return value < 0 ? -1 : value > 0 ? 1 : 0; };
    const int sign_a = sign(a.coefficient_);
    const int sign_b = sign(b.coefficient_);
    if (sign_a != sign_b || sign_a == 0) return sign_a <=> sign_b;
    const int top_a = digits_of(a.coefficient_) + a.exponent_;
    const int top_b = digits_of(b.coefficient_) + b.exponent_;
    if (top_a != top_b) return sign_a * top_a <=> sign_a * top_b;
    // Equal leading positions: the exponents differ by less than the digits, so aligning them always fits.
    const std::int32_t base = std::min(a.exponent_, b.exponent_);
    const Wide left = scaled(a.coefficient_, 10, a.exponent_ - base).value_or(0);
    const Wide right = scaled(b.coefficient_, 10, b.exponent_ - base).value_or(0);
    if (left == right) return std::strong_ordering::equal;
    return left < right ? std::strong_ordering::less : std::strong_ordering::greater;
}

std::optional<Decimal> Decimal::add(const Decimal& a, const Decimal& b) {
    if (a.coefficient_ == 0) return b;
    if (b.coefficient_ == 0) return a;
    const std::int32_t base = std::min(a.exponent_, b.exponent_);
    const auto left = scaled(a.coefficient_, 10, std::int64_t{a.exponent_} - base);
    const auto right = scaled(b.coefficient_, 10, std::int64_t{b.exponent_} - base);
    Wide sum = 0;
    if (!left || !right || __builtin_add_overflow(*left, *right, &sum)) return std::nullopt;
    return make(sum, base);
}

std::optional<Decimal> Decimal::subtract(const Decimal& a, const Decimal& b) {
    Decimal negated = b;
    negated.coefficient_ = -b.coefficient_;
    return add(a, negated);
}

std::optional<Decimal> Decimal::multiply(const Decimal& a, const Decimal& b) {
    Wide left = a.coefficient_;
    Wide right = b.coefficient_;
    if (left == 0 || right == 0) return Decimal();
    std::int64_t exponent = std::int64_t{a.exponent_} + b.exponent_;
    // Factors of ten are taken out first, so that an overflow really means too many digits.
    const auto take_tens = [&exponent](Wide& twos, Wide& fives) {
        while (twos % 2 == 0 && fives % 5 == 0) {
            twos /= 2;
            fives /= 5;
            ++exponent;
        }
    };
    take_tens(left, right);
    take_tens(right, left);
    Wide product = 0;
    if (__builtin_mul_overflow(left, right, &product)) return std::nullopt;
    return make(product, exponent);
}

std::optional<Decimal> Decimal::divide(const Decimal& a, const Decimal& b) {
    if (b.coefficient_ == 0) return std::nullopt;
    if (a.coefficient_ == 0) return Decimal();
    Wide numerator = b.coefficient_ < 0 ? -a.coefficient_ : a.coefficient_;
    Wide denominator = magnitude(b.coefficient_);
    Wide rest = magnitude(numerator);
    Wide divisor = denominator;
    while (rest != 0) {
        const Wide next = divisor % rest;
        divisor = rest;
        rest = next;
    }
    numerator /= divisor;
    denominator /= divisor;
    std::int64_t twos = 0;
    std::int64_t fives = 0;
    for (; denominator % 2 == 0; denominator /= 2)
        ++twos;
    for (; denominator % 5 == 0; denominator /= 5)
        ++fives;
    if (denominator != 1) return std::nullopt;
    const std::int64_t tens = std::max(twos, fives);
    const auto by_fives = scaled(numerator, 5, tens - fives);
    const auto quotient = by_fives ? scaled(*by_fives, 2, tens - twos) : std::nullopt;
    if (!quotient) return std::nullopt;
    return make(*quotient, std::int64_t{a.exponent_} - b.exponent_ - tens);
}

std::string Decimal::text() const {
    if (coefficient_ == 0) return "0";
    const std::string digits = digits_text(coefficient_);
    const std::string sign = coefficient_ < 0 ? "-" : "";
    const int top = static_cast<int>(digits.size()) + exponent_;
    if (top > 40 || top < -40) {
        const std::string fraction = digits.size() > 1 ? "." + digits.substr(1) : "";
        return sign + digits.substr(0, 1) + fraction + "e" + std::to_string(top - 1);
    }
    if (exponent_ >= 0) return sign + digits + std::string(static_cast<std::size_t>(exponent_), '0');
    if (top > 0) {
        const auto point = static_cast<std::size_t>(top);
        return sign + digits.substr(0, point) + "." + digits.substr(point);
    }
    return sign + "0." + std::string(static_cast<std::size_t>(-top), '0') + digits;
}

std::optional<std::int64_t> Decimal::whole() const {
    if (exponent_ < 0) return std::nullopt;
    if (exponent_ > 18) return std::nullopt;
    const auto value = scaled(coefficient_, 10, exponent_);
    if (!value || *value > INT64_MAX || *value < INT64_MIN) return std::nullopt;
    return static_cast<std::int64_t>(*value);
}

}  // namespace spile::engine

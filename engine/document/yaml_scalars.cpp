// The core schema: which plain scalars are null, booleans or numbers.

#include <algorithm>
#include <charconv>

#include "engine/document/json_strings.hpp"
#include "engine/document/yaml_tree.hpp"

namespace spile::engine {

namespace {

bool all_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// `0x1F` and `0o17` in decimal digits; empty when it is neither or does not fit 64 bits.
std::string from_base(std::string_view text) {
    const int base = text.starts_with("0x") ? 16 : text.starts_with("0o") ? 8 : 0;
    if (base == 0) return {};
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data() + 2, text.data() + text.size(), value, base);
    if (error != std::errc{} || end != text.data() + text.size()) return {};
    return std::to_string(value);
}

/// `.5`, `5.`, `-.5e3`: the core schema's floats that JSON's grammar lacks a digit of. Empty when it is none.
std::string with_digits(std::string_view text) {
    std::string out;
    if (!text.empty() && (text[0] == '-' || text[0] == '+')) {
        if (text[0] == '-') out = "-";
        text.remove_prefix(1);
    }
    const std::size_t dot = text.find('.');
    if (dot == std::string_view::npos) return {};
    const std::string_view whole = text.substr(0, dot);
    const std::size_t exponent = std::min(text.find_first_of("eE", dot), text.size());
    const std::string_view fraction = text.substr(dot + 1, exponent - dot - 1);
    if (whole.empty() && fraction.empty()) return {};
    out.append(whole.empty() ? "0" : whole).append(".").append(fraction.empty() ? "0" : fraction);
    out.append(text.substr(exponent));
    return is_json_number(out) ? out : std::string();
}

/// Most plain scalars are words: nothing else needs a closer look.
bool may_be_number(char c) {
    return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.';
}

}  // namespace

YamlScalar resolve_plain(std::string_view text) {
    if (text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL") {
        return {Token::null_value, {}};
    }
    if (text == "true" || text == "false" || text == "True" || text == "False" || text == "TRUE" || text == "FALSE") {
        return {Token::boolean, {}};
    }
    if (!may_be_number(text[0])) return {Token::string, {}};
    if (is_json_number(text)) return {Token::number, {}};
    if (text[0] == '+' && is_json_number(text.substr(1)) && text[1] != '-') {
        return {Token::number, std::string(text.substr(1))};
    }
    if (all_digits(text)) return {Token::string, {}};
    std::string number = from_base(text);
    if (number.empty()) number = with_digits(text);
    return number.empty() ? YamlScalar{} : YamlScalar{Token::number, std::move(number)};
}

}  // namespace spile::engine

#include "lang/base/ascii.hpp"

#include <algorithm>

namespace spile {

std::string lower_case(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        c = lower_case(c);
    return out;
}

std::string upper_case(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        c = upper_case(c);
    return out;
}

bool same_but_for_case(std::string_view a, std::string_view b) noexcept {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char x, char y) { return lower_case(x) == lower_case(y); });
}

}  // namespace spile

#include "engine/loaders/kics.hpp"

#include <algorithm>
#include <array>

#include "lang/base/ascii.hpp"

namespace spile::engine {

namespace {

struct Query {
    std::string_view digits;
    std::string_view name;
};

constexpr Query k_queries[] = {
#define SPILE_KICS_QUERY(digits, name) {digits, name},
#include "engine/loaders/kics_queries.def"
#undef SPILE_KICS_QUERY
};

/// Eight digits, alone or with the rest of a UUID behind them.
bool is_uuid(std::string_view id) {
    if (id.size() != 8 && id.size() != 36) return false;
    for (std::size_t i = 0; i < id.size(); ++i) {
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        const char c = id[i];
        const bool digit = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
        if (dash ? c != '-' : !digit) return false;
    }
    return true;
}

}  // namespace

std::string_view kics_query(std::string_view id) {
    if (!is_uuid(id)) return id;
    std::array<char, 8> digits{};
    std::transform(id.begin(), id.begin() + 8, digits.begin(), [](char c) { return lower_case(c); });
    const std::string_view wanted(digits.data(), digits.size());
    const Query* found = std::lower_bound(std::begin(k_queries), std::end(k_queries), wanted,
                                          [](const Query& query, std::string_view key) { return query.digits < key; });
    return found != std::end(k_queries) && found->digits == wanted ? found->name : id;
}

}  // namespace spile::engine

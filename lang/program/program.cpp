#include "lang/program/program.hpp"

#include <array>

namespace spile::lang {

const std::vector<BuiltinInfo>& all_builtins() {
    static const std::vector<BuiltinInfo> all = {
#define SPILE_BUILTIN(name, signature, doc) {Builtin::name, #name, signature, doc},
#include "lang/program/builtins.def"
#undef SPILE_BUILTIN
    };
    return all;
}

namespace {

constexpr std::array<std::string_view, 5> k_severities = {"info", "low", "medium", "high", "critical"};

}  // namespace

std::string_view word(Severity severity) {
    return k_severities[static_cast<std::size_t>(severity)];
}

std::optional<Severity> parse_severity(std::string_view word) {
    for (std::size_t i = 0; i < k_severities.size(); ++i) {
        if (k_severities[i] == word) return static_cast<Severity>(i);
    }
    return std::nullopt;
}

}  // namespace spile::lang

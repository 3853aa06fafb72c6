// The five verdicts.
#pragma once

#include <cstdint>
#include <string_view>

namespace spile::engine {

enum class Verdict : std::uint8_t { pass, fail, unknown, not_applicable, error };
[[nodiscard]] std::string_view word(Verdict verdict);

}  // namespace spile::engine

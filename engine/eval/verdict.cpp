#include "engine/eval/verdict.hpp"

#include <array>

namespace spile::engine {

std::string_view word(Verdict verdict) {
    static constexpr std::array<std::string_view, 5> k_words = {"pass", "fail", "unknown", "not_applicable", "error"};
    return k_words[static_cast<std::size_t>(verdict)];
}

}  // namespace spile::engine

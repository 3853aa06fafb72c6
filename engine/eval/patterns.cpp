#include "engine/eval/patterns.hpp"

#include <re2/re2.h>

namespace spile::engine {

Patterns::Patterns() = default;
Patterns::~Patterns() = default;

const re2::RE2* Patterns::find(std::string_view pattern) {
    auto found = compiled_.find(pattern);
    if (found == compiled_.end()) {
        const re2::StringPiece text(pattern.data(), pattern.size());
        found = compiled_.emplace(std::string(pattern), std::make_unique<re2::RE2>(text, re2::RE2::Quiet)).first;
    }
    return found->second->ok() ? found->second.get() : nullptr;
}

}  // namespace spile::engine

#include "lang/base/crash.hpp"

#include <new>
#include <typeinfo>

#include "lang/base/check.hpp"

namespace spile {

std::string crash_text(const std::exception& bug) {
    if (dynamic_cast<const std::bad_alloc*>(&bug) != nullptr) return "internal error: out of memory";
    if (const Bug* const own = dynamic_cast<const Bug*>(&bug)) return std::string("internal error: ") + own->what();
    return std::string("internal error: an exception of type ") + typeid(bug).name();
}

}  // namespace spile

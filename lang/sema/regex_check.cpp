// The one file of the checker that knows RE2.
#include <re2/re2.h>

#include "lang/sema/literals.hpp"

namespace spile::lang::sema {

std::optional<std::string> regex_error(std::string_view pattern) {
    RE2::Options options;
    options.set_log_errors(false);
    const RE2 compiled(re2::StringPiece(pattern.data(), pattern.size()), options);
    if (compiled.ok()) return std::nullopt;
    return compiled.error();
}

}  // namespace spile::lang::sema

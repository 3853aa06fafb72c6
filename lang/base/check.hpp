// SPILE_CHECK states what only a bug of ours can break. No input may reach it; the command turns it into exit code 70.
#pragma once

#include <stdexcept>
#include <string>

namespace spile {

/// Thrown by SPILE_CHECK, caught once, in the command's main.
class Bug : public std::logic_error {
  public:
    using std::logic_error::logic_error;
};

}  // namespace spile

#define SPILE_CHECK(condition, what)                                                                                  \
    do {                                                                                                              \
        if (!(condition)) throw ::spile::Bug(std::string(what) + " (" __FILE__ ":" + std::to_string(__LINE__) + ")"); \
    } while (false)

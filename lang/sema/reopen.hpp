// The environment of a program that is compiled already, rebuilt from what the program keeps: names, types, signatures.
#pragma once

#include "lang/sema/environment.hpp"

namespace spile::lang::sema {

/// Fills modules and types of an environment that was just made over a whole program.
void reopen(Environment& env);
/// A further module that declares nothing and has every other imported by the last segment of its name; its index.
[[nodiscard]] std::uint32_t add_asking_module(Environment& env);

}  // namespace spile::lang::sema

// The same for unit tests, with the header that costs them most.
#pragma once

#include <catch2/catch.hpp>

#include "lang/base/precompiled.hpp"

// Headers that are compiled once for all files where SPILE_QUICK is on (.cmake/SpileBuild.cmake): standard ones that
// many files include, none of ours, which change. No file includes this one.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <sstream>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

// Golden files: what a test prints, kept beside it and compared byte by byte. SPILE_UPDATE=1 accepts what is printed
// now (never under CI=true).
#pragma once

#include <string>
#include <string_view>

namespace spile::test {

/// Empty when the file (path below the source root) holds exactly `actual`; else what differs first and the command
/// that accepts it.
[[nodiscard]] std::string differs_from_golden(std::string_view path, std::string_view actual);

}  // namespace spile::test

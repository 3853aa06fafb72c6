#include "lang/gherkin/parse_errors.hpp"

#include <algorithm>
#include <string>

namespace spile::gherkin {

void ParseErrors::add(Location location, std::string_view text) {
    if (full()) return;
    std::string message = "(" + std::to_string(location.line) + ":" + std::to_string(location.column) + "): ";
    message += text;
    const auto same = [&](const ParseError& error) { return error.message == message; };
    if (std::none_of(all_.begin(), all_.end(), same)) all_.push_back({location, std::move(message)});
}

}  // namespace spile::gherkin

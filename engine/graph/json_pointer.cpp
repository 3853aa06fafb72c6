#include "engine/graph/json_pointer.hpp"

namespace spile::engine {

void append_pointer(std::string& pointer, std::string_view key) {
    pointer += '/';
    for (const char c : key) {
        if (c == '~')
            pointer += "~0";
        else if (c == '/')
            pointer += "~1";
        else
            pointer += c;
    }
}

void append_pointer(std::string& pointer, std::size_t position) {
    pointer += '/';
    pointer += std::to_string(position);
}

}  // namespace spile::engine

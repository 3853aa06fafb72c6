#include "engine/coverage/table.hpp"

#include <algorithm>

namespace spile::engine::coverage {

std::string table(const std::vector<Row>& rows, const std::vector<std::string>& notes) {
    std::vector<std::size_t> widths;
    for (const Row& row : rows) {
        widths.resize(std::max(widths.size(), row.size()), 0);
        for (std::size_t i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], row[i].size());
    }
    std::string out;
    for (std::size_t r = 0; r < rows.size(); ++r) {
        for (std::size_t i = 0; i < rows[r].size(); ++i) {
            const std::string fill(widths[i] - rows[r][i].size(), ' ');
            out += i == 0 ? rows[r][i] + fill : "  " + fill + rows[r][i];
        }
        out += "\n" + notes[r];
    }
    return out;
}

}  // namespace spile::engine::coverage

// Gives types to the tables that the assembler put into this library (.cmake/SpileEmbed.cmake).
#include "stdlib/embedded.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace {

struct Row {
    const char* path;
    std::uint64_t path_length;
    const char* text;
    std::uint64_t text_length;
};

}  // namespace

extern "C" {
extern const Row spile_standard_modules[];
extern const std::uint64_t spile_standard_modules_count;
extern const Row spile_embedded_packs[];
extern const std::uint64_t spile_embedded_packs_count;
extern const Row spile_diagnostic_pages[];
extern const std::uint64_t spile_diagnostic_pages_count;
}

namespace spile::stdlib {

static std::vector<EmbeddedText> read(const Row* rows, std::size_t count) {
    std::vector<EmbeddedText> texts;
    for (const Row& row : std::span(rows, count))
        texts.push_back({{row.path, row.path_length}, {row.text, row.text_length}});
    return texts;
}

std::span<const EmbeddedText> standard_modules() {
    static const std::vector<EmbeddedText> texts = read(spile_standard_modules, spile_standard_modules_count);
    return texts;
}

std::span<const EmbeddedText> embedded_packs() {
    static const std::vector<EmbeddedText> texts = read(spile_embedded_packs, spile_embedded_packs_count);
    return texts;
}

std::span<const EmbeddedText> diagnostic_pages() {
    static const std::vector<EmbeddedText> texts = read(spile_diagnostic_pages, spile_diagnostic_pages_count);
    return texts;
}

}  // namespace spile::stdlib

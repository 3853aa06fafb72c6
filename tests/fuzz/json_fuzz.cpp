// Any bytes as JSON: read whole or refused with a reason, and refused alike whether values are read or skipped.
#include "tests/fuzz/read_document.hpp"

using namespace spile::engine;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    const bool read = fuzz::read_all(text, Format::json);
    SPILE_CHECK(read == fuzz::skip_all(text, Format::json), "skipping refuses what reading refuses");
    return 0;
}

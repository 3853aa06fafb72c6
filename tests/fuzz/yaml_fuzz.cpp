// Any text as YAML: the events are well formed, aliases and merges stay within their limits.
#include "tests/fuzz/document_checks.hpp"

using namespace spile;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    if (size > 100'000) return 0;
    fuzz::check_events(text, engine::Format::yaml, fuzz::k_limits);
    fuzz::check_skipping(text, engine::Format::yaml, fuzz::k_limits);
    return 0;
}

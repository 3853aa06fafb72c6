// Any text as a `.dockerignore`: every pattern's place lies in the text, and every path gets an answer. Behind the
// first NUL byte stands a path to ask for.
#include <cstdint>
#include <string>
#include <string_view>

#include "engine/document/dockerfile/ignore.hpp"
#include "lang/base/check.hpp"

using namespace spile::engine::dockerfile;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    if (size > 4'000) return 0;
    std::string_view text(reinterpret_cast<const char*>(bytes), size);
    std::string_view path = "src/.env";
    if (const std::size_t end = text.find('\0'); end != std::string_view::npos) {
        path = text.substr(end + 1);
        text = text.substr(0, end);
    }
    const IgnoreFile ignore(text);
    for (const IgnorePattern& pattern : ignore.patterns()) {
        SPILE_CHECK(pattern.span.begin < pattern.span.end && pattern.span.end <= text.size(),
                    "a pattern lies outside the text");
        SPILE_CHECK(clean_context_path(pattern.text) == pattern.text, "a pattern is cleaned once");
    }
    for (const Problem& problem : ignore.problems())
        SPILE_CHECK(problem.where.end <= text.size(), "a problem lies outside the text");
    const IgnorePattern* decided = ignore.excludes(path);
    SPILE_CHECK(decided == nullptr || !decided->negated, "a pattern that takes back in leaves nothing out");
    SPILE_CHECK((decided != nullptr) == (ignore.excludes("./" + std::string(path)) != nullptr),
                "a path is the same with ./ in front");
    return 0;
}

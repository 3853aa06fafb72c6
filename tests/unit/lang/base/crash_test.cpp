// What a crash prints holds no bytes of an input.
#include "lang/base/crash.hpp"

#include <catch2/catch.hpp>
#include <new>
#include <stdexcept>

#include "lang/base/check.hpp"

using namespace spile;

TEST_CASE("a crash tells a bug of ours in our words, and of anything else the type alone") {
    try {
        SPILE_CHECK(1 + 1 == 3, "sums are right");
        FAIL("nothing was thrown");
    } catch (const std::exception& bug) {
        CHECK(crash_text(bug).find("internal error: sums are right (") == 0);
    }
    const std::string text = crash_text(std::out_of_range("no member canary-7f3 in {\"password\": \"canary-7f3\"}"));
    CHECK(text.find("canary-7f3") == std::string::npos);
    CHECK(text.find("out_of_range") != std::string::npos);
    CHECK(crash_text(std::bad_alloc()) == "internal error: out of memory");
}

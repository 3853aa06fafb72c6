#include "lang/source/balanced.hpp"

#include <catch2/catch.hpp>

using namespace spile;

namespace {

std::string widened(const std::string& text, const std::string& part) {
    SourceMap sources;
    const SourceId id = sources.add("a.spile", text);
    const auto begin = static_cast<std::uint32_t>(text.find(part));
    return std::string(sources.text(balanced(sources, {id, {begin, begin + static_cast<std::uint32_t>(part.size())}})));
}

}  // namespace

TEST_CASE("a span is widened over parentheses that it holds one end of") {
    CHECK(widened("require (a ?? 1) >= 7", "a ?? 1) >= 7") == "(a ?? 1) >= 7");
    CHECK(widened("require 7 <= (a ?? 1)", "7 <= (a ?? 1") == "7 <= (a ?? 1)");
    CHECK(widened("((a or b) and c)", "a or b) and c") == "(a or b) and c");
    CHECK(widened("(a or b) and (c or d)", "a or b) and (c or d") == "(a or b) and (c or d)");
    CHECK(widened("f(a, \")\") and b", "f(a, \")\") and b") == "f(a, \")\") and b");
    CHECK(widened("a # (\nand b", "a # (\nand b") == "a # (\nand b");
    CHECK(widened("a) and b", "a) and b") == "a) and b");  // nothing opens it
}

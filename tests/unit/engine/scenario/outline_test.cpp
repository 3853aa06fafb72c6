#include "engine/scenario/outline.hpp"

#include <catch2/catch.hpp>

#include "engine/scenario/names.hpp"

using namespace spile::engine;            // NOLINT(google-build-using-namespace): a test
using namespace spile::engine::scenario;  // NOLINT(google-build-using-namespace)

namespace {

std::string shown(const Outline& outline) {
    std::string out;
    for (const std::string& section : outline.sections)
        out += section + " ";
    for (const auto& [name, type] : outline.resources)
        out += name + ":" + type + " ";
    return out;
}

}  // namespace

TEST_CASE("the outline of a template has its sections, and its resources with their types") {
    CHECK(shown(outline_of("Resources:\n  A: {Type: T, Properties: {Type: X}}\n  B:\n    Type: U\nOutputs: {}\n",
                           Format::yaml)) == "Resources Outputs A:T B:U ");
    CHECK(shown(outline_of(R"({"Mappings": {"Resources": {}}, "Resources": {"A": {"Type": "T"}}})", Format::json)) ==
          "Mappings Resources A:T ");
    CHECK(shown(outline_of("Resources:\n  A: {Properties: {}}\n  B: {Type: U}\n", Format::yaml)) ==
          "Resources A: B:U ");
}

TEST_CASE("an outline of what is no template ends, with what could be read") {
    for (const char* text :
         {"", "a", "[1, 2]", "Resources:", "Resources: []\nX: 1", "Resources: {A: ", "Resources: {A: 1, B: {}}",
          "Resources: {A: {Type: {X: 1}}}", "{", "&a [*a]", "Resources: {A: {Type: [x"}) {
        static_cast<void>(outline_of(text, Format::yaml));
        static_cast<void>(outline_of(text, Format::json));
    }
    CHECK(outline_of("a: 1\na: 2\n", Format::yaml).problem == "key `a` appears twice in one map (line 2)");
    CHECK(outline_of("a: 1\n", Format::yaml).problem.empty());
}

TEST_CASE("sections are told from logical names") {
    CHECK(is_section("Parameters"));
    CHECK(is_section("Globals"));
    CHECK_FALSE(is_section("Logs"));
    CHECK_FALSE(is_section("parameters"));
}

#include "engine/loaders/kics.hpp"

#include <catch2/catch.hpp>

using spile::engine::kics_query;

TEST_CASE("KICS' UUIDs are the names of its queries") {
    CHECK(kics_query("9513a694-aa0d-41d8-be61-3271e056f36b") == "dockerfile/add_instead_of_copy");
    CHECK(kics_query("9513A694-AA0D-41D8-BE61-3271E056F36B") == "dockerfile/add_instead_of_copy");
    CHECK(kics_query("9513a694") == "dockerfile/add_instead_of_copy");
    CHECK(kics_query("105ba098-1111-2222-3333-444444444444") == "cloudFormation/aws/alb_is_not_integrated_with_waf");
}

TEST_CASE("any other text stays as it is") {
    CHECK(kics_query("00000000-aa0d-41d8-be61-3271e056f36b") == "00000000-aa0d-41d8-be61-3271e056f36b");
    CHECK(kics_query("dockerfile/add_instead_of_copy") == "dockerfile/add_instead_of_copy");
    CHECK(kics_query("9513a694aaaa") == "9513a694aaaa");
    CHECK(kics_query("9513a694+aa0d-41d8-be61-3271e056f36b") == "9513a694+aa0d-41d8-be61-3271e056f36b");
    CHECK(kics_query("").empty());
}

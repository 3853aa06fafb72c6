#include "engine/findings/select.hpp"

#include <catch2/catch.hpp>

#include "tests/unit/engine/findings/run.hpp"

using namespace spile;
using namespace spile::engine;

namespace {

struct Selected {
    std::vector<std::uint32_t> policies;
    DiagnosticSink sink;
};

Selected select(const SelectOptions& options) {
    test::Run run;
    run.add_policy("ORG-S3-001", {"cfn_nag:W41", "kics:cloudFormation/aws/s3_bucket"});
    run.add_policy("ORG-S3-002");
    run.add_policy("ORG-NET-001");
    Selected selected;
    selected.policies = select_policies(run.program, options, selected.sink);
    return selected;
}

using Indices = std::vector<std::uint32_t>;

}  // namespace

TEST_CASE("without globs every policy is selected") {
    CHECK(select({}).policies == Indices{0, 1, 2});
}

TEST_CASE("globs select by id, name and alias, and ignore wins") {
    CHECK(select({.select = {"ORG-S3-*"}}).policies == Indices{0, 1});
    CHECK(select({.select = {"policy_2"}}).policies == Indices{2});
    CHECK(select({.select = {"org.storage.*"}}).policies == Indices{0, 1, 2});
    CHECK(select({.select = {"cfn_nag:*"}}).policies == Indices{0});
    CHECK(select({.select = {"kics:cloudFormation*"}}).policies == Indices{0});
    CHECK(select({.select = {"ORG-S3-*"}, .ignore = {"ORG-S3-002"}}).policies == Indices{0});
    CHECK(select({.ignore = {"ORG-NET-001"}}).policies == Indices{0, 1});
}

TEST_CASE("a glob that matches nothing is an error with the nearest name") {
    const Selected selected = select({.select = {"ORG-S3-01"}});
    REQUIRE(selected.sink.error_count() == 1);
    CHECK(selected.sink.all()[0].kind == DiagnosticKind::selection_matches_nothing);
    CHECK(selected.sink.all()[0].message ==
          "--select `ORG-S3-01` matches no loaded policy; did you mean `ORG-S3-001`?");
    CHECK(select({.ignore = {"cfn_nag:W14"}}).sink.error_count() == 1);
}

TEST_CASE("mandatory policies cannot be left out, and must be there") {
    CHECK(select({.select = {"ORG-NET-001"}, .mandatory = {{"ORG-S3-002", ""}}}).policies == Indices{1, 2});
    CHECK(select({.ignore = {"*"}, .mandatory = {{"ORG-S3-002", ""}}}).policies == Indices{1});
    const Selected missing = select({.mandatory = {{"ORG-S3-003", ""}}});
    REQUIRE(missing.sink.error_count() == 1);
    CHECK(missing.sink.all()[0].kind == DiagnosticKind::mandatory_policy_missing);
    CHECK(missing.sink.all()[0].message.find("did you mean `ORG-S3-001`?") != std::string::npos);
}

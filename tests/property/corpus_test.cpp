// The embedded packs over every real template with few worlds and every real plan: the evaluator and the reference
// interpreter agree.
#include <catch2/catch.hpp>
#include <cstdio>

#include "engine/loaders/detect.hpp"
#include "engine/reference/reference.hpp"
#include "tests/conformance/corpus.hpp"
#include "tests/property/loaded.hpp"

using namespace spile;
using namespace spile::test;

namespace {

constexpr std::size_t k_worlds = 1024;

struct Tally {
    std::size_t compared = 0;
    std::size_t worlds = 0;
    std::size_t too_many = 0;
    std::size_t unreadable = 0;
};

void compare(Rules& rules, const std::filesystem::path& path, engine::InputKind kind, Tally& tally) {
    const std::string text = tests::read_file(path);
    const std::string name = path.filename().string();
    const auto detected = engine::detect_input(name, text);
    if (!detected || detected->kind != kind) return;
    const auto judged = test::judged(rules, name, text);
    if (!judged->readable) {
        ++tally.unreadable;
        return;
    }
    const auto worlds = engine::all_worlds(judged->graph.guards(), k_worlds);
    if (worlds.empty()) {
        ++tally.too_many;
        return;
    }
    ++tally.compared;
    tally.worlds += worlds.size();
    const auto reference = engine::interpret(*judged->evaluation, worlds);
    for (const std::string& line : engine::differences(reference, judged->outcomes, *judged->evaluation))
        FAIL_CHECK(path.string() << ": " << line);
}

}  // namespace

TEST_CASE("the embedded packs mean over real templates what the reference interpreter says") {
    const auto corpus = tests::corpus();
    if (!corpus) return;
    const auto rules = local_rules();
    REQUIRE(rules->wrong == "");
    CHECK(rules->program.policies.size() > 350);
    Tally tally;
    for (const char* folder : {"templates", "suites/cfn_nag", "suites/guard-registry"}) {
        for (const auto& path : tests::files_below(*corpus / folder, {".yaml", ".yml", ".json", ".template"}))
            compare(*rules, path, engine::InputKind::cfn, tally);
    }
    std::printf("%zu templates compared in %zu worlds; %zu have more than %zu worlds, %zu cannot be read\n",
                tally.compared, tally.worlds, tally.too_many, k_worlds, tally.unreadable);
    CHECK(tally.compared > 100);
}

TEST_CASE("the embedded packs mean over real plans what the reference interpreter says") {
    const auto corpus = tests::corpus();
    if (!corpus) return;
    const auto rules = embedded_rules();
    REQUIRE(rules->wrong == "");
    Tally tally;
    for (const char* folder : {"plans", "suites/policy-engine-golden"}) {
        for (const auto& path : tests::files_below(*corpus / folder, {".json"}))
            compare(*rules, path, engine::InputKind::tfplan, tally);
    }
    std::printf("%zu plans compared; %zu cannot be read\n", tally.compared, tally.unreadable);
    CHECK(tally.compared >= 67);
}

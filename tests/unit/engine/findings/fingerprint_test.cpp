#include "engine/findings/fingerprint.hpp"

#include <catch2/catch.hpp>
#include <set>

using namespace spile::engine;

TEST_CASE("fingerprints are stable") {
    // Baselines in repositories hold these: a change of this value is a break. (The value is that of another
    // implementation.)
    CHECK(fingerprint({"ORG-S3-001", "stacks/site.yaml", "Resources.Logs", "", "Resources.Logs.Properties"}) ==
          "b97f4603b8c20f037883c8f52f71bf22");
}

TEST_CASE("every field of the identity counts, and where it ends") {
    const std::set<std::string> all = {
        fingerprint({"A", "b", "c", "d", "e"}), fingerprint({"B", "b", "c", "d", "e"}),
        fingerprint({"A", "B", "c", "d", "e"}), fingerprint({"A", "b", "C", "d", "e"}),
        fingerprint({"A", "b", "c", "D", "e"}), fingerprint({"A", "b", "c", "d", "E"}),
        fingerprint({"Ab", "", "c", "d", "e"}), fingerprint({"", "Ab", "c", "d", "e"}),
        fingerprint({"A", "b", "c", "de", ""}), fingerprint({"A", "b", "cd", "", "e"}),
    };
    CHECK(all.size() == 10);
    for (const std::string& one : all) {
        CHECK(one.size() == 32);
        CHECK(one.find_first_not_of("0123456789abcdef") == std::string::npos);
    }
}

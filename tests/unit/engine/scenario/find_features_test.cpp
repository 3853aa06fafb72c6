#include "engine/scenario/find_features.hpp"

#include <catch2/catch.hpp>

#include "tests/support/memory_file_system.hpp"

using namespace spile;                    // NOLINT(google-build-using-namespace): a test
using namespace spile::engine::scenario;  // NOLINT(google-build-using-namespace)

namespace {

std::string found(const std::vector<std::string>& targets) {
    test::MemoryFileSystem files;
    for (const char* path : {"a.feature", "a.spile", "p/b.feature", "p/c.feature.md", "p/b.spile", "p/q/d.spile",
                             "p/q/readme.md", "empty/x.yaml"})
        files.put(path, "");
    files.put("failed.txt", "a.feature:3\n\np/b.feature:4\r\np/b.feature:9\n");
    files.put("@strange.feature", "");
    files.put("nested.txt", "@failed.txt\n@strange.feature\n");
    DiagnosticSink sink;
    const FoundFeatures made = find_features(files, targets, sink);
    std::string out;
    for (const FeatureText& feature : made.features) {
        out += feature.path;
        if (const auto lines = made.lines.find(feature.path); lines != made.lines.end()) {
            for (const std::uint32_t line : lines->second)
                out += ":" + std::to_string(line);
        }
        out += " ";
    }
    out += "|";
    for (const std::string& policy : made.policies)
        out += " " + policy;
    for (const std::string& folder : made.without)
        out += " without " + folder;
    for (const Diagnostic& diagnostic : sink.all())
        out += " " + std::string(info(diagnostic.kind).code);
    return out;
}

}  // namespace

TEST_CASE("features and policies are found below folders and beside features, each once") {
    CHECK(found({}) == "@strange.feature a.feature p/b.feature p/c.feature.md | a.spile p/b.spile p/q/d.spile");
    CHECK(found({"p"}) == "p/b.feature p/c.feature.md | p/b.spile p/q/d.spile");
    CHECK(found({"p/"}) == "p/b.feature p/c.feature.md | p/b.spile p/q/d.spile");
    CHECK(found({"./p/b.feature"}) == "p/b.feature | p/b.spile");
    CHECK(found({"a.feature", "a.feature"}) == "a.feature | a.spile");
    CHECK(found({"@strange.feature"}) == "@strange.feature | a.spile");
}

TEST_CASE("lines are those of their feature, unless it is named as a whole too") {
    CHECK(found({"a.feature:3:10"}) == "a.feature:10:3 | a.spile");
    CHECK(found({"@failed.txt"}) == "a.feature:3 p/b.feature:4:9 | a.spile p/b.spile");
    CHECK(found({"@failed.txt", "p"}) == "a.feature:3 p/b.feature p/c.feature.md | a.spile p/b.spile p/q/d.spile");
}

TEST_CASE("what is not there or no feature is an error, a folder without features is said") {
    CHECK(found({"b.feature"}) == "| SP0805");
    CHECK(found({"a.spile"}) == "| SP0806");
    CHECK(found({"@lost.txt"}) == "| SP0805");
    CHECK(found({"@nested.txt"}) == "@strange.feature | a.spile SP0806");
    CHECK(found({"empty"}) == "| without empty");
}

#include "lang/mutation/mutation.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <set>

#include "tests/unit/lang/mutation/support.hpp"
#include "tests/unit/lang/sema/support.hpp"

using namespace spile;
using namespace spile::lang;
using namespace spile::lang::test;

namespace {

// An example of mutations.def in a policy of its own.
std::string policy_of(const std::string& example) {
    const std::string head = "module a\n";
    const std::string body = "policy p \"P\" {\n    id X-1\n    severity low\n    for b: cfn \"AWS::S3::Bucket\"\n";
    if (example.starts_with("rule "))
        return head + example + "\nrule named(b: Resource) if b.name == \"data\"\n" +
               "policy p \"P\" {\n    id X-1\n    severity low\n    for b: Resource\n    require named(b)\n}\n";
    const std::string demand = example.starts_with("severity ") ? "b.BucketName exists" : example;
    // The other bucket type makes the program name two.
    return head + body + "    require " + demand + "\n}\npolicy q \"Q\" {\n    id X-2\n    severity low\n" +
           "    for b: cfn \"AWS::S3::BucketPolicy\"\n    require b.Bucket exists\n}\n";
}

std::vector<std::string> spile_files(const std::string& folder) {
    std::set<std::string> paths;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(SPILE_SOURCE_DIR "/" + folder)) {
        if (entry.path().extension() == ".spile") paths.insert(entry.path().string());
    }
    std::vector<std::string> texts;
    for (const std::string& path : paths)
        texts.push_back(read_file(path));
    return texts;
}

}  // namespace

TEST_CASE("every kind of mutation makes the mutant of its example") {
    for (const MutationInfo& info : all_mutations()) {
        const Compiled made = compiled(policy_of(std::string(info.example)));
        INFO(info.word << ": " << info.example << "\n" << made.report());
        REQUIRE(made.codes().empty());
        std::string all;
        bool found = false;
        for (const Mutant& mutant : mutants_of(made.program, made.sources, 0)) {
            if (mutant.kind != info.kind) continue;
            all += mutant.mutated + "\n";
            found = found || mutant.mutated == info.mutant;
        }
        INFO(all);
        CHECK(found);
    }
}

TEST_CASE("the reference lists every kind of mutation as it is, in the same order") {
    const std::string page = read_file(SPILE_SOURCE_DIR "/docs/reference/coverage-and-mutation.md");
    const std::string head = "| kind | change | example | mutant |\n| --- | --- | --- | --- |\n";
    std::string table;
    for (const MutationInfo& info : all_mutations()) {
        table += "| `" + std::string(info.word) + "` | " + std::string(info.what) + " | `" + std::string(info.example) +
                 "` | `" + std::string(info.mutant) + "` |\n";
    }
    const std::size_t begin = page.find(head);
    REQUIRE(begin != std::string::npos);
    const std::size_t end = page.find("\n\n", begin);
    CHECK(page.substr(begin + head.size(), end + 1 - begin - head.size()) == table);
}

TEST_CASE("a mutant that is applied and taken back leaves the program as it was") {
    Compiled made;
    compile_into(made, spile_files("policies"), {}, spile_files("stdlib"));
    INFO(made.report());
    REQUIRE(made.codes().empty());
    const Program before = made.program;
    std::size_t count = 0;
    std::set<std::string> fingerprints;
    for (std::uint32_t policy = 0; policy < made.program.policies.size(); ++policy) {
        for (const Mutant& mutant : mutants_of(made.program, made.sources, policy)) {
            INFO(made.program.policies[policy].id << " " << word(mutant.kind) << ": " << mutant.original << " -> "
                                                  << mutant.mutated);
            CHECK(mutant.original != mutant.mutated);
            CHECK(fingerprints.insert(mutant.fingerprint).second);
            CHECK(mutant.where.valid());
            {
                const Applied applied(made.program, mutant);
                const bool changed = !same(made.program, before);
                CHECK(changed);
            }
            const bool as_before = same(made.program, before);
            CHECK(as_before);
            ++count;
        }
    }
    CHECK(count > 5 * made.program.policies.size());
}

TEST_CASE("fingerprints stay when the text moves, and change with it") {
    const std::string text = policy_of("b.BucketName == \"logs\"");
    const Compiled here = compiled(text);
    const Compiled moved = compiled("\n\n# moved\n" + text);
    const Compiled other = compiled(policy_of("b.BucketName == \"data\""));
    const auto of = [](const Compiled& made) {
        std::string all;
        for (const Mutant& mutant : mutants_of(made.program, made.sources, 0)) {
            if (mutant.kind == MutationKind::equality) all += mutant.fingerprint;
        }
        return all;
    };
    CHECK(of(here).size() == 8);
    CHECK(of(here) == of(moved));
    CHECK(of(here) != of(other));
}

TEST_CASE("mutants that nobody could write, or that say the same as another one, are left out") {
    const auto kinds_of = [](const std::string& demand) {
        const Compiled made = compiled(policy_of(demand));
        INFO(made.report());
        REQUIRE(made.codes().empty());
        std::string all;
        for (const Mutant& mutant : mutants_of(made.program, made.sources, 0)) {
            const bool always = mutant.kind == MutationKind::severity || mutant.kind == MutationKind::type;
            if (!always) all += std::string(all.empty() ? "" : " ") + std::string(word(mutant.kind));
        }
        return all;
    };
    // Without `exists` the compiler refuses the ordering.
    CHECK(kinds_of("b.BucketName exists and starts_with(b.BucketName, \"x\")") ==
          "condition presence connective negation call condition text");
    CHECK(kinds_of("b.Tags exists and length(b.Tags) > 3") ==
          "condition condition presence connective condition boundary direction number number");
    CHECK(kinds_of("not b.BucketName == \"x\"") == "negation condition text");
    CHECK(kinds_of("not (some t in b.Tags where t.Key exists)") == "negation condition quantifier condition presence");
}

TEST_CASE("a survivor's input") {
    const auto needs = [](const std::string& demand, const std::string& mutated) -> std::string {
        const Compiled made = compiled(policy_of(demand));
        INFO(made.report());
        for (const Mutant& mutant : mutants_of(made.program, made.sources, 0)) {
            if (mutant.mutated == mutated) return mutant.needs;
        }
        return "no such mutant";
    };
    CHECK(needs("length(b.Tags) < 3", "length(b.Tags) < 4") == "an input in which `length(b.Tags)` is 3");
    CHECK(needs("length(b.Tags) < 3", "length(b.Tags) < 2") == "an input in which `length(b.Tags)` is 2");
    CHECK(needs("length(b.Tags) >= 3", "length(b.Tags) >= 4") == "an input in which `length(b.Tags)` is 3");
    CHECK(needs("length(b.Tags) <= 3", "length(b.Tags) <= 4") == "an input in which `length(b.Tags)` is 4");
    CHECK(needs("3 < length(b.Tags)", "4 < length(b.Tags)") == "an input in which `length(b.Tags)` is 4");
    CHECK(needs("length(b.Tags) < 3", "length(b.Tags) <= 3") == "an input in which `length(b.Tags)` and `3` are equal");
    CHECK(needs("(b.AccessControl ?? \"Private\") == \"Private\"", "(b.AccessControl) == \"Private\"") ==
          "an input without `b.AccessControl`");
    CHECK(needs("b.BucketName != \"logs\"", "b.BucketName != \"logsX\"") ==
          "an input in which `b.BucketName` is `\"logs\"`");
    CHECK(needs("b.AccessControl in {\"Private\", \"PublicRead\"}", "b.AccessControl in {\"Private\"}") ==
          "an input in which `b.AccessControl` is `\"PublicRead\"`");
}

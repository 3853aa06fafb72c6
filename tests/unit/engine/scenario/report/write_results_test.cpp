#include "engine/scenario/report/write_results.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "tests/support/golden.hpp"
#include "tests/unit/engine/scenario/report/sample_run.hpp"

using namespace spile;
using namespace spile::engine::scenario;
using namespace spile::test;

namespace {

std::string written(ResultFormat format) {
    const SampleRun sample = sample_run();
    return write_results(format, sample.run, sample.options);
}

std::string golden(std::string_view name, std::string_view text) {
    return differs_from_golden("tests/report/test_results/" + std::string(name) + ".golden", text);
}

std::size_t occurrences(std::string_view text, std::string_view what) {
    std::size_t count = 0;
    for (std::size_t at = text.find(what); at != std::string_view::npos; at = text.find(what, at + 1))
        ++count;
    return count;
}

constexpr std::array k_machine_formats{ResultFormat::messages, ResultFormat::junit, ResultFormat::tap,
                                       ResultFormat::json, ResultFormat::html};

}  // namespace

TEST_CASE("every format prints the sample test run as its golden file says") {
    for (const ResultFormat format : k_machine_formats) {
        CHECK(golden(word(format), written(format)) == "");
        CHECK(written(format) == written(format));
        CHECK(parse_result_format(word(format)) == format);
    }
    CHECK(all_result_formats().size() == k_machine_formats.size() + 1);  // and text
    CHECK_FALSE(parse_result_format("xml").has_value());
}

TEST_CASE("a run of nothing is whole in every format of test results") {
    for (const ResultFormat format : k_machine_formats)
        CHECK(golden("empty_" + std::string(word(format)), write_results(format, RunResult{}, {})) == "");
}

TEST_CASE("no text of a feature acts as markup, command or escape sequence in a test report") {
    for (const ResultFormat format : k_machine_formats) {
        const std::string text = written(format);
        INFO(word(format));
        CHECK(std::none_of(text.begin(), text.end(), [](char c) {
            return (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') || c == 0x7f;
        }));
    }
    const std::string html = written(ResultFormat::html);
    CHECK(occurrences(html, "<script") == 0);
    CHECK(occurrences(html, "<b>") == 0);
    CHECK(occurrences(html, "<i>") == 0);
    CHECK(occurrences(html, "<img") == 0);
    CHECK(occurrences(html, "&lt;script&gt;alert(1)&lt;/script&gt;") > 0);
    CHECK(occurrences(html, "\xe2\x80\xae") == 0);
    const std::string junit = written(ResultFormat::junit);
    CHECK(occurrences(junit, "]]>") == 0);
    CHECK(occurrences(junit, "<script") == 0);
    const std::string tap = written(ResultFormat::tap);
    CHECK(occurrences(tap, "\\# not a directive") == 1);
    CHECK(occurrences(tap, "\n::error") == 0);
}

TEST_CASE("an id stands once in a stream of messages of several features") {
    SampleRun sample = sample_run();
    sample.run.features.push_back(sample.run.features[1]);
    const std::string text = write_results(ResultFormat::messages, sample.run, sample.options);
    std::multiset<std::string> pickles;
    for (std::size_t at = text.find("{\"pickle\":{\"id\":\""); at != std::string::npos;
         at = text.find("{\"pickle\":{\"id\":\"", at + 1)) {
        const std::size_t begin = at + 17;
        pickles.insert(text.substr(begin, text.find('"', begin) - begin));
    }
    CHECK(pickles.size() == 9);
    for (const std::string& id : pickles)
        CHECK(pickles.count(id) == 1);
}

TEST_CASE("a scenario that failed without a step says why in every format") {
    SampleRun sample = sample_run();
    ScenarioResult& scenario = sample.run.features[1].scenarios[1];
    scenario.status = Status::failed;
    scenario.message = "nothing was evaluated";
    for (const ResultFormat format : k_machine_formats) {
        INFO(word(format));
        const bool said =
            write_results(format, sample.run, sample.options).find("nothing was evaluated") != std::string::npos;
        CHECK(said);
    }
}

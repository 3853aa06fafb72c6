// Test results as JUnit XML in the shape that Surefire writes and Jenkins and GitLab read (tests/report/junit.xsd): a
// suite for each feature, a case for each scenario.
#include "engine/report/escape.hpp"
#include "engine/scenario/report/view.hpp"
#include "engine/scenario/report/writers.hpp"

namespace spile::engine::scenario {

namespace {

struct Counts {
    std::size_t tests = 0;
    std::size_t failures = 0;
    std::size_t errors = 0;
    std::size_t skipped = 0;
};

std::string attribute(std::string_view name, std::string_view value) {
    return std::string(" ").append(name).append("=\"").append(xml(value)).append("\"");
}

std::string counts(const Counts& counts) {
    return attribute("tests", std::to_string(counts.tests)) + attribute("failures", std::to_string(counts.failures)) +
           attribute("errors", std::to_string(counts.errors)) + attribute("skipped", std::to_string(counts.skipped)) +
           attribute("time", "0");
}

/// xml() makes references of line breaks, which is right for attributes; a text keeps them.
std::string body(std::string_view text) {
    std::string out;
    for (const std::string_view line : lines_of(text))
        out += xml(visible_line(line)) + "\n";
    return out;
}

std::string open_case(std::string_view classname, std::string_view name, std::string_view file, std::uint32_t line) {
    std::string out =
        "    <testcase" + attribute("classname", classname) + attribute("name", name) + attribute("time", "0");
    if (!file.empty()) out += attribute("file", file);
    if (line > 0) out += attribute("line", std::to_string(line));
    return out;
}

std::string result(std::string_view element, std::string_view type, std::string_view message, std::string_view text) {
    return std::string(">\n      <").append(element) + attribute("message", message) + attribute("type", type) + ">" +
           body(text) + "</" + std::string(element) + ">\n    </testcase>\n";
}

std::string scenario_case(const FeatureView& feature, const ScenarioView& scenario, Counts& of) {
    const std::string& path = feature.result->path;
    const std::string name =
        scenario.rule.empty() ? scenario.title() : std::string(scenario.rule) + ": " + scenario.title();
    std::string out = open_case(feature.name, name, path, scenario.pickle->location.line);
    ++of.tests;
    if (scenario.result->status == Status::passed) return out + "/>\n";
    if (scenario.result->status == Status::skipped) {
        ++of.skipped;
        return out + ">\n      <skipped message=\"not run\"/>\n      <system-out></system-out>\n    </testcase>\n";
    }
    ++of.failures;
    const StepView* stopped = scenario.stopped();
    if (stopped == nullptr)
        return out + result("failure", word(scenario.result->status), scenario.result->message,
                            path + ":" + std::to_string(scenario.pickle->location.line) + ": " + explanation(scenario));
    const std::string step = visible(std::string(stopped->keyword) + " " + stopped->step->text);
    const std::string place = visible(path) + ":" + std::to_string(stopped->step->location.line);
    return out + result("failure", word(stopped->result->status),
                        step + (step.ends_with(':') ? " " : ": ") + stopped->result->message,
                        place + ": " + step + "\n" + explanation(*stopped->result));
}

std::string feature_suite(const FeatureView& feature, Counts& all) {
    Counts own;
    std::string cases;
    for (const gherkin::ParseError& error : feature.result->errors) {
        ++own.tests;
        ++own.errors;
        cases += open_case(feature.name, "can be read (line " + std::to_string(error.location.line) + ")",
                           feature.result->path, error.location.line) +
                 result("error", "syntax", error.message, feature.result->path + ": " + error.message);
    }
    for (const ScenarioView& scenario : feature.scenarios)
        cases += scenario_case(feature, scenario, own);
    all.tests += own.tests;
    all.failures += own.failures;
    all.errors += own.errors;
    all.skipped += own.skipped;
    return "  <testsuite" + attribute("name", feature.result->path) + counts(own) + ">\n" + cases + "  </testsuite>\n";
}

}  // namespace

std::string write_junit_results(const RunResult& run, const ResultOptions&) {
    Counts all;
    std::string suites;
    for (const FeatureResult& feature : run.features)
        suites += feature_suite(view_of(feature), all);
    if (!run.errors.empty()) {
        const Counts own{.tests = run.errors.size(), .failures = 0, .errors = run.errors.size(), .skipped = 0};
        all.tests += own.tests;
        all.errors += own.errors;
        suites += "  <testsuite" + attribute("name", "spile test") + counts(own) + ">\n";
        for (std::size_t i = 0; i < run.errors.size(); ++i)
            suites += open_case("spile test", "the run is whole (" + std::to_string(i + 1) + ")", {}, 0) +
                      result("error", "run", run.errors[i], run.errors[i]);
        suites += "  </testsuite>\n";
    }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites" + attribute("name", "spile test") + counts(all) +
           ">\n" + suites + "</testsuites>\n";
}

}  // namespace spile::engine::scenario

// JUnit XML in the shape that Surefire writes and Jenkins and GitLab read (tests/report/junit.xsd): a suite for each
// input; in it a case for each policy and subject that did not pass, and one for each policy that passed.
#include <algorithm>
#include <array>
#include <map>

#include "engine/report/escape.hpp"
#include "engine/report/writers.hpp"

namespace spile::engine {

namespace {

enum class CaseResult : std::uint8_t { passed, skipped, failed, broken };

struct Case {
    std::string classname;
    std::string name;
    std::string file;
    std::uint32_t line = 0;  // 0: none
    CaseResult result = CaseResult::passed;
    std::string type;     // "high", "unknown", "waived"
    std::string message;  // of the first finding that has this result
    std::string text;     // of all findings
};

struct Suite {
    std::string name;
    std::vector<Case> cases;
};

CaseResult result_of(const Finding& finding) {
    if (!finding.fails_gate) return CaseResult::skipped;
    return finding.verdict == Verdict::error ? CaseResult::broken : CaseResult::failed;
}

// Surefire's <skipped> has no type: the message says why.
std::string message_of(const Finding& finding) {
    if (finding.waived) return "waived (" + finding.waived->text + "): " + full_message(finding);
    if (finding.verdict == Verdict::unknown) return "unknown: " + full_message(finding);
    if (!finding.fails_gate) return "below --fail-on: " + full_message(finding);
    return full_message(finding);
}

// The text keeps its line breaks, so those of documents must not be any: in a log, a line may be a command.
std::string text_of(const Finding& finding) {
    std::string out = visible(finding.location.path) + ":" + std::to_string(finding.location.line) + ":" +
                      std::to_string(finding.location.column) + ": " + visible(full_message(finding)) + "\n";
    for (const std::string& reason : finding.reasons)
        out += "why: " + visible(reason) + "\n";
    for (const std::string& also : finding.also)
        out += "also: " + visible(also) + "\n";
    if (!finding.remedy.empty()) out += "fix: " + visible(finding.remedy) + "\n";
    return out;
}

void add_finding(Suite& suite, std::map<std::string, std::size_t>& by_subject, const Finding& finding) {
    const std::string subject =
        finding.subject.address + (finding.subject.key.empty() ? "" : " [" + finding.subject.key + "]");
    const auto [found, is_new] = by_subject.try_emplace(finding.policy + "\n" + subject, suite.cases.size());
    if (is_new) {
        suite.cases.push_back({.classname = finding.policy,
                               .name = subject + ": " + finding.title,
                               .file = finding.location.path,
                               .line = finding.location.line});
    }
    Case& test = suite.cases[found->second];
    if (result_of(finding) > test.result) {
        test.result = result_of(finding);
        test.type = finding.verdict == Verdict::fail ? lang::word(finding.severity) : word(finding.verdict);
        test.message = message_of(finding);
        test.file = finding.location.path;
        test.line = finding.location.line;
    }
    test.text += text_of(finding);
}

std::vector<Suite> suites_of(const Report& report) {
    std::map<std::string, Suite> suites;
    const auto suite = [&](const std::string& path) -> Suite& {
        suites[path].name = path;
        return suites[path];
    };
    for (const InputSummary& input : report.inputs) {
        Suite& of_input = suite(input.path);
        if (input.error.empty()) continue;
        of_input.cases.push_back({.classname = "input",
                                  .name = "can be read",
                                  .file = input.path,
                                  .result = CaseResult::broken,
                                  .type = "input",
                                  .message = input.error,
                                  .text = input.path + ": " + input.error + "\n"});
    }
    std::map<std::string, std::map<std::string, std::size_t>> by_subject;
    for (const Finding& finding : report.findings)
        add_finding(suite(finding.subject.document), by_subject[finding.subject.document], finding);
    for (const PassCount& pass : report.passes) {
        suite(pass.document)
            .cases.push_back(
                {.classname = pass.policy,
                 .name = pass.title + " (" + counted(pass.subjects, "subject passes", "subjects pass") + ")",
                 .file = pass.document});
    }
    std::vector<Suite> out;
    for (auto& [path, of_path] : suites)
        out.push_back(std::move(of_path));
    return out;
}

std::string attribute(std::string_view name, std::string_view value) {
    return std::string(" ").append(name).append("=\"").append(xml(value)).append("\"");
}

// Line breaks stay as they are here; xml() makes them references, which is right for attributes.
std::string body(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        out += xml(text.substr(0, end));
        out += '\n';
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

std::string element(const Case& test) {
    // No duration goes into a report; readers want the attribute all the same.
    std::string out = "    <testcase" + attribute("classname", test.classname) + attribute("name", test.name) +
                      attribute("time", "0");
    if (!test.file.empty()) out += attribute("file", test.file);
    if (test.line > 0) out += attribute("line", std::to_string(test.line));
    const std::string message = attribute("message", test.message);
    const std::string type = attribute("type", test.type);
    switch (test.result) {
        case CaseResult::passed:
            return out + "/>\n";
        case CaseResult::skipped:
            return out + ">\n      <skipped" + message + "/>\n      <system-out>" + body(test.text) +
                   "</system-out>\n    </testcase>\n";
        case CaseResult::failed:
            return out + ">\n      <failure" + message + type + ">" + body(test.text) + "</failure>\n    </testcase>\n";
        case CaseResult::broken:
            return out + ">\n      <error" + message + type + ">" + body(test.text) + "</error>\n    </testcase>\n";
    }
    return out;
}

std::string counts(const std::vector<const Suite*>& suites) {
    std::array<std::size_t, 4> count{};
    std::size_t tests = 0;
    for (const Suite* suite : suites) {
        for (const Case& test : suite->cases) {
            ++count[static_cast<std::size_t>(test.result)];
            ++tests;
        }
    }
    return attribute("tests", std::to_string(tests)) +
           attribute("failures", std::to_string(count[static_cast<std::size_t>(CaseResult::failed)])) +
           attribute("errors", std::to_string(count[static_cast<std::size_t>(CaseResult::broken)])) +
           attribute("skipped", std::to_string(count[static_cast<std::size_t>(CaseResult::skipped)])) +
           attribute("time", "0");
}

}  // namespace

std::string write_junit(const Report& report) {
    const std::vector<Suite> suites = suites_of(report);
    std::vector<const Suite*> all;
    std::string inner;
    for (const Suite& suite : suites) {
        all.push_back(&suite);
        inner += "  <testsuite" + attribute("name", suite.name) + counts({&suite}) + ">\n";
        for (const Case& test : suite.cases)
            inner += element(test);
        inner += "  </testsuite>\n";
    }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites" + attribute("name", "spile") + counts(all) +
           ">\n" + inner + "</testsuites>\n";
}

}  // namespace spile::engine

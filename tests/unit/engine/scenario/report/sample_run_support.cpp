#include <map>

#include "lang/gherkin/parse.hpp"
#include "tests/unit/engine/scenario/report/sample_run.hpp"

namespace spile::test {

namespace {

using namespace spile::engine::scenario;

constexpr std::string_view k_buckets = R"(@storage
Feature: Buckets say how they are encrypted
  What the policy asks for, and what it leaves to others.

  Background:
    Given the template:
      """yaml
      Resources:
        Logs:
          Type: AWS::S3::Bucket
      """

  Scenario: A bucket without encryption is found
    When the policy ORG-S3-001 is evaluated
    Then the findings are exactly:
      | resource | line | message                     |
      | Logs     | 3    | Logs is not encrypted       |
      | Backup   | 9    | Backup is not encrypted     |

  Rule: Keys of the account are enough

    @kms @slow
    Scenario Outline: <algorithm> is encryption
      Given `Logs.Properties.BucketEncryption` is set to `{SSEAlgorithm: <algorithm>}`
      When the policy ORG-S3-001 is evaluated
      Then the verdict for Logs is <verdict>

      Examples:
        | algorithm | verdict |
        | AES256    | pass    |
        | aws:kms   | pass    |

    Scenario: A value that nobody knows is not decided
      Given `Logs.Properties.BucketEncryption` is unkown
      Then the verdict for Logs is unknown
)";

constexpr std::string_view k_names =
    "Feature: <script>alert(1)</script> ]]> & \"quotes\" # not a directive\n"
    "  Scenario: <b>bold</b> \x1b[31m red \xe2\x80\xae turned ]]>\n"
    "    Given the template \"</script><img src=x onerror=alert(1)>\":\n"
    "      \"\"\"\n"
    "      </pre><script>alert(2)</script>\n"
    "      \x1b]0;title\x07 ::error::no command\n"
    "      \"\"\"\n"
    "    Then the message for `a&b` is \"<i>\"\n";

constexpr std::string_view k_broken =
    "Feature: Networks\n  Scenario: Nothing is open\n    When all policies are evaluated\n"
    "  Scenarioo: Misspelt\n    Then there are no findings\n";

FeatureResult read(std::string path, std::string_view text) {
    gherkin::Parsed parsed = gherkin::parse(text);
    FeatureResult feature{.path = std::move(path), .text = std::string(text)};
    if (parsed.errors.empty()) feature.pickles = gherkin::pickles(parsed.document);
    feature.document = std::move(parsed.document);
    feature.errors = std::move(parsed.errors);
    return feature;
}

/// All steps pass; where a word of `arguments` stands in the step, it is an argument of that type.
ScenarioResult passing(const FeatureResult& feature, std::uint32_t pickle) {
    static const std::map<std::string, std::pair<std::string, std::string>> arguments{
        {"the template:", {"", ""}},
        {"the policy ORG-S3-001 is evaluated", {"policy", "ORG-S3-001"}},
        {"the findings are exactly:", {"", ""}},
        {"the verdict for Logs is pass", {"resource", "Logs"}},
        {"the verdict for Logs is unknown", {"resource", "Logs"}},
        {"the message for `a&b` is \"<i>\"", {"resource", "`a&b`"}},
    };
    ScenarioResult result{.pickle = pickle};
    for (const gherkin::PickleStep& step : feature.pickles.at(pickle).steps) {
        StepResult one{.expression = step.text};
        const auto found = arguments.find(step.text);
        if (found != arguments.end() && !found->second.first.empty()) {
            const auto& [type, text] = found->second;
            const auto at = static_cast<std::uint32_t>(step.text.find(text));
            one.expression.replace(at, text.size(), "{" + type + "}");
            one.arguments.push_back({type, text, at, at + static_cast<std::uint32_t>(text.size())});
        }
        result.steps.push_back(std::move(one));
    }
    return result;
}

void count(RunResult& run) {
    for (const FeatureResult& feature : run.features) {
        ++run.summary.features;
        for (const ScenarioResult& scenario : feature.scenarios) {
            ++run.summary.scenarios;
            run.summary.steps += static_cast<std::uint32_t>(scenario.steps.size());
            ++(scenario.status == Status::passed ? run.summary.passed : run.summary.failed);
        }
    }
}

}  // namespace

SampleRun sample_run() {
    SampleRun sample;
    FeatureResult buckets = read("features/buckets.feature", k_buckets);
    for (std::uint32_t i = 0; i < buckets.pickles.size(); ++i)
        buckets.scenarios.push_back(passing(buckets, i));
    using Kind = Difference::Kind;
    ScenarioResult& found = buckets.scenarios[0];
    found.status = Status::failed;
    found.steps[2].status = Status::failed;
    found.steps[2].message = "the findings are not the expected ones: 1 is missing, 1 is unexpected";
    found.steps[2].difference = {{Kind::same, "| Logs | 3 | Logs is not encrypted |"},
                                 {Kind::missing, "| Backup | 9 | Backup is not encrypted |"},
                                 {Kind::unexpected, "| Copies | 14 | Copies is not encrypted |"}};
    ScenarioResult& unknown = buckets.scenarios[3];
    unknown.status = Status::undefined;
    unknown.steps[1] = {.status = Status::undefined,
                        .message = "no step reads like this; the nearest one is `{path} is unknown`"};
    unknown.steps[2].status = Status::skipped;

    FeatureResult names = read("features/<names> & \"quotes\".feature", k_names);
    names.scenarios.push_back(passing(names, 0));
    ScenarioResult& escaped = names.scenarios[0];
    escaped.status = Status::failed;
    escaped.steps[1].status = Status::failed;
    escaped.steps[1].message = "the message is </p><script>alert(3)</script> ]]>\nand a second line \x1b[0m";
    escaped.steps[1].difference = {{Kind::missing, "<i>"}, {Kind::unexpected, "</pre><script>alert(4)</script>"}};

    sample.run.features.push_back(std::move(names));
    sample.run.features.push_back(std::move(buckets));
    sample.run.features.push_back(read("features/networks.feature", k_broken));
    count(sample.run);
    sample.run.errors = {"features/empty.feature: the feature has no scenario; <b>write one</b>, or remove the file"};
    sample.options.version = "0.1.0";
    sample.options.parameter_types = {
        {"policy", {"[A-Za-z0-9_-]+"}}, {"resource", {"[^ ]+"}}, {"severity", {"low|high"}}};
    sample.options.coverage = CoverageTable{
        {{"ORG-S3-001",
          "policies/s3.spile",
          12,
          7,
          10,
          {"14:5: never undecided: `bucket.encryption exists`", "16:9: never false: `rule.algorithm in k_strong`"}},
         {"ORG-<S3>-002", "policies/s3.spile", 30, 4, 4, {}}},
        9,
        12};
    return sample;
}

}  // namespace spile::test

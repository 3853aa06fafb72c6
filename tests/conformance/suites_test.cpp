// The embedded pack against the peers' own suites: for each rule that a policy names as meaning the same, what the
// peer reports must be reported, and nothing else. SKIP cases are counted apart; `unknown` is a miss where a finding is
// expected. Differences that are meant are listed with their reason in differences.txt, and count all the same.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdio>
#include <set>
#include <sstream>

#include "corpus.hpp"
#include "engine/eval/evaluate.hpp"
#include "engine/loaders/cloudformation/cloudformation.hpp"
#include "lang/sema/compile.hpp"
#include "stdlib/embedded.hpp"
#include "stdlib/schema/embedded.hpp"
#include "suite_case.hpp"

using namespace spile;
using namespace spile::tests;

namespace {

/// 2026-01-01: no policy of the pack asks for the time.
constexpr std::int64_t k_now = 1767225600;
constexpr double k_least_recall = 0.95;
constexpr double k_most_false_alarms = 0.03;
constexpr double k_most_unknown = 0.03;

std::vector<lang::ModuleText> texts(std::span<const stdlib::EmbeddedText> embedded) {
    std::vector<lang::ModuleText> out;
    for (const stdlib::EmbeddedText& each : embedded)
        out.push_back({std::string(each.path), std::string(each.text)});
    return out;
}

const schema::Schema& published_schema() {
    static const schema::Schema schema(stdlib::all_schemas());
    return schema;
}

/// Places in the program refer to the texts that it was made of, so each run begins with a copy of them.
struct Pack {
    SourceMap sources;
    lang::Program program;
};

const Pack& loaded_pack() {
    static const Pack pack = [] {
        Pack out;
        DiagnosticSink sink;
        lang::CompileOptions options;
        options.schema = &published_schema();
        out.program = lang::compile(texts(stdlib::embedded_packs()), texts(stdlib::standard_modules()), options,
                                    out.sources, sink);
        for (const Diagnostic& each : sink.all())
            FAIL_CHECK(render_text(each, out.sources, Colour::off));
        REQUIRE_FALSE(sink.has_errors());
        return out;
    }();
    return pack;
}

const lang::Program& pack() {
    return loaded_pack().program;
}

/// What the policies say of one template: by policy, the resources that fail and those that are undecided.
struct Said {
    std::set<std::string> failing;
    std::map<std::string, std::string> undecided;  // resource -> cause
    bool has_subject = false;
};
using Answer = std::map<std::uint32_t, Said>;

engine::Format format_of(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && text[first] == '{' ? engine::Format::json : engine::Format::yaml;
}

void set_conditions(engine::FactGraph& graph, engine::DocumentId id, const SuiteCase& given) {
    engine::Document& document = graph.document(id);
    for (const engine::NamedCondition& condition : document.conditions) {
        const auto found = given.conditions.find(std::string(condition.name));
        if (found == given.conditions.end()) continue;
        const engine::Guard guard = found->second ? condition.guard : graph.guards().complement(condition.guard);
        document.possible = graph.guards().conjoin(document.possible, guard);
    }
}

std::string cause_of(const engine::Outcome& outcome) {
    for (const engine::RawFinding& finding : outcome.findings)
        if (!finding.cause.empty()) return finding.cause;
    return "no cause given";
}

Answer check(const SuiteCase& given) {
    SourceMap sources = loaded_pack().sources;
    DiagnosticSink sink;
    engine::FactGraph graph(sources);
    engine::CloudFormationOptions options;
    options.parameters = given.parameters;
    options.schema = &published_schema();
    const std::string text = read_file(given.input);
    const SourceId source = sources.add(given.input.filename().string(), text);
    set_conditions(graph, engine::load_cloudformation(source, format_of(text), graph, options, sink), given);
    engine::Evaluation evaluation(pack(), graph, k_now);
    Answer answer;
    for (const engine::Outcome& outcome : engine::evaluate(evaluation, {})) {
        Said& said = answer[outcome.policy];
        said.has_subject = true;
        const std::string name(graph.unit(outcome.subject).name);
        if (outcome.verdict == engine::Verdict::fail) said.failing.insert(name);
        if (outcome.verdict == engine::Verdict::unknown || outcome.verdict == engine::Verdict::error) {
            said.undecided.emplace(name, std::string(word(outcome.verdict)) + ": " + cause_of(outcome));
        }
    }
    return answer;
}

struct Tally {
    int judged = 0;  // (case, rule) pairs that the peer calls pass or fail
    int expected = 0;
    int found = 0;
    int false_alarms = 0;
    int undecided = 0;
    int skipped = 0;
    std::vector<std::string> lines;  // what differs

    void add(const Tally& other) {
        judged += other.judged;
        expected += other.expected;
        found += other.found;
        false_alarms += other.false_alarms;
        undecided += other.undecided;
        skipped += other.skipped;
        lines.insert(lines.end(), other.lines.begin(), other.lines.end());
    }
};

/// The answers of all policies that name the rule, taken together.
Said merged(const Answer& answer, const std::vector<std::uint32_t>& policies) {
    Said out;
    for (const std::uint32_t policy : policies) {
        const auto found = answer.find(policy);
        if (found == answer.end()) continue;
        out.has_subject = out.has_subject || found->second.has_subject;
        out.failing.insert(found->second.failing.begin(), found->second.failing.end());
        out.undecided.insert(found->second.undecided.begin(), found->second.undecided.end());
    }
    return out;
}

Tally judge(const SuiteCase& given, const std::string& rule, const Said& said) {
    Tally tally;
    const auto peer = given.verdicts.find(rule);
    if (peer != given.verdicts.end() && peer->second == PeerVerdict::skip) {
        tally.skipped = 1;
        return tally;
    }
    std::set<std::string> wanted;
    for (const Expected& each : given.expected)
        if (each.rule == rule) wanted.insert(each.resource);
    const bool anywhere = wanted.count("") != 0;                                // the suite does not say where
    if (wanted.empty() && !said.has_subject && given.every_rule) return tally;  // nothing of the kind in the template
    tally.judged = 1;
    tally.expected = static_cast<int>(wanted.size());
    for (const std::string& resource : wanted) {
        const bool found = resource.empty() ? !said.failing.empty() : said.failing.count(resource) != 0;
        tally.found += found ? 1 : 0;
        if (!found) tally.lines.push_back(given.name + " " + rule + " miss " + resource);
    }
    for (const std::string& resource : said.failing) {
        if (anywhere || wanted.count(resource) != 0) continue;
        tally.false_alarms = 1;
        tally.lines.push_back(given.name + " " + rule + " false alarm " + resource);
    }
    for (const auto& [resource, cause] : said.undecided) {
        tally.undecided = 1;
        tally.lines.push_back(given.name + " " + rule + " undecided " + resource + ": " + cause);
    }
    return tally;
}

/// Rule of the tool -> the policies that name it.
std::map<std::string, std::vector<std::uint32_t>> named_rules(const std::string& tool) {
    std::map<std::string, std::vector<std::uint32_t>> out;
    const std::string prefix = tool + ":";
    for (std::uint32_t i = 0; i < pack().policies.size(); ++i)
        for (const std::string& alias : pack().policies[i].same_as)
            if (alias.rfind(prefix, 0) == 0) out[alias.substr(prefix.size())].push_back(i);
    return out;
}

/// "cfn_nag-0283 W52: reason", one a line; `#` begins a remark.
std::map<std::string, std::string> listed_differences() {
    std::map<std::string, std::string> out;
    std::istringstream lines(read_file(SPILE_SOURCE_DIR "/tests/conformance/differences.txt"));
    for (std::string line; std::getline(lines, line);) {
        if (line.empty() || line.front() == '#') continue;
        const std::size_t colon = line.find(": ");
        REQUIRE(colon != std::string::npos);
        out[line.substr(0, colon)] = line.substr(colon + 2);
    }
    return out;
}

double rate(int part, int whole, double of_none) {
    return whole == 0 ? of_none : static_cast<double>(part) / whole;
}

void print(const std::string& suite, const std::map<std::string, Tally>& by_rule, const Tally& all) {
    std::printf(
        "%s: %zu rules, %d judgements, recall %d/%d = %.1f %%, false alarms %d = %.1f %%, unknown %d = %.1f %%, "
        "%d skipped\n",
        suite.c_str(), by_rule.size(), all.judged, all.found, all.expected, 100 * rate(all.found, all.expected, 1),
        all.false_alarms, 100 * rate(all.false_alarms, all.judged, 0), all.undecided,
        100 * rate(all.undecided, all.judged, 0), all.skipped);
    for (const auto& [rule, tally] : by_rule) {
        if (tally.lines.empty()) continue;
        std::printf("  %-50s judged %d, expected %d, found %d, false alarms %d, unknown %d\n", rule.c_str(),
                    tally.judged, tally.expected, tally.found, tally.false_alarms, tally.undecided);
        for (const std::string& line : tally.lines)
            std::printf("    %s\n", line.c_str());
    }
}

/// Each listed difference of the suite must still be one.
void check_listed(const std::string& suite, const Tally& all) {
    for (const auto& [place, reason] : listed_differences()) {
        const std::string prefix = suite == "guard" ? "guard-" : suite + "-";
        if (place.rfind(prefix, 0) != 0) continue;
        INFO(place << " is listed in differences.txt, but does not differ");
        CHECK(std::any_of(all.lines.begin(), all.lines.end(),
                          [&](const std::string& line) { return line.rfind(place + " ", 0) == 0; }));
    }
}

void run(const std::string& tool, const std::string& suite) {
    const auto folder = corpus();
    if (!folder) return;
    const auto rules = named_rules(tool);
    std::map<std::string, Tally> by_rule;
    Tally all;
    for (const SuiteCase& each : read_suite(*folder, suite)) {
        const bool concerned = each.every_rule || std::any_of(each.scope.begin(), each.scope.end(),
                                                              [&](const auto& rule) { return rules.count(rule) != 0; });
        if (!concerned) continue;
        const Answer answer = check(each);
        for (const auto& [rule, policies] : rules) {
            if (!each.every_rule && std::find(each.scope.begin(), each.scope.end(), rule) == each.scope.end()) continue;
            const Tally tally = judge(each, rule, merged(answer, policies));
            by_rule[rule].add(tally);
            all.add(tally);
        }
    }
    print(suite, by_rule, all);
    check_listed(tool, all);
    CHECK(all.judged > 0);
    CHECK(rate(all.found, all.expected, 1) >= k_least_recall);
    CHECK(rate(all.false_alarms, all.judged, 0) <= k_most_false_alarms);
    CHECK(rate(all.undecided, all.judged, 0) <= k_most_unknown);
}

}  // namespace

TEST_CASE("the pack reports what cfn_nag's suite expects of the rules that it names") {
    run("cfn_nag", "cfn_nag");
}

TEST_CASE("the pack reports what the guard rules registry expects of the rules that it names") {
    run("guard", "guard-registry");
}

// Then: what the finding for one resource says.
#include <algorithm>

#include "engine/scenario/edits.hpp"
#include "engine/scenario/instructions.hpp"
#include "engine/scenario/subjects.hpp"

namespace spile::engine::scenario {

namespace {

using Keyword = StepDefinition::Keyword;
using Takes = StepDefinition::Takes;

Result<Judged> judged_with_findings(const Play& play, const std::string& resource) {
    if (play.evaluated() == nullptr) return Error{nothing_evaluated_yet().message};
    Result<Judged> judged = judge_finding(*play.evaluated(), resource);
    if (!judged.ok() || !judged.value().findings.empty()) return judged;
    return Error{"there is no finding for " + resource + "; its verdict is " +
                 verdict_text(judged.value().outcome->verdict)};
}

// Its only finding.
Result<const Finding*> only_finding(const Play& play, const std::string& resource) {
    const Result<Judged> judged = judged_with_findings(play, resource);
    if (!judged.ok()) return judged.error();
    const std::vector<const Finding*>& findings = judged.value().findings;
    if (findings.size() == 1) return findings.front();
    return Error{"there are " + std::to_string(findings.size()) + " findings for " + resource +
                 "; `the findings are exactly:` tells them apart" + described(judged.value())};
}

template <class Check>
Answer with_finding(Play& play, const Call& call, const Check& check) {
    const Result<const Finding*> finding = only_finding(play, call.argument(0));
    if (!finding.ok()) return Failure{finding.error().message, {}};
    return check(*finding.value());
}

Answer same(const std::string& what, const std::string& expected, const std::string& actual) {
    if (expected == actual) return std::nullopt;
    return differs(what + " is another", expected, actual);
}

Answer contains(const std::string& what, const std::string& expected, const std::string& actual) {
    if (!expected.empty() && actual.find(expected) != std::string::npos) return std::nullopt;
    if (expected.empty()) return Failure{"an empty text is in every text; write what is to be found", {}};
    return differs(what + " does not contain the text", expected, actual);
}

Answer at_line(Play& play, const Call& call) {
    return with_finding(play, call, [&](const Finding& finding) -> Answer {
        const std::string line = std::to_string(finding.location.line);
        if (line == call.argument(1)) return std::nullopt;
        return differs("the finding is at another line: " + described(finding), "line " + call.argument(1),
                       "line " + line);
    });
}

Answer at_line_and_column(Play& play, const Call& call) {
    return with_finding(play, call, [&](const Finding& finding) -> Answer {
        const auto text = [](const std::string& line, const std::string& column) {
            return "line " + line + ", column " + column;
        };
        const std::string actual = text(std::to_string(finding.location.line), std::to_string(finding.location.column));
        const std::string expected = text(call.argument(1), call.argument(2));
        if (expected == actual) return std::nullopt;
        return differs("the finding is at another place: " + described(finding), expected, actual);
    });
}

// A plan says the same in several trees, so places in it are the same by address and path.
std::optional<terraform::PlanPlace> planned_place(const Given::Document& document, const Finding& finding) {
    if (document.kind != InputKind::tfplan) return std::nullopt;
    return terraform::place_of_pointer(terraform::outline_of_plan(document.text), finding.pointer);
}

bool means(const Place& place, const Finding& finding) {
    if (!place.planned) return finding.pointer == pointer_of(place.path);
    const std::optional<terraform::PlanPlace> found = planned_place(*place.document, finding);
    return found && text(*found) == text(*place.planned);
}

// As a step would write it.
std::string place_of(const Given& given, const Finding& finding) {
    for (const Given::Document& document : given.documents) {
        if (document.path != finding.location.path) continue;
        if (const auto planned = planned_place(document, finding)) return text(*planned);
    }
    return path_of_pointer(finding.pointer);
}

Answer at_path(Play& play, const Call& call) {
    Given given = play.given();
    const Result<Place> place = find_place(given, call.argument(1), play.stage().policies->schema());
    if (!place.ok()) return Failure{place.error().message, {}};
    return with_finding(play, call, [&](const Finding& finding) -> Answer {
        const bool elsewhere = finding.location.path != place.value().document->path;
        if (!elsewhere && means(place.value(), finding)) return std::nullopt;
        return differs("the finding is at another place: " + described(finding), call.argument(1),
                       place_of(play.given(), finding) + (elsewhere ? " in " + finding.location.path : ""));
    });
}

Answer at_instruction(Play& play, const Call& call) {
    Given given = play.given();
    const Result<InstructionPlace> place = find_instruction(given, call.argument(1));
    if (!place.ok()) return Failure{place.error().message, {}};
    return with_finding(play, call, [&](const Finding& finding) -> Answer {
        const InstructionPlace& at = place.value();
        const bool there = finding.location.path == at.document->path && finding.location.line >= at.first_line &&
                           finding.location.line <= at.last_line;
        if (there) return std::nullopt;
        return differs("the finding is at another place: " + described(finding),
                       at.document->path + ":" + std::to_string(at.first_line) + " `" + call.argument(1) + "`",
                       place_text(finding.location));
    });
}

Answer message_is(Play& play, const Call& call) {
    return with_finding(play, call, [&](const Finding& f) { return same("the message", call.argument(1), f.message); });
}

Answer message_contains(Play& play, const Call& call) {
    return with_finding(play, call,
                        [&](const Finding& f) { return contains("the message", call.argument(1), f.message); });
}

Answer reasons_contain(Play& play, const Call& call) {
    return with_finding(play, call, [&](const Finding& finding) {
        std::string reasons;
        for (const std::string& reason : finding.reasons)
            reasons += (reasons.empty() ? "" : "\n") + reason;
        Answer answer = contains("", call.argument(1), reasons);
        if (answer && !answer->difference.empty()) answer->message = "no reason contains the text";
        return answer;
    });
}

Answer severity_is(Play& play, const Call& call) {
    if (!lang::parse_severity(call.argument(1))) {
        return Failure{"there is no severity `" + call.argument(1) + "`" +
                           nearest_of(call.argument(1), {"info", "low", "medium", "high", "critical"}),
                       {}};
    }
    const Result<Judged> judged = judged_with_findings(play, call.argument(0));
    if (!judged.ok()) return Failure{judged.error().message, {}};
    return same("the severity", call.argument(1), std::string(lang::word(judged.value().findings.front()->severity)));
}

Answer remedy_contains(Play& play, const Call& call) {
    const Result<Judged> judged = judged_with_findings(play, call.argument(0));
    if (!judged.ok()) return Failure{judged.error().message, {}};
    return contains("the remedy", call.argument(1), judged.value().findings.front()->remedy);
}

Answer fails_when(Play& play, const Call& call) {
    const Result<Judged> judged = judged_with_findings(play, call.argument(0));
    if (!judged.ok()) return Failure{judged.error().message, {}};
    if (judged.value().outcome->verdict != Verdict::fail) {
        return Failure{"it does not fail; its verdict is " + verdict_text(judged.value().outcome->verdict) +
                           described(judged.value()),
                       {}};
    }
    for (const Finding* finding : judged.value().findings) {
        if (finding->verdict != Verdict::fail) continue;
        if (Answer other = same("the condition under which it fails", call.argument(1), when_text(finding->when)))
            return other;
    }
    return std::nullopt;
}

Answer unknown_because(Play& play, const Call& call) {
    const Result<Judged> judged = judged_with_findings(play, call.argument(0));
    if (!judged.ok()) return Failure{judged.error().message, {}};
    const Verdict verdict = judged.value().outcome->verdict;
    if (verdict != Verdict::unknown) {
        return differs("the verdict is not unknown" + described(judged.value()), "unknown", verdict_text(verdict));
    }
    std::string causes;
    for (const Finding* finding : judged.value().findings)
        causes += (causes.empty() ? "" : "\n") + finding->cause;
    return contains("the cause", call.argument(1), causes);
}

Answer waived(Play& play, const Call& call) {
    const Result<Judged> judged = judged_with_findings(play, call.argument(0));
    if (!judged.ok()) return Failure{judged.error().message, {}};
    const std::vector<const Finding*>& findings = judged.value().findings;
    if (std::all_of(findings.begin(), findings.end(), [](const Finding* f) { return f->waived.has_value(); }))
        return std::nullopt;
    std::string warnings;
    for (const std::string& warning : play.evaluated()->report.warnings)
        warnings += "\n" + warning;
    return Failure{"a finding is not waived" + described(judged.value()) + warnings, {}};
}

constexpr StepDefinition k_steps[] = {
    {Keyword::then, "the finding for {resource} is at line {count}", Takes::nothing, at_line},
    {Keyword::then, "the finding for {resource} is at line {count}, column {count}", Takes::nothing,
     at_line_and_column},
    {Keyword::then, "the finding for {resource} is at {path}", Takes::nothing, at_path},
    {Keyword::then, "the finding for {resource} is at the instruction {instruction}", Takes::nothing, at_instruction},
    {Keyword::then, "the message for {resource} is {string}", Takes::nothing, message_is},
    {Keyword::then, "the message for {resource} contains {string}", Takes::nothing, message_contains},
    {Keyword::then, "the reasons for {resource} contain {string}", Takes::nothing, reasons_contain},
    {Keyword::then, "the severity for {resource} is {severity}", Takes::nothing, severity_is},
    {Keyword::then, "the remedy for {resource} contains {string}", Takes::nothing, remedy_contains},
    {Keyword::then, "{resource} fails when {string}", Takes::nothing, fails_when},
    {Keyword::then, "{resource} is unknown because {string}", Takes::nothing, unknown_because},
    {Keyword::then, "the finding for {resource} is waived", Takes::nothing, waived},
};

}  // namespace

std::span<const StepDefinition> then_finding() {
    return k_steps;
}

}  // namespace spile::engine::scenario

// Then: what holds of the documents themselves, without any policy.
#include <algorithm>

#include "engine/eval/query.hpp"
#include "engine/findings/when.hpp"
#include "engine/scenario/subjects.hpp"

namespace spile::engine::scenario {

namespace {

using Keyword = StepDefinition::Keyword;
using Takes = StepDefinition::Takes;
using Needs = StepDefinition::Needs;

enum class Answered : std::uint8_t { no, yes, unknown };

// What an expression comes to, with the worlds apart where they disagree.
struct Truths {
    Answered truth = Answered::unknown;
    std::string by_world;  // "true when IsProd is true"
};

std::string worlds_text(const FactGraph& graph, Guard where, GuardSpace& guards) {
    for (const Document& document : graph.documents()) {
        const std::vector<When> when = when_literals(where, document, guards);
        if (!when.empty()) return when_text(when);
    }
    return "otherwise";
}

Truths truths_of(Workspace& workspace, const lang::Function& function) {
    const std::vector<QueryAnswer> answers = query(workspace.evaluation(), function.body, function.frame);
    Truths truths;
    // Of very many worlds only the first are asked; what all of them say is not said of the others.
    GuardSpace& guards = workspace.graph().guards();
    Guard asked = k_never;
    for (const QueryAnswer& answer : answers)
        asked = guards.disjoin(asked, answer.where);
    if (!guards.implies(k_always, asked)) {
        truths.by_world = "\nthere are too many cases to ask each; template parameters that are given make them fewer";
        return truths;
    }
    const auto all = [&](std::string_view value) {
        return std::all_of(answers.begin(), answers.end(), [&](const QueryAnswer& a) { return a.value == value; });
    };
    if (all("true"))
        truths.truth = Answered::yes;
    else if (all("false"))
        truths.truth = Answered::no;
    for (const QueryAnswer& answer : answers) {
        if (answers.size() > 1)
            truths.by_world += "\n" + answer.value + " when " + worlds_text(workspace.graph(), answer.where, guards);
    }
    return truths;
}

std::string word(Answered truth) {
    return truth == Answered::yes ? "true" : truth == Answered::no ? "false" : "unknown";
}

// The facts, evaluated as far as the entry asks; the failure says why not.
struct Asked {
    Workspace* workspace = nullptr;
    const ExpressionSet::Entry* entry = nullptr;
    Answer failed;
};

Asked ask(Play& play, const StepDefinition& step, const Call& call) {
    Asked asked;
    asked.entry = &play.stage().expressions->entry(step, call);
    if (!asked.entry->problem.empty()) {
        asked.failed = Failure{asked.entry->problem, {}};
        return asked;
    }
    const Result<Workspace*> facts = play.facts();
    if (facts.ok())
        asked.workspace = facts.value();
    else
        asked.failed = Failure{facts.error().message, {}};
    return asked;
}

Answer every_has(Play& play, const Call& call);
Answer reachable(Play& play, const Call& call);
Answer not_reachable(Play& play, const Call& call);
Answer expression_is(Play& play, const Call& call);
Answer out_of_reach(Play& play, const Call& call);
Answer in_reach(Play& play, const Call& call);

constexpr StepDefinition k_steps[] = {
    {Keyword::then, "every {type} has {expression}", Takes::nothing, every_has, Needs::every_type},
    {Keyword::then, "{string} cannot reach {string} on {count}", Takes::nothing, not_reachable, Needs::flow},
    {Keyword::then, "{string} can reach {string} on {count}", Takes::nothing, reachable, Needs::flow},
    {Keyword::then, "{expression} is {truth}", Takes::nothing, expression_is, Needs::expression},
    {Keyword::then, "{string} cannot reach {string} over any number of hops", Takes::nothing, out_of_reach,
     Needs::chain},
    {Keyword::then, "{string} can reach {string} over any number of hops", Takes::nothing, in_reach, Needs::chain},
};

Answer every_has(Play& play, const Call& call) {
    const Asked asked = ask(play, k_steps[0], call);
    if (asked.failed) return asked.failed;
    Workspace& workspace = *asked.workspace;
    const std::vector<std::uint32_t> policy{asked.entry->index};
    const std::vector<Outcome>& outcomes = workspace.evaluate(play.given().now, policy);
    const bool any = std::any_of(outcomes.begin(), outcomes.end(),
                                 [](const Outcome& outcome) { return outcome.verdict != Verdict::not_applicable; });
    if (!any) {
        std::vector<std::string> there;
        for (const Unit& unit : workspace.graph().units()) {
            if (unit.kind == UnitKind::resource && !unit.external)
                there.push_back(std::string(unit.name) + ": " + std::string(unit.type));
        }
        return Failure{"there is no " + call.argument(0) + " in the documents, so the step says nothing" +
                           (there.empty() ? "" : "; they have " + listed(there)),
                       {}};
    }
    ReportOptions options;
    options.now = play.given().now;
    options.policies = policy;
    options.inline_waivers = false;
    const Report report = build_report(workspace.graph(), workspace.program(), outcomes, options);
    if (report.findings.empty()) return std::nullopt;
    Failure failure{"not every " + call.argument(0) + " has `" + call.argument(1) + "`", {}};
    for (const Finding& finding : report.findings) {
        std::string line = subject_text(finding.subject.name, finding.subject.key) + " (" +
                           place_text(finding.location) + ")" +
                           (finding.verdict == Verdict::fail ? "" : " is " + verdict_text(finding.verdict));
        if (!finding.when.empty()) line += " when " + when_text(finding.when);
        if (!finding.cause.empty()) line += ": " + finding.cause;
        for (const std::string& reason : finding.reasons)
            line += ": " + reason;
        failure.difference.push_back({Difference::Kind::unexpected, line});
    }
    return failure;
}

// A name that is no place of the network would be out of reach for the wrong reason.
Answer must_be_node(const Play& play, const FactGraph& graph, const std::string& text) {
    if (text == "internet") return std::nullopt;
    if (Answer missing = must_be_declared(graph, text)) return missing;
    const std::vector<std::string>& types = play.stage().expressions->network_types();
    const ResourceName name = parse_resource(text);
    for (const Unit& unit : graph.units()) {
        const bool meant = unit.kind == UnitKind::resource &&
                           names(name, graph.document(unit.document).path, unit.name, unit.address, {});
        if (!meant || std::find(types.begin(), types.end(), unit.type) != types.end()) continue;
        return Failure{"`" + text + "` is " + std::string(unit.type) +
                           ", which has no place in the network; those that have are " + listed(types),
                       {}};
    }
    return std::nullopt;
}

Answer reaches(Play& play, const Call& call, const StepDefinition& step, Answered wanted) {
    const Asked asked = ask(play, step, call);
    if (asked.failed) return asked.failed;
    if (step.needs == Needs::flow) {
        const std::string& port = call.argument(2);
        if (port.size() > 5 || std::stoul(port) > 65535)
            return Failure{"there is no port " + port + "; the last one is 65535", {}};
    }
    if (call.argument(1) == "internet")
        return Failure{"packets from the documents to the internet are not followed; \"internet\" comes first", {}};
    for (const std::size_t i : {std::size_t{0}, std::size_t{1}}) {
        if (Answer failed = must_be_node(play, asked.workspace->graph(), call.argument(i))) return failed;
    }
    static_cast<void>(asked.workspace->evaluate(play.given().now, std::vector<std::uint32_t>{}));
    const Truths truths = truths_of(*asked.workspace, asked.workspace->program().functions[asked.entry->index]);
    if (truths.truth == wanted) return std::nullopt;
    if (truths.truth == Answered::yes) return Failure{"packets get through", {}};
    if (truths.truth == Answered::no) return Failure{"packets do not get through", {}};
    return Failure{
        (truths.by_world.empty() ? "whether packets get through is unknown: a value on their way is not known"
                                 : "whether packets get through is not the same in every case") +
            truths.by_world,
        {}};
}

Answer reachable(Play& play, const Call& call) {
    return reaches(play, call, k_steps[2], Answered::yes);
}

Answer not_reachable(Play& play, const Call& call) {
    return reaches(play, call, k_steps[1], Answered::no);
}

Answer out_of_reach(Play& play, const Call& call) {
    return reaches(play, call, k_steps[4], Answered::no);
}

Answer in_reach(Play& play, const Call& call) {
    return reaches(play, call, k_steps[5], Answered::yes);
}

Answer expression_is(Play& play, const Call& call) {
    const Asked asked = ask(play, k_steps[3], call);
    if (asked.failed) return asked.failed;
    static_cast<void>(asked.workspace->evaluate(play.given().now, std::vector<std::uint32_t>{}));
    const Truths truths = truths_of(*asked.workspace, asked.workspace->program().functions[asked.entry->index]);
    const std::string& wanted = call.argument(1);
    if (word(truths.truth) == wanted) return std::nullopt;
    return differs("the expression is " + word(truths.truth) + truths.by_world, wanted, word(truths.truth));
}

}  // namespace

std::span<const StepDefinition> then_infrastructure() {
    return k_steps;
}

}  // namespace spile::engine::scenario

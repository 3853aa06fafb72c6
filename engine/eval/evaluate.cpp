#include "engine/eval/evaluate.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "engine/eval/explain/explain.hpp"
#include "engine/eval/guarded/relations.hpp"

namespace spile::engine {

namespace {

struct Subject {
    Value value;
    GuardTruth there;
};

using RangeKey = std::tuple<int, int, std::uint32_t, std::string, std::string>;

// What guards may cost in one evaluation: a fraction of a second. When that is spent, each further verdict gets a
// little before it is given up.
constexpr std::uint64_t k_guard_steps = 4'000'000;
constexpr std::uint64_t k_few_guard_steps = 10'000;

class Run {
  public:
    Run(Evaluation& evaluation, const EvaluateOptions& options)
        : evaluation_(evaluation),
          options_(options),
          relations_(evaluation),
          correlated_(evaluation, GuardedEvaluator::Mode::correlated,
                      [this](std::uint32_t i, Era era) -> GuardedRelation& { return relations_.relation(i, era); }),
          kleene_(evaluation, GuardedEvaluator::Mode::kleene,
                  [this](std::uint32_t i, Era era) -> GuardedRelation& { return relations_.relation(i, era); }) {}

    std::vector<Outcome> run() {
        std::vector<Outcome> outcomes;
        const std::vector<lang::Policy>& policies = evaluation_.program().policies;
        evaluation_.guards().allow(k_guard_steps);
        for (std::uint32_t i = 0; i < policies.size(); ++i) {
            if (options_.selected && !options_.selected(policies[i])) continue;
            for (const Subject& subject : subjects(policies[i].subject))
                outcomes.push_back(outcome(i, subject));
        }
        evaluation_.guards().allow(~std::uint64_t{0});
        return outcomes;
    }

  private:
    // A subject that is reached in several ways (arms of a choice) is one subject.
    const std::vector<Subject>& subjects(const lang::Range& range) {
        const RangeKey key{static_cast<int>(range.kind), static_cast<int>(range.scope), range.entity, range.tool,
                           range.type};
        auto [entry, added] = subjects_.try_emplace(key);
        if (!added) return entry->second;
        std::map<const ValueNode*, std::size_t> seen;
        std::vector<Subject>& list = entry->second;
        // Without subjects there is no verdict, not even an unknown one: they may cost what they cost.
        GuardSpace& guards = evaluation_.guards();
        const std::uint64_t left = guards.allowed();
        guards.allow(~std::uint64_t{0});
        if (evaluation_.seen() != nullptr) evaluation_.seen()->within(k_always);
        const auto add = [&](Value value, const GuardTruth& there) {
            const auto [known, fresh] = seen.try_emplace(value.node(), list.size());
            if (fresh)
                list.push_back({value, there});
            else
                list[known->second].there = correlated_.disjoin(list[known->second].there, there);
        };
        correlated_.subjects(range, Era::after, add, [](Value, const GuardTruth&) {});
        guards.allow(left);
        return list;
    }

    // Decided before evaluating: atoms of the subject's unit and of the units that refer to it.
    bool too_many_atoms(UnitId unit) {
        if (evaluation_.guards().atom_count() <= k_correlated_atoms) return false;
        auto [entry, added] = crowded_.try_emplace(unit.value, false);
        if (!added) return entry->second;
        std::set<AtomId> all;
        const auto add = [&](UnitId id) {
            for (const AtomId atom : atoms_of(evaluation_.graph().unit(id), evaluation_.guards()))
                all.insert(atom);
        };
        add(unit);
        for (const std::uint32_t edge : evaluation_.graph().edges_to(unit))
            add(evaluation_.graph().edges()[edge].from);
        entry->second = all.size() > k_correlated_atoms;
        return entry->second;
    }

    Outcome outcome(std::uint32_t index, const Subject& subject) {
        const lang::Policy& policy = evaluation_.program().policies[index];
        Outcome result;
        result.policy = index;
        result.subject = Evaluation::unit_of(subject.value);
        if (subject.value.is(Kind::entity)) {
            result.key = std::string(subject.value.entity().key);
            result.path = std::string(subject.value.entity().path);
        }
        try {
            result.kleene = too_many_atoms(result.subject);
            result.guards = verdicts(policy, subject, result.kleene ? kleene_ : correlated_);
            decide(policy, subject, result);
        } catch (const GuardsExhausted& why) {
            give_up(subject, why.what(), result);
        }
        if (evaluation_.seen() != nullptr) evaluation_.seen()->add(index, result.verdict);
        return result;
    }

    void give_up(const Subject& subject, const std::string& why, Outcome& result) {
        evaluation_.guards().allow(k_few_guard_steps);
        correlated_.forget();
        kleene_.forget();
        relations_.forget();
        result.guards = {.unknown = k_always};
        result.verdict = Verdict::unknown;
        RawFinding finding;
        finding.verdict = Verdict::unknown;
        finding.guard = k_always;
        finding.at = subject.value.origin();
        finding.path = std::string(evaluation_.graph().unit(result.subject).address);
        finding.message = evaluation_.program().policies[result.policy].title;
        finding.cause = why;
        result.findings = {std::move(finding)};
    }

    VerdictGuards verdicts(const lang::Policy& policy, const Subject& subject, GuardedEvaluator& evaluator) {
        GuardSpace& guards = evaluation_.guards();
        const Unit& unit = evaluation_.graph().unit(Evaluation::unit_of(subject.value));
        const Guard possible = evaluation_.graph().document(unit.document).possible;
        // Relations that this subject is the first to ask for are counted in its worlds alone.
        if (SeenTruths* seen = evaluation_.seen())
            seen->within(guards.conjoin(possible, guards.complement(subject.there.no)));
        Frame frame = policy_frame(policy, subject.value);
        GuardTruth applies = subject.there;
        for (const lang::ExprIndex when : policy.whens) {
            if (applies.no == k_always) break;
            applies = evaluator.conjoin(applies, evaluator.truth(when, frame));
        }
        VerdictGuards verdict;
        verdict.not_applicable = guards.disjoin(applies.no, guards.complement(possible));
        if (verdict.not_applicable == k_always) return verdict;
        GuardTruth holds{k_always, k_never};
        for (const lang::Demand& demand : policy.demands) {
            const GuardTruth truth = evaluator.truth(demand.condition, frame);
            holds = evaluator.conjoin(
                holds, demand.kind == lang::Demand::Kind::deny ? GuardedEvaluator::negate(truth) : truth);
        }
        const Guard rest = guards.complement(verdict.not_applicable);
        verdict.fail = guards.conjoin(rest, guards.conjoin(applies.yes, holds.no));
        verdict.pass = guards.conjoin(rest, holds.yes);
        verdict.unknown = guards.without(guards.without(rest, verdict.fail), verdict.pass);
        return verdict;
    }

    void decide(const lang::Policy& policy, const Subject& subject, Outcome& result) {
        const VerdictGuards& guards = result.guards;
        if (guards.fail != k_never) {
            result.verdict = Verdict::fail;
            explain(evaluation_, relations_, policy, subject.value, guards.fail, result);
        } else if (guards.unknown != k_never) {
            result.verdict = Verdict::unknown;
            explain(evaluation_, relations_, policy, subject.value, guards.unknown, result);
            for (const RawFinding& finding : result.findings) {
                if (finding.verdict == Verdict::error) result.verdict = Verdict::error;
            }
            if (result.verdict == Verdict::error) std::swap(result.guards.error, result.guards.unknown);
        } else {
            result.verdict = guards.pass != k_never ? Verdict::pass : Verdict::not_applicable;
        }
    }

    Evaluation& evaluation_;
    const EvaluateOptions& options_;
    RelationStore relations_;
    GuardedEvaluator correlated_;
    GuardedEvaluator kleene_;
    std::map<RangeKey, std::vector<Subject>> subjects_;
    std::map<std::uint32_t, bool> crowded_;
};

}  // namespace

std::vector<Outcome> evaluate(Evaluation& evaluation, const EvaluateOptions& options) {
    return Run(evaluation, options).run();
}

}  // namespace spile::engine

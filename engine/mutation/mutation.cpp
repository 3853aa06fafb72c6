#include "engine/mutation/mutation.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <tuple>

#include "engine/mutation/equivalents.hpp"
#include "engine/scenario/parallel.hpp"

namespace spile::engine::mutation {

using scenario::PolicySet;
using scenario::ScenarioRef;
using scenario::Suite;

void Score::add(const Score& other) {
    mutants += other.mutants;
    killed += other.killed;
    survived += other.survived;
    equivalent += other.equivalent;
}

Score PolicyMutation::score() const {
    Score made;
    for (const TestedMutant& each : mutants) {
        ++made.mutants;
        ++(each.fate == Fate::killed ? made.killed : each.fate == Fate::survived ? made.survived : made.equivalent);
    }
    return made;
}

Score Mutation::total() const {
    Score made;
    for (const PolicyMutation& policy : policies)
        made.add(policy.score());
    return made;
}

namespace {

class PolicyRun {
  public:
    PolicyRun(const Suite& suite, const scenario::RunOptions& options, const std::map<std::string, Equivalent>& reasons)
        : suite_(suite), options_(options), reasons_(reasons) {}

    void run(scenario::MutablePolicySet& policies, std::vector<ScenarioRef> scenarios, PolicyMutation& into) {
        // Whoever fails without a mutant would kill them all.
        into.unsteady = killer(policies, scenarios);
        if (!into.unsteady.empty()) return;
        for (lang::Mutant& mutant : lang::mutants_of(policies.program(), policies.policies().sources, into.policy)) {
            TestedMutant tested;
            {
                const lang::Applied applied(policies.program_to_change(), mutant);
                tested.by = killer(policies, scenarios);
            }
            const auto reason = reasons_.find(mutant.fingerprint);
            tested.fate = !tested.by.empty()         ? Fate::killed
                          : reason != reasons_.end() ? Fate::equivalent
                                                     : Fate::survived;
            if (tested.fate == Fate::equivalent) tested.by = reason->second.reason;
            tested.mutant = std::move(mutant);
            into.mutants.push_back(std::move(tested));
        }
    }

  private:
    // The place of the first scenario that fails. What killed the last mutant is tried first on the next one.
    std::string killer(const PolicySet& policies, std::vector<ScenarioRef>& scenarios) {
        for (auto each = scenarios.begin(); each != scenarios.end(); ++each) {
            if (suite_.run(*each, policies, options_).status == scenario::Status::passed) continue;
            const ScenarioRef found = *each;
            std::rotate(scenarios.begin(), each, each + 1);
            const scenario::FeatureResult& feature = suite_.features()[found.feature];
            return feature.path + ":" + std::to_string(feature.pickles[found.pickle].location.line);
        }
        return {};
    }

    const Suite& suite_;
    const scenario::RunOptions& options_;
    const std::map<std::string, Equivalent>& reasons_;
};

// A stated equivalence must be of a mutant that exists and that no scenario tells apart.
void check_equivalents(const std::map<std::string, Equivalent>& reasons, const std::map<std::string, bool>& known,
                       Mutation& made) {
    std::map<std::string, const TestedMutant*> killed;
    for (const PolicyMutation& policy : made.policies) {
        for (const TestedMutant& each : policy.mutants) {
            if (each.fate == Fate::killed) killed[each.mutant.fingerprint] = &each;
        }
    }
    for (const auto& [fingerprint, reason] : reasons) {
        if (!known.contains(fingerprint)) {
            made.problems.push_back(reason.place + ": no policy has a mutant " + fingerprint +
                                    "; remove the comment, or write the digits of the mutant that is meant");
        }
        if (const auto found = killed.find(fingerprint); found != killed.end()) {
            made.problems.push_back(reason.place + ": mutant " + fingerprint + " does not mean the same, " +
                                    found->second->by + " tells it apart; remove the comment");
        }
    }
}

}  // namespace

Mutation run_mutants(const Suite& suite, const PolicySet& policies, const std::vector<std::uint32_t>& tested,
                     const scenario::RunOptions& options) {
    Mutation made;
    std::map<std::string, Equivalent> reasons;
    for (Equivalent& each : equivalents_in(suite.features(), made.problems)) {
        std::string fingerprint = each.fingerprint;
        reasons.emplace(std::move(fingerprint), std::move(each));
    }
    std::map<std::uint32_t, std::vector<ScenarioRef>> scenarios;
    for (const ScenarioRef each : options.only ? *options.only : suite.scenarios()) {
        for (const std::uint32_t policy : suite.policies_of(each))
            scenarios[policy].push_back(each);
    }
    const SourceMap& sources = policies.policies().sources;
    std::map<std::string, bool> known;
    for (const std::uint32_t policy : tested) {
        const lang::Policy& about = policies.program().policies[policy];
        PolicyMutation row;
        row.policy = policy;
        row.id = about.id;
        row.path = sources.path(about.where.source);
        row.scenarios = static_cast<std::uint32_t>(scenarios[policy].size());
        made.policies.push_back(std::move(row));
    }
    for (std::uint32_t policy = 0; policy < policies.program().policies.size(); ++policy) {
        for (const lang::Mutant& mutant : lang::mutants_of(policies.program(), sources, policy))
            known[mutant.fingerprint] = true;
    }
    std::sort(made.policies.begin(), made.policies.end(), [&](const PolicyMutation& a, const PolicyMutation& b) {
        const auto place = [&](const PolicyMutation& each) {
            return policies.program().policies[each.policy].where.span.begin;
        };
        return std::tuple(a.path, place(a), a.policy) < std::tuple(b.path, place(b), b.policy);
    });
    scenario::RunOptions quiet = options;
    quiet.observe = nullptr;
    scenario::in_parallel(made.policies.size(), options.jobs, [&]() -> scenario::Work {
        const auto own = std::make_shared<scenario::MutablePolicySet>(policies);  // kept by the thread's worker
        return [&, own](std::size_t i) {
            PolicyMutation& row = made.policies[i];
            PolicyRun(suite, quiet, reasons).run(*own, scenarios.at(row.policy), row);
        };
    });
    for (const PolicyMutation& policy : made.policies) {
        if (!policy.unsteady.empty())
            made.problems.push_back(policy.unsteady + ": the scenario fails without a mutant, so it says nothing of " +
                                    policy.id);
    }
    check_equivalents(reasons, known, made);
    return made;
}

}  // namespace spile::engine::mutation

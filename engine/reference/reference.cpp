#include "engine/reference/reference.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "engine/eval/explain/explain.hpp"

namespace spile::engine {

namespace {

using Key = std::tuple<std::uint32_t, std::uint32_t, std::string, std::string>;  // policy, unit, each: key, path

// All relations of one world, strata bottom up, each iterated until nothing is added.
class NaiveRelations {
  public:
    NaiveRelations(const lang::Program& program, Era era)
        : program_(program), era_(era), tuples_(program.relations.size()) {}

    const std::vector<WorldTuple>& tuples(std::uint32_t relation) const { return tuples_[relation]; }

    void compute(WorldEvaluator& world) {
        for (const std::vector<std::uint32_t>& stratum : program_.strata) {
            for (bool changed = true; changed;) {
                changed = false;
                for (const std::uint32_t relation : stratum)
                    changed = apply_all(world, relation) || changed;
            }
            for (const std::uint32_t relation : stratum)
                in_order(tuples_[relation], world.evaluation().graph());
        }
    }

  private:
    bool apply_all(WorldEvaluator& world, std::uint32_t relation) {
        bool changed = false;
        for (const lang::Rule& rule : program_.relations[relation].rules) {
            Frame frame(rule.frame, era_);
            std::vector<WorldTuple> derived;
            const auto derive = [&](Truth member, Seen seen) {
                Truth here = member;
                if (rule.condition != lang::k_no_expr) here = conjoin(here, world.truth(rule.condition, frame));
                if (here == Truth::no) return true;
                WorldTuple tuple{{}, here, Seen::one};
                for (const lang::Slot slot : rule.head)
                    tuple.values.push_back(
                        column_value(world.resolve(frame.slots[slot]), world.evaluation().factory()));
                const bool whole =
                    std::none_of(tuple.values.begin(), tuple.values.end(), [](Value v) { return v.is(Kind::missing); });
                if (whole && seen == Seen::many && stands_for_many(tuple.values)) tuple.seen = Seen::many;
                if (whole) derived.push_back(std::move(tuple));
                return true;
            };
            world.each(rule.generators, frame, derive, Unseen::bound);
            for (const WorldTuple& tuple : derived)
                changed = add(relation, tuple) || changed;
        }
        return changed;
    }

    static void in_order(std::vector<WorldTuple>& tuples, const FactGraph& graph) {
        std::stable_sort(tuples.begin(), tuples.end(), [&](const WorldTuple& a, const WorldTuple& b) {
            return order_key(a.values, graph) < order_key(b.values, graph);
        });
    }

    static std::string key_of(const WorldTuple& tuple) {
        std::string out = tuple.seen == Seen::many ? "*" : "";
        for (const Value value : tuple.values)
            out += canonical_key(value) + '\x1e';
        return out;
    }

    bool add(std::uint32_t relation, const WorldTuple& tuple) {
        const std::string key = key_of(tuple);
        for (WorldTuple& known : tuples_[relation]) {
            if (key_of(known) != key) continue;
            if (known.truth == Truth::yes || tuple.truth == Truth::maybe) return false;
            known.truth = Truth::yes;
            return true;
        }
        tuples_[relation].push_back(tuple);
        return true;
    }

    const lang::Program& program_;
    Era era_;
    std::vector<std::vector<WorldTuple>> tuples_;
};

struct WorldVerdict {
    Verdict verdict = Verdict::not_applicable;
    std::vector<std::string> failing;
};

WorldVerdict judge(WorldEvaluator& world, const lang::Policy& policy, Value subject, Truth there) {
    const FactGraph& graph = world.evaluation().graph();
    const Unit& unit = graph.unit(Evaluation::unit_of(subject));
    if (!graph.guards().holds(graph.document(unit.document).possible, world.world())) return {};
    Frame frame = policy_frame(policy, subject);
    Truth applies = there;
    for (const lang::ExprIndex when : policy.whens)
        applies = conjoin(applies, world.truth(when, frame));
    if (applies == Truth::no) return {};
    Truth holds = Truth::yes;
    for (const lang::Demand& demand : policy.demands) {
        const Truth truth = world.truth(demand.condition, frame);
        holds = conjoin(holds, demand.kind == lang::Demand::Kind::deny ? negate(truth) : truth);
    }
    if (holds == Truth::yes) return {Verdict::pass, {}};
    if (applies == Truth::maybe || holds == Truth::maybe) return {Verdict::unknown, {}};
    WorldVerdict result{Verdict::fail, {}};
    for (const RawFinding& finding : findings_in_world(world, policy, subject, Verdict::fail))
        result.failing.push_back(finding.path);
    std::sort(result.failing.begin(), result.failing.end());
    return result;
}

// Judges every policy's subjects in one world into column `w` of the outcomes.
void interpret_world(Evaluation& evaluation, const Reference& reference, std::size_t w,
                     std::map<Key, ReferenceOutcome>& outcomes) {
    const lang::Program& program = evaluation.program();
    NaiveRelations after(program, Era::after);
    NaiveRelations before(program, Era::before);
    WorldEvaluator world(evaluation, reference.worlds[w],
                         [&](std::uint32_t r, Era era) -> const std::vector<WorldTuple>& {
                             return era == Era::before ? before.tuples(r) : after.tuples(r);
                         });
    before.compute(world);
    after.compute(world);
    for (std::uint32_t p = 0; p < program.policies.size(); ++p) {
        std::map<Key, std::pair<Value, Truth>> here;
        const auto judged = [&](Value subject, Truth there) {
            Key key{p, Evaluation::unit_of(subject).value, {}, {}};
            if (subject.is(Kind::entity)) {
                std::get<2>(key) = std::string(subject.entity().key);
                std::get<3>(key) = std::string(subject.entity().path);
            }
            auto [entry, added] = here.try_emplace(std::move(key), subject, there);
            if (!added) entry->second.second = disjoin(entry->second.second, there);
            return true;
        };
        world.subjects(program.policies[p].subject, Era::after, judged, [](Value, Truth) { return true; });
        for (const auto& [key, subject] : here) {
            WorldVerdict verdict = judge(world, program.policies[p], subject.first, subject.second);
            ReferenceOutcome& outcome = outcomes[key];
            outcome.policy = p;
            outcome.subject = UnitId{std::get<1>(key)};
            outcome.key = std::get<2>(key);
            outcome.path = std::get<3>(key);
            outcome.by_world.resize(reference.worlds.size(), Verdict::not_applicable);
            outcome.failing_paths.resize(reference.worlds.size());
            outcome.by_world[w] = verdict.verdict;
            outcome.failing_paths[w] = std::move(verdict.failing);
        }
    }
}

}  // namespace

std::vector<World> all_worlds(const GuardSpace& guards, std::size_t limit) {
    std::vector<World> worlds{World(guards.atom_count(), 0)};
    for (std::uint32_t atom = 0; atom < guards.atom_count(); ++atom) {
        std::vector<World> longer;
        for (const World& world : worlds) {
            for (std::uint16_t value = 0; value < guards.atom(AtomId{atom}).classes.size(); ++value) {
                longer.push_back(world);
                longer.back()[atom] = value;
            }
            if (longer.size() > limit) return {};
        }
        worlds = std::move(longer);
    }
    return worlds;
}

Reference interpret(Evaluation& evaluation, const std::vector<World>& worlds) {
    Reference reference{worlds, {}};
    std::map<Key, ReferenceOutcome> outcomes;
    for (std::size_t w = 0; w < worlds.size(); ++w)
        interpret_world(evaluation, reference, w, outcomes);
    for (auto& [key, outcome] : outcomes)
        reference.outcomes.push_back(std::move(outcome));
    return reference;
}

namespace {

Verdict in_world(const VerdictGuards& verdicts, const World& world, const GuardSpace& guards) {
    if (guards.holds(verdicts.fail, world)) return Verdict::fail;
    if (guards.holds(verdicts.pass, world)) return Verdict::pass;
    if (guards.holds(verdicts.not_applicable, world)) return Verdict::not_applicable;
    return Verdict::unknown;
}

std::string described(const World& world, const GuardSpace& guards) {
    std::string out;
    for (std::uint32_t i = 0; i < world.size(); ++i) {
        const Atom& atom = guards.atom(AtomId{i});
        out += (i == 0 ? "" : ", ") + atom.name + "=" + atom.classes[world[i]];
    }
    return out;
}

std::string joined(const std::vector<std::string>& paths) {
    std::string out;
    for (const std::string& path : paths)
        out += (out.empty() ? "" : " and ") + path;
    return out.empty() ? "no place" : out;
}

// The first world in which verdict or places differ, as a line; empty when there is none.
std::string difference(const Reference& reference, const ReferenceOutcome& theirs, const Outcome* ours,
                       const GuardSpace& guards) {
    for (std::size_t w = 0; w < reference.worlds.size(); ++w) {
        const World& world = reference.worlds[w];
        const Verdict engine = ours == nullptr ? Verdict::not_applicable : in_world(ours->guards, world, guards);
        const bool uncorrelated = ours != nullptr && ours->kleene;
        if (engine != theirs.by_world[w]) {
            if (uncorrelated && engine == Verdict::unknown) continue;
            return "engine " + std::string(word(engine)) + ", reference " + std::string(word(theirs.by_world[w])) +
                   " when " + described(world, guards);
        }
        if (engine != Verdict::fail || uncorrelated) continue;
        std::vector<std::string> paths;
        for (const RawFinding& finding : ours->findings) {
            if (guards.holds(finding.guard, world)) paths.push_back(finding.path);
        }
        std::sort(paths.begin(), paths.end());
        if (paths != theirs.failing_paths[w]) {
            return "engine at " + joined(paths) + ", reference at " + joined(theirs.failing_paths[w]) + " when " +
                   described(world, guards);
        }
    }
    return {};
}

}  // namespace

std::vector<std::string> differences(const Reference& reference, const std::vector<Outcome>& outcomes,
                                     Evaluation& evaluation) {
    std::vector<std::string> lines;
    std::map<Key, const Outcome*> ours;
    for (const Outcome& outcome : outcomes)
        ours[{outcome.policy, outcome.subject.value, outcome.key, outcome.path}] = &outcome;
    const auto named = [&](std::uint32_t policy, UnitId subject, const std::string& key) {
        return evaluation.program().policies[policy].id + " " + std::string(evaluation.graph().unit(subject).address) +
               (key.empty() ? "" : "#" + key) + ": ";
    };
    for (const ReferenceOutcome& theirs : reference.outcomes) {
        const auto found = ours.find({theirs.policy, theirs.subject.value, theirs.key, theirs.path});
        const std::string line =
            difference(reference, theirs, found == ours.end() ? nullptr : found->second, evaluation.guards());
        if (!line.empty()) lines.push_back(named(theirs.policy, theirs.subject, theirs.key) + line);
        if (found != ours.end()) ours.erase(found);
    }
    for (const auto& [key, outcome] : ours) {
        if (outcome->verdict != Verdict::not_applicable)
            lines.push_back(named(outcome->policy, outcome->subject, outcome->key) + "only the engine judges it");
    }
    return lines;
}

}  // namespace spile::engine

#include "engine/eval/explain/explain.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "engine/eval/explain/blame.hpp"

namespace spile::engine {

using lang::Demand;
using lang::Expr;
using lang::k_no_expr;
using lang::Op;
using lang::Policy;

const std::vector<WorldTuple>& WorldRelationView::tuples(std::uint32_t relation, Era era) {
    auto [entry, added] = made_.try_emplace({relation, era});
    if (!added) return entry->second;
    std::vector<std::pair<std::string, WorldTuple>> in_order;
    for (const GuardedTuple& tuple : store_->relation(relation, era).tuples()) {
        if (!world_->holds(tuple.may)) continue;
        const Truth truth = world_->holds(tuple.must) ? Truth::yes : Truth::maybe;
        in_order.emplace_back(order_key(tuple.values, world_->evaluation().graph()),
                              WorldTuple{tuple.values, truth, tuple.seen});
    }
    std::stable_sort(in_order.begin(), in_order.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (auto& [key, tuple] : in_order)
        entry->second.push_back(std::move(tuple));
    return entry->second;
}

Frame policy_frame(const Policy& policy, Value subject) {
    Frame frame(policy.frame);
    frame.slots[policy.variable] = subject;
    frame.define(policy.lets);
    return frame;
}

namespace {

// A member of a demand's leading quantifier, by its position among all.
struct Witness {
    std::uint32_t demand = 0;
    std::size_t position = 0;
};

// Whether the members of a quantifier can be looked at one by one: a list or map, whose members do not share what is
// worked out for them.
bool separable(const Expr& condition) {
    return condition.generators.size() == 1 && (condition.generators.front().kind == lang::Generator::Kind::in ||
                                                condition.generators.front().kind == lang::Generator::Kind::pair_in);
}

// Collects the findings of one policy and subject in one world.
class Gatherer {
  public:
    Gatherer(WorldEvaluator& world, const Policy& policy, Value subject, Verdict sought)
        : world_(world), policy_(policy), subject_(subject), sought_(sought), frame_(policy_frame(policy, subject)) {}

    // The witness that each finding was first made for, where there is one.
    const std::vector<std::optional<Witness>>& made_for() const { return made_for_; }

    // Looks at this witness alone, in a fresh evaluator: the atoms that its finding hangs on.
    std::vector<AtomId> atoms_of(const Witness& witness) {
        only_ = witness;
        witnesses(witness.demand, world_.evaluation().program().expr(policy_.demands[witness.demand].condition));
        std::vector<AtomId> atoms = world_.consulted();
        atoms.insert(atoms.end(), before_.begin(), before_.end());
        std::sort(atoms.begin(), atoms.end());
        atoms.erase(std::unique(atoms.begin(), atoms.end()), atoms.end());
        return atoms;
    }

    std::vector<RawFinding> gather() {
        if (sought_ != Verdict::fail) {
            for (const lang::ExprIndex when : policy_.whens) {
                if (world_.truth(when, frame_) == Truth::maybe) undecided_when(when);
            }
        }
        for (std::uint32_t i = 0; i < policy_.demands.size(); ++i)
            demand(i);
        return std::move(found_);
    }

  private:
    [[nodiscard]] Truth looked_for() const { return sought_ == Verdict::fail ? Truth::yes : Truth::maybe; }

    void undecided_when(lang::ExprIndex when) {
        add(0, blame(world_, when, frame_, Wanted::true_), nullptr, std::nullopt);
    }

    void demand(std::uint32_t index) {
        const Demand& demand = policy_.demands[index];
        const bool denies = demand.kind == Demand::Kind::deny;
        const Expr& condition = world_.evaluation().program().expr(demand.condition);
        const Wanted wanted = denies ? Wanted::false_ : Wanted::true_;
        const Truth truth = world_.truth(demand.condition, frame_);
        const Truth bad = denies ? truth : negate(truth);
        if (bad != looked_for()) return;
        if (condition.op == (denies ? Op::some : Op::all)) {
            witnesses(index, condition);
            if (reported_) return;
        }
        Blame why = blame(world_, demand.condition, frame_, wanted);
        add(index, std::move(why), &demand, std::nullopt);
    }

    void witnesses(std::uint32_t index, const Expr& condition) {
        const Demand& demand = policy_.demands[index];
        reported_ = false;
        std::size_t position = 0;
        world_.each(condition.generators, frame_, [&](Truth member, Seen seen) {
            if (seen == Seen::none) return true;
            const Witness here_is{index, position++};
            if (only_ && here_is.position < only_->position) {
                if (here_is.position == 0) before_ = world_.consulted();
                world_.reset_consulted();
                return true;
            }
            Truth here = member;
            if (condition.condition != k_no_expr) here = conjoin(here, world_.truth(condition.condition, frame_));
            if (condition.op == Op::all) here = conjoin(here, negate(world_.truth(condition.children[0], frame_)));
            if (here != looked_for()) return true;
            Frame witness = frame_;
            Blame why = inner_blame(condition, witness, member);
            const Value element = element_of(condition);
            std::swap(witness, frame_);
            witness_ = separable(condition) ? std::optional(here_is) : std::nullopt;
            add(index, std::move(why), &demand, element);
            witness_.reset();
            std::swap(witness, frame_);
            reported_ = true;
            return !only_;
        });
    }

    Blame inner_blame(const Expr& condition, Frame& frame, Truth member) {
        if (condition.op == Op::all && world_.truth(condition.children[0], frame) != Truth::yes) {
            return blame(world_, condition.children[0], frame, Wanted::true_);
        }
        const bool conditioned = condition.condition != k_no_expr;
        const bool decides =
            member == Truth::yes || (conditioned && world_.truth(condition.condition, frame) != Truth::yes);
        if (conditioned && decides) {
            Blame why = blame(world_, condition.condition, frame, Wanted::false_);
            if (proves(condition)) prove_witness(world_, condition, frame, why);
            return why;
        }
        Blame bare;
        if (proves(condition)) prove_witness(world_, condition, frame, bare);
        if (member == Truth::maybe && bare.cause.empty()) bare.cause = "it is not decided whether this member is there";
        return bare;
    }

    // Witnesses without a place of their own are one finding, which shows how the first of them comes about.
    bool proves(const Expr& condition) {
        const Value element = element_of(condition);
        if (element.origin() != nullptr && element.origin()->path != nullptr) return true;
        return std::exchange(shown_, &condition) != &condition;
    }

    Value element_of(const Expr& condition) {
        const lang::Generator& first = condition.generators.front();
        const lang::Slot slot = first.kind == lang::Generator::Kind::pair_in ? first.value_slot : first.slot;
        return slot == lang::k_no_slot ? Value() : world_.resolve(frame_.slots[slot]);
    }

    // The place: explicit `at`, else (for a witness) the element, else what the blame found, else the subject's name.
    void add(std::uint32_t index, Blame why, const Demand* demand, std::optional<Value> element) {
        RawFinding finding;
        finding.demand = index;
        finding.verdict = sought_ == Verdict::fail ? Verdict::fail : why.error ? Verdict::error : Verdict::unknown;
        Blame place = why;
        if (element && element->origin() != nullptr && element->origin()->path != nullptr && why.cause.empty()) {
            place = Blame{};
            place.at = element->origin();
        }
        if (demand != nullptr) explicit_places(*demand, place, finding);
        finding.at = place.at != nullptr && place.at->span.valid() ? place.at : subject_.origin();
        finding.path = path_of(finding.at, place.missing);
        finding.reasons = std::move(why.reasons);
        for (ProofStep& step : why.steps)
            finding.steps.emplace_back(std::move(step.text), step.at);
        finding.cause = std::move(why.cause);
        finding.assumed = why.assumed || place.assumed;
        finding.message = message(demand);
        merge(std::move(finding));
    }

    void explicit_places(const Demand& demand, Blame& place, RawFinding& finding) {
        bool first = true;
        for (const lang::ExprIndex at : demand.at) {
            Blame named = place_of(world_, at, frame_);
            if (named.at == nullptr) continue;
            if (first)
                place = named;
            else
                finding.related.emplace_back(std::string(world_.evaluation().graph().sources().text(
                                                 world_.evaluation().program().expr(at).where)),
                                             named.at);
            first = false;
        }
    }

    std::string path_of(const Origin* at, const std::string& missing) const {
        std::string path = at->path != nullptr ? FactGraph::dotted(at->path) : std::string();
        if (path.empty()) {
            const UnitId unit = at->unit.valid() ? at->unit : Evaluation::unit_of(subject_);
            path = std::string(world_.evaluation().graph().unit(unit).address);
        }
        if (!missing.empty()) path += "." + missing;
        return path;
    }

    std::string message(const Demand* demand) {
        if (sought_ != Verdict::fail) return policy_.title + ": not decided";
        if (demand != nullptr && demand->message) return world_.text(*demand->message, frame_);
        return policy_.title + ": " + display(subject_, world_.evaluation().operands()) + " does not comply";
    }

    void merge(RawFinding finding) {
        for (RawFinding& known : found_) {
            if (known.path != finding.path) continue;
            const bool said = known.message == finding.message ||
                              std::find(known.also.begin(), known.also.end(), finding.message) != known.also.end();
            if (!said) known.also.push_back(finding.message);
            if (known.verdict == Verdict::unknown && finding.verdict == Verdict::error) known.verdict = Verdict::error;
            return;
        }
        found_.push_back(std::move(finding));
        made_for_.push_back(witness_);
    }

    WorldEvaluator& world_;
    const Policy& policy_;
    Value subject_;
    Verdict sought_;
    Frame frame_;
    std::vector<RawFinding> found_;
    std::vector<std::optional<Witness>> made_for_;  // of found_
    std::optional<Witness> witness_;                // at hand
    std::optional<Witness> only_;
    std::vector<AtomId> before_;   // what the members as a whole hang on
    const Expr* shown_ = nullptr;  // whose first witness was proved
    bool reported_ = false;
};

// More regions than this and only the members of quantifiers are still looked at one by one.
constexpr int k_regions = 64;
constexpr std::size_t k_targets = 256;

// Goes through the worlds of one verdict, least first.
class Explainer {
  public:
    Explainer(Evaluation& evaluation, RelationStore& relations, const Policy& policy, Value subject, Guard where,
              Outcome& outcome)
        : evaluation_(evaluation),
          relations_(relations),
          policy_(policy),
          subject_(subject),
          where_(where),
          sought_(outcome.verdict == Verdict::fail ? Verdict::fail : Verdict::unknown),
          outcome_(outcome) {}

    void run() {
        GuardSpace& guards = evaluation_.guards();
        Guard remaining = where_;
        for (int i = 0; i < k_regions && remaining != k_never; ++i) {
            const Guard region = look_into(guards.least_world(remaining), remaining, Reach::what_agrees);
            if (sought_ != Verdict::fail) return;
            remaining = guards.without(remaining, region);
        }
        if (remaining == k_never) return;
        if (!outcome_.kleene) {
            for (const Guard target : members_that_fail(remaining))
                look_into(guards.least_world(target), target, Reach::what_agrees);
        }
        for (const RawFinding& finding : outcome_.findings)
            remaining = guards.without(remaining, finding.guard);
        if (remaining != k_never) look_into(guards.least_world(remaining), remaining, Reach::all_of_them);
    }

  private:
    // For which worlds what one world shows is taken.
    enum class Reach : std::uint8_t {
        what_agrees,  // those that agree on everything that was looked at
        all_of_them   // all that are left, after so many that each has its own way to the same place
    };

    // Adds what the least world shows; gives the worlds that it stands for.
    Guard look_into(World least, Guard within, Reach reach) {
        GuardSpace& guards = evaluation_.guards();
        WorldRelationView view(relations_);
        WorldEvaluator world(
            evaluation_, std::move(least),
            [&view](std::uint32_t r, Era era) -> const std::vector<WorldTuple>& { return view.tuples(r, era); });
        view.attach(world);
        Gatherer gatherer(world, policy_, subject_, sought_);
        std::vector<RawFinding> here = gatherer.gather();
        if (policy_.remedy && outcome_.remedy.empty()) {
            Frame frame = policy_frame(policy_, subject_);
            outcome_.remedy = world.text(*policy_.remedy, frame);
        }
        const Guard region =
            reach == Reach::all_of_them ? within : guards.conjoin(region_of(world, world.consulted()), within);
        for (std::size_t i = 0; i < here.size(); ++i) {
            here[i].guard = sought_ != Verdict::fail ? where_ : region;
            const std::optional<Witness>& witness = gatherer.made_for()[i];
            if (sought_ == Verdict::fail && region != where_ && witness) here[i].guard = region_of(world, *witness);
            merge(std::move(here[i]));
        }
        return region;
    }

    Guard region_of(const WorldEvaluator& world, const std::vector<AtomId>& atoms) {
        Cube cube;
        for (const AtomId atom : atoms)
            cube.emplace_back(atom, world.world()[atom.value]);
        return evaluation_.guards().of(cube);
    }

    // A member that is wrong is wrong wherever what it hangs on is the same, and the policy fails.
    Guard region_of(const WorldEvaluator& world, const Witness& witness) {
        WorldRelationView view(relations_);
        WorldEvaluator fresh(
            evaluation_, world.world(),
            [&view](std::uint32_t r, Era era) -> const std::vector<WorldTuple>& { return view.tuples(r, era); });
        view.attach(fresh);
        Gatherer alone(fresh, policy_, subject_, sought_);
        const std::vector<AtomId> atoms = alone.atoms_of(witness);
        return evaluation_.guards().conjoin(where_, region_of(world, atoms));
    }

    // Findings of a later world join those of the earlier ones that are at the same place.
    void merge(RawFinding finding) {
        std::vector<RawFinding>& all = outcome_.findings;
        const auto known =
            std::find_if(all.begin(), all.end(), [&](const RawFinding& f) { return f.path == finding.path; });
        if (known == all.end()) {
            all.push_back(std::move(finding));
            return;
        }
        known->guard = evaluation_.guards().disjoin(known->guard, finding.guard);
        const bool said = known->message == finding.message ||
                          std::find(known->also.begin(), known->also.end(), finding.message) != known->also.end();
        if (!said) known->also.push_back(finding.message);
    }

    // For each member of a leading quantifier the worlds in which it is wrong.
    std::vector<Guard> members_that_fail(Guard within) {
        std::vector<Guard> targets;
        GuardSpace& guards = evaluation_.guards();
        GuardedEvaluator evaluator(
            evaluation_, GuardedEvaluator::Mode::correlated,
            [this](std::uint32_t i, Era era) -> GuardedRelation& { return relations_.relation(i, era); });
        for (const Demand& demand : policy_.demands) {
            const Expr& condition = evaluation_.program().expr(demand.condition);
            if (condition.op != (demand.kind == Demand::Kind::deny ? Op::some : Op::all) || !separable(condition))
                continue;
            Frame frame = policy_frame(policy_, subject_);
            evaluator.each(condition.generators, frame, [&](const GuardTruth& member, Seen seen) {
                if (seen == Seen::none || targets.size() == k_targets) return;
                GuardTruth wrong = member;
                if (condition.condition != k_no_expr)
                    wrong = evaluator.conjoin(wrong, evaluator.truth(condition.condition, frame));
                if (condition.op == Op::all) {
                    wrong = evaluator.conjoin(wrong,
                                              GuardedEvaluator::negate(evaluator.truth(condition.children[0], frame)));
                }
                const Guard here = guards.conjoin(wrong.yes, within);
                if (here != k_never) targets.push_back(here);
            });
        }
        return targets;
    }

    Evaluation& evaluation_;
    RelationStore& relations_;
    const Policy& policy_;
    Value subject_;
    Guard where_;
    Verdict sought_;
    Outcome& outcome_;
};

}  // namespace

std::vector<RawFinding> findings_in_world(WorldEvaluator& world, const Policy& policy, Value subject, Verdict sought) {
    return Gatherer(world, policy, subject, sought).gather();
}

void explain(Evaluation& evaluation, RelationStore& relations, const Policy& policy, Value subject, Guard where,
             Outcome& outcome) {
    const Verdict sought = outcome.verdict == Verdict::fail ? Verdict::fail : Verdict::unknown;
    Explainer(evaluation, relations, policy, subject, where, outcome).run();
    if (outcome.findings.empty()) {
        RawFinding bare;
        bare.verdict = sought;
        bare.guard = where;
        bare.at = subject.origin();
        bare.path = std::string(evaluation.graph().unit(Evaluation::unit_of(subject)).address);
        bare.message = policy.title + (sought == Verdict::fail ? "" : ": not decided");
        if (sought != Verdict::fail) {
            bare.cause = outcome.kleene
                             ? "it depends on more than " + std::to_string(k_correlated_atoms) + " parameters at once"
                             : "it is not decided whether the subject exists";
        }
        outcome.findings.push_back(std::move(bare));
    }
    std::stable_sort(outcome.findings.begin(), outcome.findings.end(),
                     [](const RawFinding& a, const RawFinding& b) { return a.path < b.path; });
}

}  // namespace spile::engine

#include "engine/eval/guarded/relations.hpp"

#include <algorithm>
#include <set>

namespace spile::engine {

bool GuardedRelation::add(GuardedTuple tuple, GuardSpace& guards) {
    std::string key = tuple.seen == Seen::many ? "*" : "";
    for (const Value value : tuple.values)
        key += canonical_key(value) + '\x1e';
    const auto [entry, added] = by_key_.try_emplace(std::move(key), static_cast<std::uint32_t>(tuples_.size()));
    if (added) {
        tuples_.push_back(std::move(tuple));
        return true;
    }
    GuardedTuple& known = tuples_[entry->second];
    const Guard wider_must = guards.disjoin(known.must, tuple.must);
    const Guard wider_may = guards.disjoin(known.may, tuple.may);
    const bool changed = wider_must != known.must || wider_may != known.may;
    known.must = wider_must;
    known.may = wider_may;
    return changed;
}

GuardedRelation::Index& GuardedRelation::index(std::size_t column) {
    Index& index = indices_[column];
    for (; index.covered < tuples_.size(); ++index.covered) {
        const Value here = tuples_[index.covered].values[column];
        const auto position = static_cast<std::uint32_t>(index.covered);
        std::string key = join_key(here);
        (key.empty() ? index.open : index.exact[std::move(key)]).push_back(position);
    }
    return index;
}

std::size_t GuardedRelation::count(std::size_t column, Value value) {
    const std::string key = join_key(value);
    if (key.empty()) return tuples_.size();
    const Index& index = this->index(column);
    const auto exact = index.exact.find(key);
    return index.open.size() + (exact == index.exact.end() ? 0 : exact->second.size());
}

std::vector<std::uint32_t> GuardedRelation::candidates(std::size_t column, Value value) {
    std::vector<std::uint32_t> found;
    const std::string key = join_key(value);
    if (key.empty()) {
        for (std::uint32_t i = 0; i < tuples_.size(); ++i)
            found.push_back(i);
        return found;
    }
    const Index& index = this->index(column);
    const auto exact = index.exact.find(key);
    if (exact != index.exact.end()) found = exact->second;
    const auto middle = static_cast<std::ptrdiff_t>(found.size());
    found.insert(found.end(), index.open.begin(), index.open.end());
    std::inplace_merge(found.begin(), found.begin() + middle, found.end());
    return found;
}

RelationStore::RelationStore(Evaluation& evaluation) : evaluation_(&evaluation) {
    for (OfEra& each : eras_) {
        each.relations.resize(evaluation.program().relations.size());
        each.started.resize(evaluation.program().strata.size(), false);
        each.exhausted.resize(evaluation.program().strata.size(), false);
    }
}

GuardedRelation& RelationStore::relation(std::uint32_t index, Era era) {
    const std::uint32_t stratum = evaluation_->program().relations[index].stratum;
    OfEra& here = of(era);
    if (here.exhausted[stratum]) throw GuardsExhausted();  // half a relation would be taken for the whole
    if (!here.started[stratum]) {
        here.started[stratum] = true;
        try {
            compute(stratum, era);
        } catch (const GuardsExhausted&) {
            here.exhausted[stratum] = true;
            throw;
        }
    }
    return here.relations[index];
}

// Decided before anything is evaluated: by the atoms of all units, which any rule may join.
GuardedEvaluator::Mode RelationStore::mode() const {
    std::set<AtomId> all;
    for (const Unit& unit : evaluation_->graph().units()) {
        for (const AtomId atom : atoms_of(unit, evaluation_->guards()))
            all.insert(atom);
    }
    return all.size() > k_correlated_atoms ? GuardedEvaluator::Mode::kleene : GuardedEvaluator::Mode::correlated;
}

void RelationStore::compute(std::uint32_t stratum, Era era) {
    if (!evaluator_) {
        evaluator_ = std::make_unique<GuardedEvaluator>(
            *evaluation_, mode(), [this](std::uint32_t i, Era seen) -> GuardedRelation& { return relation(i, seen); });
    }
    const std::vector<std::uint32_t>& members = evaluation_->program().strata[stratum];
    for (bool changed = true; changed;) {
        changed = false;
        for (const std::uint32_t member : members) {
            for (const lang::Rule& rule : evaluation_->program().relations[member].rules) {
                changed = apply(rule, era, of(era).relations[member]) || changed;
            }
        }
        const bool recursive = members.size() > 1 || evaluation_->program().relations[members.front()].recursive;
        if (!recursive) break;
    }
}

bool RelationStore::apply(const lang::Rule& rule, Era era, GuardedRelation& into) {
    GuardSpace& guards = evaluation_->guards();
    Frame frame(rule.frame, era);
    std::vector<GuardedTuple> derived;
    const auto derive = [&](const GuardTruth& member, Seen seen) {
        GuardTruth here = member;
        if (rule.condition != lang::k_no_expr)
            here = evaluator_->conjoin(here, evaluator_->truth(rule.condition, frame));
        if (here.no == k_always) return;
        std::vector<GuardedTuple> rows{{{}, here.yes, guards.complement(here.no)}};
        for (const lang::Slot slot : rule.head) {
            const Value value = frame.slots[slot];
            const Arm whole{k_always, value};
            std::vector<GuardedTuple> longer;
            for (const GuardedTuple& row : rows) {
                for (const Arm& arm : value.is(Kind::choice) ? value.arms() : std::span<const Arm>(&whole, 1)) {
                    const Guard may = guards.conjoin(row.may, arm.guard);
                    if (may == k_never || arm.value.is(Kind::missing)) continue;
                    longer.push_back({row.values, guards.conjoin(row.must, arm.guard), may});
                    longer.back().values.push_back(column_value(arm.value, evaluation_->factory()));
                }
            }
            rows = std::move(longer);
        }
        for (GuardedTuple& row : rows) {
            if (seen == Seen::many && stands_for_many(row.values)) row.seen = Seen::many;
            derived.push_back(std::move(row));
        }
    };
    evaluator_->each(rule.generators, frame, derive, Unseen::bound);
    bool changed = false;
    for (GuardedTuple& row : derived)
        changed = into.add(std::move(row), guards) || changed;
    return changed;
}

namespace {

void gather(Value value, const GuardSpace& guards, std::set<AtomId>& atoms) {
    const auto add = [&](Guard guard) {
        if (guard == k_always || guard == k_never) return;
        for (const AtomId atom : guards.support(guard))
            atoms.insert(atom);
    };
    switch (value.kind()) {
        case Kind::choice:
            for (const Arm& arm : value.arms()) {
                add(arm.guard);
                gather(arm.value, guards, atoms);
            }
            return;
        case Kind::list:
            for (const Element& element : value.elements()) {
                add(element.must);
                add(element.may);
                gather(element.value, guards, atoms);
            }
            return;
        case Kind::map:
            for (const Member& member : value.members())
                gather(member.value, guards, atoms);
            return;
        default:
            return;
    }
}

}  // namespace

std::vector<AtomId> atoms_of(const Unit& unit, const GuardSpace& guards) {
    std::set<AtomId> atoms;
    gather(unit.attributes, guards, atoms);
    for (const AtomId atom : guards.support(unit.exists))
        atoms.insert(atom);
    return {atoms.begin(), atoms.end()};
}

}  // namespace spile::engine

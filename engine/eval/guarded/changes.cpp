// Changes in all worlds at once.
#include "engine/eval/change_pairs.hpp"
#include "engine/eval/guarded/guarded.hpp"

namespace spile::engine {

Value GuardedEvaluator::side(Value instance, const GuardTruth& there, UnitId unit) {
    GuardSpace& guards = evaluation_->guards();
    const Guard open = guards.complement(guards.disjoin(there.yes, there.no));
    const Arm arms[] = {{there.yes, instance}, {there.no, Value()}, {open, evaluation_->perhaps_there(unit)}};
    return evaluation_->factory().choice(arms, guards, instance.origin());
}

void GuardedEvaluator::changes(const lang::Range& range, const Visit& visit, const Visit& unseen) {
    if (range.kind != lang::Range::Kind::entity) {
        const bool all = range.kind == lang::Range::Kind::resource;
        const auto instance = [&](UnitId unit) {
            if (!unit.valid()) return Value();
            return all ? evaluation_->instance(k_resource_entity, unit, {}, Value()) : evaluation_->resource(unit);
        };
        for (const UnitId unit : evaluation_->changed(range.tool, range.type)) {
            const Evaluation::Sides sides = evaluation_->sides(unit);
            visit(evaluation_->change(unit, {}, {}, instance(sides.before), instance(sides.after)),
                  {k_always, k_never});
        }
        return;
    }
    for (const std::uint32_t index : evaluation_->program().entities[range.entity].views) {
        const lang::View& view = evaluation_->program().views[index];
        for (const UnitId unit : evaluation_->changed(view.tool, view.type)) {
            const Evaluation::Sides sides = evaluation_->sides(unit);
            ChangePairs<GuardTruth> pairs{GuardTruth{}};
            if (sides.after.valid()) {
                const auto add = [&](Value found, const GuardTruth& there) { pairs.add_after(found, there); };
                instances(index, sides.after, add, unseen);
            }
            if (sides.before.valid()) {
                const auto add = [&](Value found, const GuardTruth& there) { pairs.add_before(found, there); };
                instances(index, sides.before, add, unseen);
            }
            for (const auto& pair : pairs.all()) {
                visit(evaluation_->change(unit, pair.key, pair.path, side(pair.before, pair.before_there, unit),
                                          side(pair.after, pair.after_there, unit)),
                      disjoin(pair.before_there, pair.after_there));
            }
        }
    }
}

}  // namespace spile::engine

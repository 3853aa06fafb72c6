// Changes in one world.
#include "engine/eval/change_pairs.hpp"
#include "engine/eval/world/world.hpp"

namespace spile::engine {

void WorldEvaluator::changes(const lang::Range& range, const Visit& visit, const Visit& unseen) {
    if (range.kind != lang::Range::Kind::entity) {
        const bool all = range.kind == lang::Range::Kind::resource;
        const auto instance = [&](UnitId unit) {
            if (!unit.valid()) return Value();
            return all ? evaluation_->instance(k_resource_entity, unit, {}, Value()) : evaluation_->resource(unit);
        };
        for (const UnitId unit : evaluation_->changed(range.tool, range.type)) {
            const Evaluation::Sides sides = evaluation_->sides(unit);
            const Value change = evaluation_->change(unit, {}, {}, instance(sides.before), instance(sides.after));
            if (!visit(change, Truth::yes)) return;
        }
        return;
    }
    for (const std::uint32_t index : evaluation_->program().entities[range.entity].views) {
        const lang::View& view = evaluation_->program().views[index];
        for (const UnitId unit : evaluation_->changed(view.tool, view.type)) {
            const Evaluation::Sides sides = evaluation_->sides(unit);
            ChangePairs<Truth> pairs{Truth::no};
            const auto add_after = [&](Value found, Truth there) {
                pairs.add_after(found, there);
                return true;
            };
            if (sides.after.valid() && !instances(index, sides.after, add_after, unseen)) return;
            const auto add_before = [&](Value found, Truth there) {
                pairs.add_before(found, there);
                return true;
            };
            if (sides.before.valid() && !instances(index, sides.before, add_before, unseen)) return;
            const auto side = [&](Value instance, Truth there) {
                if (there == Truth::yes) return instance;
                return there == Truth::no ? Value() : evaluation_->perhaps_there(unit);
            };
            for (const auto& pair : pairs.all()) {
                const Value change =
                    evaluation_->change(unit, pair.key, pair.path, side(pair.before, pair.before_there),
                                        side(pair.after, pair.after_there));
                if (!visit(change, disjoin(pair.before_there, pair.after_there))) return;
            }
        }
    }
}

}  // namespace spile::engine

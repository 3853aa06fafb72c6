// Changes in one world.
#include <algorithm>
#include <string>

#include "engine/eval/world/world.hpp"

namespace spile::engine {

namespace {

/// The instance of a view that has one key on either side of a change.
struct Pair {
    std::string_view key;
    std::string_view path;
    Value before;
    Value after;
    Truth before_there = Truth::no;
    Truth after_there = Truth::no;
};

}  // namespace

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
            std::vector<Pair> pairs;
            if (sides.after.valid()) {
                const auto add = [&](Value found, Truth there) {
                    pairs.push_back(
                        {.key = found.entity().key, .path = found.entity().path, .after = found, .after_there = there});
                    return true;
                };
                if (!instances(index, sides.after, add, unseen)) return;
            }
            // Of several with one key the first meets the first.
            const auto join = [&](Value found, Truth there) {
                const std::string_view key = found.entity().key;
                auto pair = std::find_if(pairs.begin(), pairs.end(), [&](const Pair& each) {
                    return each.key == key && each.before.is(Kind::missing);
                });
                if (pair == pairs.end())
                    pair = pairs.insert(pairs.end(), Pair{.key = key, .path = found.entity().path});
                pair->before = found;
                pair->before_there = there;
                return true;
            };
            if (sides.before.valid() && !instances(index, sides.before, join, unseen)) return;
            const auto side = [&](Value instance, Truth there) {
                if (there == Truth::yes) return instance;
                return there == Truth::no ? Value() : evaluation_->perhaps_there(unit);
            };
            for (const Pair& pair : pairs) {
                const Value change =
                    evaluation_->change(unit, pair.key, pair.path, side(pair.before, pair.before_there),
                                        side(pair.after, pair.after_there));
                if (!visit(change, disjoin(pair.before_there, pair.after_there))) return;
            }
        }
    }
}

}  // namespace spile::engine

// Generators, quantifiers and relations in all worlds at once.
#include <algorithm>

#include "engine/eval/guarded/guarded.hpp"
#include "engine/eval/guarded/relations.hpp"

namespace spile::engine {

using lang::Expr;
using lang::Generator;
using lang::k_no_expr;
using lang::Op;
using lang::Pattern;

void GuardedEvaluator::each(const std::vector<Generator>& generators, Frame& frame, const Body& body, Unseen unseen) {
    each_from({generators, unseen, body}, 0, GuardTruth{k_always, k_never}, Seen::one, frame);
}

void GuardedEvaluator::each_from(const Walk& walk, std::size_t at, const GuardTruth& membership, Seen seen,
                                 Frame& frame) {
    if (at == walk.generators.size()) {
        walk.body(membership, seen);
        return;
    }
    const Generator& generator = walk.generators[at];
    const auto inner = [&](const GuardTruth& here, Seen what) {
        const GuardTruth joined = conjoin(membership, here);
        if (joined.no != k_always) each_from(walk, at + 1, joined, std::max(seen, what), frame);
    };
    const auto unseen = [&](Value member, const GuardTruth& there) {
        if (there.no == k_always) return;
        if (walk.unseen == Unseen::told) {
            walk.body({k_never, evaluation_->guards().disjoin(membership.no, there.no)}, Seen::none);
            return;
        }
        frame.slots[generator.slot] = member;
        if (generator.kind == Generator::Kind::pair_in) frame.slots[generator.value_slot] = member;
        inner(there, Seen::many);
    };
    switch (generator.kind) {
        case Generator::Kind::in:
        case Generator::Kind::pair_in:
            each_in(generator, frame, inner, [&](Guard where, Value collection) {
                unseen(unseen_member(collection, evaluation_->operands()),
                       {k_never, evaluation_->guards().complement(where)});
            });
            return;
        case Generator::Kind::relation:
            each_tuple(generator, frame, inner);
            return;
        case Generator::Kind::typed:
            subjects(
                generator.range, frame.era,
                [&](Value subject, const GuardTruth& there) {
                    frame.slots[generator.slot] = subject;
                    inner(there, Seen::one);
                },
                unseen);
            return;
    }
}

void GuardedEvaluator::each_in(const Generator& generator, Frame& frame, const Inner& inner,
                               const std::function<void(Guard, Value)>& further) {
    const Value source = value(generator.source, frame);
    const bool pair = generator.kind == Generator::Kind::pair_in;
    const ValueFactory& make = evaluation_->factory();
    GuardSpace& guards = evaluation_->guards();
    const auto there = [&](Guard arm, Guard must, Guard may) {
        return collapse({guards.conjoin(arm, must), guards.complement(guards.conjoin(arm, may))});
    };
    const auto walk = [&](Guard arm, Value collection) {
        if (collection.is(Kind::missing) || collection.is(Kind::null)) return;
        if (collection.is(Kind::list)) {
            std::int64_t position = 0;
            for (const Element& element : collection.elements()) {
                frame.slots[generator.slot] = pair ? make.number(position, element.value.origin()) : element.value;
                if (pair) frame.slots[generator.value_slot] = element.value;
                ++position;
                inner(there(arm, element.must, element.may), Seen::one);
            }
            if (collection.open()) further(arm, collection);
            return;
        }
        if (!collection.is(Kind::map)) {
            further(arm, collection);
            return;
        }
        for (const Member& member : collection.members()) {
            const Arm whole{k_always, member.value};
            const std::span<const Arm> arms =
                member.value.is(Kind::choice) ? member.value.arms() : std::span<const Arm>(&whole, 1);
            for (const Arm& each : arms) {
                if (each.value.is(Kind::missing)) continue;
                frame.slots[generator.slot] =
                    make.marked(make.string(member.key, each.value.origin()), collection.sensitive(), false);
                if (pair) frame.slots[generator.value_slot] = each.value;
                const bool unsure = each.value.is(Kind::unknown) && each.value.unknown().may_be_missing;
                inner(there(arm, unsure ? k_never : each.guard, each.guard), Seen::one);
            }
        }
        if (collection.open()) further(arm, collection);
    };
    if (!source.is(Kind::choice)) {
        walk(k_always, source);
        return;
    }
    for (const Arm& arm : source.arms())
        walk(arm.guard, arm.value);
}

GuardTruth GuardedEvaluator::match(const std::vector<Pattern>& patterns, const GuardedTuple& tuple, Frame& frame) {
    GuardTruth matched = collapse({tuple.must, evaluation_->guards().complement(tuple.may)});
    for (std::size_t i = 0; i < patterns.size() && matched.no != k_always; ++i) {
        const Pattern& pattern = patterns[i];
        if (pattern.kind == Pattern::Kind::bind) {
            frame.slots[pattern.slot] = tuple.values[i];
        } else if (pattern.kind == Pattern::Kind::match) {
            const Value wanted = spread(value(pattern.value, frame));
            matched = conjoin(matched, lifted(wanted, spread(tuple.values[i]),
                                              [&](Value a, Value b) { return equal(a, b, evaluation_->operands()); }));
        }
    }
    return matched;
}

std::vector<std::uint32_t> GuardedEvaluator::candidates(GuardedRelation& relation, const std::vector<Pattern>& patterns,
                                                        Frame& frame) {
    std::vector<std::pair<std::size_t, Value>> known;
    for (std::size_t i = 0; i < patterns.size(); ++i) {
        if (patterns[i].kind != Pattern::Kind::match) continue;
        const Value wanted = value(patterns[i].value, frame);
        if (!wanted.is(Kind::choice)) known.emplace_back(i, wanted);
    }
    // The column that leaves the fewest tuples.
    std::size_t fewest = 0;
    for (std::size_t k = 1; k < known.size(); ++k) {
        if (relation.count(known[k].first, known[k].second) < relation.count(known[fewest].first, known[fewest].second))
            fewest = k;
    }
    if (!known.empty()) return relation.candidates(known[fewest].first, known[fewest].second);
    std::vector<std::uint32_t> all(relation.tuples().size());
    for (std::uint32_t i = 0; i < all.size(); ++i)
        all[i] = i;
    return all;
}

void GuardedEvaluator::each_tuple(const Generator& generator, Frame& frame, const Inner& inner) {
    // By position and by copy: a recursive rule's own tuples may grow while they are read.
    GuardedRelation& relation = relations_(generator.relation, frame.era);
    for (const std::uint32_t i : candidates(relation, generator.patterns, frame)) {
        const GuardedTuple tuple = relation.tuples()[i];
        const GuardTruth matched = match(generator.patterns, tuple, frame);
        if (matched.no != k_always) inner(matched, tuple.seen);
    }
}

GuardTruth GuardedEvaluator::call_relation(const Expr& expr, Frame& frame) {
    GuardTruth any{k_never, k_always};
    GuardedRelation& relation = relations_(expr.index, frame.era);
    for (const std::uint32_t i : candidates(relation, expr.patterns, frame)) {
        const GuardedTuple tuple = relation.tuples()[i];
        any = disjoin(any, match(expr.patterns, tuple, frame));
        if (any.yes == k_always) break;
    }
    return any;
}

void GuardedEvaluator::subjects(const lang::Range& range, Era era, const Visit& visit, const Visit& unseen) {
    GuardSpace& guards = evaluation_->guards();
    if (range.scope == lang::Range::Scope::change) return changes(range, visit, unseen);
    if (range.kind != lang::Range::Kind::entity) {
        const bool all = range.kind == lang::Range::Kind::resource;
        const bool declared = range.scope == lang::Range::Scope::declared;
        const std::vector<UnitId> listed =
            all && declared ? evaluation_->resources(era)
                            : evaluation_->units(range.tool, all ? "*" : range.type, range.scope, era);
        for (const UnitId unit : listed) {
            const Guard exists = evaluation_->graph().unit(unit).exists;
            visit(all ? evaluation_->instance(k_resource_entity, unit, {}, Value()) : evaluation_->resource(unit),
                  {exists, guards.complement(exists)});
        }
        if (const auto further = evaluation_->unnamed_resource(all ? "*" : range.tool))
            unseen(*further, {k_never, k_never});
        return;
    }
    for (const std::uint32_t index : evaluation_->program().entities[range.entity].views) {
        const lang::View& view = evaluation_->program().views[index];
        for (const UnitId unit : evaluation_->units(view.tool, view.type, range.scope, era))
            instances(index, unit, visit, unseen);
        if (const auto further = evaluation_->unnamed_resource(view.tool)) unseen(*further, {k_never, k_never});
    }
}

// The instances of a view on one unit, where the unit exists.
void GuardedEvaluator::instances(std::uint32_t index, UnitId unit, const Visit& visit, const Visit& unseen) {
    const lang::View& view = evaluation_->program().views[index];
    const Guard guard = evaluation_->graph().unit(unit).exists;
    const GuardTruth exists{guard, evaluation_->guards().complement(guard)};
    if (view.each_source != k_no_expr) {
        const auto here = [&](const Visit& found) {
            return [&](Value subject, const GuardTruth& member) { found(subject, conjoin(exists, member)); };
        };
        each_instance(index, unit, here(visit), here(unseen));
        return;
    }
    Frame frame(view.frame, evaluation_->era_of(unit));
    frame.slots[view.variable] = evaluation_->resource(unit);
    frame.define(view.lets);
    visit(evaluation_->instance(index, unit, {}, Value()), membership(view.where, exists, frame));
}

// One instance an (element, key): arms of the source or of the key exclude each other by their guards.
void GuardedEvaluator::each_instance(std::uint32_t index, UnitId unit, const Visit& visit, const Visit& unseen) {
    GuardSpace& guards = evaluation_->guards();
    const lang::View& view = evaluation_->program().views[index];
    Frame frame(view.frame, evaluation_->era_of(unit));
    frame.slots[view.variable] = evaluation_->resource(unit);
    frame.define(view.lets);
    const Value source = value(view.each_source, frame);
    const Arm whole{k_always, source};
    for (const Arm& shape : source.is(Kind::choice) ? source.arms() : std::span<const Arm>(&whole, 1)) {
        Evaluation::each_of(shape.value, [&](Value element, Guard must, Guard may, std::size_t position) {
            frame.slots[view.each] = element;
            const Value key = value(view.key, frame);
            const Arm whole_key{k_always, key};
            for (const Arm& arm : key.is(Kind::choice) ? key.arms() : std::span<const Arm>(&whole_key, 1)) {
                const Guard chosen = guards.conjoin(shape.guard, arm.guard);
                const GuardTruth member{guards.conjoin(chosen, must), guards.complement(guards.conjoin(chosen, may))};
                visit(evaluation_->instance(index, unit, Evaluation::key_text(arm.value, position), element),
                      membership(view.where, member, frame));
            }
            return true;
        });
        if (!Evaluation::may_have_more(shape.value)) continue;
        frame.slots[view.each] = unseen_member(shape.value, evaluation_->operands());
        unseen(frame.slots[view.each], membership(view.where, {k_never, guards.complement(shape.guard)}, frame));
    }
}

GuardTruth GuardedEvaluator::membership(lang::ExprIndex condition, const GuardTruth& so_far, Frame& frame) {
    return condition == k_no_expr ? so_far : conjoin(so_far, truth(condition, frame));
}

GuardTruth GuardedEvaluator::quantified(const Expr& expr, Frame& frame) {
    const bool universal = expr.op == Op::all;
    GuardTruth some{k_never, k_always};  // a binding that is a member and (for `all`) does not satisfy
    each(expr.generators, frame, [&](const GuardTruth& member, Seen seen) {
        if (some.yes == k_always) return;
        if (seen == Seen::none) {
            some = disjoin(some, member);
            return;
        }
        GuardTruth here = membership(expr.condition, member, frame);
        if (universal && here.no != k_always) here = conjoin(here, negate(truth(expr.children[0], frame)));
        some = disjoin(some, here);
    });
    return expr.op == Op::some ? some : negate(some);
}

}  // namespace spile::engine

// Generators, quantifiers and relations in all worlds at once.
#include "engine/eval/guarded/guarded.hpp"
#include "engine/eval/guarded/relations.hpp"

namespace spile::engine {

using lang::Expr;
using lang::Generator;
using lang::k_no_expr;
using lang::Op;
using lang::Pattern;

void GuardedEvaluator::each(const std::vector<Generator>& generators, Frame& frame, const Body& body) {
    each_from(generators, 0, GuardTruth{k_always, k_never}, frame, body);
}

void GuardedEvaluator::each_from(const std::vector<Generator>& generators, std::size_t at, const GuardTruth& membership,
                                 Frame& frame, const Body& body) {
    if (at == generators.size()) {
        body(membership, k_never);
        return;
    }
    const Generator& generator = generators[at];
    const auto inner = [&](const GuardTruth& here) {
        const GuardTruth joined = conjoin(membership, here);
        if (joined.no != k_always) each_from(generators, at + 1, joined, frame, body);
    };
    switch (generator.kind) {
        case Generator::Kind::in:
        case Generator::Kind::pair_in:
            each_in(generator, membership, frame, inner, body);
            return;
        case Generator::Kind::relation:
            each_tuple(generator, frame, inner);
            return;
        case Generator::Kind::typed:
            subjects(generator.range, [&](Value subject, const GuardTruth& there) {
                frame.slots[generator.slot] = subject;
                inner(there);
            });
            return;
    }
}

void GuardedEvaluator::each_in(const Generator& generator, const GuardTruth& membership, Frame& frame,
                               const std::function<void(const GuardTruth&)>& inner, const Body& body) {
    const Value source = value(generator.source, frame);
    const bool pair = generator.kind == Generator::Kind::pair_in;
    const ValueFactory& make = evaluation_->factory();
    GuardSpace& guards = evaluation_->guards();
    const auto possible = guards.complement(membership.no);
    const auto there = [&](Guard arm, Guard must, Guard may) {
        return collapse({guards.conjoin(arm, must), guards.complement(guards.conjoin(arm, may))});
    };
    const auto walk = [&](Guard arm, Value collection) {
        const auto open = [&] { body(membership, guards.conjoin(possible, arm)); };
        if (collection.is(Kind::missing) || collection.is(Kind::null)) return;
        if (collection.is(Kind::list)) {
            std::int64_t position = 0;
            for (const Element& element : collection.elements()) {
                frame.slots[generator.slot] = pair ? make.number(position, element.value.origin()) : element.value;
                if (pair) frame.slots[generator.value_slot] = element.value;
                ++position;
                inner(there(arm, element.must, element.may));
            }
            if (collection.open()) open();
            return;
        }
        if (!collection.is(Kind::map)) {
            open();
            return;
        }
        for (const Member& member : collection.members()) {
            const Arm whole{k_always, member.value};
            const std::span<const Arm> arms =
                member.value.is(Kind::choice) ? member.value.arms() : std::span<const Arm>(&whole, 1);
            for (const Arm& each : arms) {
                if (each.value.is(Kind::missing)) continue;
                frame.slots[generator.slot] = make.string(member.key, each.value.origin());
                if (pair) frame.slots[generator.value_slot] = each.value;
                const bool unsure = each.value.is(Kind::unknown) && each.value.unknown().may_be_missing;
                inner(there(arm, unsure ? k_never : each.guard, each.guard));
            }
        }
        if (collection.open()) open();
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
    for (std::size_t i = 0; i < patterns.size(); ++i) {
        if (patterns[i].kind != Pattern::Kind::match) continue;
        const Value wanted = value(patterns[i].value, frame);
        if (!wanted.is(Kind::choice)) return relation.candidates(i, wanted);
    }
    std::vector<std::uint32_t> all(relation.tuples().size());
    for (std::uint32_t i = 0; i < all.size(); ++i)
        all[i] = i;
    return all;
}

void GuardedEvaluator::each_tuple(const Generator& generator, Frame& frame,
                                  const std::function<void(const GuardTruth&)>& inner) {
    // By position and by copy: a recursive rule's own tuples may grow while they are read.
    GuardedRelation& relation = relations_(generator.relation);
    for (const std::uint32_t i : candidates(relation, generator.patterns, frame)) {
        const GuardedTuple tuple = relation.tuples()[i];
        const GuardTruth matched = match(generator.patterns, tuple, frame);
        if (matched.no != k_always) inner(matched);
    }
}

GuardTruth GuardedEvaluator::call_relation(const Expr& expr, Frame& frame) {
    GuardTruth any{k_never, k_always};
    GuardedRelation& relation = relations_(expr.index);
    for (const std::uint32_t i : candidates(relation, expr.patterns, frame)) {
        const GuardedTuple tuple = relation.tuples()[i];
        any = disjoin(any, match(expr.patterns, tuple, frame));
        if (any.yes == k_always) break;
    }
    return any;
}

void GuardedEvaluator::subjects(const lang::Range& range, const std::function<void(Value, const GuardTruth&)>& visit) {
    GuardSpace& guards = evaluation_->guards();
    const auto there = [&](UnitId unit) {
        const Guard exists = evaluation_->graph().unit(unit).exists;
        return GuardTruth{exists, guards.complement(exists)};
    };
    if (range.kind != lang::Range::Kind::entity) {
        const bool all = range.kind == lang::Range::Kind::resource;
        for (const UnitId unit :
             all ? evaluation_->resources() : evaluation_->units(range.tool, range.type, range.scope)) {
            visit(all ? evaluation_->instance(k_resource_entity, unit, {}, Value()) : evaluation_->resource(unit),
                  there(unit));
        }
        return;
    }
    for (const std::uint32_t index : evaluation_->program().entities[range.entity].views) {
        const lang::View& view = evaluation_->program().views[index];
        for (const UnitId unit : evaluation_->units(view.tool, view.type, range.scope)) {
            Frame frame(view.frame);
            frame.slots[view.variable] = evaluation_->resource(unit);
            frame.define(view.lets);
            const auto kept = [&] {
                return view.where == k_no_expr ? GuardTruth{k_always, k_never} : truth(view.where, frame);
            };
            if (view.each_source == k_no_expr) {
                visit(evaluation_->instance(index, unit, {}, Value()), conjoin(there(unit), kept()));
                continue;
            }
            // One instance an (element, key): arms of the source or of the key exclude each other by their guards.
            const Value source = value(view.each_source, frame);
            const Arm whole{k_always, source};
            const std::span<const Arm> shapes =
                source.is(Kind::choice) ? source.arms() : std::span<const Arm>(&whole, 1);
            for (const Arm& shape : shapes) {
                Evaluation::each_of(view, shape.value, [&](Value element, Guard must, Guard may, std::size_t position) {
                    frame.slots[view.each] = element;
                    const GuardTruth kept_here = kept();
                    const Value key = value(view.key, frame);
                    const Arm whole_key{k_always, key};
                    const std::span<const Arm> keys =
                        key.is(Kind::choice) ? key.arms() : std::span<const Arm>(&whole_key, 1);
                    for (const Arm& arm : keys) {
                        const Guard chosen = guards.conjoin(shape.guard, arm.guard);
                        const GuardTruth member{guards.conjoin(chosen, must),
                                                guards.complement(guards.conjoin(chosen, may))};
                        const Value subject =
                            evaluation_->instance(index, unit, Evaluation::key_text(arm.value, position), element);
                        visit(subject, conjoin(conjoin(there(unit), member), kept_here));
                    }
                    return true;
                });
            }
        }
    }
}

GuardTruth GuardedEvaluator::membership(lang::ExprIndex condition, const GuardTruth& so_far, Frame& frame) {
    return condition == k_no_expr ? so_far : conjoin(so_far, truth(condition, frame));
}

GuardTruth GuardedEvaluator::quantified(const Expr& expr, Frame& frame) {
    const bool universal = expr.op == Op::all;
    GuardSpace& guards = evaluation_->guards();
    GuardTruth some{k_never, k_always};  // a binding that is a member and (for `all`) does not satisfy
    each(expr.generators, frame, [&](const GuardTruth& member, Guard open) {
        if (some.yes == k_always) return;
        if (open != k_never) {
            some.no = guards.without(some.no, open);
            return;
        }
        GuardTruth here = membership(expr.condition, member, frame);
        if (universal && here.no != k_always) here = conjoin(here, negate(truth(expr.children[0], frame)));
        some = disjoin(some, here);
    });
    return expr.op == Op::some ? some : negate(some);
}

}  // namespace spile::engine

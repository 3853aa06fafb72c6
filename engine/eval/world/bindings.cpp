// Generators, quantifiers and relations in one world.
#include "engine/eval/world/world.hpp"

namespace spile::engine {

using lang::Expr;
using lang::Generator;
using lang::k_no_expr;
using lang::Op;
using lang::Pattern;

void WorldEvaluator::each(const std::vector<Generator>& generators, Frame& frame, const Body& body) {
    each_from(generators, 0, Truth::yes, frame, body);
}

bool WorldEvaluator::each_from(const std::vector<Generator>& generators, std::size_t at, Truth membership, Frame& frame,
                               const Body& body) {
    if (at == generators.size()) return body(membership, false);
    const Generator& generator = generators[at];
    const auto inner = [&](Truth here) {
        const Truth joined = conjoin(membership, here);
        return joined == Truth::no || each_from(generators, at + 1, joined, frame, body);
    };
    switch (generator.kind) {
        case Generator::Kind::in:
        case Generator::Kind::pair_in:
            return each_in(generator, frame, inner, [&] { return body(membership, true); });
        case Generator::Kind::relation:
            return each_tuple(generator, frame, inner);
        case Generator::Kind::typed: {
            bool go_on = true;
            subjects(generator.range, [&](Value subject, Truth there) {
                frame.slots[generator.slot] = subject;
                go_on = inner(there);
                return go_on;
            });
            return go_on;
        }
    }
    return true;
}

bool WorldEvaluator::each_in(const Generator& generator, Frame& frame, const std::function<bool(Truth)>& inner,
                             const std::function<bool()>& open) {
    const Value source = value(generator.source, frame);
    const bool pair = generator.kind == Generator::Kind::pair_in;
    const ValueFactory& make = evaluation_->factory();
    if (source.is(Kind::missing) || source.is(Kind::null)) return true;
    if (source.is(Kind::list)) {
        std::int64_t position = 0;
        for (const Element& element : source.elements()) {
            frame.slots[generator.slot] = pair ? make.number(position, element.value.origin()) : element.value;
            if (pair) frame.slots[generator.value_slot] = element.value;
            ++position;
            if (!inner(element.must == k_always ? Truth::yes : Truth::maybe)) return false;
        }
        return !source.open() || open();
    }
    if (source.is(Kind::map)) {
        for (const Member& member : source.members()) {
            const Value content = resolve(member.value);
            if (content.is(Kind::missing)) continue;
            frame.slots[generator.slot] = make.string(member.key, content.origin());
            if (pair) frame.slots[generator.value_slot] = content;
            const bool unsure = content.is(Kind::unknown) && content.unknown().may_be_missing;
            if (!inner(unsure ? Truth::maybe : Truth::yes)) return false;
        }
        return !source.open() || open();
    }
    return open();
}

Truth WorldEvaluator::match(const std::vector<Pattern>& patterns, const WorldTuple& tuple, Frame& frame) {
    Truth matched = tuple.truth;
    for (std::size_t i = 0; i < patterns.size() && matched != Truth::no; ++i) {
        const Pattern& pattern = patterns[i];
        if (pattern.kind == Pattern::Kind::bind) {
            frame.slots[pattern.slot] = tuple.values[i];
        } else if (pattern.kind == Pattern::Kind::match) {
            const Value wanted = resolve_deep(value(pattern.value, frame));
            matched = conjoin(matched, equal(wanted, resolve_deep(tuple.values[i]), evaluation_->operands()));
        }
    }
    return matched;
}

bool WorldEvaluator::each_tuple(const Generator& generator, Frame& frame, const std::function<bool(Truth)>& inner) {
    // By position: a recursive rule's own tuples may grow while they are read.
    const std::vector<WorldTuple>& tuples = relations_(generator.relation);
    for (std::size_t i = 0; i < tuples.size(); ++i) {
        const WorldTuple tuple = tuples[i];
        if (!inner(match(generator.patterns, tuple, frame))) return false;
    }
    return true;
}

Truth WorldEvaluator::call_relation(const Expr& expr, Frame& frame) {
    Truth any = Truth::no;
    const std::vector<WorldTuple>& tuples = relations_(expr.index);
    for (std::size_t i = 0; i < tuples.size() && any != Truth::yes; ++i) {
        const WorldTuple tuple = tuples[i];
        any = disjoin(any, match(expr.patterns, tuple, frame));
    }
    return any;
}

void WorldEvaluator::subjects(const lang::Range& range, const std::function<bool(Value, Truth)>& visit) {
    const auto there = [&](UnitId unit) {
        return holds(evaluation_->graph().unit(unit).exists) ? Truth::yes : Truth::no;
    };
    if (range.kind != lang::Range::Kind::entity) {
        const bool all = range.kind == lang::Range::Kind::resource;
        for (const UnitId unit :
             all ? evaluation_->resources() : evaluation_->units(range.tool, range.type, range.scope)) {
            const Value subject =
                all ? evaluation_->instance(k_resource_entity, unit, {}, Value()) : evaluation_->resource(unit);
            if (!visit(subject, there(unit))) return;
        }
        return;
    }
    for (const std::uint32_t index : evaluation_->program().entities[range.entity].views) {
        const lang::View& view = evaluation_->program().views[index];
        for (const UnitId unit : evaluation_->units(view.tool, view.type, range.scope)) {
            if (there(unit) == Truth::no && view.each_source == k_no_expr) {
                if (!visit(evaluation_->instance(index, unit, {}, Value()), Truth::no)) return;
                continue;
            }
            Frame frame(view.frame);
            frame.slots[view.variable] = evaluation_->resource(unit);
            frame.define(view.lets);
            if (view.each_source == k_no_expr) {
                const Truth kept = view.where == k_no_expr ? Truth::yes : truth(view.where, frame);
                if (!visit(evaluation_->instance(index, unit, {}, Value()), conjoin(there(unit), kept))) return;
                continue;
            }
            bool go_on = true;
            evaluation_->each_of(
                view, value(view.each_source, frame), [&](Value element, Guard must, Guard may, std::size_t position) {
                    const Value here = resolve(element);
                    frame.slots[view.each] = here;
                    const Truth member = holds(must) ? Truth::yes : holds(may) ? Truth::maybe : Truth::no;
                    const Truth kept = view.where == k_no_expr ? Truth::yes : truth(view.where, frame);
                    const std::string key = evaluation_->key_text(resolve(value(view.key, frame)), position);
                    const Value subject = evaluation_->instance(index, unit, key, element);
                    go_on = visit(subject, conjoin(conjoin(there(unit), member), kept));
                    return go_on;
                });
            if (!go_on) return;
        }
    }
}

Truth WorldEvaluator::membership(lang::ExprIndex condition, Truth so_far, Frame& frame) {
    return condition == k_no_expr ? so_far : conjoin(so_far, truth(condition, frame));
}

Truth WorldEvaluator::quantified(const Expr& expr, Frame& frame) {
    const bool universal = expr.op == Op::all;
    Truth some = Truth::no;  // a binding that is a member and (for `all`) does not satisfy
    each(expr.generators, frame, [&](Truth member, bool open) {
        if (open) {
            some = disjoin(some, Truth::maybe);
            return true;
        }
        Truth here = membership(expr.condition, member, frame);
        if (universal && here != Truth::no) here = conjoin(here, engine::negate(truth(expr.children[0], frame)));
        some = disjoin(some, here);
        return some != Truth::yes;
    });
    return expr.op == Op::some ? some : engine::negate(some);
}

}  // namespace spile::engine

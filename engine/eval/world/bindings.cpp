// Generators, quantifiers and relations in one world.
#include <algorithm>

#include "engine/eval/world/world.hpp"

namespace spile::engine {

using lang::Expr;
using lang::Generator;
using lang::k_no_expr;
using lang::Op;
using lang::Pattern;

void WorldEvaluator::each(const std::vector<Generator>& generators, Frame& frame, const Body& body, Unseen unseen) {
    each_from({generators, unseen, body}, 0, Truth::yes, Seen::one, frame);
}

bool WorldEvaluator::each_from(const Walk& walk, std::size_t at, Truth membership, Seen seen, Frame& frame) {
    if (at == walk.generators.size()) return walk.body(membership, seen);
    const Generator& generator = walk.generators[at];
    const auto inner = [&](Truth here, Seen what) {
        const Truth joined = conjoin(membership, here);
        return joined == Truth::no || each_from(walk, at + 1, joined, std::max(seen, what), frame);
    };
    switch (generator.kind) {
        case Generator::Kind::in:
        case Generator::Kind::pair_in:
            return each_in(generator, frame, inner, [&](Value collection) {
                if (walk.unseen == Unseen::told) return walk.body(Truth::maybe, Seen::none);
                frame.slots[generator.slot] = unseen_member(collection, evaluation_->operands());
                if (generator.kind == Generator::Kind::pair_in)
                    frame.slots[generator.value_slot] = frame.slots[generator.slot];
                return inner(Truth::maybe, Seen::many);
            });
        case Generator::Kind::relation:
            return each_tuple(generator, frame, inner);
        case Generator::Kind::typed: {
            bool go_on = true;
            subjects(
                generator.range, frame.era,
                [&](Value subject, Truth there) {
                    frame.slots[generator.slot] = subject;
                    return go_on = inner(there, Seen::one);
                },
                [&](Value subject, Truth there) {
                    if (there == Truth::no) return true;
                    frame.slots[generator.slot] = subject;
                    return go_on = walk.unseen == Unseen::told ? walk.body(Truth::maybe, Seen::none)
                                                               : inner(there, Seen::many);
                });
            return go_on;
        }
    }
    return true;
}

bool WorldEvaluator::each_in(const Generator& generator, Frame& frame, const Inner& inner,
                             const std::function<bool(Value)>& further) {
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
            if (!inner(element.must == k_always ? Truth::yes : Truth::maybe, Seen::one)) return false;
        }
        return !source.open() || further(source);
    }
    if (source.is(Kind::map)) {
        for (const Member& member : source.members()) {
            const Value content = resolve(member.value);
            if (content.is(Kind::missing)) continue;
            frame.slots[generator.slot] =
                make.marked(make.string(member.key, content.origin()), source.sensitive(), false);
            if (pair) frame.slots[generator.value_slot] = content;
            const bool unsure = content.is(Kind::unknown) && content.unknown().may_be_missing;
            if (!inner(unsure ? Truth::maybe : Truth::yes, Seen::one)) return false;
        }
        return !source.open() || further(source);
    }
    return further(source);
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

bool WorldEvaluator::each_tuple(const Generator& generator, Frame& frame, const Inner& inner) {
    // By position: a recursive rule's own tuples may grow while they are read.
    const std::vector<WorldTuple>& tuples = relations_(generator.relation, frame.era);
    for (std::size_t i = 0; i < tuples.size(); ++i) {
        const WorldTuple tuple = tuples[i];
        if (!inner(match(generator.patterns, tuple, frame), tuple.seen)) return false;
    }
    return true;
}

const std::vector<std::size_t>* WorldEvaluator::candidates(std::uint32_t relation, Era era,
                                                           const std::vector<Value>& columns) {
    const std::vector<WorldTuple>& tuples = relations_(relation, era);
    const std::vector<std::size_t>* fewest = nullptr;
    for (std::size_t column = 0; column < columns.size(); ++column) {
        const std::string key = join_key(columns[column]);
        if (key.empty()) continue;
        const auto [entry, added] = indices_.try_emplace({relation, era, column});
        Index& index = entry->second;
        for (std::size_t i = 0; added && i < tuples.size(); ++i) {
            const std::string here = join_key(resolve_deep(tuples[i].values[column]));
            if (here.empty())
                index.open = true;
            else
                index.exact[here].push_back(i);
        }
        if (index.open) continue;
        const std::vector<std::size_t>& found = index.exact[key];
        if (fewest == nullptr || found.size() < fewest->size()) fewest = &found;
    }
    return fewest;
}

Truth WorldEvaluator::call_relation(const Expr& expr, Frame& frame) {
    Truth any = Truth::no;
    const std::vector<WorldTuple>& tuples = relations_(expr.index, frame.era);
    for (std::size_t i = 0; i < tuples.size() && any != Truth::yes; ++i) {
        const WorldTuple tuple = tuples[i];
        any = disjoin(any, match(expr.patterns, tuple, frame));
    }
    return any;
}

void WorldEvaluator::subjects(const lang::Range& range, Era era, const Visit& visit, const Visit& unseen) {
    if (range.scope == lang::Range::Scope::change) return changes(range, visit, unseen);
    if (range.kind != lang::Range::Kind::entity) {
        const bool all = range.kind == lang::Range::Kind::resource;
        const bool declared = range.scope == lang::Range::Scope::declared;
        const std::vector<UnitId> listed =
            all && declared ? evaluation_->resources(era)
                            : evaluation_->units(range.tool, all ? "*" : range.type, range.scope, era);
        for (const UnitId unit : listed) {
            const Value subject =
                all ? evaluation_->instance(k_resource_entity, unit, {}, Value()) : evaluation_->resource(unit);
            if (!visit(subject, holds(evaluation_->graph().unit(unit).exists) ? Truth::yes : Truth::no)) return;
        }
        if (const auto further = evaluation_->unnamed_resource(all ? "*" : range.tool)) unseen(*further, Truth::maybe);
        return;
    }
    for (const std::uint32_t index : evaluation_->program().entities[range.entity].views) {
        const lang::View& view = evaluation_->program().views[index];
        for (const UnitId unit : evaluation_->units(view.tool, view.type, range.scope, era)) {
            if (!instances(index, unit, visit, unseen)) return;
        }
        if (const auto further = evaluation_->unnamed_resource(view.tool)) {
            if (!unseen(*further, Truth::maybe)) return;
        }
    }
}

// The instances of a view on one unit, where the unit exists.
bool WorldEvaluator::instances(std::uint32_t index, UnitId unit, const Visit& visit, const Visit& unseen) {
    const lang::View& view = evaluation_->program().views[index];
    const Truth exists = holds(evaluation_->graph().unit(unit).exists) ? Truth::yes : Truth::no;
    if (view.each_source != k_no_expr) {
        const auto here = [&](const Visit& found) {
            return [&](Value subject, Truth member) { return found(subject, conjoin(exists, member)); };
        };
        return each_instance(index, unit, here(visit), here(unseen));
    }
    Truth kept = exists;
    if (exists != Truth::no && view.where != k_no_expr) {
        Frame frame(view.frame, evaluation_->era_of(unit));
        frame.slots[view.variable] = evaluation_->resource(unit);
        frame.define(view.lets);
        kept = conjoin(exists, truth(view.where, frame));
    }
    return visit(evaluation_->instance(index, unit, {}, Value()), kept);
}

// The instances of a view with `each` on one unit.
bool WorldEvaluator::each_instance(std::uint32_t index, UnitId unit, const Visit& visit, const Visit& unseen) {
    const lang::View& view = evaluation_->program().views[index];
    Frame frame(view.frame, evaluation_->era_of(unit));
    frame.slots[view.variable] = evaluation_->resource(unit);
    frame.define(view.lets);
    const auto kept = [&](Value element) {
        frame.slots[view.each] = element;
        return view.where == k_no_expr ? Truth::yes : truth(view.where, frame);
    };
    bool go_on = true;
    const Value source = value(view.each_source, frame);
    Evaluation::each_of(source, [&](Value element, Guard must, Guard may, std::size_t position) {
        const Truth there = kept(resolve(element));
        const Truth member = holds(must) ? Truth::yes : holds(may) ? Truth::maybe : Truth::no;
        const std::string key = Evaluation::key_text(resolve(value(view.key, frame)), position);
        return go_on = visit(evaluation_->instance(index, unit, key, element), conjoin(member, there));
    });
    if (!go_on || !Evaluation::may_have_more(source)) return go_on;
    const Value subject = unseen_member(source, evaluation_->operands());
    return unseen(subject, conjoin(Truth::maybe, kept(subject)));
}

Truth WorldEvaluator::membership(lang::ExprIndex condition, Truth so_far, Frame& frame) {
    return condition == k_no_expr ? so_far : conjoin(so_far, truth(condition, frame));
}

Truth WorldEvaluator::quantified(const Expr& expr, Frame& frame) {
    const bool universal = expr.op == Op::all;
    Truth some = Truth::no;  // a binding that is a member and (for `all`) does not satisfy
    each(expr.generators, frame, [&](Truth member, Seen seen) {
        if (seen == Seen::none) {
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

#include "engine/eval/explain/proof.hpp"

#include <algorithm>

#include "engine/eval/explain/blame.hpp"

namespace spile::engine {

using lang::Generator;
using lang::k_no_expr;
using lang::k_no_slot;
using lang::Pattern;
using lang::Rule;
using lang::Slot;

/// One rule on its way to the tuple.
struct Prover::Search {
    const Rule& rule;
    const std::vector<Value>& wanted;
    Truth least;
    Frame frame;
    std::vector<Truth> truths;                // of each generator
    std::vector<std::vector<Value>> columns;  // of each relation among them
    Truth condition = Truth::yes;
    Proof proof;
};

Proof Prover::prove(std::uint32_t relation, const std::vector<Pattern>& patterns, Frame& frame, Truth least) {
    std::vector<Value> columns;
    for (const Pattern& pattern : patterns) {
        if (pattern.kind == Pattern::Kind::match)
            columns.push_back(world_.resolve_deep(world_.value(pattern.value, frame)));
        else
            columns.push_back(pattern.kind == Pattern::Kind::bind ? frame.slots[pattern.slot] : Value());
    }
    return prove(relation, columns, least);
}

Proof Prover::prove(std::uint32_t relation, const std::vector<Value>& columns, Truth least) {
    std::string goal = std::to_string(relation);
    for (const Value value : columns)
        goal += "\x1e" + canonical_key(value);
    const bool circle = std::find(open_goals_.begin(), open_goals_.end(), goal) != open_goals_.end();
    if (circle || open_goals_.size() > k_depth) return {};
    open_goals_.push_back(std::move(goal));
    Proof found;
    for (const Rule& rule : world_.evaluation().program().relations[relation].rules) {
        const std::size_t count = rule.generators.size();
        Search search{rule, columns, least, Frame(rule.frame), std::vector<Truth>(count), {}, Truth::yes, {}};
        search.columns.resize(count);
        if (!derive(search, 0)) continue;
        found = std::move(search.proof);
        break;
    }
    open_goals_.pop_back();
    return found;
}

// Whether what a generator bound is what the head is wanted to say.
bool Prover::agrees(const Search& search, std::size_t at) {
    const Generator& generator = search.rule.generators[at];
    const auto binds = [&](Slot slot) {
        if (slot == generator.slot || slot == generator.value_slot) return true;
        return std::any_of(generator.patterns.begin(), generator.patterns.end(),
                           [&](const Pattern& p) { return p.kind == Pattern::Kind::bind && p.slot == slot; });
    };
    for (std::size_t i = 0; i < search.wanted.size(); ++i) {
        const Slot slot = search.rule.head[i];
        if (search.wanted[i].is(Kind::missing) || !binds(slot)) continue;
        const Value here = world_.resolve_deep(search.frame.slots[slot]);
        if (equal(search.wanted[i], here, world_.evaluation().operands()) == Truth::no) return false;
    }
    return true;
}

bool Prover::derive(Search& search, std::size_t at) {
    if (++steps_ > k_most_steps) return false;
    const Rule& rule = search.rule;
    if (at == rule.generators.size()) {
        search.condition = rule.condition == k_no_expr ? Truth::yes : world_.truth(rule.condition, search.frame);
        if (search.condition < search.least) return false;
        search.proof = concluded(search);
        return search.proof.found;
    }
    if (rule.generators[at].kind == Generator::Kind::relation) return derive_from_relation(search, at);
    bool found = false;
    world_.each(
        {rule.generators[at]}, search.frame,
        [&](Truth member, Seen) {
            if (member < search.least || !agrees(search, at)) return true;
            search.truths[at] = member;
            found = derive(search, at + 1);
            return !found;
        },
        Unseen::bound);
    return found;
}

bool Prover::derive_from_relation(Search& search, std::size_t at) {
    const Generator& generator = search.rule.generators[at];
    std::vector<Value> known;
    for (const Pattern& pattern : generator.patterns) {
        Value value;
        if (pattern.kind == Pattern::Kind::match)
            value = world_.resolve_deep(world_.value(pattern.value, search.frame));
        for (std::size_t i = 0; i < search.wanted.size() && pattern.kind == Pattern::Kind::bind; ++i)
            if (search.rule.head[i] == pattern.slot) value = search.wanted[i];
        known.push_back(value);
    }
    const std::vector<WorldTuple>& tuples = world_.tuples(generator.relation, search.frame.era);
    const std::vector<std::size_t>* const among = world_.candidates(generator.relation, search.frame.era, known);
    const std::size_t count = among == nullptr ? tuples.size() : among->size();
    for (std::size_t c = 0; c < count; ++c) {
        if (++steps_ > k_most_steps) return false;
        const WorldTuple& tuple = tuples[among == nullptr ? c : (*among)[c]];
        Truth truth = tuple.truth;
        for (std::size_t i = 0; i < known.size() && truth >= search.least; ++i) {
            if (known[i].is(Kind::missing)) continue;
            const bool match = generator.patterns[i].kind == Pattern::Kind::match;
            const Truth same = equal(known[i], world_.resolve_deep(tuple.values[i]), world_.evaluation().operands());
            truth = match || same == Truth::no ? conjoin(truth, same) : truth;
        }
        if (truth < search.least) continue;
        for (std::size_t i = 0; i < known.size(); ++i)
            if (generator.patterns[i].kind == Pattern::Kind::bind)
                search.frame.slots[generator.patterns[i].slot] = tuple.values[i];
        search.truths[at] = truth;
        search.columns[at] = tuple.values;
        if (derive(search, at + 1)) return true;
    }
    return false;
}

namespace {

// A line that opens several hops is shown where it is needed first.
void add_new(ProofStep step, std::vector<ProofStep>& steps) {
    const auto span = [](const Origin* at) { return at == nullptr ? SourceSpan{} : at->span; };
    const bool there = std::any_of(steps.begin(), steps.end(), [&](const ProofStep& known) {
        return known.text == step.text && span(known.at) == span(step.at);
    });
    if (!there) steps.push_back(std::move(step));
}

}  // namespace

void Prover::add_step(Value value, Proof& proof) const {
    value = world_.resolve_deep(value);
    std::string text;
    const Origin* at = value.origin();
    const auto placed = [](Value v) { return v.origin() != nullptr && v.origin()->span.valid(); };
    if (value.is(Kind::record)) {
        const RecordType& type = value.record_type();
        for (std::size_t i = 0; i < type.fields.size(); ++i) {
            if (type.fields[i] == "label") text = display(value.fields()[i], world_.evaluation().operands());
            if (type.fields[i] == "text" && placed(value.fields()[i])) at = value.fields()[i].origin();
        }
    }
    if (text.empty()) return;
    if (at != nullptr && !at->span.valid()) at = nullptr;
    add_new({text, at}, proof.steps);
}

Proof Prover::concluded(Search& search) {
    Proof proof;
    for (std::size_t at = 0; at < search.rule.generators.size(); ++at) {
        const Generator& generator = search.rule.generators[at];
        if (generator.kind != Generator::Kind::relation) {
            add_step(
                search.frame.slots[generator.kind == Generator::Kind::pair_in ? generator.value_slot : generator.slot],
                proof);
            if (proof.cause.empty() && search.truths[at] == Truth::maybe) add_cause(search, at, proof);
            continue;
        }
        Proof below = prove(generator.relation, search.columns[at], std::min(search.truths[at], search.least));
        if (!below.found) return {};
        for (ProofStep& step : below.steps)
            add_new(std::move(step), proof.steps);
        if (!proof.cause.empty() || below.cause.empty()) continue;
        proof.cause = below.cause;
        proof.at = below.at;
        proof.error = below.error;
    }
    if (proof.cause.empty() && search.condition == Truth::maybe) {
        const Blame why = blame(world_, search.rule.condition, search.frame, Wanted::true_);
        proof.cause = why.cause;
        proof.at = why.at;
        proof.error = why.error;
    }
    proof.found = true;
    return proof;
}

// What of a generator's member is not known.
void Prover::add_cause(Search& search, std::size_t at, Proof& proof) {
    const Generator& generator = search.rule.generators[at];
    const Slot slot = generator.kind == Generator::Kind::pair_in ? generator.value_slot : generator.slot;
    Value why = slot == k_no_slot ? Value() : world_.resolve_deep(search.frame.slots[slot]);
    if (cause_of(why).empty() && generator.source != k_no_expr)
        why = world_.resolve_deep(world_.value(generator.source, search.frame));
    proof.cause = std::string(cause_of(why));
    proof.error = is_error(why);
    if (why.origin() != nullptr && why.origin()->span.valid()) proof.at = why.origin();
}

}  // namespace spile::engine

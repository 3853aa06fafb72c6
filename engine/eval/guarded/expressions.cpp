// Expressions in all worlds at once: dispatch, logic, access, calls.
#include "engine/eval/guarded/guarded.hpp"

namespace spile::engine {

using lang::Expr;
using lang::ExprIndex;
using lang::k_no_expr;
using lang::Op;

namespace {

constexpr std::uint32_t k_call_depth = 200;
constexpr GuardTruth k_true{k_always, k_never};
constexpr GuardTruth k_false{k_never, k_always};
constexpr GuardTruth k_undecided{k_never, k_never};

}  // namespace

GuardedEvaluator::GuardedEvaluator(Evaluation& evaluation, Mode mode, GuardedRelations relations)
    : evaluation_(&evaluation), mode_(mode), relations_(std::move(relations)) {}

GuardTruth GuardedEvaluator::conjoin(const GuardTruth& a, const GuardTruth& b) {
    GuardSpace& guards = evaluation_->guards();
    return {guards.conjoin(a.yes, b.yes), guards.disjoin(a.no, b.no)};
}

GuardTruth GuardedEvaluator::disjoin(const GuardTruth& a, const GuardTruth& b) {
    GuardSpace& guards = evaluation_->guards();
    return {guards.disjoin(a.yes, b.yes), guards.conjoin(a.no, b.no)};
}

GuardTruth GuardedEvaluator::collapse(GuardTruth truth) const {
    if (mode_ == Mode::correlated) return truth;
    return truth.yes == k_always ? k_true : truth.no == k_always ? k_false : k_undecided;
}

GuardTruth GuardedEvaluator::truth(ExprIndex index, Frame& frame) {
    const GuardTruth result = evaluate_truth(index, frame);
    if (evaluation_->seen() != nullptr) evaluation_->seen()->add(index, result.yes, result.no, evaluation_->guards());
    return result;
}

GuardTruth GuardedEvaluator::evaluate_truth(ExprIndex index, Frame& frame) {
    const Expr& expr = evaluation_->program().expr(index);
    const Operands& with = evaluation_->operands();
    const auto operand = [&](std::size_t i) { return value(expr.children[i], frame); };
    const auto compared = [&](bool flip, Truth (*test)(Value, Value, const Operands&)) {
        return lifted(operand(flip ? 1 : 0), operand(flip ? 0 : 1), [&](Value a, Value b) { return test(a, b, with); });
    };
    const auto same = [&] {
        return lifted(spread(operand(0)), spread(operand(1)), [&](Value a, Value b) { return equal(a, b, with); });
    };
    switch (expr.op) {
        case Op::boolean:
            return expr.text == "true" ? k_true : k_false;
        case Op::negate:
            return negate(truth(expr.children[0], frame));
        case Op::conjunction: {
            GuardTruth all = k_true;
            for (const ExprIndex child : expr.children) {
                all = conjoin(all, truth(child, frame));
                if (all.no == k_always) break;
            }
            return all;
        }
        case Op::disjunction: {
            GuardTruth any = k_false;
            for (const ExprIndex child : expr.children) {
                any = disjoin(any, truth(child, frame));
                if (any.yes == k_always) break;
            }
            return any;
        }
        case Op::conditional: {
            const GuardTruth condition = truth(expr.children[0], frame);
            const GuardTruth a = condition.no == k_always ? k_undecided : truth(expr.children[1], frame);
            const GuardTruth b = condition.yes == k_always ? k_undecided : truth(expr.children[2], frame);
            const GuardTruth taken{disjoin(conjoin({condition.yes, k_never}, {a.yes, k_never}),
                                           conjoin({condition.no, k_never}, {b.yes, k_never}))
                                       .yes,
                                   disjoin(conjoin({condition.yes, k_never}, {a.no, k_never}),
                                           conjoin({condition.no, k_never}, {b.no, k_never}))
                                       .yes};
            GuardSpace& guards = evaluation_->guards();
            return {guards.disjoin(taken.yes, guards.conjoin(a.yes, b.yes)),
                    guards.disjoin(taken.no, guards.conjoin(a.no, b.no))};
        }
        case Op::equal:
            return same();
        case Op::not_equal:
            return negate(same());
        case Op::less:
            return compared(false, less);
        case Op::less_equal:
            return compared(false, less_equal);
        case Op::greater:
            return compared(true, less);
        case Op::greater_equal:
            return compared(true, less_equal);
        case Op::in:
            return contained(operand(0), operand(1));
        case Op::not_in:
            return negate(contained(operand(0), operand(1)));
        case Op::matches: {
            const std::string& regex = evaluation_->program().expr(expr.children[1]).text;
            return lifted(operand(0), [&](Value a) { return matches(a, regex, with); });
        }
        case Op::like:
            return compared(false, like);
        case Op::exists:
            return lifted(operand(0), exists);
        case Op::missing:
            return negate(lifted(operand(0), exists));
        case Op::empty:
            return lifted(spread(operand(0)), empty);
        case Op::some:
        case Op::none:
        case Op::all:
            return quantified(expr, frame);
        case Op::call_relation:
            return call_relation(expr, frame);
        case Op::call_function: {
            const lang::Function& function = evaluation_->program().functions[expr.index];
            if (depth_ > k_call_depth) return k_undecided;
            Frame inner(function.frame, frame.era);
            for (std::uint32_t i = 0; i < function.parameters; ++i)
                inner.slots[i] = operand(i);
            ++depth_;
            const GuardTruth result = truth(function.body, inner);
            --depth_;
            return result;
        }
        default:
            return lifted(value(index, frame), truth_of);
    }
}

Value GuardedEvaluator::value(ExprIndex index, Frame& frame) {
    const Expr& expr = evaluation_->program().expr(index);
    const Operands& with = evaluation_->operands();
    if (is_literal(expr.op)) return evaluation_->literal(index);
    const auto operand = [&](std::size_t i) { return value(expr.children[i], frame); };
    switch (expr.op) {
        case Op::local:
            return local(expr.slot, frame);
        case Op::param: {
            Frame none;
            return value(evaluation_->program().params[expr.index].value, none);
        }
        case Op::field:
            return lifted_value(operand(0), [&](Value base) { return field(base, expr.text); });
        case Op::index:
            return lifted_value({operand(0), operand(1)},
                                [&](const std::vector<Value>& v) { return engine::index(v[0], v[1], with); });
        case Op::project:
            return projection(expr, frame);
        case Op::call_function:
            return call_function(expr, frame);
        case Op::call_builtin: {
            std::vector<Value> arguments;
            for (const ExprIndex child : expr.children)
                arguments.push_back(spread(value(child, frame)));
            const auto builtin = static_cast<lang::Builtin>(expr.index);
            return lifted_value(arguments, [&](const std::vector<Value>& v) { return call(builtin, v, with); });
        }
        case Op::construct:
            return constructed(expr, frame);
        case Op::list:
        case Op::set:
        case Op::map:
            return collection(expr, frame);
        case Op::conditional:
            return conditional(expr, frame);
        case Op::concatenate:
            return lifted_value({spread(operand(0)), spread(operand(1))},
                                [&](const std::vector<Value>& v) { return concatenate(v[0], v[1], with); });
        case Op::add:
        case Op::subtract:
        case Op::multiply:
        case Op::divide:
            return lifted_value({operand(0), operand(1)},
                                [&](const std::vector<Value>& v) { return arithmetic(expr.op, v[0], v[1], with); });
        case Op::coalesce: {
            const Value first = operand(0);
            const auto absent = [](Value v) { return v.is(Kind::missing) || v.is(Kind::null); };
            if (!first.is(Kind::choice)) return absent(first) ? operand(1) : first;
            const Value second = operand(1);
            std::vector<Arm> arms;
            for (const Arm& arm : first.arms())
                arms.push_back({arm.guard, absent(arm.value) ? second : arm.value});
            return choose(arms, first.origin());
        }
        case Op::list_comprehension:
        case Op::set_comprehension:
        case Op::map_comprehension:
        case Op::count:
        case Op::sum:
        case Op::minimum:
        case Op::maximum:
        case Op::the:
        case Op::first:
            return GuardedAggregates(*this, expr, frame).value();
        default:
            return from_truth(truth(index, frame), expr);
    }
}

Value GuardedEvaluator::choose(const std::vector<Arm>& arms, const Origin* origin) {
    return evaluation_->factory().choice(arms, evaluation_->guards(), origin);
}

Value GuardedEvaluator::undecided(const Expr& expr) {
    Unknown about;
    about.type = TypeHint::boolean;
    about.cause =
        evaluation_->intern("`" + std::string(evaluation_->graph().sources().text(expr.where)) + "` is not decided");
    return evaluation_->factory().unknown(about, nullptr);
}

Value GuardedEvaluator::from_truth(const GuardTruth& truth, const Expr& expr) {
    const ValueFactory& make = evaluation_->factory();
    if (truth.yes == k_always || truth.no == k_always) return make.boolean(truth.yes == k_always, nullptr);
    GuardSpace& guards = evaluation_->guards();
    const Guard rest = guards.complement(guards.disjoin(truth.yes, truth.no));
    return choose(
        {{truth.yes, make.boolean(true, nullptr)}, {truth.no, make.boolean(false, nullptr)}, {rest, undecided(expr)}},
        nullptr);
}

Value GuardedEvaluator::conditional(const Expr& expr, Frame& frame) {
    const GuardTruth condition = truth(expr.children[0], frame);
    if (condition.yes == k_always) return value(expr.children[1], frame);
    if (condition.no == k_always) return value(expr.children[2], frame);
    GuardSpace& guards = evaluation_->guards();
    const Guard rest = guards.complement(guards.disjoin(condition.yes, condition.no));
    return choose({{condition.yes, value(expr.children[1], frame)},
                   {condition.no, value(expr.children[2], frame)},
                   {rest, evaluation_->either(expr.children[0])}},
                  nullptr);
}

Value GuardedEvaluator::local(lang::Slot slot, Frame& frame) {
    if (frame.pending[slot] != k_no_expr) {
        const ExprIndex definition = frame.pending[slot];
        frame.pending[slot] = k_no_expr;
        frame.slots[slot] = value(definition, frame);
    }
    return frame.slots[slot];
}

ViewInstance& GuardedEvaluator::instance_of(const EntityInstance& instance) {
    auto [entry, added] = instances_.try_emplace(&instance);
    if (added) entry->second = ViewInstance(*evaluation_, instance);
    return entry->second;
}

Value GuardedEvaluator::field(Value base, std::string_view name) {
    if (!base.is(Kind::entity)) return engine::field(base, name, evaluation_->operands());
    return entity_field(
        *evaluation_, base, name, [&](const EntityInstance& i) -> ViewInstance& { return instance_of(i); },
        [&](ExprIndex definition, Frame& frame) { return value(definition, frame); });
}

Value GuardedEvaluator::call_function(const Expr& expr, Frame& frame) {
    const lang::Function& function = evaluation_->program().functions[expr.index];
    if (depth_ > k_call_depth) return evaluation_->factory().error("calls are nested too deeply", nullptr);
    Frame inner(function.frame, frame.era);
    for (std::size_t i = 0; i < expr.children.size(); ++i)
        inner.slots[i] = value(expr.children[i], frame);
    ++depth_;
    const Value result = value(function.body, inner);
    --depth_;
    return result;
}

Value GuardedEvaluator::constructed(const Expr& expr, Frame& frame) {
    std::vector<Value> fields;
    for (const ExprIndex child : expr.children)
        fields.push_back(child == k_no_expr ? Value() : value(child, frame));
    const Origin* origin = nullptr;
    for (const Value field : fields) {
        if (origin == nullptr || origin->path == nullptr) origin = field.origin();
    }
    return evaluation_->factory().record(evaluation_->record_type(expr.index), fields, origin);
}

Value GuardedEvaluator::collection(const Expr& expr, Frame& frame) {
    const ValueFactory& make = evaluation_->factory();
    if (expr.op != Op::map) {
        std::vector<Element> elements;
        for (const ExprIndex child : expr.children)
            elements.push_back({value(child, frame), k_always, k_always});
        return expr.op == Op::set ? make.set(distinct(elements, evaluation_->guards()), false, nullptr)
                                  : make.list(elements, false, nullptr);
    }
    std::vector<Value> parts;
    for (const ExprIndex child : expr.children)
        parts.push_back(value(child, frame));
    std::vector<Value> keys;
    for (std::size_t i = 0; i < parts.size(); i += 2)
        keys.push_back(parts[i]);
    return lifted_value(keys, [&](const std::vector<Value>& known) {
        std::vector<Member> members;
        bool open = false;
        bool secret = false;
        for (std::size_t i = 0; i < known.size(); ++i) {
            secret = secret || known[i].sensitive();
            if (known[i].is(Kind::string))
                members.push_back({known[i].text(), {}, parts[2 * i + 1]});
            else
                open = true;
        }
        return make.marked(make.map(members, open, nullptr), secret, false);
    });
}

Value GuardedEvaluator::projection(const Expr& expr, Frame& frame) {
    const Value source = value(expr.children[0], frame);
    return lifted_value(source, [&](Value list) { return project_from(expr, list, frame); });
}

Value GuardedEvaluator::project_from(const Expr& expr, Value source, Frame& frame) {
    const bool nested = evaluation_->program().expr(expr.children[1]).op == Op::project;
    GuardSpace& guards = evaluation_->guards();
    std::vector<Element> elements;
    Guard open = k_never;
    const auto add = [&](Value item, Guard must, Guard may) {
        if (item.is(Kind::missing) || may == k_never) return;
        if (!nested || !item.is(Kind::list)) {
            elements.push_back({item, collapse_must(must), may});
            return;
        }
        if (item.open()) open = guards.disjoin(open, may);
        for (const Element& inner : item.elements()) {
            elements.push_back(
                {inner.value, collapse_must(guards.conjoin(must, inner.must)), guards.conjoin(may, inner.may)});
        }
    };
    if (source.is(Kind::list)) {
        if (source.open()) open = k_always;
        for (const Element& element : source.elements()) {
            frame.slots[expr.slot] = element.value;
            const Value item = value(expr.children[1], frame);
            if (!item.is(Kind::choice)) {
                add(item, element.must, element.may);
                continue;
            }
            for (const Arm& arm : item.arms()) {
                add(arm.value, guards.conjoin(element.must, arm.guard), guards.conjoin(element.may, arm.guard));
            }
        }
    } else if (!source.is(Kind::missing) && !source.is(Kind::null)) {
        open = k_always;
    }
    const ValueFactory& make = evaluation_->factory();
    const auto made = [&](bool is_open) { return make.list(elements, is_open, source.origin()); };
    if (open == k_never || open == k_always) return made(open == k_always);
    return choose({{open, made(true)}, {guards.complement(open), made(false)}}, source.origin());
}

}  // namespace spile::engine

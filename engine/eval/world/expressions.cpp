// Expressions in one world: dispatch, logic, access, calls.
#include "engine/eval/world/world.hpp"
#include "lang/base/check.hpp"

namespace spile::engine {

using lang::Expr;
using lang::ExprIndex;
using lang::k_no_expr;
using lang::Op;

namespace {

constexpr std::uint32_t k_call_depth = 200;

}  // namespace

WorldEvaluator::WorldEvaluator(Evaluation& evaluation, World world, WorldRelations relations)
    : evaluation_(&evaluation), world_(std::move(world)), relations_(std::move(relations)) {
    consulted_.resize(evaluation.guards().atom_count(), false);
}

bool WorldEvaluator::holds(Guard guard) {
    if (guard == k_always) return true;
    if (guard == k_never) return false;
    for (const AtomId atom : evaluation_->guards().support(guard))
        consulted_[atom.value] = true;
    return evaluation_->guards().holds(guard, world_);
}

std::vector<AtomId> WorldEvaluator::consulted() const {
    std::vector<AtomId> atoms;
    for (std::uint32_t i = 0; i < consulted_.size(); ++i) {
        if (consulted_[i]) atoms.push_back(AtomId{i});
    }
    return atoms;
}

void WorldEvaluator::reset_consulted() {
    consulted_.assign(consulted_.size(), false);
    // What was worked out before would not be looked at again.
    instances_.clear();
    resolved_.clear();
}

void WorldEvaluator::consult_all() {
    consulted_.assign(consulted_.size(), true);
}

Value WorldEvaluator::resolve(Value value) {
    while (value.is(Kind::choice)) {
        Value taken;
        for (const Arm& arm : value.arms()) {
            if (holds(arm.guard)) {
                taken = arm.value;
                break;
            }
        }
        value = taken;
    }
    if (!value.is(Kind::list)) return value;
    bool plain = true;
    for (const Element& element : value.elements())
        plain = plain && element.must == k_always;
    if (plain) return value;
    std::vector<Element> kept;
    for (const Element& element : value.elements()) {
        if (!holds(element.may)) continue;
        kept.push_back({element.value, holds(element.must) ? k_always : k_never, k_always});
    }
    const ValueFactory& make = evaluation_->factory();
    return value.is_set() ? make.set(distinct(kept, evaluation_->guards()), value.open(), value.origin())
                          : make.list(kept, value.open(), value.origin());
}

Value WorldEvaluator::resolve_deep(Value given) {
    const Value value = resolve(given);
    const bool composite = value.is(Kind::list) || value.is(Kind::map) || value.is(Kind::record);
    if (!composite) return value;
    const ValueFactory& make = evaluation_->factory();
    bool same = true;
    Value result = value;
    if (value.is(Kind::list)) {
        std::vector<Element> elements(value.elements().begin(), value.elements().end());
        for (Element& element : elements) {
            const Value inner = resolve_deep(element.value);
            same = same && inner == element.value;
            element.value = inner;
        }
        if (!same)
            result = value.is_set() ? make.set(distinct(elements, evaluation_->guards()), value.open(), value.origin())
                                    : make.list(elements, value.open(), value.origin());
    } else if (value.is(Kind::map)) {
        std::vector<Member> members;
        bool open = value.open();
        for (Member member : value.members()) {
            const Value inner = resolve_deep(member.value);
            same = same && inner == member.value;
            member.value = inner;
            if (!inner.is(Kind::missing)) members.push_back(member);
        }
        if (!same) result = make.map(members, open, value.origin());
    } else {
        std::vector<Value> fields;
        for (const Value field : value.fields()) {
            fields.push_back(resolve_deep(field));
            same = same && fields.back() == field;
        }
        if (!same) result = make.record(value.record_type(), fields, value.origin());
    }
    return result;
}

Truth WorldEvaluator::truth(ExprIndex index, Frame& frame) {
    const Expr& expr = evaluation_->program().expr(index);
    const Operands& with = evaluation_->operands();
    const auto operand = [&](std::size_t i) { return value(expr.children[i], frame); };
    const auto deep = [&](std::size_t i) { return resolve_deep(operand(i)); };
    switch (expr.op) {
        case Op::boolean:
            return expr.text == "true" ? Truth::yes : Truth::no;
        case Op::negate:
            return engine::negate(truth(expr.children[0], frame));
        case Op::conjunction: {
            Truth all = Truth::yes;
            for (const ExprIndex child : expr.children) {
                all = conjoin(all, truth(child, frame));
                if (all == Truth::no) break;
            }
            return all;
        }
        case Op::disjunction: {
            Truth any = Truth::no;
            for (const ExprIndex child : expr.children) {
                any = disjoin(any, truth(child, frame));
                if (any == Truth::yes) break;
            }
            return any;
        }
        case Op::conditional: {
            const Truth condition = truth(expr.children[0], frame);
            if (condition == Truth::yes) return truth(expr.children[1], frame);
            if (condition == Truth::no) return truth(expr.children[2], frame);
            const Truth a = truth(expr.children[1], frame);
            return a == truth(expr.children[2], frame) ? a : Truth::maybe;
        }
        case Op::equal:
            return equal(deep(0), deep(1), with);
        case Op::not_equal:
            return engine::negate(equal(deep(0), deep(1), with));
        case Op::less:
            return less(operand(0), operand(1), with);
        case Op::less_equal:
            return less_equal(operand(0), operand(1), with);
        case Op::greater:
            return less(operand(1), operand(0), with);
        case Op::greater_equal:
            return less_equal(operand(1), operand(0), with);
        case Op::in:
            return in(deep(0), deep(1), with);
        case Op::not_in:
            return engine::negate(in(deep(0), deep(1), with));
        case Op::matches:
            return matches(operand(0), evaluation_->program().expr(expr.children[1]).text, with);
        case Op::like:
            return like(operand(0), operand(1), with);
        case Op::exists:
            return exists(operand(0));
        case Op::missing:
            return engine::negate(exists(operand(0)));
        case Op::empty:
            return empty(operand(0));
        case Op::some:
        case Op::none:
        case Op::all:
            return quantified(expr, frame);
        case Op::call_relation:
            return call_relation(expr, frame);
        case Op::call_function: {
            const lang::Function& function = evaluation_->program().functions[expr.index];
            if (depth_ > k_call_depth) return Truth::maybe;
            Frame inner(function.frame, frame.era);
            for (std::uint32_t i = 0; i < function.parameters; ++i)
                inner.slots[i] = operand(i);
            ++depth_;
            const Truth result = truth(function.body, inner);
            --depth_;
            return result;
        }
        default:
            return truth_of(value(index, frame));
    }
}

Value WorldEvaluator::value(ExprIndex index, Frame& frame) {
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
        case Op::field: {
            const Value base = operand(0);
            if (base.is(Kind::entity)) return resolve(field_of(base, expr.text));
            return resolve(engine::field(base, expr.text, with));
        }
        case Op::index:
            return resolve(engine::index(operand(0), operand(1), with));
        case Op::project:
            return projection(expr, frame);
        case Op::call_function:
        case Op::call_builtin:
            return resolve(called(expr, frame));
        case Op::construct:
            return constructed(expr, frame);
        case Op::list:
        case Op::set:
        case Op::map:
            return collection(expr, frame);
        case Op::list_comprehension:
        case Op::set_comprehension:
            return comprehension(expr, frame);
        case Op::map_comprehension:
            return map_comprehension(expr, frame);
        case Op::conditional: {
            const Truth condition = truth(expr.children[0], frame);
            if (condition == Truth::yes) return operand(1);
            if (condition == Truth::no) return operand(2);
            return evaluation_->either(expr.children[0]);
        }
        case Op::concatenate:
            return concatenate(resolve_deep(operand(0)), resolve_deep(operand(1)), with);
        case Op::add:
        case Op::subtract:
        case Op::multiply:
        case Op::divide:
            return arithmetic(expr.op, operand(0), operand(1), with);
        case Op::coalesce: {
            const Value first = operand(0);
            return first.is(Kind::missing) || first.is(Kind::null) ? operand(1) : first;
        }
        case Op::count:
        case Op::sum:
        case Op::minimum:
        case Op::maximum:
        case Op::the:
        case Op::first:
            return aggregate(expr, frame);
        default:
            return from_truth(truth(index, frame), expr, frame);
    }
}

Value WorldEvaluator::from_truth(Truth truth, const Expr& expr, Frame&) {
    const ValueFactory& make = evaluation_->factory();
    if (truth != Truth::maybe) return make.boolean(truth == Truth::yes, nullptr);
    Unknown about;
    about.type = TypeHint::boolean;
    const std::string text(evaluation_->graph().sources().text(expr.where));
    about.cause = evaluation_->intern("`" + text + "` is not decided");
    return make.unknown(about, nullptr);
}

Value WorldEvaluator::local(lang::Slot slot, Frame& frame) {
    if (frame.pending[slot] != k_no_expr) {
        const ExprIndex definition = frame.pending[slot];
        frame.pending[slot] = k_no_expr;
        frame.slots[slot] = value(definition, frame);
    }
    return resolve(frame.slots[slot]);
}

Value WorldEvaluator::called(const Expr& expr, Frame& frame) {
    std::vector<Value> arguments;
    for (const ExprIndex child : expr.children)
        arguments.push_back(value(child, frame));
    if (expr.op == Op::call_builtin) {
        for (Value& argument : arguments)
            argument = resolve_deep(argument);
        return call(static_cast<lang::Builtin>(expr.index), arguments, evaluation_->operands());
    }
    const lang::Function& function = evaluation_->program().functions[expr.index];
    if (depth_ > k_call_depth) return evaluation_->factory().error("calls are nested too deeply", nullptr);
    Frame inner(function.frame, frame.era);
    for (std::size_t i = 0; i < arguments.size(); ++i)
        inner.slots[i] = arguments[i];
    ++depth_;
    const Value result = value(function.body, inner);
    --depth_;
    return result;
}

Value WorldEvaluator::constructed(const Expr& expr, Frame& frame) {
    std::vector<Value> fields;
    for (const ExprIndex child : expr.children)
        fields.push_back(child == k_no_expr ? Value() : value(child, frame));
    const Origin* origin = nullptr;
    for (const Value field : fields) {
        if (origin == nullptr || origin->path == nullptr) origin = field.origin();
    }
    return evaluation_->factory().record(evaluation_->record_type(expr.index), fields, origin);
}

Value WorldEvaluator::collection(const Expr& expr, Frame& frame) {
    const ValueFactory& make = evaluation_->factory();
    if (expr.op == Op::map) {
        std::vector<Member> members;
        bool open = false;
        bool secret = false;
        for (std::size_t i = 0; i + 1 < expr.children.size(); i += 2) {
            const Value key = value(expr.children[i], frame);
            secret = secret || key.sensitive();
            if (key.is(Kind::string))
                members.push_back({key.text(), {}, value(expr.children[i + 1], frame)});
            else
                open = true;
        }
        return make.marked(make.map(members, open, nullptr), secret, false);
    }
    std::vector<Element> elements;
    for (const ExprIndex child : expr.children)
        elements.push_back({value(child, frame), k_always, k_always});
    return expr.op == Op::set ? make.set(distinct(elements, evaluation_->guards()), false, nullptr)
                              : make.list(elements, false, nullptr);
}

Value WorldEvaluator::projection(const Expr& expr, Frame& frame) {
    const Value source = value(expr.children[0], frame);
    const bool nested = evaluation_->program().expr(expr.children[1]).op == Op::project;
    std::vector<Element> elements;
    bool open = false;
    const auto add = [&](Value item, Guard must) {
        if (item.is(Kind::missing)) return;
        if (!nested || !item.is(Kind::list)) {
            elements.push_back({item, must, k_always});
            return;
        }
        open = open || item.open();
        for (const Element& inner : item.elements()) {
            elements.push_back({inner.value, must == k_always ? inner.must : k_never, k_always});
        }
    };
    if (source.is(Kind::list)) {
        open = source.open();
        for (const Element& element : source.elements()) {
            frame.slots[expr.slot] = element.value;
            add(value(expr.children[1], frame), element.must);
        }
    } else if (!source.is(Kind::missing) && !source.is(Kind::null)) {
        open = true;
    }
    return evaluation_->factory().list(elements, open, source.origin());
}

const lang::View* WorldEvaluator::view_of(Value entity) const {
    const EntityInstance& instance = entity.entity();
    return is_built_in(instance.view) ? nullptr : &evaluation_->program().views[instance.view];
}

ViewInstance& WorldEvaluator::instance_of(const EntityInstance& instance) {
    auto [entry, added] = instances_.try_emplace(&instance);
    if (added) entry->second = ViewInstance(*evaluation_, instance);
    return entry->second;
}

Frame& WorldEvaluator::view_frame(const EntityInstance& instance) {
    return instance_of(instance).frame;
}

Value WorldEvaluator::field_of(Value entity, std::string_view name) {
    return entity_field(
        *evaluation_, entity, name, [&](const EntityInstance& i) -> ViewInstance& { return instance_of(i); },
        [&](ExprIndex definition, Frame& frame) { return value(definition, frame); });
}

std::string WorldEvaluator::text(const lang::Template& message, Frame& frame) {
    std::string out;
    for (const lang::Template::Piece& piece : message.pieces) {
        out += piece.text;
        if (piece.value != k_no_expr) out += display(resolve_deep(value(piece.value, frame)), evaluation_->operands());
    }
    return out;
}

}  // namespace spile::engine

#include "engine/coverage/unknowns.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace spile::engine::coverage {

using lang::Asked;
using lang::Builtin;
using lang::Expr;
using lang::ExprIndex;
using lang::Generator;
using lang::k_no_expr;
using lang::Op;
using lang::Part;

namespace {

// Built-ins that look at what a resource is, not at what is written in it; and the clock, which is given.
bool always_known(Builtin builtin) {
    switch (builtin) {
        case Builtin::logical_name:
        case Builtin::document_path:
        case Builtin::resource_type:
        case Builtin::is_taggable:
        case Builtin::now:
            return true;
        default:
            return false;
    }
}

// What the built-in entity says of every resource, whatever its template leaves open.
bool names_resource(const std::string& type, const std::string& field) {
    return type == "Resource" && (field == "name" || field == "type" || field == "document" || field == "taggable");
}

// What a plan says of a change, and whether an instance is there before and after it.
bool is_change(std::string_view type) {
    return type.starts_with("change of ");
}

// What is written in a Dockerfile as it stands, or follows from where: never an expansion of variables.
bool said_by_dockerfile(std::string_view type, std::string_view field) {
    constexpr std::array<std::string_view, 27> k_said = {
        "alias",        "as_written", "blank_lines", "by_default", "comment", "conditional", "consistent",
        "experimental", "final",      "form",        "heredocs",   "ignores", "instruction", "legacy",
        "link",         "names",      "number",      "pairs",      "ports",   "position",    "platform_written",
        "scratch",      "shipped",    "stage",       "undefined",  "used",    "written"};
    const bool dockerfile = type.starts_with("docker \"") || type.starts_with("Dockerfile::");
    return dockerfile && std::find(k_said.begin(), k_said.end(), field) != k_said.end();
}

}  // namespace

Unknowns::Unknowns(const lang::Program& program)
    : program_(&program), callees_(program.functions.size()), fields_(program.entities.size()) {
    for (std::size_t i = 0; i < callees_.size(); ++i)
        callees_[i].arguments.resize(program.functions[i].parameters, false);
    for (std::uint32_t i = 0; i < fields_.size(); ++i) {
        const lang::Entity& entity = program.entities[i];
        fields_[i].resize(entity.fields.size(), false);
        entities_.emplace(entity.module + "." + entity.name, i);
    }
    learn();
}

// What is open only grows, so this ends.
void Unknowns::learn() {
    const std::vector<Part> parts = lang::all_parts(*program_);
    for (changed_ = true; changed_;) {
        changed_ = false;
        for (const Part& part : parts) {
            OpenSlots slots = slots_of(part);
            if (part.kind == Part::Kind::function) learn_function(part);
            if (part.kind == Part::Kind::view) learn_view(part, slots);
        }
    }
}

void Unknowns::learn_function(const Part& part) {
    Callee& callee = callees_[part.index];
    const auto result = [&](OpenSlots frame) {
        const lang::AskedExpr& body = part.roots.front();
        return body.asked == Asked::truth ? truth(body.expr, frame) : value(body.expr, frame);
    };
    const bool with_arguments = result(callee.arguments);
    const bool by_itself = result(OpenSlots(callee.arguments.size(), false));
    changed_ = changed_ || with_arguments != callee.result || by_itself != callee.by_itself;
    callee.result = with_arguments;
    callee.by_itself = by_itself;
}

void Unknowns::learn_view(const Part& part, OpenSlots& slots) {
    const lang::View& view = program_->views[part.index];
    for (std::size_t i = 0; i < view.fields.size(); ++i) {
        if (view.fields[i] != k_no_expr) open_field(view.entity, i, value(view.fields[i], slots));
    }
}

void Unknowns::open_field(std::uint32_t entity, std::size_t field, bool open) {
    if (!open || field >= fields_[entity].size() || fields_[entity][field]) return;
    fields_[entity][field] = true;
    changed_ = true;
}

// A field is as open as what it is read from, and as what views and constructions of its entity say of it. Of a
// resource in its raw shape every property is.
bool Unknowns::field(const Expr& expr, OpenSlots& slots) {
    const Expr& base = program_->expr(expr.children[0]);
    std::string type = program_->types.at(base.type).text;
    if (type.ends_with('?')) type.pop_back();
    if (said_by_dockerfile(type, expr.text) || is_change(type)) return false;
    if (value(expr.children[0], slots)) return true;
    if (names_resource(type, expr.text)) return false;
    const auto entity = entities_.find(type);
    const bool side = base.op == Op::field && is_change(program_->types.at(program_->expr(base.children[0]).type).text);
    if (entity == entities_.end()) return base.op == Op::local || side;
    const std::vector<lang::RecordField>& fields = program_->entities[entity->second].fields;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (fields[i].name == expr.text) return fields_[entity->second][i];
    }
    return true;
}

// The record itself is known; its fields are what they are.
bool Unknowns::construct(const Expr& expr, OpenSlots& slots) {
    for (std::size_t i = 0; i < expr.children.size(); ++i) {
        if (expr.children[i] != k_no_expr) open_field(expr.index, i, value(expr.children[i], slots));
    }
    return false;
}

OpenSlots Unknowns::slots_of(const Part& part) {
    OpenSlots slots;
    if (part.kind == Part::Kind::function) slots = callees_[part.index].arguments;
    if (part.kind == Part::Kind::view && program_->views[part.index].each != lang::k_no_slot)
        set(slots, program_->views[part.index].each, true);
    static_cast<void>(generators(part.leading, slots));
    for (const lang::AskedExpr& root : part.roots) {
        const bool open = root.asked == Asked::truth ? truth(root.expr, slots) : value(root.expr, slots);
        for (const lang::Let& let : part.lets) {
            if (let.value == root.expr) set(slots, let.slot, open);
        }
    }
    return slots;
}

void Unknowns::set(OpenSlots& slots, lang::Slot slot, bool open) {
    if (slot == lang::k_no_slot) return;
    if (slot >= slots.size()) slots.resize(slot + 1, false);
    slots[slot] = open;
}

// Whether a member may be there that nobody sees, or be there perhaps. A resource is there or not in each world.
bool Unknowns::generators(const std::vector<Generator>& generators, OpenSlots& slots) {
    bool open = false;
    for (const Generator& generator : generators) {
        switch (generator.kind) {
            case Generator::Kind::in:
            case Generator::Kind::pair_in: {
                const bool source = value(generator.source, slots);
                const bool pair = generator.kind == Generator::Kind::pair_in;
                set(slots, generator.slot, source && !pair);  // a key is a text, a position a number
                if (pair) set(slots, generator.value_slot, source);
                open = open || source;
                break;
            }
            case Generator::Kind::relation:
                for (const lang::Pattern& pattern : generator.patterns) {
                    if (pattern.value != k_no_expr) static_cast<void>(value(pattern.value, slots));
                    if (pattern.kind == lang::Pattern::Kind::bind) set(slots, pattern.slot, true);
                }
                open = true;
                break;
            case Generator::Kind::typed:
                set(slots, generator.slot, false);
                break;
        }
    }
    return open;
}

bool Unknowns::any_child(const Expr& expr, OpenSlots& slots) {
    bool open = false;
    for (const ExprIndex child : expr.children) {
        if (child != k_no_expr && value(child, slots)) open = true;
    }
    return open;
}

bool Unknowns::quantified(const Expr& expr, OpenSlots& slots) {
    bool open = generators(expr.generators, slots);
    if (expr.condition != k_no_expr && truth(expr.condition, slots)) open = true;
    for (const ExprIndex child : expr.children) {
        if (child != k_no_expr && (expr.op == Op::all ? truth(child, slots) : value(child, slots))) open = true;
    }
    if (expr.by != k_no_expr && value(expr.by, slots)) open = true;
    return open;
}

bool Unknowns::call(const Expr& expr, OpenSlots& slots) {
    Callee& callee = callees_[expr.index];
    bool any = false;
    for (std::size_t i = 0; i < expr.children.size(); ++i) {
        if (expr.children[i] == k_no_expr || !value(expr.children[i], slots)) continue;
        any = true;
        if (i >= callee.arguments.size() || callee.arguments[i]) continue;
        callee.arguments[i] = true;
        changed_ = true;
    }
    return callee.by_itself || (any && callee.result);
}

bool Unknowns::truth(ExprIndex index, OpenSlots& slots) {
    const Expr& expr = program_->expr(index);
    switch (expr.op) {
        case Op::negate:
        case Op::conjunction:
        case Op::disjunction: {
            bool open = false;
            for (const ExprIndex child : expr.children) {
                if (truth(child, slots)) open = true;
            }
            return open;
        }
        case Op::conditional: {
            const bool condition = truth(expr.children[0], slots);
            const bool then = truth(expr.children[1], slots);
            const bool otherwise = truth(expr.children[2], slots);
            return condition || then || otherwise;
        }
        default:
            return value(index, slots);
    }
}

bool Unknowns::value(ExprIndex index, OpenSlots& slots) {
    const Expr& expr = program_->expr(index);
    switch (expr.op) {
        case Op::local:
            return expr.slot < slots.size() && slots[expr.slot];
        case Op::param:
            return false;
        case Op::field:
            return field(expr, slots);
        case Op::construct:
            return construct(expr, slots);
        case Op::project: {
            const bool source = value(expr.children[0], slots);
            set(slots, expr.slot, source);
            return value(expr.children[1], slots) || source;
        }
        case Op::exists:
        case Op::missing:
            static_cast<void>(any_child(expr, slots));
            return false;
        case Op::negate:
        case Op::conjunction:
        case Op::disjunction:
            return truth(index, slots);
        case Op::conditional: {
            const bool condition = truth(expr.children[0], slots);
            const bool then = value(expr.children[1], slots);
            const bool otherwise = value(expr.children[2], slots);
            return condition || then || otherwise;
        }
        case Op::call_function:
            return call(expr, slots);
        case Op::call_builtin:
            return any_child(expr, slots) && !always_known(static_cast<Builtin>(expr.index));
        case Op::call_relation:
            for (const lang::Pattern& pattern : expr.patterns) {
                if (pattern.value != k_no_expr) static_cast<void>(value(pattern.value, slots));
            }
            return true;
        case Op::some:
        case Op::none:
        case Op::all:
        case Op::list_comprehension:
        case Op::set_comprehension:
        case Op::map_comprehension:
        case Op::count:
        case Op::sum:
        case Op::minimum:
        case Op::maximum:
        case Op::the:
        case Op::first:
            return quantified(expr, slots);
        default:
            return any_child(expr, slots);
    }
}

}  // namespace spile::engine::coverage

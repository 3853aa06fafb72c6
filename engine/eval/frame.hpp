// The variables of one callable while it is evaluated.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/graph/fact_graph.hpp"
#include "lang/program/program.hpp"

namespace spile::engine {

/// What the walk over generators has found.
enum class Seen : std::uint8_t {
    one,   // a binding
    many,  // bindings that nobody sees, any number of them, with unknown values in their place
    none   // nothing is bound: there may be further bindings
};

/// What a walk over generators does where a collection may have further members.
enum class Unseen : std::uint8_t {
    told,  // says so: Seen::none
    bound  // goes on with an unknown member: Seen::many
};

/// One value a slot. A `let` is evaluated when first read: until then its slot's `pending` names the expression.
struct Frame {
    std::vector<Value> slots;
    std::vector<lang::ExprIndex> pending;
    std::vector<lang::ExprIndex> definition;  // the let of each slot, kept for explanations
    Era era = Era::after;                     // of the resources that generators and relations find

    Frame() = default;
    explicit Frame(lang::Slot size, Era seen = Era::after)
        : slots(size), pending(size, lang::k_no_expr), definition(size, lang::k_no_expr), era(seen) {}

    void define(const std::vector<lang::Let>& lets) {
        for (const lang::Let& let : lets)
            pending[let.slot] = definition[let.slot] = let.value;
    }
};

}  // namespace spile::engine

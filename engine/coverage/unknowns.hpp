// Which values and conditions of a program can be undecided at all: those that come to something a document says. A
// literal, a param, a key of a map and a resource's type are always known.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "lang/program/own_parts.hpp"

namespace spile::engine::coverage {

/// By slot of a part's frame: whether the variable may hold something that nobody knows.
using OpenSlots = std::vector<bool>;

class Unknowns {
  public:
    /// Looks at the whole program once; it must outlive this.
    explicit Unknowns(const lang::Program& program);

    /// The variables of a part.
    [[nodiscard]] OpenSlots slots_of(const lang::Part& part);
    /// Whether some document leaves the condition undecided. `exists` and `missing` count as decided: what nobody knows
    /// yet is there all the same.
    [[nodiscard]] bool truth(lang::ExprIndex expr, OpenSlots& slots);
    [[nodiscard]] bool value(lang::ExprIndex expr, OpenSlots& slots);

  private:
    struct Callee {
        OpenSlots arguments;     // some call passes something that may be unknown
        bool result = false;     // with these arguments
        bool by_itself = false;  // even when every argument is known
    };
    void learn();
    void learn_function(const lang::Part& part);
    void learn_view(const lang::Part& part, OpenSlots& slots);
    bool field(const lang::Expr& expr, OpenSlots& slots);
    bool construct(const lang::Expr& expr, OpenSlots& slots);
    void open_field(std::uint32_t entity, std::size_t field, bool open);
    bool quantified(const lang::Expr& expr, OpenSlots& slots);
    bool call(const lang::Expr& expr, OpenSlots& slots);
    bool generators(const std::vector<lang::Generator>& generators, OpenSlots& slots);
    bool any_child(const lang::Expr& expr, OpenSlots& slots);
    static void set(OpenSlots& slots, lang::Slot slot, bool open);

    const lang::Program* program_;
    std::vector<Callee> callees_;                    // by function
    std::vector<OpenSlots> fields_;                  // by entity and field: some view or construction leaves it open
    std::map<std::string, std::uint32_t> entities_;  // by the text of their type
    bool changed_ = false;
};

}  // namespace spile::engine::coverage

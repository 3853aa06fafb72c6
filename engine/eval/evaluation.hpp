// What every evaluator of a run shares: the program, the graph, an arena, values of literals and params, and the
// instances of entities.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <tuple>
#include <vector>

#include "engine/eval/operators.hpp"
#include "engine/eval/seen_truths.hpp"
#include "engine/graph/fact_graph.hpp"
#include "lang/program/program.hpp"

namespace spile::engine {

/// The built-in entity `Resource`: any resource under its type, name, tags.
inline constexpr std::uint32_t k_resource_entity = 0xffffffffU;
/// `change of T`: what a plan does to one instance. Its unit is the one that will be, or else the removed one.
inline constexpr std::uint32_t k_change_entity = 0xfffffffeU;
/// Whether an instance has fields that no view works out.
[[nodiscard]] constexpr bool is_built_in(std::uint32_t view) noexcept {
    return view >= k_change_entity;
}

class Evaluation {
  public:
    /// Program and graph must outlive the evaluation. `now` is in seconds since 1970 UTC.
    Evaluation(const lang::Program& program, FactGraph& graph, std::int64_t now);
    Evaluation(const Evaluation&) = delete;
    Evaluation& operator=(const Evaluation&) = delete;

    [[nodiscard]] const lang::Program& program() const noexcept { return *program_; }
    [[nodiscard]] FactGraph& graph() const noexcept { return *graph_; }
    [[nodiscard]] GuardSpace& guards() const noexcept { return graph_->guards(); }
    [[nodiscard]] const ValueFactory& factory() const noexcept { return factory_; }
    [[nodiscard]] Arena& arena() noexcept { return arena_; }
    [[nodiscard]] const Operands& operands() const noexcept { return operands_; }
    /// Where truths are counted while policies are evaluated, for coverage; null, the default: nowhere.
    [[nodiscard]] SeenTruths* seen() const noexcept { return seen_; }
    void count_truths(SeenTruths* seen) noexcept { seen_ = seen; }

    /// The value of a literal expression; made once.
    [[nodiscard]] Value literal(lang::ExprIndex index);
    /// What a rule's author wrote at this place, blanks folded.
    [[nodiscard]] std::string source_text(SourceSpan where) const;
    /// One of two values under a condition that is not decided: of any type, perhaps missing.
    [[nodiscard]] Value either(lang::ExprIndex condition);
    /// A text in the arena, the same for equal texts.
    [[nodiscard]] std::string_view intern(std::string text);
    /// The one instance of a view on a unit (and on an element of its `each`, by key and place).
    [[nodiscard]] Value instance(std::uint32_t view, UnitId unit, std::string_view key, Value each);
    /// A unit under its raw type; made once.
    [[nodiscard]] Value resource(UnitId unit);
    /// What `construct` makes of an entity declaration.
    [[nodiscard]] const RecordType& record_type(std::uint32_t entity);
    /// A change of the unit: the instances of one `each` key (and place) on either side, missing where there is none.
    [[nodiscard]] Value change(UnitId unit, std::string_view key, std::string_view path, Value before, Value after);
    /// A side of a change that is not decided to be there.
    [[nodiscard]] Value perhaps_there(UnitId unit);
    /// Every declared resource, in (document, position) order.
    [[nodiscard]] const std::vector<UnitId>& resources(Era era) const noexcept {
        return era == Era::before ? former_resources_ : resources_;
    }
    /// Instances that a range's changes are of: of a raw type, or (type "*", tool empty) of any.
    [[nodiscard]] const std::vector<UnitId>& changed(std::string_view tool, std::string_view type) const;
    /// The unit before the change and the one after it; invalid where there is none.
    struct Sides {
        UnitId before;
        UnitId after;
    };
    [[nodiscard]] Sides sides(UnitId changed) const;
    /// Which resources a view over this unit looks at.
    [[nodiscard]] Era era_of(UnitId unit) const {
        return graph_->unit(unit).kind == UnitKind::former ? Era::before : Era::after;
    }
    /// The elements of a view's `each`, a map's values too. `source` is not a choice.
    static void each_of(Value source, const std::function<bool(Value, Guard, Guard, std::size_t)>& visit);
    /// Whether a view's `each` over this source may have members that nobody sees. `source` is not a choice.
    [[nodiscard]] static bool may_have_more(Value source);
    /// The text of an `each` key; a key that is not a known text is told apart by position.
    [[nodiscard]] static std::string key_text(Value key, std::size_t position);
    /// The unit of a resource or entity; invalid for anything else.
    [[nodiscard]] static UnitId unit_of(Value subject);
    /// A field of the built-in entity `Resource`.
    [[nodiscard]] Value resource_field(UnitId unit, std::string_view name);
    /// Stands for the resources that documents of the tool leave out, as a plan of a part does; nothing when each says
    /// of itself that it is whole. "*" is any tool.
    [[nodiscard]] std::optional<Value> unnamed_resource(std::string_view tool);
    /// A field of a change.
    [[nodiscard]] Value change_field(const EntityInstance& change, std::string_view name);
    /// Units that a raw range holds, in document order. Of external ones: those that are named and not declared, data
    /// sources among them; an empty tool is any. Changes are no units.
    [[nodiscard]] std::vector<UnitId> units(std::string_view tool, std::string_view type, lang::Range::Scope scope,
                                            Era era) const;

  private:
    Value tags_of(const Unit& unit);

    const lang::Program* program_;
    FactGraph* graph_;
    Arena arena_;
    ValueFactory factory_;
    Operands operands_;
    std::vector<Value> literals_;
    std::vector<bool> literal_made_;
    std::vector<Value> units_;
    std::vector<UnitId> resources_;
    std::optional<Value> unnamed_;  // of a tool that has documents which are not whole
    std::string_view unnamed_tool_;
    std::vector<UnitId> former_resources_;
    std::vector<UnitId> changed_;
    std::vector<const RecordType*> records_;
    std::map<std::string, std::string_view> interned_;
    std::map<std::tuple<std::uint32_t, std::uint32_t, std::string, std::string>, Value> instances_;
    SeenTruths* seen_ = nullptr;
};

/// A text that equal values share and unequal known values do not; undecided values are told apart by their producer,
/// else by their place. Used to recognise the same tuple or member again, never shown.
[[nodiscard]] std::string canonical_key(Value value);

/// What equal values share, where equality is decided by it alone; else empty. A unit is the same thing under each of
/// its types.
[[nodiscard]] std::string join_key(Value value);

/// The order in which the tuples of a relation are gone through: by what they say, subjects by address, never by how
/// they were derived.
[[nodiscard]] std::string order_key(std::span<const Value> columns, const FactGraph& graph);

/// A value as it stands in a tuple: one that is known without its place, because several places may derive one tuple.
[[nodiscard]] Value column_value(Value value, const ValueFactory& make);

/// Whether a tuple that was derived from members nobody sees may stand for several: not when all it says is known.
[[nodiscard]] bool stands_for_many(std::span<const Value> columns);

/// The members of a set: of equal ones the first, there wherever one of them is.
[[nodiscard]] std::vector<Element> distinct(const std::vector<Element>& elements, GuardSpace& guards);

}  // namespace spile::engine

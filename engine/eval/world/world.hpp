// Evaluation in one world: every choice is decided, what stays open is unknown. Plain recursion over the program; it is
// what the reference interpreter repeats for each world, and what explains a finding in the least world that shows it.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "engine/eval/evaluation.hpp"
#include "engine/eval/frame.hpp"
#include "engine/eval/view_instance.hpp"

namespace spile::engine {

/// A tuple of a relation in one world; truth is yes or maybe.
struct WorldTuple {
    std::vector<Value> values;
    Truth truth = Truth::yes;
    Seen seen = Seen::one;  // many: stands for tuples that nobody sees
};

/// Gives the tuples of a relation in the world at hand.
using WorldRelations = std::function<const std::vector<WorldTuple>&(std::uint32_t relation, Era era)>;

class WorldEvaluator {
  public:
    WorldEvaluator(Evaluation& evaluation, World world, WorldRelations relations);

    [[nodiscard]] const World& world() const noexcept { return world_; }
    [[nodiscard]] Evaluation& evaluation() const noexcept { return *evaluation_; }

    [[nodiscard]] Truth truth(lang::ExprIndex expr, Frame& frame);
    /// Never a choice; members of lists and maps may still hold choices.
    [[nodiscard]] Value value(lang::ExprIndex expr, Frame& frame);
    /// The arm of a choice that this world takes; lists without the elements that it leaves out.
    [[nodiscard]] Value resolve(Value value);
    /// Likewise for everything inside.
    [[nodiscard]] Value resolve_deep(Value value);
    /// Whether a guard holds here; remembers the atoms it looked at.
    [[nodiscard]] bool holds(Guard guard);

    /// Calls `body` for every binding of the generators with the truth of its membership. The body returns whether to
    /// go on.
    using Body = std::function<bool(Truth membership, Seen seen)>;
    void each(const std::vector<lang::Generator>& generators, Frame& frame, const Body& body,
              Unseen unseen = Unseen::told);

    /// Subjects of a range with the truth of their being there; `unseen` gets an unknown one where there may be more.
    using Visit = std::function<bool(Value, Truth)>;
    void subjects(const lang::Range& range, Era era, const Visit& visit, const Visit& unseen);

    /// The frame of an entity instance's view.
    [[nodiscard]] Frame& view_frame(const EntityInstance& instance);
    [[nodiscard]] const lang::View* view_of(Value entity) const;
    [[nodiscard]] std::string text(const lang::Template& message, Frame& frame);

    /// The tuples of a relation in this world.
    [[nodiscard]] const std::vector<WorldTuple>& tuples(std::uint32_t relation, Era era) const {
        return relations_(relation, era);
    }
    /// Positions of the tuples of a complete relation that may have these columns (missing ones: any), ascending; null:
    /// all of them.
    [[nodiscard]] const std::vector<std::size_t>* candidates(std::uint32_t relation, Era era,
                                                             const std::vector<Value>& columns);

    /// Atoms looked at since the last reset.
    [[nodiscard]] std::vector<AtomId> consulted() const;
    void reset_consulted();
    void consult_all();

  private:
    struct Walk {
        const std::vector<lang::Generator>& generators;
        Unseen unseen;
        const Body& body;
    };
    using Inner = std::function<bool(Truth, Seen)>;
    bool each_from(const Walk& walk, std::size_t at, Truth membership, Seen seen, Frame& frame);
    bool each_in(const lang::Generator& generator, Frame& frame, const Inner& inner,
                 const std::function<bool(Value collection)>& further);
    bool each_tuple(const lang::Generator& generator, Frame& frame, const Inner& inner);
    bool instances(std::uint32_t view, UnitId unit, const Visit& visit, const Visit& unseen);
    bool each_instance(std::uint32_t view, UnitId unit, const Visit& visit, const Visit& unseen);
    void changes(const lang::Range& range, const Visit& visit, const Visit& unseen);
    Truth match(const std::vector<lang::Pattern>& patterns, const WorldTuple& tuple, Frame& frame);
    Truth quantified(const lang::Expr& expr, Frame& frame);
    Truth membership(lang::ExprIndex condition, Truth so_far, Frame& frame);
    Value aggregate(const lang::Expr& expr, Frame& frame);
    bool each_member(const lang::Expr& expr, Frame& frame, const std::function<void(bool sure)>& visit);
    Value counted(const lang::Expr& expr, Frame& frame);
    Value folded(const lang::Expr& expr, Frame& frame);
    Value picked(const lang::Expr& expr, Frame& frame);
    Value comprehension(const lang::Expr& expr, Frame& frame);
    Value map_comprehension(const lang::Expr& expr, Frame& frame);
    Value projection(const lang::Expr& expr, Frame& frame);
    Value collection(const lang::Expr& expr, Frame& frame);
    Value called(const lang::Expr& expr, Frame& frame);
    Value constructed(const lang::Expr& expr, Frame& frame);
    Value field_of(Value entity, std::string_view name);
    ViewInstance& instance_of(const EntityInstance& instance);
    Value from_truth(Truth truth, const lang::Expr& expr, Frame& frame);
    Value local(lang::Slot slot, Frame& frame);
    Truth call_relation(const lang::Expr& expr, Frame& frame);

    /// Of one column of a complete relation.
    struct Index {
        std::unordered_map<std::string, std::vector<std::size_t>> exact;
        bool open = false;  // some tuple has no single known value there
    };
    std::map<std::tuple<std::uint32_t, Era, std::size_t>, Index> indices_;  // by relation, era and column

    Evaluation* evaluation_;
    World world_;
    WorldRelations relations_;
    std::vector<bool> consulted_;
    std::map<const EntityInstance*, ViewInstance> instances_;
    std::map<const ValueNode*, Value> resolved_;
    std::uint32_t depth_ = 0;
};

}  // namespace spile::engine

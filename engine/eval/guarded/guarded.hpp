// Evaluation in all worlds at once: values are choices under guards, truth is a pair of guards, and correlated
// conditions stay correlated because guards are canonical. Nothing is enumerated; what agrees in several worlds is
// worked out once.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/eval/evaluation.hpp"
#include "engine/eval/frame.hpp"
#include "engine/eval/view_instance.hpp"

namespace spile::engine {

/// The worlds where something is true, and where it is false; disjoint. In the others it is undecided.
struct GuardTruth {
    Guard yes = k_never;
    Guard no = k_always;
};

/// A tuple of a relation with the worlds where it must and where it may hold (must implies may).
struct GuardedTuple {
    std::vector<Value> values;
    Guard must = k_never;
    Guard may = k_never;
    Seen seen = Seen::one;  // many: stands for tuples that nobody sees
};

class GuardedRelation;
using GuardedRelations = std::function<GuardedRelation&(std::uint32_t relation, Era era)>;

/// Above this many atoms a unit (or a stratum of relations) is evaluated without correlation: a truth that is not the
/// same in all worlds is undecided.
inline constexpr std::size_t k_correlated_atoms = 12;

class GuardedEvaluator {
  public:
    enum class Mode : std::uint8_t { correlated, kleene };
    GuardedEvaluator(Evaluation& evaluation, Mode mode, GuardedRelations relations);

    /// After GuardsExhausted went through: what was half worked out is worked out anew.
    void forget() {
        instances_.clear();
        depth_ = 0;
    }

    [[nodiscard]] GuardTruth truth(lang::ExprIndex expr, Frame& frame);
    /// May be a choice; its arms are not.
    [[nodiscard]] Value value(lang::ExprIndex expr, Frame& frame);

    /// The body gets the membership of a binding; with Seen::none, in what worlds there may be more.
    using Body = std::function<void(const GuardTruth& membership, Seen seen)>;
    void each(const std::vector<lang::Generator>& generators, Frame& frame, const Body& body,
              Unseen unseen = Unseen::told);
    /// `unseen` gets an unknown subject where there may be more.
    using Visit = std::function<void(Value, const GuardTruth&)>;
    void subjects(const lang::Range& range, Era era, const Visit& visit, const Visit& unseen);

    [[nodiscard]] GuardTruth conjoin(const GuardTruth& a, const GuardTruth& b);
    [[nodiscard]] GuardTruth disjoin(const GuardTruth& a, const GuardTruth& b);
    [[nodiscard]] static GuardTruth negate(const GuardTruth& a) { return {a.no, a.yes}; }

  private:
    friend class GuardedAggregates;
    GuardTruth evaluate_truth(lang::ExprIndex expr, Frame& frame);
    struct Walk {
        const std::vector<lang::Generator>& generators;
        Unseen unseen;
        const Body& body;
    };
    using Inner = std::function<void(const GuardTruth&, Seen)>;
    void each_from(const Walk& walk, std::size_t at, const GuardTruth& membership, Seen seen, Frame& frame);
    void each_in(const lang::Generator& generator, Frame& frame, const Inner& inner,
                 const std::function<void(Guard where, Value collection)>& further);
    void each_tuple(const lang::Generator& generator, Frame& frame, const Inner& inner);
    void instances(std::uint32_t view, UnitId unit, const Visit& visit, const Visit& unseen);
    void each_instance(std::uint32_t view, UnitId unit, const Visit& visit, const Visit& unseen);
    void changes(const lang::Range& range, const Visit& visit, const Visit& unseen);
    Value side(Value instance, const GuardTruth& there, UnitId unit);
    GuardTruth match(const std::vector<lang::Pattern>& patterns, const GuardedTuple& tuple, Frame& frame);
    /// Tuples that may match the patterns, found through the known value that leaves the fewest.
    std::vector<std::uint32_t> candidates(GuardedRelation& relation, const std::vector<lang::Pattern>& patterns,
                                          Frame& frame);
    GuardTruth quantified(const lang::Expr& expr, Frame& frame);
    GuardTruth call_relation(const lang::Expr& expr, Frame& frame);
    GuardTruth membership(lang::ExprIndex condition, const GuardTruth& so_far, Frame& frame);

    // Lifting of operators over choices.
    GuardTruth lifted(Value a, const std::function<Truth(Value)>& test);
    GuardTruth lifted(Value a, Value b, const std::function<Truth(Value, Value)>& test);
    Value lifted_value(Value a, const std::function<Value(Value)>& make);
    Value lifted_value(const std::vector<Value>& operands, const std::function<Value(const std::vector<Value>&)>& make);
    GuardTruth contained(Value item, Value collection);
    GuardTruth collapse(GuardTruth truth) const;
    Guard collapse_must(Guard guard) const { return mode_ == Mode::kleene && guard != k_always ? k_never : guard; }
    /// Members decided one way or the other: a choice of lists and maps that have no uncertain member or nested choice;
    /// as it is when that is too many.
    Value spread(Value value);
    std::vector<Arm> spread_arms(Value value);

    Value local(lang::Slot slot, Frame& frame);
    Value field(Value base, std::string_view name);
    ViewInstance& instance_of(const EntityInstance& instance);
    Value call_function(const lang::Expr& expr, Frame& frame);
    Value constructed(const lang::Expr& expr, Frame& frame);
    Value collection(const lang::Expr& expr, Frame& frame);
    Value projection(const lang::Expr& expr, Frame& frame);
    Value project_from(const lang::Expr& expr, Value source, Frame& frame);
    Value conditional(const lang::Expr& expr, Frame& frame);
    Value from_truth(const GuardTruth& truth, const lang::Expr& expr);
    Value undecided(const lang::Expr& expr);
    Value choose(const std::vector<Arm>& arms, const Origin* origin);

    Evaluation* evaluation_;
    Mode mode_;
    GuardedRelations relations_;
    std::map<const EntityInstance*, ViewInstance> instances_;
    std::uint32_t depth_ = 0;
};

/// Aggregates and comprehensions in all worlds at once: walks over members keep a short list of states, each under its
/// guard.
class GuardedAggregates {
  public:
    GuardedAggregates(GuardedEvaluator& evaluator, const lang::Expr& expr, Frame& frame);
    [[nodiscard]] Value value();

  private:
    struct Candidate {
        Value item;
        Value key;
        GuardTruth membership;
    };
    void collect();
    Value counted();
    Value counted_distinct();
    struct Counted {
        GuardTruth membership;
        bool may_coincide = false;  // undecided: perhaps the same as another one
    };
    Value interval_of(const std::vector<Counted>& members);
    Value picked_or_folded();
    Value listed();
    Value mapped();
    Value opened(Guard where, const std::function<Value(bool open)>& make);

    GuardedEvaluator* evaluator_;
    Evaluation* evaluation_;
    const lang::Expr* expr_;
    Frame* frame_;
    std::vector<Candidate> candidates_;
    Guard open_ = k_never;
};

}  // namespace spile::engine

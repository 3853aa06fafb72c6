// How the mutants of one policy come together: a walk over its expressions that asks each family of operators in turn.
// Private to this folder.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "lang/mutation/mutation.hpp"
#include "lang/mutation/written.hpp"
#include "lang/program/own_parts.hpp"

namespace spile::lang::mutation {

/// Where the walk is.
struct Place {
    ExprIndex index = k_no_expr;
    const Expr* expr = nullptr;
    Asked asked = Asked::value;
    SourceSpan shown;              // the condition (or whole value) around it
    const Expr* parent = nullptr;  // null: a root
    std::size_t position = 0;      // among the parent's operands
    bool is_operand = false;       // one of the parent's `children`
};

class Lister {
  public:
    Lister(const Program& program, const SourceMap& sources, std::uint32_t policy)
        : program_(program), sources_(sources), policy_(policy), source_(program.policies[policy].where.source) {}

    std::vector<Mutant> list();

  private:
    void walk(const Place& place);
    void visit(const Place& place);

    // logic.cpp
    void comparisons(const Place& place);
    void connectives(const Place& place);
    void presence(const Place& place);
    void negations(const Place& place);
    void branches(const Place& place);
    // quantifiers.cpp
    void quantifiers(const Place& place);
    void to_universal(const Place& place, Op op);
    void from_universal(const Place& place, Op op);
    // conditions.cpp
    void left_out_operands(const Place& place);
    void left_out_where(const Place& place);
    void left_out_roots();
    [[nodiscard]] bool guards_presence(const Place& connective, std::size_t operand) const;
    [[nodiscard]] bool relies_on(ExprIndex expr, const std::string& path, bool wants_value) const;
    // values.cpp
    void literals(const Place& place);
    void number(const Place& place, long long step);
    void members(const Place& place);
    void defaults(const Place& place);
    void arithmetic(const Place& place);
    void calls(const Place& place);
    // declarations.cpp
    void generator_types(const Place& place);
    void subject_type();
    void severity();
    void rules(const Part& part);
    [[nodiscard]] Range other_range(const Range& range) const;
    [[nodiscard]] std::string range_text(const Range& range) const;

    [[nodiscard]] SourceSpan at(Span span) const { return {source_, span}; }
    [[nodiscard]] std::string text(ExprIndex index) const {
        return on_one_line(sources_.text(program_.expr(index).where));
    }
    [[nodiscard]] const Expr& operand(const Place& place, std::size_t i) const {
        return program_.expr(place.expr->children.at(i));
    }
    /// Whether the condition is what a `not` negates, so that turning it round is the same as leaving the `not` out.
    [[nodiscard]] static bool below_negation(const Place& place) {
        return place.parent != nullptr && place.parent->op == Op::negate;
    }
    /// A copy under another operator.
    [[nodiscard]] static Expr with_op(const Expr& expr, Op op) {
        Expr changed = expr;
        changed.op = op;
        return changed;
    }
    [[nodiscard]] static Expr truth_literal(const Expr& in_place_of, bool value);
    /// The operand in the place of the whole.
    [[nodiscard]] static Expr standing_in(const Expr& operand, const Expr& whole);

    /// A mutant that replaces the expression at `place`; left out when the edits are not found in the text.
    void add(MutationKind kind, const Place& place, Expr changed, std::vector<Edit> edits, std::string needs);
    void add(MutationKind kind, SourceSpan shown, std::vector<Edit> edits, std::string needs, ProgramChange change);
    void add(MutationKind kind, SourceSpan where, std::string original, std::string mutated, std::string needs,
             ProgramChange change);

    const Program& program_;
    const SourceMap& sources_;
    std::uint32_t policy_;
    SourceId source_;
    std::vector<Mutant> mutants_;
    std::map<std::string, int> repeated_;
    std::set<Slot> named_conditions_;  // slots of lets that name a condition
};

}  // namespace spile::lang::mutation

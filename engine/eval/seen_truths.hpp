// What evaluation has shown of each expression that was asked for a truth, and of each policy: for coverage. Nobody
// keeps one while checking.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "engine/eval/verdict.hpp"
#include "engine/graph/guard.hpp"
#include "lang/program/program.hpp"

namespace spile::engine {

class SeenTruths {
  public:
    /// How many times an expression was evaluated with a result that some world sees so. One evaluation may count in
    /// all three.
    struct Counts {
        std::uint32_t yes = 0;
        std::uint32_t no = 0;
        std::uint32_t undecided = 0;
        friend bool operator==(const Counts&, const Counts&) = default;
    };

    /// The worlds that count from here on: those in which the document and the subject can exist.
    void within(Guard worlds) { worlds_ = worlds; }
    /// `yes` and `no` are the worlds in which the expression is true and false. What this costs is not taken from the
    /// guards' allowance, so that watching changes no verdict.
    void add(lang::ExprIndex expr, Guard yes, Guard no, GuardSpace& guards);

    /// The verdict of a policy (by its index) for one subject.
    void add(std::uint32_t policy, Verdict verdict);
    /// How many subjects got this verdict.
    [[nodiscard]] std::uint32_t verdicts(std::uint32_t policy, Verdict verdict) const {
        return policy < verdicts_.size() ? verdicts_[policy][static_cast<std::size_t>(verdict)] : 0;
    }

    [[nodiscard]] Counts of(lang::ExprIndex expr) const { return expr < counts_.size() ? counts_[expr] : Counts{}; }
    /// What another run over the same program has shown.
    void merge(const SeenTruths& other);

  private:
    Guard worlds_ = k_always;
    std::vector<Counts> counts_;                          // by expression
    std::vector<std::array<std::uint32_t, 5>> verdicts_;  // by policy
};

}  // namespace spile::engine

// What evaluation has shown of each expression that was asked for a truth: for coverage. Nobody keeps one while checking.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/graph/guard.hpp"
#include "lang/program/program.hpp"

namespace spile::engine {

class SeenTruths {
  public:
    /// How many times an expression was evaluated with a result that some world sees so. One evaluation may count in all
    /// three.
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

    [[nodiscard]] Counts of(lang::ExprIndex expr) const { return expr < counts_.size() ? counts_[expr] : Counts{}; }
    /// What another run over the same program has shown.
    void merge(const SeenTruths& other);

  private:
    Guard worlds_ = k_always;
    std::vector<Counts> counts_;  // by expression
};

}  // namespace spile::engine

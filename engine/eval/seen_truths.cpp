#include "engine/eval/seen_truths.hpp"

#include <algorithm>

namespace spile::engine {

void SeenTruths::add(lang::ExprIndex expr, Guard yes, Guard no, GuardSpace& guards) {
    if (expr >= counts_.size()) counts_.resize(expr + 1);
    const std::uint64_t left = guards.allowed();
    guards.allow(~std::uint64_t{0});
    Counts& counts = counts_[expr];
    if (!guards.disjoint(worlds_, yes)) ++counts.yes;
    if (!guards.disjoint(worlds_, no)) ++counts.no;
    if (!guards.implies(worlds_, guards.disjoin(yes, no))) ++counts.undecided;
    guards.allow(left);
}

void SeenTruths::add(std::uint32_t policy, Verdict verdict) {
    if (policy >= verdicts_.size()) verdicts_.resize(policy + 1);
    ++verdicts_[policy][static_cast<std::size_t>(verdict)];
}

void SeenTruths::merge(const SeenTruths& other) {
    counts_.resize(std::max(counts_.size(), other.counts_.size()));
    for (std::size_t i = 0; i < other.counts_.size(); ++i) {
        counts_[i].yes += other.counts_[i].yes;
        counts_[i].no += other.counts_[i].no;
        counts_[i].undecided += other.counts_[i].undecided;
    }
    verdicts_.resize(std::max(verdicts_.size(), other.verdicts_.size()));
    for (std::size_t i = 0; i < other.verdicts_.size(); ++i) {
        for (std::size_t j = 0; j < verdicts_[i].size(); ++j)
            verdicts_[i][j] += other.verdicts_[i][j];
    }
}

}  // namespace spile::engine

// How much of the policies their scenarios have seen: every condition true, false and, where it can be, undecided;
// every policy with each verdict. What a condition is stands in docs/reference/coverage-and-mutation.md.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "engine/eval/seen_truths.hpp"
#include "lang/program/program.hpp"
#include "lang/source/source_map.hpp"

namespace spile::engine::coverage {

struct Condition {
    lang::ExprIndex expr = lang::k_no_expr;
    SourceSpan where;
    bool can_be_undecided = false;
};

struct PolicyConditions {
    std::vector<Condition> conditions;  // of the policy and of what its own file adds to it, in order of place
    bool can_be_unknown = false;        // the verdict
};

/// For each of these policies.
[[nodiscard]] std::vector<PolicyConditions> conditions_of(const lang::Program& program,
                                                          const std::vector<std::uint32_t>& policies);

/// What scenarios have shown of a policy as a whole.
struct SeenVerdicts {
    std::uint32_t scenarios = 0;  // evaluations
    bool pass = false;
    bool fail = false;
    bool unknown = false;         // or an error: not decided
    bool not_applicable = false;  // for a resource, or because there was no subject at all
};

/// Collects what one thread's evaluations show.
class Record {
  public:
    /// A scenario's evaluation of these policies is about to begin: what it shows goes to truths().
    void begin(const std::vector<std::uint32_t>& policies);
    /// After the last one, before anything is asked.
    void finish() { begin({}); }
    [[nodiscard]] SeenTruths& truths() noexcept { return truths_; }
    [[nodiscard]] const SeenTruths& truths() const noexcept { return truths_; }
    [[nodiscard]] SeenVerdicts verdicts(std::uint32_t policy) const;
    /// What another thread's evaluations of the same program have shown.
    void merge(const Record& other);

  private:
    [[nodiscard]] std::uint32_t subjects_of(std::uint32_t policy) const;

    SeenTruths truths_;
    struct Evaluations {
        std::uint32_t scenarios = 0;
        std::uint32_t subjects_before = 0;  // when the present one began
        bool without_subject = false;
    };
    std::map<std::uint32_t, Evaluations> evaluations_;  // by policy
    std::vector<std::uint32_t> present_;
};

struct ConditionCoverage {
    Condition condition;
    std::string text;  // as written, blanks folded
    LineColumn at;
    SeenTruths::Counts seen;

    [[nodiscard]] std::uint32_t wanted() const { return condition.can_be_undecided ? 3 : 2; }
    [[nodiscard]] std::uint32_t shown() const;
    /// "true", "undecided": the outcomes that no scenario showed.
    [[nodiscard]] std::vector<std::string> never() const;
};

struct PolicyCoverage {
    std::uint32_t policy = 0;
    std::string id;
    std::string name;
    std::string path;
    LineColumn at;
    std::vector<ConditionCoverage> conditions;
    SeenVerdicts verdicts;
    bool can_be_unknown = false;

    /// "fail", "unknown": the verdicts that no scenario showed.
    [[nodiscard]] std::vector<std::string> never() const;
};

struct Count {
    std::uint32_t seen = 0;
    std::uint32_t of = 0;
    /// 100 of nothing.
    [[nodiscard]] double percent() const { return of == 0 ? 100.0 : 100.0 * seen / of; }
    void add(const Count& other) {
        seen += other.seen;
        of += other.of;
    }
};

/// Outcomes seen of the outcomes that there are.
struct Totals {
    Count outcomes;    // all three: what --cover-min asks for
    Count decided;     // true and false
    Count undecided;   // of the conditions that can be
    Count conditions;  // seen with every outcome
    Count verdicts;
};
[[nodiscard]] Totals totals(const PolicyCoverage& policy);

struct Coverage {
    std::vector<PolicyCoverage> policies;  // by (path, place)
    /// Each condition once, also where several policies of a file share it.
    [[nodiscard]] Totals total() const;
};

/// The coverage of these policies.
[[nodiscard]] Coverage measure(const lang::Program& program, const SourceMap& sources,
                               const std::vector<std::uint32_t>& policies, const Record& record);

}  // namespace spile::engine::coverage

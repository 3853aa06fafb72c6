// The part of `spile test` that looks at the scenarios themselves: coverage and mutation of the policies that they
// test.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "cli/commands/commands.hpp"
#include "engine/coverage/coverage.hpp"
#include "engine/mutation/mutation.hpp"
#include "engine/scenario/report/write_results.hpp"
#include "engine/scenario/runner.hpp"

namespace spile::cli {

class Quality {
  public:
    explicit Quality(const Terminal& terminal);

    /// False, and the error printed, when the flags ask for what does not exist.
    [[nodiscard]] bool check_flags() const;
    /// Before the run: lets it be watched where coverage is asked for.
    void watch(const engine::scenario::Suite& suite, engine::scenario::RunOptions& options);

    /// `whole`: no scenario was left out by tags, names, lines or shares, so policies that none of them evaluates count
    /// too.
    enum class Scope : std::uint8_t { whole, evaluated_policies };
    /// After the run: what it covered, where that was asked for; for the reports of results.
    void measure(const engine::scenario::Suite& suite, const engine::scenario::PolicySet& policies,
                 const engine::scenario::RunOptions& options, Scope scope);
    [[nodiscard]] std::optional<engine::scenario::CoverageTable> coverage_table() const;

    enum class Answer : std::uint8_t { enough, too_little, not_written };
    /// After `measure`: prints what was asked for and compares it with what is demanded.
    [[nodiscard]] Answer judge(const engine::scenario::Suite& suite, const engine::scenario::PolicySet& policies,
                               const engine::scenario::RunOptions& options, bool passed);

  private:
    [[nodiscard]] bool covers() const;
    [[nodiscard]] bool mutates() const;
    [[nodiscard]] bool lacks_what_a_floor_needs() const;
    [[nodiscard]] Answer judge_figures(const engine::scenario::Suite& suite,
                                       const engine::scenario::PolicySet& policies,
                                       const engine::scenario::RunOptions& options, bool passed);
    [[nodiscard]] engine::coverage::Record& record_of_this_thread();
    [[nodiscard]] std::vector<std::uint32_t> tested_policies(const engine::scenario::Suite& suite,
                                                             const engine::scenario::PolicySet& policies,
                                                             const engine::scenario::RunOptions& options,
                                                             Scope scope) const;
    [[nodiscard]] Answer judge_coverage() const;
    Answer judge_mutation(const engine::scenario::Suite& suite, const engine::scenario::PolicySet& policies,
                          const engine::scenario::RunOptions& options);

    const Terminal* terminal_;
    const QualityOptions* flags_;
    std::mutex guard_;
    std::map<std::thread::id, std::unique_ptr<engine::coverage::Record>> records_;
    std::vector<std::uint32_t> tested_;  // policies
    std::optional<engine::coverage::Coverage> covered_;
};

}  // namespace spile::cli

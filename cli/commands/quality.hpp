// The part of `spile test` that looks at the scenarios themselves: coverage and mutation of the policies that they
// test.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "cli/commands/commands.hpp"
#include "engine/coverage/coverage.hpp"
#include "engine/mutation/mutation.hpp"
#include "engine/scenario/runner.hpp"

namespace spile::cli {

class Quality {
  public:
    explicit Quality(const Terminal& terminal);

    /// False, and the error printed, when the flags ask for what does not exist.
    [[nodiscard]] bool check_flags() const;
    /// Before the run: lets it be watched where coverage is asked for.
    void watch(const engine::scenario::Suite& suite, engine::scenario::RunOptions& options);

    enum class Answer : std::uint8_t { enough, too_little, not_written };
    /// After the run: prints what was asked for and compares it with what is demanded. `whole` says that no scenario
    /// was left out by tags, names, lines or shares: policies that none of them evaluates count too.
    enum class Scope : std::uint8_t { whole, evaluated_policies };
    [[nodiscard]] Answer judge(const engine::scenario::Suite& suite, const engine::scenario::PolicySet& policies,
                               const engine::scenario::RunOptions& options, bool passed, Scope scope);

  private:
    [[nodiscard]] bool covers() const;
    [[nodiscard]] bool mutates() const;
    [[nodiscard]] engine::coverage::Record& record_of_this_thread();
    [[nodiscard]] std::vector<std::uint32_t> tested_policies(const engine::scenario::Suite& suite,
                                                             const engine::scenario::PolicySet& policies,
                                                             const engine::scenario::RunOptions& options,
                                                             Scope scope) const;
    Answer judge_coverage(const engine::scenario::PolicySet& policies, const std::vector<std::uint32_t>& tested);
    Answer judge_mutation(const engine::scenario::Suite& suite, const engine::scenario::PolicySet& policies,
                          const std::vector<std::uint32_t>& tested, const engine::scenario::RunOptions& options);

    const Terminal* terminal_;
    const QualityOptions* flags_;
    std::mutex guard_;
    std::map<std::thread::id, std::unique_ptr<engine::coverage::Record>> records_;
};

}  // namespace spile::cli

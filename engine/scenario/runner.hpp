// Features run against policies, as a library: `spile test` is one caller, coverage and mutation are others. Policies
// are compiled once and features parsed once; a scenario costs its own documents. Documents are loaded and policies
// evaluated by engine/session, as `spile check` does it.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/eval/evaluation.hpp"
#include "engine/findings/build_report.hpp"
#include "engine/scenario/result.hpp"
#include "engine/session/policies.hpp"

namespace spile::engine::scenario {

/// 2026-01-01, UTC: the date of a scenario that gives none.
inline constexpr std::int64_t k_default_date = 1'767'225'600;

/// The policies of a run with the texts that they were compiled from. Immutable, so threads may share it.
class PolicySet {
  public:
    /// Reads and compiles. The set is usable only when the sink got no error; `policies().sources` is there in any
    /// case, to print the diagnostics. Files and schema must outlive the set.
    PolicySet(const FileSystem& files, const schema::Schema& schema, PolicyRequest request, DiagnosticSink& sink);
    /// The same policies with another program in the place of their own: a mutant. It must have the same policies at
    /// the same indices. Texts and places stay those of `original`, which must outlive the copy.
    PolicySet(const PolicySet& original, lang::Program program);
    PolicySet(const PolicySet&) = delete;
    PolicySet& operator=(const PolicySet&) = delete;
    ~PolicySet();

    [[nodiscard]] const CompiledPolicies& policies() const noexcept { return compiled_; }
    [[nodiscard]] const lang::Program& program() const noexcept { return compiled_.program; }
    [[nodiscard]] const FileSystem& files() const noexcept { return *files_; }
    [[nodiscard]] const schema::Schema& schema() const noexcept { return *schema_; }
    [[nodiscard]] const PolicyRequest& request() const noexcept { return request_; }
    [[nodiscard]] const std::vector<lang::ModuleText>& texts() const noexcept { return texts_; }

  protected:
    const FileSystem* files_;
    const schema::Schema* schema_;
    PolicyRequest request_;
    std::vector<lang::ModuleText> texts_;
    CompiledPolicies compiled_;
};

/// A copy that one thread makes mutants of: it changes the program between runs and puts it back.
class MutablePolicySet : public PolicySet {
  public:
    /// Documents are loaded whole: a mutant may read what the original does not.
    explicit MutablePolicySet(const PolicySet& original) : PolicySet(original, original.program()) {
        compiled_.interest = Interest::all();
    }
    [[nodiscard]] lang::Program& program_to_change() noexcept { return compiled_.program; }
};

/// One scenario of a suite: positions of its feature and of its pickle in the feature.
struct ScenarioRef {
    std::uint32_t feature = 0;
    std::uint32_t pickle = 0;
    friend constexpr auto operator<=>(const ScenarioRef&, const ScenarioRef&) = default;
};

struct FeatureText {
    std::string path;  // as printed; `*.feature.md` is Markdown
    std::string text;
};

struct RunOptions {
    std::optional<std::vector<ScenarioRef>> only;  // ascending; nothing: every scenario
    unsigned jobs = 1;                             // threads; the result does not depend on it
    std::int64_t now = k_default_date;             // of scenarios that give no date
    ReportOptions report;                          // pins and treatment of unknown; the rest is filled in
    /// Called between the making of an evaluation and its work, in the thread that does it: with several jobs from
    /// several threads at once. Not called for the expressions of infrastructure steps.
    std::function<void(Evaluation&, ScenarioRef)> observe;
};

/// Features parsed, their steps matched and the expressions in them compiled: what running them again does not repeat.
/// Immutable once made, so threads may share it.
class Suite {
  public:
    /// Sorted by path. The policies must outlive the suite.
    Suite(std::vector<FeatureText> features, const PolicySet& policies);
    Suite(const Suite&) = delete;
    Suite& operator=(const Suite&) = delete;
    ~Suite();

    /// As parsed, without scenarios.
    [[nodiscard]] const std::vector<FeatureResult>& features() const noexcept;
    /// Every scenario, in (path, place) order; none of features that do not parse.
    [[nodiscard]] std::vector<ScenarioRef> scenarios() const;
    /// Indices into Program::policies of those that the scenario's When steps evaluate, ascending: the scenarios whose
    /// list holds a policy are the ones that may tell it from a mutant.
    [[nodiscard]] std::vector<std::uint32_t> policies_of(ScenarioRef scenario) const;

    /// Runs one scenario. `policies` is the suite's own set or a mutant of it.
    [[nodiscard]] ScenarioResult run(ScenarioRef scenario, const PolicySet& policies, const RunOptions& options) const;
    /// Runs all that are asked for; features without a selected scenario are left out unless they do not parse or are
    /// empty, which fails the run.
    [[nodiscard]] RunResult run(const PolicySet& policies, const RunOptions& options) const;

  private:
    struct Prepared;
    std::unique_ptr<Prepared> prepared_;
};

}  // namespace spile::engine::scenario

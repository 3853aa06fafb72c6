// One scenario while it runs: what its steps have given so far, and what the last evaluation left.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/scenario/expressions.hpp"
#include "engine/scenario/names.hpp"
#include "engine/scenario/overlay_files.hpp"
#include "engine/scenario/runner.hpp"
#include "engine/scenario/terraform/resolve.hpp"
#include "engine/scenario/vocabulary.hpp"
#include "engine/session/workspace.hpp"

namespace spile::engine::scenario {

/// Everything that the Given steps say.
struct Given {
    /// Resources that a plan is made from (engine/scenario/terraform/stated.hpp), both in YAML.
    struct Resources {
        std::optional<std::string> planned;  // what steps edit
        std::optional<std::string> current;
    };
    struct Document {
        std::string path;
        std::string text;
        Format format = Format::yaml;
        InputKind kind = InputKind::cfn;
        std::optional<Resources> resources;  // the text is the plan made from them
    };
    struct Waivers {
        std::string text;
        std::string path;  // of the feature
    };
    std::vector<Document> documents;
    std::map<std::string, std::string> ignore_files;  // `.dockerignore`, by path
    std::vector<BuildSetting> builds;
    std::map<std::string, std::string> parameters;
    std::map<std::string, std::string> build_arguments;
    std::string target;  // stage that Dockerfiles are built to; empty: the last one
    std::vector<lang::ParamSetting> settings;
    std::vector<Waivers> waivers;
    std::int64_t now = k_default_date;
};

/// The plan that is made from resources; an error names the line of theirs that it cannot be made from.
[[nodiscard]] Result<std::string> plan_of(const Given::Resources& resources, terraform::Completeness completeness);
/// The same while more may be stated, with the names of types and attributes held to the schema.
[[nodiscard]] Result<std::string> checked_plan_of(const Given::Resources& resources, const schema::Schema& schema);

/// What an evaluation left. It owns all that its report and outcomes refer to.
struct Evaluated {
    std::unique_ptr<CompiledPolicies> own;  // a copy, where params or waivers of the scenario change the policies
    std::unique_ptr<OverlayFiles> files;
    std::unique_ptr<Workspace> workspace;
    std::vector<std::uint32_t> policies;  // that were evaluated, ascending
    const std::vector<Outcome>* outcomes = nullptr;
    Report report;

    [[nodiscard]] const lang::Program& program() const { return workspace->program(); }
    [[nodiscard]] FactGraph& graph() const { return workspace->graph(); }
    /// Some verdict is another one than not applicable.
    [[nodiscard]] bool anything() const;
};

/// What a scenario runs on.
struct Stage {
    const PolicySet* policies = nullptr;
    const ExpressionSet* expressions = nullptr;
    const RunOptions* options = nullptr;
    std::string feature;  // path
    ScenarioRef scenario;
    bool may_evaluate_nothing = false;  // a Then step of this evaluation says so
};

class Play {
  public:
    explicit Play(Stage stage);

    [[nodiscard]] const Stage& stage() const noexcept { return stage_; }
    void let_nothing_be_evaluated(bool may) noexcept { stage_.may_evaluate_nothing = may; }
    [[nodiscard]] const Given& given() const noexcept { return given_; }
    /// To change what is given: an earlier evaluation no longer counts.
    [[nodiscard]] Given& give();

    /// Whether the policies can be had with the params and waivers that are given.
    [[nodiscard]] Answer check_policies() const;
    /// Loads the documents and evaluates the policies, and keeps the result for Then steps.
    Answer evaluate(std::vector<std::uint32_t> policies);
    /// The last evaluation; null, when there was none since the documents changed.
    [[nodiscard]] const Evaluated* evaluated() const noexcept { return evaluated_ ? &*evaluated_ : nullptr; }
    /// The documents under the program of the infrastructure steps; loaded once, until they change. An error says why
    /// they cannot be loaded.
    [[nodiscard]] Result<Workspace*> facts();
    /// The same policies over other documents; nothing of the scenario changes.
    [[nodiscard]] Result<Evaluated> evaluate(const Given& given, const std::vector<std::uint32_t>& policies,
                                             const std::function<void(Evaluation&)>& observe) const;

    /// The document of this path; null when there is none.
    [[nodiscard]] Given::Document* document(std::string_view path);

  private:
    Stage stage_;
    Given given_;
    std::optional<Evaluated> evaluated_;
    std::unique_ptr<OverlayFiles> fact_files_;
    std::unique_ptr<Workspace> facts_;
};

/// "`the policy … is evaluated` is missing": for Then steps that need an evaluation.
[[nodiscard]] Failure nothing_evaluated_yet();

}  // namespace spile::engine::scenario

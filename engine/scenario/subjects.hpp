// From the words of a step to the verdicts and findings that they mean, or to an error that says why there are none.
#pragma once

#include <string>
#include <vector>

#include "engine/scenario/play.hpp"

namespace spile::engine::scenario {

/// The one verdict of a policy for a resource.
struct Judged {
    std::uint32_t policy = 0;
    const Outcome* outcome = nullptr;
    std::vector<const Finding*> findings;  // of that subject, waived ones too
};

/// Whether a step may name the unit: what is declared, also what a plan takes away.
[[nodiscard]] bool may_be_named(const Unit& unit);
/// Index of the policy with this id or name (`s3_encrypted`, `org.storage.s3_encrypted`).
[[nodiscard]] Result<std::uint32_t> find_policy(const lang::Program& program, const std::string& text);
/// Indices of the policies of the modules at or below this name, ascending; an error when there are none.
[[nodiscard]] Result<std::vector<std::uint32_t>> find_pack(const lang::Program& program, const std::string& module);
/// What a When step evaluates; empty when its words mean no policy, and for other steps.
[[nodiscard]] std::vector<std::uint32_t> policies_of(const StepDefinition& step, const Call& call,
                                                     const lang::Program& program);
/// Whether the step says that nothing may be applicable.
[[nodiscard]] bool expects_nothing(const StepDefinition& step, const Call& call);
/// An error for a word that is no verdict.
[[nodiscard]] Result<Verdict> parse_verdict(const std::string& text);
/// The policy that was evaluated; an error when there were several.
[[nodiscard]] Result<std::uint32_t> only_policy(const Evaluated& evaluated);
/// The verdict of one policy for the resource; an error when the resource is not there, named by several, or no subject
/// of the policy.
[[nodiscard]] Result<Judged> judge(const Evaluated& evaluated, std::uint32_t policy, const std::string& resource);
/// The same where several policies may have been evaluated: the one that has something to say, that is findings.
[[nodiscard]] Result<Judged> judge_finding(const Evaluated& evaluated, const std::string& resource);

/// "`Logs` (template.yaml)": every declared resource, for messages.
[[nodiscard]] std::vector<std::string> resource_names(const FactGraph& graph);
/// An error when no declared resource has this name, with the nearest one.
[[nodiscard]] Answer must_be_declared(const FactGraph& graph, const std::string& resource);
/// "s3.Bucket", "AWS::S3::Bucket": what a policy is for.
[[nodiscard]] std::string subject_type(const lang::Program& program, const lang::Policy& policy);
/// "fail: Logs is not encrypted at rest (template.yaml:3:5)": a verdict with what it says.
[[nodiscard]] std::string described(const Judged& judged);
[[nodiscard]] std::string described(const Finding& finding);
/// "pass", "not applicable".
[[nodiscard]] std::string verdict_text(Verdict verdict);

/// A failed comparison with both sides.
[[nodiscard]] Failure differs(std::string message, std::string expected, std::string actual);

}  // namespace spile::engine::scenario

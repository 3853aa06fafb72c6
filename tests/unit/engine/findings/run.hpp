// A run by hand: one template, policies and outcomes put in one by one, then a report.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/findings/build_report.hpp"

namespace spile::test {

class Run {
  public:
    Run();

    /// Index of a new policy "policy_N" of severity high.
    std::uint32_t add_policy(std::string id, std::vector<std::string> aliases = {});
    /// A bucket whose name stands in `template_text`.
    engine::UnitId add_bucket(std::string_view name);
    /// The place of the first `text` of the template, at Resources.NAME.PROPERTY.
    const engine::Origin* origin(std::string_view text, std::string_view name, std::string_view property);
    /// One subject's verdict; fail, unknown and error get one finding at the subject's name.
    engine::Outcome& add_outcome(std::uint32_t policy, engine::UnitId subject, engine::Verdict verdict);
    void add_waiver(std::string policy, std::string subject, std::string document, std::string until,
                    std::string owner = "storage-team");
    engine::Report report();

    static constexpr std::string_view k_path = "stacks/site.yaml";

    SourceMap sources;
    engine::FactGraph graph{sources};
    engine::DocumentId document;
    lang::Program program;
    std::vector<engine::Outcome> outcomes;
    engine::ReportOptions options;
};

}  // namespace spile::test

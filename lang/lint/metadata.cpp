// What a reader of a finding needs and the policy does not say.
#include "lang/lint/lint.hpp"

namespace spile::lang::lints {

void metadata(const syntax::Module& module, DiagnosticSink& sink) {
    for (const syntax::Policy& policy : module.policies) {
        const SourceSpan where{module.source, policy.name.span};
        if (!policy.remedy) {
            sink.add({.kind = DiagnosticKind::policy_without_remedy,
                      .where = where,
                      .message = "policy `" + policy.name.text + "` has no remedy",
                      .labels = {},
                      .help = "say what to change: `remedy \"…\"`"});
        }
        if (!policy.severity) {
            sink.add({.kind = DiagnosticKind::policy_without_severity,
                      .where = where,
                      .message = "policy `" + policy.name.text + "` has no severity, and counts as medium",
                      .labels = {},
                      .help = "write `severity` info, low, medium, high or critical"});
        }
    }
}

}  // namespace spile::lang::lints

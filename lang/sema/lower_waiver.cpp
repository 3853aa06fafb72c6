// Waivers: who accepts which finding, why and until when.
#include "lang/sema/declarations.hpp"
#include "lang/sema/literals.hpp"

namespace spile::lang::sema {

void lower_waivers(Environment& env, Modules& modules, std::uint32_t module) {
    const SourceId source = modules[module].source;
    const auto text = [](const std::optional<syntax::Text>& given) { return given ? given->text : std::string(); };
    for (const syntax::Waiver& waiver : modules[module].waivers) {
        Waiver made;
        made.policy = waiver.policy.text;
        made.subject = text(waiver.subject);
        made.document = text(waiver.document);
        made.owner = text(waiver.owner);
        made.reason = text(waiver.reason);
        made.until = waiver.until ? waiver.until->text : "";
        made.where = {source, waiver.policy.span};
        std::string lacking;
        if (made.owner.empty()) lacking = "`owner`";
        if (made.reason.empty()) lacking += lacking.empty() ? "`reason`" : " and `reason`";
        if (!waiver.until) lacking += lacking.empty() ? "`until`" : " and `until`";
        if (!lacking.empty()) {
            env.report(DiagnosticKind::incomplete_waiver, made.where, "this waiver has no " + lacking,
                       "a waiver says who accepts the finding, why, and until when");
        }
        if (waiver.until && !is_time(made.until)) {
            env.report(DiagnosticKind::bad_literal, {source, waiver.until->span}, "`" + made.until + "` is no time",
                       "write a date such as `2027-03-31`");
        }
        env.program.waivers.push_back(std::move(made));
    }
}

}  // namespace spile::lang::sema

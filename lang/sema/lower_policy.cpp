// Policies: metadata, the subject, conditions and demands with their messages.
#include <algorithm>
#include <array>

#include "lang/sema/declarations.hpp"

namespace spile::lang::sema {

namespace {

constexpr std::array<std::string_view, 8> k_tools = {"cfn_nag", "guard",    "checkov",  "kics",
                                                     "trivy",   "hadolint", "buildkit", "cfripper"};

template <class Words>
std::vector<std::string> strings(const Words& words) {
    return {words.begin(), words.end()};
}

class PolicyLowering {
  public:
    PolicyLowering(Environment& env, syntax::Module& module, std::uint32_t index, const syntax::Policy& policy)
        : body_{env, module, index}, policy_(policy) {}

    Policy lower_policy() {
        lower_metadata();
        const RangeType subject = lower_subject(body_, policy_.subject);
        made_.subject = subject.range;
        made_.variable = bind(body_, policy_.variable, subject.type, Use::optional);
        for (const syntax::ExprId when : policy_.whens)
            lower_when(when);
        made_.lets = lower_lets(body_, policy_.lets);
        for (const syntax::Demand& demand : policy_.demands)
            made_.demands.push_back(lower_demand(demand));
        if (policy_.remedy) made_.remedy = lower_message(body_, *policy_.remedy);
        made_.frame = body_.frame;
        return std::move(made_);
    }

  private:
    void lower_metadata() {
        made_.module = body_.env.modules.at(body_.module_index).name;
        made_.name = policy_.name.text;
        made_.title = policy_.title.text;
        made_.where = body_.at(policy_.name.span);
        lower_id();
        lower_severity();
        for (const syntax::Text& control : policy_.controls)
            made_.controls.push_back(control.text);
        for (const syntax::Text& alias : policy_.same_as)
            lower_alias(alias);
        if (policy_.on_unknown) lower_on_unknown(*policy_.on_unknown);
    }

    // The grammar sees to it that an id is written like one.
    void lower_id() {
        if (policy_.id) {
            made_.id = policy_.id->text;
            return;
        }
        body_.report(DiagnosticKind::missing_policy_id, policy_.name.span,
                     "policy `" + policy_.name.text + "` has no id", "add a line `id ORG-AREA-001`");
    }

    void lower_severity() {
        if (!policy_.severity) return;
        if (const auto severity = parse_severity(policy_.severity->text)) {
            made_.severity = *severity;
            return;
        }
        body_.report(DiagnosticKind::unknown_severity, policy_.severity->span,
                     "unknown severity `" + policy_.severity->text + "`" +
                         suggestion(policy_.severity->text, {"info", "low", "medium", "high", "critical"}),
                     "severities are info, low, medium, high, critical");
    }

    void lower_alias(const syntax::Text& alias) {
        made_.same_as.push_back(alias.text);
        const std::size_t colon = alias.text.find(':');
        const std::string tool = alias.text.substr(0, colon);
        const bool known = std::find(k_tools.begin(), k_tools.end(), tool) != k_tools.end();
        if (colon == std::string::npos || colon + 1 == alias.text.size()) {
            body_.report(DiagnosticKind::bad_alias, alias.span, "`" + alias.text + "` is not of the form `tool:ID`");
        } else if (!known) {
            body_.report(DiagnosticKind::bad_alias, alias.span,
                         "unknown tool `" + tool + "`" + suggestion(tool, strings(k_tools)));
        }
    }

    void lower_on_unknown(const syntax::OnUnknown& on_unknown) {
        made_.on_unknown_reason = on_unknown.reason.text;
        const std::string& word = on_unknown.treatment.text;
        made_.on_unknown = word == "fail"   ? UnknownTreatment::fail
                           : word == "warn" ? UnknownTreatment::warn
                                            : UnknownTreatment::pass;
    }

    void lower_when(syntax::ExprId when) {
        made_.whens.push_back(lower_condition(body_, when));
        assume(body_, when, Holds::yes);
    }

    // The message and `at` see what the leading `all` of a require or the leading `some` of a deny goes through.
    Demand lower_demand(const syntax::Demand& demand) {
        const ScopeMark outer = mark(body_);
        const bool require = demand.kind == syntax::Demand::Kind::require;
        const syntax::ExprKind leading = require ? syntax::ExprKind::all : syntax::ExprKind::some;
        Demand made;
        made.kind = require ? Demand::Kind::require : Demand::Kind::deny;
        made.where = body_.at(demand.span);
        const syntax::Expr& condition = body_.syntax_of(demand.condition);
        made.condition =
            condition.kind == leading ? lower_leading(body_, condition).expr : lower_condition(body_, demand.condition);
        for (const syntax::ExprId place : demand.at)
            made.at.push_back(lower(body_, place).expr);
        if (demand.message) made.message = lower_message(body_, *demand.message);
        leave(body_, outer);
        return made;
    }

    Body body_;
    const syntax::Policy& policy_;
    Policy made_;
};

void check_names(Environment& env, const syntax::Module& module) {
    std::map<std::string, SourceSpan> seen;
    for (const syntax::Policy& policy : module.policies) {
        const SourceSpan where{module.source, policy.name.span};
        const auto [first, added] = seen.emplace(policy.name.text, where);
        if (added) continue;
        env.report(DiagnosticKind::duplicate_name, where,
                   "there is a policy `" + policy.name.text + "` in this module already", "",
                   {{first->second, "the first one"}});
    }
}

}  // namespace

void lower_policies(Environment& env, Modules& modules, std::uint32_t module) {
    check_names(env, modules[module]);
    for (std::size_t i = 0; i < modules[module].policies.size(); ++i) {
        Policy made = PolicyLowering(env, modules[module], module, modules[module].policies[i]).lower_policy();
        made.doc = declaration_of(modules[module], syntax::Declaration::Kind::policy, i).doc;
        env.program.policies.push_back(std::move(made));
    }
}

void check_policy_ids(Environment& env) {
    std::map<std::string, SourceSpan> seen;
    for (const Policy& policy : env.program.policies) {
        if (policy.id.empty()) continue;
        const auto [first, added] = seen.emplace(policy.id, policy.where);
        if (added) continue;
        env.report(DiagnosticKind::duplicate_policy_id, policy.where,
                   "policy `" + policy.name + "` has the id `" + policy.id + "` of another policy", "",
                   {{first->second, "the other one"}});
    }
}

void check_waived_policies(Environment& env) {
    std::vector<std::string> ids;
    for (const Policy& policy : env.program.policies) {
        if (!policy.id.empty()) ids.push_back(policy.id);
    }
    std::sort(ids.begin(), ids.end());
    for (const Waiver& waiver : env.program.waivers) {
        if (std::binary_search(ids.begin(), ids.end(), waiver.policy)) continue;
        env.report(DiagnosticKind::unknown_waived_policy, waiver.where,
                   "there is no policy `" + waiver.policy + "` to waive" + suggestion(waiver.policy, ids));
    }
}

}  // namespace spile::lang::sema

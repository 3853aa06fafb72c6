#include "engine/loaders/cloudformation/rules.hpp"

#include "engine/loaders/cloudformation/conditions.hpp"

namespace spile::engine::cloudformation {

namespace {

void apply_rule(Scope& scope, const RawMember& rule) {
    GuardSpace& guards = scope.guards();
    const Raw* condition = rule.value->get("RuleCondition");
    const Guard applies = condition == nullptr ? k_always : rule_truth(scope, *condition, {}).yes;
    const Raw* assertions = rule.value->get("Assertions");
    if (assertions == nullptr) return;
    for (const Raw* assertion : assertions->items) {
        const Raw* assert = assertion->get("Assert");
        if (assert == nullptr) continue;
        Document& document = scope.graph.document(scope.document);
        const Guard refused = guards.conjoin(applies, rule_truth(scope, *assert, {}).no);
        const Guard left = guards.without(document.possible, refused);
        if (left == k_never)
            scope.report(DiagnosticKind::template_rules, assert->span,
                         "no value of the parameters satisfies the rule `" + std::string(rule.key) + "`");
        else
            document.possible = left;
    }
}

}  // namespace

void apply_rules(Scope& scope) {
    const Raw* section = scope.root->get("Rules");
    if (section == nullptr) return;
    for (const RawMember& rule : section->members) {
        try {
            apply_rule(scope, rule);
        } catch (const GuardsExhausted&) {  // what it would rule out stays possible
            scope.guards().allow(k_few_guard_steps);
            scope.report(DiagnosticKind::template_too_entangled, rule.key_span,
                         "the rule `" + std::string(rule.key) + "` depends on parameters in too many ways");
        }
    }
}

}  // namespace spile::engine::cloudformation

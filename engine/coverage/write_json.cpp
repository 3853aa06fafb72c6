#include "engine/coverage/write.hpp"

namespace spile::engine::coverage {

namespace {

Json counted(const Count& count) {
    return Json::Object{{"seen", count.seen}, {"of", count.of}};
}

Json::Object figures(const Totals& all) {
    const std::string text = percent(all.outcomes);
    return {{"coverage", text.substr(0, text.find(' '))},
            {"conditions", counted(all.conditions)},
            {"true_false", counted(all.decided)},
            {"undecided", counted(all.undecided)},
            {"verdicts", counted(all.verdicts)}};
}

Json condition_json(const ConditionCoverage& condition) {
    return Json::Object{{"line", condition.at.line},
                        {"column", condition.at.column},
                        {"text", condition.text},
                        {"true", condition.seen.yes},
                        {"false", condition.seen.no},
                        {"undecided", condition.seen.undecided},
                        {"can_be_undecided", condition.condition.can_be_undecided},
                        {"never", Json(condition.never())}};
}

Json policy_json(const PolicyCoverage& policy) {
    Json::Object out{{"id", policy.id},
                     {"name", policy.name},
                     {"path", policy.path},
                     {"line", policy.at.line},
                     {"scenarios", policy.verdicts.scenarios}};
    for (auto& figure : figures(totals(policy)))
        out.push_back(std::move(figure));
    out.emplace_back("never", Json(policy.never()));
    Json::Array conditions;
    for (const ConditionCoverage& condition : policy.conditions)
        conditions.push_back(condition_json(condition));
    out.emplace_back("outcomes", std::move(conditions));
    return out;
}

}  // namespace

Json write_json(const Coverage& coverage) {
    Json::Array policies;
    for (const PolicyCoverage& policy : coverage.policies)
        policies.push_back(policy_json(policy));
    return Json::Object{{"policies", std::move(policies)}, {"total", figures(coverage.total())}};
}

}  // namespace spile::engine::coverage

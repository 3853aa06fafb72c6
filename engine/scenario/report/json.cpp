// Test results as JSON of our own schema, docs/reference/test-results.schema.json.
#include "engine/report/json.hpp"

#include "engine/scenario/report/view.hpp"
#include "engine/scenario/report/writers.hpp"

namespace spile::engine::scenario {

namespace {

std::string_view word(Difference::Kind kind) {
    return kind == Difference::Kind::same ? "same" : kind == Difference::Kind::missing ? "missing" : "unexpected";
}

Json step_json(const StepView& view) {
    Json::Object out{{"keyword", view.keyword},
                     {"text", view.step->text},
                     {"line", view.step->location.line},
                     {"status", word(view.result->status)}};
    if (!view.result->expression.empty()) out.emplace_back("expression", view.result->expression);
    if (!view.result->message.empty()) out.emplace_back("message", view.result->message);
    if (!view.result->difference.empty()) {
        Json::Array difference;
        for (const Difference& each : view.result->difference)
            difference.push_back(Json::Object{{"kind", word(each.kind)}, {"text", each.text}});
        out.emplace_back("difference", std::move(difference));
    }
    return out;
}

Json scenario_json(const ScenarioView& view) {
    Json::Array tags;
    for (const gherkin::PickleTag& tag : view.pickle->tags)
        tags.emplace_back(tag.name);
    Json::Array steps;
    for (const StepView& step : view.steps)
        steps.push_back(step_json(step));
    Json::Object out{{"name", view.pickle->name}, {"line", view.pickle->location.line}};
    if (!view.rule.empty()) out.emplace_back("rule", view.rule);
    out.emplace_back("status", word(view.result->status));
    if (!view.result->message.empty()) out.emplace_back("message", view.result->message);
    out.emplace_back("tags", std::move(tags));
    out.emplace_back("steps", std::move(steps));
    return out;
}

Json feature_json(const FeatureResult& feature) {
    const FeatureView view = view_of(feature);
    Json::Array errors;
    for (const gherkin::ParseError& error : feature.errors)
        errors.push_back(
            Json::Object{{"line", error.location.line}, {"column", error.location.column}, {"message", error.message}});
    Json::Array scenarios;
    for (const ScenarioView& scenario : view.scenarios)
        scenarios.push_back(scenario_json(scenario));
    return Json::Object{{"path", feature.path},
                        {"name", view.name},
                        {"errors", std::move(errors)},
                        {"scenarios", std::move(scenarios)}};
}

Json coverage_json(const CoverageTable& table) {
    Json::Array out;
    for (const PolicyCoverageRow& row : table.policies)
        out.push_back(Json::Object{{"policy", row.policy},
                                   {"path", row.path},
                                   {"line", row.line},
                                   {"seen", row.seen},
                                   {"of", row.of},
                                   {"unseen", Json(row.unseen)}});
    return Json::Object{{"seen", table.seen}, {"of", table.of}, {"policies", std::move(out)}};
}

}  // namespace

std::string write_json_results(const RunResult& run, const ResultOptions& options) {
    Json::Array features;
    for (const FeatureResult& feature : run.features)
        features.push_back(feature_json(feature));
    Json::Object out{{"schema_version", 1},
                     {"passed", run.passed()},
                     {"features", std::move(features)},
                     {"errors", Json(run.errors)}};
    if (options.coverage) out.emplace_back("coverage", coverage_json(*options.coverage));
    out.emplace_back("summary", Json::Object{{"features", run.summary.features},
                                             {"scenarios", run.summary.scenarios},
                                             {"passed", run.summary.passed},
                                             {"failed", run.summary.failed},
                                             {"steps", run.summary.steps}});
    return print(out, JsonLayout::indented) + "\n";
}

}  // namespace spile::engine::scenario

// A whole run as Cucumber's messages (github.com/cucumber/messages, whose JSON schema tests/report/test_results.py
// holds this to): what was read, what was matched, what came of it. Nothing was timed, so every time is zero.
#include <map>
#include <set>

#include "engine/report/escape.hpp"
#include "engine/report/json.hpp"
#include "engine/scenario/messages.hpp"
#include "engine/scenario/report/shift_ids.hpp"
#include "engine/scenario/report/view.hpp"
#include "engine/scenario/report/writers.hpp"

namespace spile::engine::scenario {

namespace {

constexpr std::string_view k_protocol_version = "34.2.1";

Json zero_time() {
    return Json::Object{{"seconds", 0}, {"nanos", 0}};
}

std::string_view message_word(Status status) {
    switch (status) {
        case Status::passed:
            return "PASSED";
        case Status::failed:
            return "FAILED";
        case Status::undefined:
            return "UNDEFINED";
        case Status::skipped:
            return "SKIPPED";
    }
    return "UNKNOWN";
}

class MessageWriter {
  public:
    MessageWriter(const RunResult& run, const ResultOptions& options) : run_(run), options_(options) {}

    std::string write() {
        meta();
        for (const FeatureResult& feature : run_.features)
            read(feature);
        definitions();
        const std::string run_id = new_id();
        put("testRunStarted", Json::Object{{"timestamp", zero_time()}, {"id", run_id}});
        for (std::size_t i = 0; i < run_.features.size(); ++i)
            for (const ScenarioResult& scenario : run_.features[i].scenarios)
                declare(scenario, pickles_[i].at(scenario.pickle), run_id);
        std::size_t at = 0;
        for (const FeatureResult& feature : run_.features)
            for (const ScenarioResult& scenario : feature.scenarios)
                play(scenario, cases_[at++]);
        finish(run_id);
        return std::move(out_);
    }

  private:
    struct Case {
        std::string id;
        std::vector<std::string> steps;
    };

    void put(std::string_view kind, Json content) {
        out_ += print(Json::Object{{std::string(kind), std::move(content)}}, JsonLayout::one_line) + "\n";
    }
    std::string new_id() { return std::to_string(next_id_++); }

    void meta() {
        const auto product = [](std::string_view name, std::string_view version) {
            Json::Object out{{"name", name}};
            if (!version.empty()) out.emplace_back("version", version);
            return out;
        };
        put("meta", Json::Object{{"protocolVersion", k_protocol_version},
                                 {"implementation", product("spile", options_.version)},
                                 {"runtime", product("spile", options_.version)},
                                 {"os", product("any", "")},
                                 {"cpu", product("any", "")}});
    }

    void read(const FeatureResult& feature) {
        const bool markdown = feature.path.ends_with(".md");
        const auto syntax = markdown ? gherkin::Syntax::markdown : gherkin::Syntax::plain;
        out_ += source_json(feature.text, feature.path, syntax) + "\n";
        for (const gherkin::ParseError& error : feature.errors)
            out_ += parse_error_json(error, feature.path) + "\n";
        if (feature.errors.empty()) {
            Identified own = with_ids_from(next_id_, feature.document, feature.pickles);
            next_id_ = own.next;
            out_ += gherkin_document_json(own.document, feature.path) + "\n";
            for (const gherkin::Pickle& pickle : own.pickles)
                out_ += pickle_json(pickle, feature.path) + "\n";
            pickles_.push_back(std::move(own.pickles));
        } else {
            pickles_.push_back(feature.pickles);
        }
    }

    /// Parameter types and steps of the vocabulary, as far as they were used.
    void definitions() {
        std::set<std::string> types;
        std::set<std::string> expressions;
        for (const FeatureResult& feature : run_.features)
            for (const ScenarioResult& scenario : feature.scenarios)
                for (const StepResult& step : scenario.steps) {
                    if (!step.expression.empty()) expressions.insert(step.expression);
                    for (const StepArgument& argument : step.arguments)
                        types.insert(argument.parameter_type);
                }
        for (const gherkin::ParameterType& type : options_.parameter_types) {
            if (!types.contains(type.name)) continue;
            put("parameterType", Json::Object{{"name", type.name},
                                              {"regularExpressions", Json(type.patterns)},
                                              {"preferForRegularExpressionMatch", false},
                                              {"useForSnippets", false},
                                              {"id", new_id()}});
        }
        for (const std::string& expression : expressions) {
            const std::string id = new_id();
            definition_ids_[expression] = id;
            put("stepDefinition",
                Json::Object{{"id", id},
                             {"pattern", Json::Object{{"source", expression}, {"type", "CUCUMBER_EXPRESSION"}}},
                             {"sourceReference", Json::Object{{"uri", "docs/reference/steps.md"}}}});
        }
    }

    static Json argument_json(const StepArgument& argument, std::string_view text) {
        const std::string_view before = text.substr(0, std::min<std::size_t>(argument.begin, text.size()));
        Json::Object group{{"children", Json::Array{}}, {"start", utf16_length(before)}, {"value", argument.text}};
        return Json::Object{{"group", std::move(group)}, {"parameterTypeName", argument.parameter_type}};
    }

    void declare(const ScenarioResult& scenario, const gherkin::Pickle& pickle, const std::string& run_id) {
        Case own{new_id(), {}};
        Json::Array steps;
        for (std::size_t i = 0; i < std::min(scenario.steps.size(), pickle.steps.size()); ++i) {
            const StepResult& step = scenario.steps[i];
            Json::Array definitions;
            Json::Array matches;
            if (!step.expression.empty()) {
                Json::Array arguments;
                for (const StepArgument& argument : step.arguments)
                    arguments.push_back(argument_json(argument, pickle.steps[i].text));
                definitions.emplace_back(definition_ids_.at(step.expression));
                matches.push_back(Json::Object{{"stepMatchArguments", std::move(arguments)}});
            }
            own.steps.push_back(new_id());
            steps.push_back(Json::Object{{"id", own.steps.back()},
                                         {"pickleStepId", std::to_string(pickle.steps[i].id)},
                                         {"stepDefinitionIds", std::move(definitions)},
                                         {"stepMatchArgumentsLists", std::move(matches)}});
        }
        put("testCase", Json::Object{{"id", own.id},
                                     {"pickleId", std::to_string(pickle.id)},
                                     {"testSteps", std::move(steps)},
                                     {"testRunStartedId", run_id}});
        cases_.push_back(std::move(own));
    }

    void play(const ScenarioResult& scenario, const Case& own) {
        const std::string started = new_id();
        put("testCaseStarted",
            Json::Object{{"attempt", 0}, {"id", started}, {"testCaseId", own.id}, {"timestamp", zero_time()}});
        for (std::size_t i = 0; i < own.steps.size(); ++i) {
            const StepResult& step = scenario.steps[i];
            put("testStepStarted",
                Json::Object{{"testCaseStartedId", started}, {"testStepId", own.steps[i]}, {"timestamp", zero_time()}});
            Json::Object result{{"duration", zero_time()}};
            const std::string message = explanation(step);
            if (!step.message.empty()) result.emplace_back("message", message);
            result.emplace_back("status", message_word(step.status));
            if (step.status == Status::failed)
                result.emplace_back("exception", Json::Object{{"type", "failure"}, {"message", message}});
            put("testStepFinished", Json::Object{{"testCaseStartedId", started},
                                                 {"testStepId", own.steps[i]},
                                                 {"testStepResult", std::move(result)},
                                                 {"timestamp", zero_time()}});
        }
        // A scenario without steps has none that could say why it failed.
        if (!scenario.message.empty())
            put("attachment", Json::Object{{"body", visible(scenario.message)},
                                           {"contentEncoding", "IDENTITY"},
                                           {"mediaType", "text/x.cucumber.log+plain"},
                                           {"testCaseStartedId", started}});
        put("testCaseFinished",
            Json::Object{{"testCaseStartedId", started}, {"timestamp", zero_time()}, {"willBeRetried", false}});
    }

    void finish(const std::string& run_id) {
        Json::Object out;
        std::string errors;
        for (const std::string& error : run_.errors)
            errors += (errors.empty() ? "" : "\n") + visible(error);
        if (!errors.empty()) out.emplace_back("message", errors);
        out.emplace_back("success", run_.passed());
        out.emplace_back("timestamp", zero_time());
        out.emplace_back("testRunStartedId", run_id);
        put("testRunFinished", std::move(out));
    }

    const RunResult& run_;
    const ResultOptions& options_;
    std::string out_;
    std::uint32_t next_id_ = 0;
    std::vector<std::vector<gherkin::Pickle>> pickles_;  // by feature, with their ids in this stream
    std::map<std::string, std::string> definition_ids_;
    std::vector<Case> cases_;
};

}  // namespace

std::string write_messages(const RunResult& run, const ResultOptions& options) {
    return MessageWriter(run, options).write();
}

}  // namespace spile::engine::scenario

// Given: Terraform plans, whole or made from the resources that matter.
#include "engine/scenario/documents.hpp"
#include "engine/scenario/terraform/make_plan.hpp"

namespace spile::engine::scenario {

namespace {

using Keyword = StepDefinition::Keyword;
using Takes = StepDefinition::Takes;

constexpr const char* k_path = "plan.json";

Answer add_plan(Play& play, std::string path, std::string text) {
    return add_document(play, {std::move(path), std::move(text), Format::json, InputKind::tfplan, {}});
}

Answer plan(Play& play, const Call& call, std::string path) {
    const std::string word = call.doc_string().media_type.value_or("json");
    if (word != "json" && word != "application/json")
        return Failure{"a plan is `json`, not `" + word + "`; `the planned resources:` takes YAML", {}};
    return add_plan(play, std::move(path), content_of(call.doc_string()));
}

Answer the_plan(Play& play, const Call& call) {
    return plan(play, call, k_path);
}

Answer named_plan(Play& play, const Call& call) {
    Result<std::string> path = path_in_quotes(call.argument(0));
    if (!path.ok()) return Failure{path.error().message, {}};
    return plan(play, call, std::move(path).value());
}

Answer plan_file(Play& play, const Call& call) {
    Result<NamedFile> file = read_named_file(play, call.argument(0));
    if (!file.ok()) return Failure{file.error().message, {}};
    return add_plan(play, std::move(file.value().path), std::move(file.value().text));
}

// Which of the two halves a step brings.
using Half = std::optional<std::string> Given::Resources::*;

Answer resources(Play& play, const Call& call, const std::string& path, Half half) {
    const std::string word = call.doc_string().media_type.value_or("yaml");
    if (word != "yaml" && word != "yml" && word != "application/yaml")
        return Failure{"resources are `yaml`, not `" + word + "`; `the plan:` takes a plan in JSON", {}};
    Given::Document made{path, {}, Format::json, InputKind::tfplan, Given::Resources{}};
    Given::Document* other = play.document(path);
    const bool joins = other != nullptr && other->resources && !((*other->resources).*half);
    if (joins) made = *other;
    (*made.resources).*half = terraform::with_room_behind_tags(content_of(call.doc_string()));
    Result<std::string> text = checked_plan_of(*made.resources, play.stage().policies->schema());
    if (!text.ok()) return Failure{text.error().message, {}};
    made.text = std::move(text).value();
    if (!joins) return add_document(play, std::move(made));
    *other = std::move(made);
    static_cast<void>(play.give());  // what was evaluated before no longer counts
    return std::nullopt;
}

Answer planned(Play& play, const Call& call) {
    return resources(play, call, k_path, &Given::Resources::planned);
}

Answer named_planned(Play& play, const Call& call) {
    const Result<std::string> path = path_in_quotes(call.argument(0));
    if (!path.ok()) return Failure{path.error().message, {}};
    return resources(play, call, path.value(), &Given::Resources::planned);
}

Answer current(Play& play, const Call& call) {
    return resources(play, call, k_path, &Given::Resources::current);
}

Answer named_current(Play& play, const Call& call) {
    const Result<std::string> path = path_in_quotes(call.argument(0));
    if (!path.ok()) return Failure{path.error().message, {}};
    return resources(play, call, path.value(), &Given::Resources::current);
}

constexpr StepDefinition k_steps[] = {
    {Keyword::given, "the plan:", Takes::doc_string, the_plan},
    {Keyword::given, "the plan {string}:", Takes::doc_string, named_plan},
    {Keyword::given, "the plan file {string}", Takes::nothing, plan_file},
    {Keyword::given, "the planned resources:", Takes::doc_string, planned},
    {Keyword::given, "the planned resources {string}:", Takes::doc_string, named_planned},
    {Keyword::given, "the current resources:", Takes::doc_string, current},
    {Keyword::given, "the current resources {string}:", Takes::doc_string, named_current},
};

}  // namespace

std::span<const StepDefinition> given_plans() {
    return k_steps;
}

}  // namespace spile::engine::scenario

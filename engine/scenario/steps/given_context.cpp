// Given: what is known besides the documents: parameters, policy params, waivers, the date.
#include <algorithm>

#include "engine/eval/operators.hpp"
#include "engine/scenario/play.hpp"
#include "lang/sema/collect.hpp"

namespace spile::engine::scenario {

namespace {

using Keyword = StepDefinition::Keyword;
using Takes = StepDefinition::Takes;

Answer template_parameter(Play& play, const Call& call) {
    play.give().parameters[call.argument(0)] = call.argument(1);
    return std::nullopt;
}

Answer template_parameters(Play& play, const Call& call) {
    for (const std::vector<std::string>& row : call.table()) {
        if (row.size() != 2) {
            return Failure{"a row holds a name and a value; this one has " + std::to_string(row.size()) + " cells", {}};
        }
        const bool heading = &row == &call.table().front() && row == std::vector<std::string>{"name", "value"};
        if (!heading) play.give().parameters[row[0]] = row[1];
    }
    return std::nullopt;
}

Answer build_argument(Play& play, const Call& call) {
    play.give().build_arguments[call.argument(0)] = call.argument(1);
    return std::nullopt;
}

Answer build_target(Play& play, const Call& call) {
    play.give().target = call.argument(0);
    return std::nullopt;
}

Answer policy_parameter(Play& play, const Call& call) {
    const std::string& name = call.argument(0);
    const std::size_t dot = name.rfind('.');
    if (dot == std::string::npos) {
        std::vector<std::string> known;
        for (const lang::Param& param : play.stage().policies->program().params)
            known.push_back(param.module + "." + param.name);
        std::string meant;
        for (const std::string& each : known) {
            if (each.ends_with("." + name)) meant = "; did you mean `" + each + "`?";
        }
        return Failure{"a policy parameter is named with its module: `module." + name + "`" + meant, {}};
    }
    lang::ParamSetting setting;
    setting.module = name.substr(0, dot);
    setting.name = name.substr(dot + 1);
    setting.value = call.argument(1);
    setting.origin = play.stage().feature + ":" + std::to_string(call.written->location.line);
    play.give().settings.push_back(std::move(setting));
    return play.check_policies();
}

Answer waivers(Play& play, const Call& call) {
    const gherkin::PickleDocString& block = call.doc_string();
    const bool whole = !lang::sema::module_name(block.content).empty();
    // As many lines before it as in the feature, so that diagnostics name the feature's lines.
    std::string text(std::max(1U, block.location.line) - 1, '\n');
    text += (whole ? "" : "module scenario.waivers") + ("\n" + block.content) + "\n";
    play.give().waivers.push_back({std::move(text), play.stage().feature});
    return play.check_policies();
}

Answer date(Play& play, const Call& call) {
    const auto time = parse_time(call.argument(0));
    if (!time) return Failure{"`" + call.argument(0) + "` is no date; write one such as 2027-01-31", {}};
    play.give().now = time->seconds;
    return std::nullopt;
}

constexpr StepDefinition k_steps[] = {
    {Keyword::given, "the template parameter {string} is {string}", Takes::nothing, template_parameter},
    {Keyword::given, "the template parameters:", Takes::table, template_parameters},
    {Keyword::given, "the build argument {string} is {string}", Takes::nothing, build_argument},
    {Keyword::given, "the build target is {string}", Takes::nothing, build_target},
    {Keyword::given, "the policy parameter {string} is {expression}", Takes::nothing, policy_parameter},
    {Keyword::given, "the waivers:", Takes::doc_string, waivers},
    {Keyword::given, "the date is {date}", Takes::nothing, date},
};

}  // namespace

std::span<const StepDefinition> given_context() {
    return k_steps;
}

}  // namespace spile::engine::scenario

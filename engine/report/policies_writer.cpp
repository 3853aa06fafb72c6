#include "engine/report/policies_writer.hpp"

#include <algorithm>

#include "engine/report/escape.hpp"
#include "engine/report/json.hpp"

namespace spile::engine {

namespace {

std::string joined(const std::vector<std::string>& texts) {
    std::string out;
    for (const std::string& text : texts)
        out += (out.empty() ? "" : ", ") + text;
    return out;
}

}  // namespace

std::string policies_text(const std::vector<const lang::Policy*>& policies) {
    std::size_t widest = 0;
    for (const lang::Policy* policy : policies)
        widest = std::max(widest, policy->id.size());
    std::string out;
    for (const lang::Policy* policy : policies) {
        std::string severity(lang::word(policy->severity));
        severity.resize(10, ' ');
        out += policy->id + std::string(widest + 2 - policy->id.size(), ' ') + severity + visible_line(policy->title) +
               "\n";
    }
    return out;
}

std::string policies_json(const std::vector<const lang::Policy*>& policies, const SourceMap& sources) {
    Json::Array list;
    for (const lang::Policy* policy : policies) {
        list.push_back(Json::Object{{"id", policy->id},
                                    {"title", policy->title},
                                    {"severity", lang::word(policy->severity)},
                                    {"aliases", Json(policy->same_as)},
                                    {"controls", Json(policy->controls)},
                                    {"module", policy->module},
                                    {"path", sources.path(policy->where.source)}});
    }
    return print(Json::Object{{"policies", std::move(list)}}, JsonLayout::indented) + "\n";
}

std::string policies_markdown(const std::vector<const lang::Policy*>& policies, const SourceMap& sources) {
    std::string out = "| policy | title | severity | same as |\n| --- | --- | --- | --- |\n";
    for (const lang::Policy* policy : policies) {
        out += "| [" + markdown(policy->id) + "](" + uri(sources.path(policy->where.source)) + ") | " +
               markdown(policy->title) + " | " + std::string(lang::word(policy->severity)) + " | " +
               markdown(joined(policy->same_as)) + " |\n";
    }
    return out;
}

}  // namespace spile::engine

// Given: the templates that a scenario is about.
#include <filesystem>

#include "engine/loaders/detect.hpp"
#include "engine/scenario/play.hpp"

namespace spile::engine::scenario {

namespace {

using Keyword = StepDefinition::Keyword;
using Takes = StepDefinition::Takes;

Answer add(Play& play, std::string path, std::string text, Format format) {
    if (play.document(path) != nullptr) {
        return Failure{"there is a template `" + path + "` already; give each a path of its own: `the template \"…\":`",
                       {}};
    }
    play.give().documents.push_back({std::move(path), std::move(text), format});
    return std::nullopt;
}

// The doc string's word, else the path's ending and the text, as for files.
Result<Format> format_of(const gherkin::PickleDocString& text, const std::string& path) {
    const std::string word = text.media_type.value_or("");
    if (word.empty()) return detect_format(path, text.content);
    if (word == "json" || word == "application/json") return Format::json;
    if (word == "yaml" || word == "yml" || word == "application/yaml") return Format::yaml;
    return Error{"a template is `yaml` or `json`, not `" + word + "`" + nearest_of(word, {"yaml", "json"})};
}

// Columns are those of the block, which Gherkin moves to the left edge; its last line has an end.
std::string content_of(const gherkin::PickleDocString& text) {
    return text.content + "\n";
}

Answer the_template(Play& play, const Call& call) {
    const Result<Format> format = format_of(call.doc_string(), "");
    if (!format.ok()) return Failure{format.error().message, {}};
    const char* path = format.value() == Format::json ? "template.json" : "template.yaml";
    return add(play, path, content_of(call.doc_string()), format.value());
}

Answer named_template(Play& play, const Call& call) {
    const std::string& path = call.argument(0);
    const Result<Format> format = format_of(call.doc_string(), path);
    if (!format.ok()) return Failure{format.error().message, {}};
    if (!confined(path)) return Failure{"`" + path + "` is no path below the current folder", {}};
    if (detect_format(path, content_of(call.doc_string())) != format.value())
        return Failure{"the path `" + path + "` and the doc string's type disagree on the format", {}};
    return add(play, *confined(path), content_of(call.doc_string()), format.value());
}

Answer template_file(Play& play, const Call& call) {
    const std::filesystem::path given(call.argument(0));
    std::string path =
        (std::filesystem::path(folder_of(play.stage().feature)) / given).lexically_normal().generic_string();
    if (given.is_absolute()) return Failure{"`" + call.argument(0) + "` is no path from the feature's folder", {}};
    Result<std::string> text = play.stage().policies->files().read(path);
    if (!text.ok()) return Failure{text.error().message + " (a path is seen from the feature's folder)", {}};
    const Format format = detect_format(path, text.value());
    return add(play, std::move(path), std::move(text).value(), format);
}

constexpr StepDefinition k_steps[] = {
    {Keyword::given, "the template:", Takes::doc_string, the_template},
    {Keyword::given, "the template {string}:", Takes::doc_string, named_template},
    {Keyword::given, "the template file {string}", Takes::nothing, template_file},
};

}  // namespace

std::span<const StepDefinition> given_documents() {
    return k_steps;
}

}  // namespace spile::engine::scenario

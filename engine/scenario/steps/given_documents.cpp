// Given: the templates that a scenario is about.
#include <filesystem>

#include "engine/loaders/detect.hpp"
#include "engine/scenario/play.hpp"

namespace spile::engine::scenario {

namespace {

using Keyword = StepDefinition::Keyword;
using Takes = StepDefinition::Takes;

Answer add(Play& play, Given::Document document) {
    if (document.path == "-") return Failure{"`-` stands for standard input, which a scenario has none of", {}};
    if (play.document(document.path) != nullptr) {
        const char* what = document.kind == InputKind::dockerfile ? "Dockerfile" : "template";
        return Failure{"there is a " + std::string(what) + " `" + document.path +
                           "` already; give each a path of its own: `the " + what + " \"…\":`",
                       {}};
    }
    play.give().documents.push_back(std::move(document));
    return std::nullopt;
}

Answer add(Play& play, std::string path, std::string text, Format format) {
    return add(play, Given::Document{std::move(path), std::move(text), format, InputKind::cfn});
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

/// A file that a step names, seen from the feature's folder.
struct NamedFile {
    std::string path;
    std::string text;
};
Result<NamedFile> read_file(const Play& play, const Call& call) {
    const std::filesystem::path given(call.argument(0));
    if (given.is_absolute()) return Error{"`" + call.argument(0) + "` is no path from the feature's folder"};
    std::string path =
        (std::filesystem::path(folder_of(play.stage().feature)) / given).lexically_normal().generic_string();
    Result<std::string> text = play.stage().policies->files().read(path);
    if (!text.ok()) return Error{text.error().message + " (a path is seen from the feature's folder)"};
    return NamedFile{std::move(path), std::move(text).value()};
}

Answer template_file(Play& play, const Call& call) {
    Result<NamedFile> file = read_file(play, call);
    if (!file.ok()) return Failure{file.error().message, {}};
    const Format format = detect_format(file.value().path, file.value().text);
    return add(play, std::move(file.value().path), std::move(file.value().text), format);
}

Answer dockerfile_file(Play& play, const Call& call) {
    Result<NamedFile> file = read_file(play, call);
    if (!file.ok()) return Failure{file.error().message, {}};
    return add(play, Given::Document{std::move(file.value().path), std::move(file.value().text), Format::yaml,
                                     InputKind::dockerfile});
}

Answer dockerfile(Play& play, const Call& call, const std::string& path) {
    const std::string word = call.doc_string().media_type.value_or("dockerfile");
    if (word != "dockerfile") return Failure{"a Dockerfile is `dockerfile`, not `" + word + "`", {}};
    return add(play, Given::Document{path, content_of(call.doc_string()), Format::yaml, InputKind::dockerfile});
}

Answer the_dockerfile(Play& play, const Call& call) {
    return dockerfile(play, call, "Dockerfile");
}

Answer named_dockerfile(Play& play, const Call& call) {
    const std::string& path = call.argument(0);
    if (!confined(path)) return Failure{"`" + path + "` is no path below the current folder", {}};
    return dockerfile(play, call, *confined(path));
}

constexpr StepDefinition k_steps[] = {
    {Keyword::given, "the template:", Takes::doc_string, the_template},
    {Keyword::given, "the template {string}:", Takes::doc_string, named_template},
    {Keyword::given, "the template file {string}", Takes::nothing, template_file},
    {Keyword::given, "the Dockerfile:", Takes::doc_string, the_dockerfile},
    {Keyword::given, "the Dockerfile {string}:", Takes::doc_string, named_dockerfile},
    {Keyword::given, "the Dockerfile file {string}", Takes::nothing, dockerfile_file},
};

}  // namespace

std::span<const StepDefinition> given_documents() {
    return k_steps;
}

}  // namespace spile::engine::scenario

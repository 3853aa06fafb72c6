// Given: the templates and Dockerfiles that a scenario is about.
#include "engine/loaders/detect.hpp"
#include "engine/scenario/documents.hpp"

namespace spile::engine::scenario {

namespace {

using Keyword = StepDefinition::Keyword;
using Takes = StepDefinition::Takes;

Answer add(Play& play, std::string path, std::string text, Format format) {
    return add_document(play, {std::move(path), std::move(text), format, InputKind::cfn, {}});
}

// The doc string's word, else the path's ending and the text, as for files.
Result<Format> format_of(const gherkin::PickleDocString& text, const std::string& path) {
    const std::string word = text.media_type.value_or("");
    if (word.empty()) return detect_format(path, text.content);
    if (word == "json" || word == "application/json") return Format::json;
    if (word == "yaml" || word == "yml" || word == "application/yaml") return Format::yaml;
    return Error{"a template is `yaml` or `json`, not `" + word + "`" + nearest_of(word, {"yaml", "json"})};
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
    Result<std::string> own = path_in_quotes(path);
    if (!own.ok()) return Failure{own.error().message, {}};
    if (detect_format(path, content_of(call.doc_string())) != format.value())
        return Failure{"the path `" + path + "` and the doc string's type disagree on the format", {}};
    return add(play, std::move(own).value(), content_of(call.doc_string()), format.value());
}

Answer template_file(Play& play, const Call& call) {
    Result<NamedFile> file = read_named_file(play, call.argument(0));
    if (!file.ok()) return Failure{file.error().message, {}};
    const Format format = detect_format(file.value().path, file.value().text);
    return add(play, std::move(file.value().path), std::move(file.value().text), format);
}

Answer dockerfile_file(Play& play, const Call& call) {
    Result<NamedFile> file = read_named_file(play, call.argument(0));
    if (!file.ok()) return Failure{file.error().message, {}};
    const FileSystem& files = play.stage().policies->files();
    for (const std::string& path :
         {file.value().path + ".dockerignore", folder_of(file.value().path) + ".dockerignore"}) {
        if (files.entry(path) != FileSystem::Entry::file) continue;
        if (Result<std::string> text = files.read(path); text.ok())
            play.give().ignore_files.emplace(path, std::move(text).value());
    }
    return add_document(
        play, {std::move(file.value().path), std::move(file.value().text), Format::yaml, InputKind::dockerfile, {}});
}

Answer ignore_file(Play& play, const Call& call, const std::string& path) {
    if (play.given().ignore_files.contains(path)) return Failure{"there is a `" + path + "` already", {}};
    play.give().ignore_files.emplace(path, content_of(call.doc_string()));
    return std::nullopt;
}

Answer the_ignore_file(Play& play, const Call& call) {
    return ignore_file(play, call, ".dockerignore");
}

Answer named_ignore_file(Play& play, const Call& call) {
    const std::string& path = call.argument(0);
    if (!confined(path)) return Failure{"`" + path + "` is no path below the current folder", {}};
    if (!path.ends_with(".dockerignore"))
        return Failure{"`" + path + "` is no ignore file: its name ends in .dockerignore", {}};
    return ignore_file(play, call, *confined(path));
}

Answer built_image(Play& play, const Call& call) {
    for (const BuildSetting& known : play.given().builds) {
        if (known.image == call.argument(0))
            return Failure{"`" + known.image + "` is built by the Dockerfile `" + known.dockerfile + "` already", {}};
    }
    BuildSetting build;
    build.image = call.argument(0);
    build.dockerfile = call.argument(1);
    build.said_by = play.stage().feature + ":" + std::to_string(call.written->location.line);
    play.give().builds.push_back(std::move(build));
    return std::nullopt;
}

Answer dockerfile(Play& play, const Call& call, std::string path) {
    const std::string word = call.doc_string().media_type.value_or("dockerfile");
    if (word != "dockerfile") return Failure{"a Dockerfile is `dockerfile`, not `" + word + "`", {}};
    return add_document(play,
                        {std::move(path), content_of(call.doc_string()), Format::yaml, InputKind::dockerfile, {}});
}

Answer the_dockerfile(Play& play, const Call& call) {
    return dockerfile(play, call, "Dockerfile");
}

Answer named_dockerfile(Play& play, const Call& call) {
    Result<std::string> path = path_in_quotes(call.argument(0));
    if (!path.ok()) return Failure{path.error().message, {}};
    return dockerfile(play, call, std::move(path).value());
}

constexpr StepDefinition k_steps[] = {
    {Keyword::given, "the template:", Takes::doc_string, the_template},
    {Keyword::given, "the template {string}:", Takes::doc_string, named_template},
    {Keyword::given, "the template file {string}", Takes::nothing, template_file},
    {Keyword::given, "the Dockerfile:", Takes::doc_string, the_dockerfile},
    {Keyword::given, "the Dockerfile {string}:", Takes::doc_string, named_dockerfile},
    {Keyword::given, "the Dockerfile file {string}", Takes::nothing, dockerfile_file},
    {Keyword::given, "the .dockerignore:", Takes::doc_string, the_ignore_file},
    {Keyword::given, "the .dockerignore {string}:", Takes::doc_string, named_ignore_file},
    {Keyword::given, "the image {string} is built by the Dockerfile {string}", Takes::nothing, built_image},
};

}  // namespace

std::span<const StepDefinition> given_documents() {
    return k_steps;
}

}  // namespace spile::engine::scenario

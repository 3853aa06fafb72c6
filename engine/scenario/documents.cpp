#include "engine/scenario/documents.hpp"

#include <filesystem>

namespace spile::engine::scenario {

std::string_view noun_of(InputKind kind) {
    switch (kind) {
        case InputKind::dockerfile:
            return "Dockerfile";
        case InputKind::tfplan:
        case InputKind::tfstate:
            return "plan";
        case InputKind::cfn:
        case InputKind::json:
        case InputKind::yaml:
            break;
    }
    return "template";
}

Answer add_document(Play& play, Given::Document document) {
    if (document.path == "-") return Failure{"`-` stands for standard input, which a scenario has none of", {}};
    if (const Given::Document* other = play.document(document.path); other != nullptr) {
        const std::string what(noun_of(document.kind));
        const std::string step = document.resources ? "the planned resources" : "the " + what;
        return Failure{"there is a " + std::string(noun_of(other->kind)) + " `" + document.path +
                           "` already; give each a path of its own: `" + step + " \"…\":`",
                       {}};
    }
    play.give().documents.push_back(std::move(document));
    return std::nullopt;
}

std::string content_of(const gherkin::PickleDocString& text) {
    return text.content + "\n";
}

Result<std::string> path_in_quotes(const std::string& path) {
    if (const std::optional<std::string> below = confined(path)) return *below;
    return Error{"`" + path + "` is no path below the current folder"};
}

Result<NamedFile> read_named_file(const Play& play, const std::string& path) {
    const std::filesystem::path given(path);
    if (given.is_absolute()) return Error{"`" + path + "` is no path from the feature's folder"};
    std::string from_here =
        (std::filesystem::path(folder_of(play.stage().feature)) / given).lexically_normal().generic_string();
    Result<std::string> text = play.stage().policies->files().read(from_here);
    if (!text.ok()) return Error{text.error().message + " (a path is seen from the feature's folder)"};
    return NamedFile{std::move(from_here), std::move(text).value()};
}

}  // namespace spile::engine::scenario

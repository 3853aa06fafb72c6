#include "engine/loaders/detect.hpp"

#include <algorithm>
#include <array>

#include "engine/loaders/cloudformation/cloudformation.hpp"
#include "engine/loaders/compose/compose.hpp"
#include "engine/loaders/terraform/terraform.hpp"

namespace spile::engine {

namespace {

std::string_view file_name(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

bool may_be_document(std::string_view name) {
    constexpr std::array<std::string_view, 7> endings{".json", ".yaml",    ".yml",   ".template",
                                                      ".cfn",  ".tfstate", ".tfplan"};
    if (name == "-") return true;  // standard input: its text tells
    return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return name.ends_with(ending); });
}

}  // namespace

bool is_dockerfile(std::string_view path) {
    const std::string_view name = file_name(path);
    for (const std::string_view word : {"Dockerfile", "dockerfile", "Containerfile"}) {
        if (name == word) return true;
        if (name.starts_with(word) && name.size() > word.size() && name[word.size()] == '.')
            return !name.ends_with(".dockerignore");
        if (name.ends_with(word) && name.size() > word.size() && name[name.size() - word.size() - 1] == '.')
            return true;
    }
    return false;
}

Format detect_format(std::string_view path, std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    const bool brace = first != std::string_view::npos && (text[first] == '{' || text[first] == '[');
    if (path.ends_with(".yaml") || path.ends_with(".yml")) return Format::yaml;
    return path.ends_with(".json") || path.ends_with(".tfstate") || brace ? Format::json : Format::yaml;
}

std::optional<Detected> detect_input(std::string_view path, std::string_view text) {
    const std::string_view name = file_name(path);
    if (is_dockerfile(path)) return Detected{InputKind::dockerfile, Format::yaml};
    if (!may_be_document(name)) return std::nullopt;
    const Format format = detect_format(path, text);
    if (format == Format::json) {
        if (const std::optional<InputKind> kind = terraform_kind(text)) return Detected{*kind, format};
    }
    if (looks_like_cloudformation(text, format)) return Detected{InputKind::cfn, format};
    if (is_compose(path, text)) return Detected{InputKind::yaml, Format::yaml};
    return std::nullopt;
}

std::optional<InputKind> input_kind(std::string_view text) {
    for (const InputKind kind : {InputKind::cfn, InputKind::tfplan, InputKind::tfstate, InputKind::dockerfile,
                                 InputKind::json, InputKind::yaml})
        if (word(kind) == text) return kind;
    return std::nullopt;
}

}  // namespace spile::engine

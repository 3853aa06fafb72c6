#include "engine/loaders/cloudformation/nested.hpp"

#include <array>

#include "engine/loaders/cloudformation/sections.hpp"

namespace spile::engine::cloudformation {

namespace {

constexpr int k_max_depth = 8;

/// The path that a local TemplateURL means, relative to the template's folder; nothing for a URL or a way out of the
/// tree.
std::optional<std::string> local_path(std::string_view template_path, std::string_view url) {
    if (url.empty() || url.front() == '/' || url.find("://") != std::string_view::npos) return std::nullopt;
    std::vector<std::string> parts;
    const std::size_t slash = template_path.rfind('/');
    std::string all = slash == std::string_view::npos ? "" : std::string(template_path.substr(0, slash + 1));
    all += url;
    for (std::string_view rest = all; !rest.empty();) {
        const std::size_t end = rest.find('/');
        const std::string_view part = rest.substr(0, end);
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
        if (part.empty() || part == ".") continue;
        if (part == "..") {
            if (parts.empty()) return std::nullopt;
            parts.pop_back();
        } else {
            parts.emplace_back(part);
        }
    }
    std::string path;
    for (const std::string& part : parts)
        path += (path.empty() ? "" : "/") + part;
    return path;
}

bool nests_itself(const Scope& scope, std::string_view path) {
    for (const Scope* at = &scope; at != nullptr; at = at->parent)
        if (scope.graph.sources().path(at->source) == path) return true;
    return false;
}

int depth_of(const Scope& scope) {
    int depth = 0;
    for (const Scope* at = scope.parent; at != nullptr; at = at->parent)
        ++depth;
    return depth;
}

Format format_of(std::string_view path, std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    const bool brace = first != std::string_view::npos && text[first] == '{';
    return path.ends_with(".json") || brace ? Format::json : Format::yaml;
}

void open_child(Scope& scope, std::string_view name, Resource& resource) {
    const Raw* properties = resource.body->get("Properties");
    const Raw* url = properties == nullptr ? nullptr : properties->get("TemplateURL");
    if (url == nullptr || !url->is(RawKind::string) || !scope.options.read_file) return;
    const auto refuse = [&](const std::string& why) {
        scope.report(DiagnosticKind::template_nested, url->span,
                     "the nested stack `" + std::string(name) + "` stays closed: " + why);
    };
    const auto path = local_path(scope.graph.sources().path(scope.source), url->text);
    if (!path) {
        if (url->text.find("://") == std::string_view::npos) refuse("its template lies outside the tree");
        return;
    }
    if (nests_itself(scope, *path)) return refuse("its template nests itself");
    if (depth_of(scope) >= k_max_depth) return refuse("stacks are nested too deeply");
    if (scope.spent->stacks >= k_max_stacks) return refuse("the template opens too many stacks");
    auto text = scope.options.read_file(*path);
    if (!text) return refuse(text.error().message);
    const Format format = format_of(*path, text.value());
    const SourceId source = scope.graph.sources().add(*path, std::move(text).value());
    const auto cursor = open_document(source, scope.graph.sources(), format, scope.options.limits, scope.sink);
    const Raw* root = read_raw(*cursor, source, scope.graph.sources(), scope.arena());
    if (root == nullptr || !root->is(RawKind::map)) return refuse("its template cannot be read");
    resource.child = std::unique_ptr<Scope>(
        new Scope{.graph = scope.graph,
                  .options = scope.options,
                  .sink = scope.sink,
                  .document = scope.document,
                  .source = source,
                  .format = format,
                  .prefix = scope.keep(std::string(scope.prefix) + "Resources." + std::string(name) + "/"),
                  .root = root,
                  .parent = &scope,
                  .opaque = scope.opaque,
                  .refused = scope.refused,
                  .spent = scope.spent});
    ++scope.spent->stacks;
}

}  // namespace

void open_children(Scope& scope) {
    for (auto& [name, resource] : scope.resources) {
        const bool nested =
            resource.type == "AWS::CloudFormation::Stack" || resource.type == "AWS::Serverless::Application";
        if (nested) open_child(scope, name, resource);
    }
}

void load_child(Scope& parent, std::string_view name) {
    Resource& resource = parent.resources.at(name);
    if (resource.child == nullptr || resource.child->state != Scope::State::fresh) return;
    Scope& child = *resource.child;
    child.state = Scope::State::busy;
    const Value properties = properties_of(parent, name);
    if (const Member* parameters = properties.member("Parameters"))
        for (const Member& member : parameters->value.members())
            child.given.insert_or_assign(member.key, member.value);
    child.exists = parent.graph.unit(resource.unit).exists;
    declare(child);
    child.state = Scope::State::done;
    fill(child);
}

std::optional<Value> child_output(Scope& child, std::string_view name) {
    if (child.state == Scope::State::busy)
        return child.make().error("nested stacks wait for each other's outputs", nullptr);
    if (!child.outputs.contains(name)) return std::nullopt;
    return output_of(child, name);
}

}  // namespace spile::engine::cloudformation

#include "engine/loaders/cloudformation/cloudformation.hpp"

#include <algorithm>
#include <array>

#include "engine/loaders/cloudformation/raw.hpp"
#include "engine/loaders/cloudformation/scope.hpp"
#include "engine/loaders/cloudformation/sections.hpp"
#include "engine/loaders/top_level.hpp"

namespace spile::engine {

namespace {

/// The account that was given is a parameter that no template declares; `own_account` looks for it.
void add_account(DocumentId document, FactGraph& graph, const CloudFormationOptions& options) {
    const auto given = options.parameters.find("AWS::AccountId");
    if (given == options.parameters.end()) return;
    graph.add_unit({.document = document,
                    .kind = UnitKind::parameter,
                    .tool = "cfn",
                    .name = "AWS::AccountId",
                    .address = "Parameters.AWS::AccountId",
                    .body = graph.factory().string(graph.arena().copy(given->second), nullptr)});
}

}  // namespace

DocumentId load_cloudformation(SourceId source, Format format, FactGraph& graph, const CloudFormationOptions& options,
                               DiagnosticSink& sink) {
    using namespace cloudformation;
    const SourceMap& sources = graph.sources();
    const DocumentId id = graph.add_document(
        {.path = std::string(sources.path(source)), .source = source, .kind = InputKind::cfn, .format = format});
    const auto cursor = open_document(source, sources, format, options.limits, sink);
    const Raw* root = read_raw(*cursor, source, sources, graph.arena());
    if (root != nullptr && !root->is(RawKind::map))
        sink.add(
            {.kind = DiagnosticKind::template_malformed, .where = root->span, .message = "the template is no map"});
    if (root == nullptr || !root->is(RawKind::map)) {
        graph.document(id).failed = true;
        return id;
    }
    std::map<std::string, AtomId, std::less<>> opaque;
    Guard refused = k_never;
    Spent spent;
    Scope scope{.graph = graph,
                .options = options,
                .sink = sink,
                .document = id,
                .source = source,
                .format = format,
                .root = root,
                .opaque = &opaque,
                .refused = &refused,
                .spent = &spent};
    graph.guards().allow(k_guard_steps);
    declare(scope);
    fill(scope);
    add_account(id, graph, options);
    graph.guards().allow(~std::uint64_t{0});
    // Only when everything is known, so that the order of the template does not matter: a template that is refused in
    // all worlds is judged as it stands.
    const Guard left = graph.guards().without(graph.document(id).possible, refused);
    if (left != k_never) graph.document(id).possible = left;
    return id;
}

std::span<const std::string_view> template_sections() {
    static constexpr std::array<std::string_view, 12> k_sections{"AWSTemplateFormatVersion",
                                                                 "Description",
                                                                 "Metadata",
                                                                 "Parameters",
                                                                 "Rules",
                                                                 "Mappings",
                                                                 "Conditions",
                                                                 "Transform",
                                                                 "Resources",
                                                                 "Outputs",
                                                                 "Globals",
                                                                 "Hooks"};
    return k_sections;
}

bool looks_like_cloudformation(std::string_view text, Format format) {
    const auto keys = top_level_keys(text, format);
    const auto has = [&](std::string_view key) { return std::find(keys.begin(), keys.end(), key) != keys.end(); };
    if (has("AWSTemplateFormatVersion")) return true;
    if (has("Transform") && text.find("AWS::") != std::string_view::npos) return true;
    if (!has("Resources")) return false;
    return text.find("Type") != std::string_view::npos &&
           (text.find("AWS::") != std::string_view::npos || text.find("Custom::") != std::string_view::npos ||
            text.find("Alexa::") != std::string_view::npos);
}

}  // namespace spile::engine

#include "engine/loaders/terraform/terraform.hpp"

#include <algorithm>
#include <array>

#include "engine/loaders/terraform/plan.hpp"
#include "engine/loaders/terraform/report.hpp"
#include "engine/loaders/terraform/tree.hpp"
#include "engine/loaders/top_level.hpp"

namespace spile::engine {

namespace {

using terraform::Node;
using terraform::NodeKind;

constexpr std::string_view k_how_plan =
    "terraform plan -out=plan.tfplan && terraform show -json plan.tfplan > plan.json";
constexpr std::string_view k_how_state = "terraform show -json > state.json";

/// `terraform plan -json` and its like print a JSON text a line, each with these keys (internals/machine-readable-ui).
bool is_message_stream(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    if (first == std::string_view::npos || text[first] != '{') return false;
    const std::string_view line = text.substr(first, text.find('\n', first) - first);
    return line.find("\"@level\"") != std::string_view::npos && line.find("\"@message\"") != std::string_view::npos;
}

/// The file that Terraform keeps its state in (version 4): what a provider's schema calls sensitive is not marked
/// there.
bool is_state_file(const std::vector<std::string_view>& keys) {
    const auto has = [&](std::string_view key) { return std::find(keys.begin(), keys.end(), key) != keys.end(); };
    return has("lineage") && has("version");
}

bool has(const Node& root, std::string_view key) {
    return root.get(key) != nullptr;
}

/// Why what was read is no plan and no state; empty when it is one.
std::string refused(const Node& root, std::string& help) {
    if (!root.is(NodeKind::map)) return "the plan is no map";
    if (has(root, "lineage") && has(root, "version")) {
        help = "make the JSON of the state by: " + std::string(k_how_state);
        return "this is the file that Terraform keeps its state in, which does not say what is sensitive";
    }
    if (has(root, "planned_values") || has(root, "resource_changes") || has(root, "values")) return {};
    if (has(root, "format_version") || has(root, "plan_format_version")) return {};  // nothing is planned
    help = "make the JSON of a plan by: " + std::string(k_how_plan);
    return "the text has neither `planned_values` nor `resource_changes`";
}

/// What a plan says of its own being whole.
void note_incomplete(const Node& root, const SourceMap& sources, Document& document, DiagnosticSink& sink) {
    const Node* errored = root.get("errored");
    const Node* complete = root.get("complete");
    const bool failed = errored != nullptr && errored->truthy();
    const bool partial = complete != nullptr && complete->is(NodeKind::boolean) && !complete->truthy();
    if (!failed && !partial) return;
    document.incomplete = failed ? "planning ended with an error, so the plan may lack resources"
                                 : "the plan is not complete: resources were left out or deferred";
    terraform::report_without_text(
        sink, sources, DiagnosticKind::plan_incomplete, {document.source, (failed ? errored : complete)->span},
        document.incomplete,
        failed ? "mend what `terraform plan` reports and plan again"
               : "plan without -target and -exclude; what is deferred needs a further plan after apply");
}

/// Where the text is no JSON, without what stands there.
void report_syntax(const DiagnosticSink& found, const SourceMap& sources, DiagnosticSink& sink) {
    for (const Diagnostic& each : found.all()) {
        const bool quotes = each.kind == DiagnosticKind::json_syntax;
        terraform::report_without_text(sink, sources, each.kind, each.where,
                                       quotes ? "the text is not JSON here" : each.message, each.help);
    }
}

}  // namespace

DocumentId load_terraform(SourceId source, FactGraph& graph, const TerraformOptions& options, DiagnosticSink& sink) {
    using namespace terraform;
    // What no rule can ask for: of redacted plans, the largest part.
    constexpr std::array<std::string_view, 2> k_without{"provider_schemas", "relevant_attributes"};
    SourceMap& sources = graph.sources();
    sources.hide_all(source);  // plans have in clear what they mark as sensitive, and more
    const DocumentId id = graph.add_document({.path = std::string(sources.path(source)),
                                              .source = source,
                                              .kind = InputKind::tfplan,
                                              .format = Format::json});
    if (is_message_stream(sources.text(source))) {
        report_without_text(sink, sources, DiagnosticKind::not_a_plan, {source, {0, 0}},
                            "these are the messages that Terraform prints while it works, a JSON text a line, and no "
                            "plan",
                            "make the JSON of a plan by: " + std::string(k_how_plan));
        graph.document(id).failed = true;
        return id;
    }
    DiagnosticSink syntax;
    const auto cursor = open_document(source, sources, Format::json, options.limits, syntax);
    const Node* root = read_tree(*cursor, sources.text(source), graph.arena(), k_without);
    report_syntax(syntax, sources, sink);
    std::string help;
    const std::string why = root == nullptr ? "" : refused(*root, help);
    if (!why.empty()) {
        const DiagnosticKind kind = help.empty() ? DiagnosticKind::plan_malformed : DiagnosticKind::not_a_plan;
        report_without_text(sink, sources, kind, {source, root->span}, why, help);
    }
    if (root == nullptr || !why.empty()) {
        graph.document(id).failed = true;
        return id;
    }
    if (has(*root, "values")) graph.document(id).kind = InputKind::tfstate;
    note_incomplete(*root, sources, graph.document(id), sink);
    load_plan(*root, source, id, graph, options, sink);
    return id;
}

std::optional<InputKind> terraform_kind(std::string_view text) {
    if (is_message_stream(text)) return InputKind::tfplan;
    const std::vector<std::string_view> keys = top_level_keys(text, Format::json);
    const auto named = [&](std::string_view key) { return std::find(keys.begin(), keys.end(), key) != keys.end(); };
    if (named("planned_values") || named("resource_changes")) return InputKind::tfplan;
    if (is_state_file(keys) || (named("terraform_version") && named("values"))) return InputKind::tfstate;
    return std::nullopt;
}

}  // namespace spile::engine

#include "engine/loaders/builds/builds.hpp"

#include <algorithm>
#include <optional>

#include "lang/base/ascii.hpp"
#include "lang/base/suggest.hpp"

namespace spile::engine {

namespace {

const Document* find_dockerfile(const FactGraph& graph, const std::string& path) {
    const auto found = std::find_if(graph.documents().begin(), graph.documents().end(), [&](const Document& document) {
        return document.kind == InputKind::dockerfile && document.path == path;
    });
    return found == graph.documents().end() ? nullptr : &*found;
}

std::optional<UnitId> find_target(const FactGraph& graph, const Document& document, const std::string& written) {
    const std::string target = lower_case(written);
    std::optional<UnitId> found;
    for (const UnitId id : document.units) {
        const Unit& unit = graph.unit(id);
        if (unit.type == "stage" && (target.empty() || unit.name == target)) found = id;
    }
    return found;
}

class Adder {
  public:
    Adder(FactGraph& graph, const schema::Schema* schema) : graph_(graph), schema_(schema) {}

    void add(const BuildStatement& statement, DocumentId document, UnitId stage) {
        const ValueFactory& make = graph_.factory();
        Arena& arena = graph_.arena();
        const std::string address = "build" + std::to_string(++count_) + "@" + statement.dockerfile;
        const std::string_view kept = arena.copy(address);
        const Path* root = arena.make<Path>(Path{nullptr, kept, 0});
        const auto path = [&](std::string_view name) { return arena.make<Path>(Path{root, name, 0}); };
        // Who says it; where a step of a feature does, the stage is the place.
        Origin said = statement.image.origin() == nullptr ? Origin{} : *statement.image.origin();
        if (!said.span.valid()) said.span = said.key = graph_.unit(stage).name_span;
        const auto origin = [&](std::string_view name) {
            Origin out = said;
            out.path = path(name);
            return arena.make<Origin>(out);
        };
        const Member members[] = {
            {"dockerfile", {}, make.string(arena.copy(statement.dockerfile), origin("dockerfile"))},
            {"image", {}, make.with_origin(statement.image, origin("image"))},
            {"stage", {}, make.resource(stage, origin("stage"))}};
        const Value attributes = make.map(members, false, origin("build"));
        const UnitId id =
            graph_.add_unit({.document = document,
                             .kind = UnitKind::resource,
                             .tool = "docker",
                             .name = kept,
                             .address = kept,
                             .type = "build",
                             .name_span = said.span,
                             .span = said.span,
                             .schema = schema_ == nullptr ? nullptr : schema_->find("Dockerfile::build")});
        graph_.unit(id).attributes = graph_.unit(id).body = attributes;
        graph_.add_edge({.from = id, .to = stage, .attribute = "stage", .at = said.span, .path = path("stage")});
    }

  private:
    FactGraph& graph_;
    const schema::Schema* schema_;
    std::uint32_t count_ = 0;
};

}  // namespace

void add_builds(const std::vector<BuildStatement>& statements, FactGraph& graph, const schema::Schema* schema,
                std::vector<std::string>& warnings) {
    Adder adder(graph, schema);
    for (const BuildStatement& statement : statements) {
        const Document* document = find_dockerfile(graph, statement.dockerfile);
        if (document == nullptr) {
            std::vector<std::string_view> known;
            for (const Document& each : graph.documents()) {
                if (each.kind == InputKind::dockerfile) known.push_back(each.path);
            }
            warnings.push_back(statement.said_by + ": the Dockerfile `" + statement.dockerfile +
                               "` is not among the inputs" + did_you_mean(statement.dockerfile, known));
            continue;
        }
        const std::optional<UnitId> stage = find_target(graph, *document, statement.target);
        if (!stage) {
            warnings.push_back(statement.said_by + ": `" + statement.dockerfile + "` has no stage" +
                               (statement.target.empty() ? "" : " `" + statement.target + "`"));
            continue;
        }
        adder.add(statement, DocumentId{static_cast<std::uint32_t>(document - graph.documents().data())}, *stage);
    }
}

}  // namespace spile::engine

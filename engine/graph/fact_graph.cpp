#include "engine/graph/fact_graph.hpp"

#include <algorithm>

#include "engine/graph/json_pointer.hpp"
#include "lang/base/check.hpp"

namespace spile::engine {

namespace {

constexpr std::string_view k_hidden_key = "(sensitive)";

std::vector<const Path*> from_root(const Path* path) {
    std::vector<const Path*> parts;
    for (; path != nullptr; path = path->parent)
        parts.push_back(path);
    std::reverse(parts.begin(), parts.end());
    return parts;
}

}  // namespace

std::string_view word(InputKind kind) {
    switch (kind) {
        case InputKind::cfn:
            return "cfn";
        case InputKind::tfplan:
            return "tfplan";
        case InputKind::tfstate:
            return "tfstate";
        case InputKind::dockerfile:
            return "dockerfile";
        case InputKind::json:
            return "json";
        case InputKind::yaml:
            return "yaml";
    }
    return "";
}

DocumentId FactGraph::add_document(Document document) {
    documents_.push_back(std::move(document));
    return DocumentId{static_cast<std::uint32_t>(documents_.size() - 1)};
}

UnitId FactGraph::add_unit(Unit unit) {
    const UnitId id{static_cast<std::uint32_t>(units_.size())};
    const auto index_in = [&](auto& types, std::string_view type) {
        auto& same = types[{unit.tool, type}];
        const auto later = [&](DocumentId document, UnitId other) { return document < this->unit(other).document; };
        same.insert(std::upper_bound(same.begin(), same.end(), unit.document, later), id);
    };
    if (unit.kind == UnitKind::resource && !unit.external) index_in(by_type_, "*");
    if (unit.kind == UnitKind::data)
        index_in(by_type_, arena_.copy("data." + std::string(unit.type)));
    else if (unit.kind == UnitKind::former)
        index_in(former_, "*"), index_in(former_, unit.type);
    else if (!unit.type.empty() && unit.kind != UnitKind::removed && !unit.external)
        index_in(by_type_, unit.type);
    const bool former = unit.kind == UnitKind::former;
    if (unit.change != nullptr && unit.kind != UnitKind::data && !former) {
        index_in(changes_, "*");
        index_in(changes_, unit.type);
    }
    if (!former) {
        documents_.at(unit.document.value).units.push_back(id);
        by_address_.try_emplace({unit.document, unit.address}, id);
    }
    units_.push_back(std::move(unit));
    edges_to_.emplace_back();
    return id;
}

void FactGraph::add_edge(Edge edge) {
    SPILE_CHECK(edge.from.value < units_.size() && edge.to.value < units_.size(), "an edge joins units of the graph");
    edges_to_[edge.to.value].push_back(static_cast<std::uint32_t>(edges_.size()));
    edges_.push_back(edge);
}

void FactGraph::add_suppression(DocumentId document, Suppression suppression) {
    documents_.at(document.value).suppressions.push_back(suppression);
}

const std::vector<std::uint32_t>& FactGraph::edges_to(UnitId unit) const {
    return edges_to_.at(unit.value);
}

void FactGraph::add_former_units(DocumentId document) {
    const std::vector<UnitId> changed = documents_.at(document.value).units;
    for (const UnitId id : changed) {
        PlannedChange* const change = unit(id).change;
        const bool there = change != nullptr && !change->before.is(Kind::missing) && !change->former.valid();
        if (!there || unit(id).kind == UnitKind::data) continue;
        Unit former = unit(id);
        former.kind = UnitKind::former;
        former.attributes = change->before;
        former.depends_on.clear();
        change->former = add_unit(std::move(former));
    }
}

const std::vector<UnitId>& FactGraph::of_type(std::string_view tool, std::string_view type, Era era) const {
    static const std::vector<UnitId> none;
    const auto& types = era == Era::before ? former_ : by_type_;
    const auto found = types.find({tool, type});
    return found == types.end() ? none : found->second;
}

const std::vector<UnitId>& FactGraph::changes_of(std::string_view tool, std::string_view type) const {
    static const std::vector<UnitId> none;
    const auto found = changes_.find({tool, type});
    return found == changes_.end() ? none : found->second;
}

std::optional<UnitId> FactGraph::find(DocumentId document, std::string_view address) const {
    const auto found = by_address_.find({document, address});
    if (found == by_address_.end()) return std::nullopt;
    return found->second;
}

std::string FactGraph::pointer(const Path* path) {
    std::string text;
    for (const Path* part : from_root(path)) {
        if (part->hidden)
            append_pointer(text, k_hidden_key);
        else if (part->key.empty())
            append_pointer(text, part->index);
        else
            append_pointer(text, part->key);
    }
    return text;
}

std::string FactGraph::dotted(const Path* path) {
    std::string text;
    for (const Path* part : from_root(path)) {
        if (part->key.empty()) {
            text += '[' + std::to_string(part->index) + ']';
            continue;
        }
        if (!text.empty()) text += '.';
        text += part->hidden ? k_hidden_key : part->key;
    }
    return text;
}

}  // namespace spile::engine

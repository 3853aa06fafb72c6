// Units, their attribute trees and the typed edges between them, over all documents of a run. Loaders fill it;
// evaluation reads it.
#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/document/cursor.hpp"
#include "engine/graph/guard.hpp"
#include "engine/graph/value.hpp"
#include "lang/base/arena.hpp"
#include "lang/source/source_map.hpp"

namespace spile::schema {
struct ResourceType;
}

namespace spile::engine {

struct DocumentId {
    std::uint32_t value = 0;
    friend constexpr auto operator<=>(DocumentId, DocumentId) = default;
};

/// The words of `--as`.
enum class InputKind : std::uint8_t { cfn, tfplan, tfstate, dockerfile, json, yaml };
[[nodiscard]] std::string_view word(InputKind kind);

/// `data`: a data source of Terraform; `removed`: an instance that a plan deletes or forgets; `former`: an instance as
/// a plan found it, beside the one that it becomes. None is a resource that policies judge, nor one that relations see.
/// `document`: a fact beside the resources (provider, module call, check).
enum class UnitKind : std::uint8_t {
    resource,
    parameter,
    output,
    condition,
    mapping,
    rule,
    document,
    data,
    removed,
    former
};

/// Which resources a view, a relation or a quantifier looks at: those that will be, or those that a plan found.
enum class Era : std::uint8_t { after, before };

/// What a plan does to an instance. Lives in the graph's arena.
struct PlannedChange {
    std::span<const std::string_view> actions;  // Terraform's words in its order: "delete", "create"
    Value before;   // a map of the values before, made like the unit's attributes; missing where there was nothing
    UnitId former;  // of those values, see FactGraph::add_former_units
    [[nodiscard]] bool does(std::string_view action) const {
        return std::find(actions.begin(), actions.end(), action) != actions.end();
    }
};

/// The piece that changes on its own. Identity is (document path, address).
struct Unit {
    DocumentId document;
    UnitKind kind = UnitKind::resource;
    std::string_view tool;     // "cfn"
    std::string_view name;     // logical id: "Logs"
    std::string_view address;  // "Resources.Logs"; inside a nested stack "Resources.Child/Resources.Logs"
    std::string_view type;     // "AWS::S3::Bucket"; empty for other kinds
    SourceSpan name_span;      // the key
    SourceSpan span;           // key to the end of the body
    Guard exists = k_always;   // its own Condition
    Value attributes;          // resource: Properties, a map (missing when there are none); else the whole body
    Value body;                // the whole body: Type, Properties, Metadata, DeletionPolicy …
    std::vector<UnitId> depends_on;
    std::string_view physical_name_property;       // "BucketName" where the schema names one
    const schema::ResourceType* schema = nullptr;  // null: unknown or custom type
    bool external = false;                         // named by others, declared nowhere
    PlannedChange* change = nullptr;               // of a plan's instances; null elsewhere
};

/// One resource that an expression names: all instances that may be meant, sorted.
struct ReferenceTarget {
    std::span<const UnitId> units;
    std::string_view attribute;  // "id", "arn"; empty: the resource as a whole
};

/// What the configuration says of where the value at one place of a unit comes from. Views live in the graph's arena.
struct PlaceReferences {
    std::span<const ReferenceTarget> direct;    // resources named there, also through module inputs and outputs
    std::span<const ReferenceTarget> followed;  // resources that the named attributes in turn come from
    bool open = false;                          // something else is named that cannot be followed
    bool followed_open = false;                 // the same of the named attributes
};

/// References of one unit by place: JSON pointer below the unit's attributes ("/rule/0/bucket").
struct UnitReferences {
    std::vector<const Path*> roots;  // paths that the unit's attributes begin with
    std::map<std::string, PlaceReferences, std::less<>> places;
};

/// A reference from one unit to another.
struct Edge {
    UnitId from;
    UnitId to;
    std::string_view attribute;  // "Ref", "Arn", "DependsOn"
    SourceSpan at;
    const Path* path = nullptr;  // where in `from`
    Guard guard = k_always;      // under which it is there
};

/// A peer's inline suppression found in an input: Metadata of a resource or template, or a comment.
struct Suppression {
    std::string_view tool;    // "cfn_nag"
    std::string_view id;      // "W41"
    std::string_view reason;  // may be empty
    SourceSpan where;
    std::optional<UnitId> unit;  // nothing: the whole document
};

struct NamedCondition {
    std::string_view name;
    Guard guard;  // true under it; exactly when `decided` is always
    Guard decided = k_always;
    SourceSpan where;
};

struct Document {
    std::string path;
    SourceId source;
    InputKind kind = InputKind::cfn;
    Format format = Format::yaml;
    bool failed = false;        // could not be read; the diagnostics say why
    std::string incomplete;     // why there may be resources that the document does not name; empty: there are none
    Guard possible = k_always;  // worlds that the template's own Rules allow
    std::vector<NamedCondition> conditions;
    std::vector<Suppression> suppressions;
    std::vector<UnitId> units;  // in document order
};

/// Everything a run knows about its inputs. Views in units and values live as long as the graph.
class FactGraph {
  public:
    explicit FactGraph(SourceMap& sources) : sources_(&sources), factory_(arena_) {}
    FactGraph(const FactGraph&) = delete;
    FactGraph& operator=(const FactGraph&) = delete;

    [[nodiscard]] SourceMap& sources() const noexcept { return *sources_; }
    [[nodiscard]] Arena& arena() noexcept { return arena_; }
    [[nodiscard]] const ValueFactory& factory() const noexcept { return factory_; }
    [[nodiscard]] GuardSpace& guards() noexcept { return guards_; }
    [[nodiscard]] const GuardSpace& guards() const noexcept { return guards_; }

    DocumentId add_document(Document document);
    UnitId add_unit(Unit unit);
    void add_edge(Edge edge);
    void add_suppression(DocumentId document, Suppression suppression);
    /// For each instance of the document that was there before its change a unit of kind `former` with those values,
    /// under the same address, so that the resources before a plan refer to one another as those after it do. Once the
    /// values of all units are there; references to units are no longer valid afterwards.
    void add_former_units(DocumentId document);
    /// References of a unit as its configuration spells them; made when first asked for.
    UnitReferences& references_of(UnitId unit) { return references_[unit.value]; }
    /// Null for units without a configuration (templates, states).
    [[nodiscard]] const UnitReferences* references(UnitId unit) const {
        const auto found = references_.find(unit.value);
        return found == references_.end() ? nullptr : &found->second;
    }

    [[nodiscard]] const Document& document(DocumentId id) const { return documents_.at(id.value); }
    [[nodiscard]] Document& document(DocumentId id) { return documents_.at(id.value); }
    [[nodiscard]] const std::vector<Document>& documents() const noexcept { return documents_; }
    [[nodiscard]] const Unit& unit(UnitId id) const { return units_.at(id.value); }
    [[nodiscard]] Unit& unit(UnitId id) { return units_.at(id.value); }
    [[nodiscard]] const std::vector<Unit>& units() const noexcept { return units_; }
    [[nodiscard]] const std::vector<Edge>& edges() const noexcept { return edges_; }
    /// Indices into edges() of those that lead to the unit, in order of adding.
    [[nodiscard]] const std::vector<std::uint32_t>& edges_to(UnitId unit) const;

    /// Units of a raw type in (document, position) order; `type` of "*" gives every resource of the tool. External
    /// units and removed ones are left out. Data sources are found as "data.TYPE", what else has a type by that.
    [[nodiscard]] const std::vector<UnitId>& of_type(std::string_view tool, std::string_view type,
                                                     Era era = Era::after) const;
    /// Instances of a raw type that a plan has an action for ("no-op" too), removed ones among them, in document order.
    [[nodiscard]] const std::vector<UnitId>& changes_of(std::string_view tool, std::string_view type) const;
    [[nodiscard]] std::optional<UnitId> find(DocumentId document, std::string_view address) const;
    /// "/Resources/Logs/Properties/BucketName", JSON pointer (RFC 6901).
    [[nodiscard]] static std::string pointer(const Path* path);
    /// "Resources.Logs.Properties.Tags[0]".
    [[nodiscard]] static std::string dotted(const Path* path);

  private:
    SourceMap* sources_;
    Arena arena_;
    ValueFactory factory_;
    GuardSpace guards_;
    std::vector<Document> documents_;
    std::vector<Unit> units_;
    std::vector<Edge> edges_;
    std::vector<std::vector<std::uint32_t>> edges_to_;
    std::map<std::pair<std::string_view, std::string_view>, std::vector<UnitId>> by_type_;
    std::map<std::pair<std::string_view, std::string_view>, std::vector<UnitId>> changes_;
    std::map<std::pair<std::string_view, std::string_view>, std::vector<UnitId>> former_;
    std::map<std::uint32_t, UnitReferences> references_;
    std::map<std::pair<DocumentId, std::string_view>, UnitId> by_address_;
};

}  // namespace spile::engine

#include "engine/loaders/terraform/plan.hpp"

#include <algorithm>
#include <array>

#include "engine/loaders/terraform/configuration.hpp"
#include "engine/loaders/terraform/facts.hpp"
#include "engine/loaders/terraform/instances.hpp"
#include "engine/loaders/terraform/references.hpp"
#include "engine/loaders/terraform/values.hpp"
#include "lang/schema/by_tool.hpp"

namespace spile::engine::terraform {

namespace {

/// What `refers`, messages and the entity `Resource` read of any instance.
constexpr std::array<std::string_view, 4> k_always_read{"id", "arn", "tags", "tags_all"};

class PlanLoader {
  public:
    PlanLoader(const Node& root, SourceId source, DocumentId document, FactGraph& graph,
               const TerraformOptions& options, DiagnosticSink& sink)
        : root_(root),
          document_(document),
          graph_(graph),
          options_(options),
          sink_(sink),
          values_(graph, source),
          configuration_(root.get("configuration")) {}

    void load() {
        list_ = find_instances(root_, graph_.sources(), values_, sink_);
        for (const InstanceList::Module& module : list_.modules)
            configuration_.module_at(module.address);
        for (const Instance& instance : list_.all) {
            declare(instance);
            roots_.push_back(roots(instance));
        }
        if (configuration_.node() != nullptr) resolve_references();
        for (std::size_t i = 0; i < list_.all.size(); ++i)
            fill(list_.all[i], units_[i], roots_[i]);
        graph_.add_former_units(document_);
        Facts(root_, document_, graph_, values_).add();
    }

  private:
    static UnitKind kind_of(const Instance& instance) {
        if (instance.data) return UnitKind::data;
        return instance.removed() ? UnitKind::removed : UnitKind::resource;
    }

    /// Where the instance is named.
    Span name_span(const Instance& instance) const {
        const Node& node = instance.planned != nullptr ? *instance.planned : *instance.entry;
        return node.get("address")->span;
    }

    void declare(const Instance& instance) {
        PlannedChange* change = nullptr;
        if (instance.entry != nullptr) {
            change = graph_.arena().make<PlannedChange>();
            change->actions = graph_.arena().copy(instance.actions);
        }
        const Node& node = instance.planned != nullptr ? *instance.planned : *instance.entry;
        const UnitId unit = graph_.add_unit({.document = document_,
                                             .kind = kind_of(instance),
                                             .tool = "tf",
                                             .name = instance.address,
                                             .address = instance.address,
                                             .type = instance.type,
                                             .name_span = values_.at(name_span(instance)),
                                             .span = values_.at(node.span),
                                             .physical_name_property = naming_attribute(instance.type),
                                             .schema = schema_of(instance),
                                             .change = change});
        units_.push_back(unit);
        if (!instance.removed())
            configuration_.add(configuration_.module_at(instance.module), instance.block, instance.key, unit);
    }

    const schema::ResourceType* schema_of(const Instance& instance) const {
        if (options_.schema == nullptr) return nullptr;
        const std::string type = (instance.data ? "data." : "") + std::string(instance.type);
        return schema::find_type(*options_.schema, "tf", type);
    }

    static Trees after(const Instance& instance) {
        const Node* change = instance.change();
        const Node* planned = get(instance.planned, "values");
        return {.value = planned != nullptr ? planned : get(change, "after"),
                .unknown = get(change, "after_unknown"),
                .sensitive = get(instance.planned, "sensitive_values"),
                .more_sensitive = get(change, "after_sensitive")};
    }

    /// Paths of the trees that `after` took, the same for references and values.
    struct Roots {
        const Path* value = nullptr;
        const Path* unknown = nullptr;
        const Path* before = nullptr;
    };

    Roots roots(const Instance& instance) const {
        Roots out;
        if (instance.entry != nullptr) {
            const Path* change = values_.below(instance.entry_path, "change");
            out.value = values_.below(change, "after");
            out.unknown = values_.below(change, "after_unknown");
            out.before = values_.below(change, "before");
        }
        if (get(instance.planned, "values") != nullptr) out.value = values_.below(instance.planned_path, "values");
        return out;
    }

    const Node* block_of(const Instance& instance) {
        const ModuleInstance& module = configuration_.module_at(instance.module);
        if (module.block == nullptr) return nullptr;
        const auto found = module.block->resources.find(instance.block);
        return found == module.block->resources.end() ? nullptr : found->second;
    }

    Trees declared(const Instance& instance, UnitId unit) {
        Trees out = after(instance);
        const Node* block = block_of(instance);
        out.declared.expressions = get(block, "expressions");
        out.declared.elsewhere = block == nullptr;
        out.declared.resource = graph_.unit(unit).schema;
        return out;
    }

    void resolve_references() {
        ReferenceResolver resolver(graph_, values_, configuration_);
        for (std::size_t i = 0; i < list_.all.size(); ++i) {
            const Instance& instance = list_.all[i];
            if (instance.removed()) continue;
            resolver.resolve({.unit = units_[i],
                              .module = &configuration_.module_at(instance.module),
                              .block = block_of(instance),
                              .key = instance.key,
                              .trees = after(instance),
                              .root = roots_[i].value});
            graph_.references_of(units_[i]).roots = {roots_[i].value, roots_[i].unknown};
        }
    }

    void fill(const Instance& instance, UnitId id, const Roots& places) {
        InterestNode kept;
        const InterestNode* interest = nullptr;
        if (options_.interest != nullptr) {
            const std::string type = (instance.data ? "data." : "") + std::string(instance.type);
            if (const InterestNode* wanted = options_.interest->of(type)) kept = *wanted;
            if (!kept.all_below) {
                for (const std::string_view name : k_always_read)
                    kept.members[std::string(name)].all_below = true;
                kept.members[std::string(naming_attribute(instance.type))].all_below = true;
                interest = &kept;
            }
        }
        const SourceSpan key = graph_.unit(id).name_span;
        const Spot spot{.unit = id, .value = places.value, .unknown = places.unknown, .key = key};
        Value attributes;
        if (instance.removed())
            attributes = values_.make().missing("", values_.origin(key.span, key, places.value, id));
        else
            attributes = values_.merged(declared(instance, id), spot, instance.address, interest);
        if (PlannedChange* change = graph_.unit(id).change) {
            const Node* node = instance.change();
            const Spot before{.unit = id, .value = places.before, .unknown = nullptr, .key = key};
            change->before = values_.merged({.value = get(node, "before"),
                                             .sensitive = get(node, "before_sensitive"),
                                             .more_sensitive = get(node, "after_sensitive")},
                                            before, instance.address, interest);
        }
        Unit& unit = graph_.unit(id);
        unit.attributes = attributes;
        unit.body = body(instance, id);
    }

    /// What the plan says of the instance beside its values.
    Value body(const Instance& instance, UnitId id) const {
        std::vector<Member> members;
        const auto take = [&](const Node* from, const Path* path, std::string_view key) {
            const NodeMember* found = from == nullptr ? nullptr : from->member(key);
            const bool known =
                std::any_of(members.begin(), members.end(), [&](const Member& member) { return member.key == key; });
            if (found == nullptr || known || found->value->is(NodeKind::null)) return;
            const SourceSpan key_span = values_.at(found->key_span);
            members.push_back({key, key_span, values_.written(*found->value, values_.below(path, key), id, key_span)});
        };
        const Path* change = instance.entry == nullptr ? nullptr : values_.below(instance.entry_path, "change");
        for (const std::string_view key :
             {"mode", "index", "provider_name", "module_address", "action_reason", "previous_address", "deposed"}) {
            take(instance.planned, instance.planned_path, key);
            take(instance.entry, instance.entry_path, key);
        }
        for (const std::string_view key : {"actions", "replace_paths", "importing"})
            take(instance.change(), change, key);
        const Node& node = instance.planned != nullptr ? *instance.planned : *instance.entry;
        const Path* path = instance.planned != nullptr ? instance.planned_path : instance.entry_path;
        return values_.make().map(members, false, values_.origin(node.span, graph_.unit(id).name_span, path, id));
    }

    const Node& root_;
    DocumentId document_;
    FactGraph& graph_;
    const TerraformOptions& options_;
    DiagnosticSink& sink_;
    Values values_;
    Configuration configuration_;
    InstanceList list_;
    std::vector<UnitId> units_;
    std::vector<Roots> roots_;
};

}  // namespace

void load_plan(const Node& root, SourceId source, DocumentId document, FactGraph& graph,
               const TerraformOptions& options, DiagnosticSink& sink) {
    PlanLoader(root, source, document, graph, options, sink).load();
}

std::string_view naming_attribute(std::string_view type) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 14> k_names{
        {{"aws_cloudtrail", "name"},
         {"aws_db_cluster_snapshot", "db_cluster_snapshot_identifier"},
         {"aws_db_instance", "identifier"},
         {"aws_dms_replication_instance", "replication_instance_id"},
         {"aws_docdb_cluster", "cluster_identifier"},
         {"aws_elasticache_cluster", "cluster_id"},
         {"aws_elasticache_replication_group", "replication_group_id"},
         {"aws_elasticsearch_domain", "domain_name"},
         {"aws_lambda_function", "function_name"},
         {"aws_neptune_cluster", "cluster_identifier"},
         {"aws_opensearch_domain", "domain_name"},
         {"aws_rds_cluster", "cluster_identifier"},
         {"aws_redshift_cluster", "cluster_identifier"},
         {"aws_s3_bucket", "bucket"}}};
    for (const auto& [known, attribute] : k_names)
        if (known == type) return attribute;
    return "name";
}

}  // namespace spile::engine::terraform

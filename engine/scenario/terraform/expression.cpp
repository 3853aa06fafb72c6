#include "engine/scenario/terraform/expression.hpp"

#include <algorithm>

namespace spile::engine::scenario::terraform {

namespace {

using Kind = ConfigExpression::Kind;

void add_references(const ConfigExpression& from, std::vector<ConfigReference>& to) {
    for (const ConfigReference& reference : from.references)
        if (std::find(to.begin(), to.end(), reference) == to.end()) to.push_back(reference);
    for (const ConfigExpression::Block& block : from.blocks)
        for (const ConfigExpression& expression : block.expressions)
            add_references(expression, to);
}

class References {
  public:
    explicit References(const std::vector<ConfigReference>& all) : all_(all) {}

    PlanValue list() {
        for (std::size_t i = 0; i < all_.size(); ++i) {
            const auto same = [&](const ConfigReference& other) {
                return other.prefix == all_[i].prefix && other.rest == all_[i].rest;
            };
            const auto first = std::find_if(all_.begin(), all_.end(), same);
            if (first == all_.begin() + static_cast<std::ptrdiff_t>(i)) group(same);
        }
        return std::move(made_);
    }

  private:
    // One attribute of one resource, as the instances name it.
    template <class Same>
    void group(const Same& same) {
        std::vector<const ConfigReference*> members;
        for (const ConfigReference& reference : all_)
            if (same(reference)) members.push_back(&reference);
        const bool each = std::all_of(members.begin(), members.end(), [](const ConfigReference* member) {
            return !member->key.empty() && member->key == member->own_key;
        });
        if (each) {
            add(members.front()->prefix);
            add(is_count_key(members.front()->key) ? "count.index" : "each.key");
            return;
        }
        for (const ConfigReference* member : members)
            literal(*member);
    }

    // The whole, then what it is a part of, down to the resource.
    void literal(const ConfigReference& reference) {
        const std::string instance = reference.prefix + (reference.key.empty() ? "" : "[" + reference.key + "]");
        for (std::string rest = reference.rest; !rest.empty();) {
            add(instance + rest);
            const std::size_t cut = rest.find_last_of(".[");
            rest.resize(cut == std::string::npos ? 0 : cut);
        }
        add(instance);
        if (instance != reference.prefix) add(reference.prefix);
    }

    void add(std::string name) {
        PlanValue value = PlanValue::of_text(std::move(name));
        if (std::find(made_.items.begin(), made_.items.end(), value) == made_.items.end()) made_.add(std::move(value));
    }

    const std::vector<ConfigReference>& all_;
    PlanValue made_ = PlanValue::list();
};

}  // namespace

bool is_count_key(const std::string& key) {
    return !key.empty() && key.front() != '"';
}

void merge(ConfigExpression& into, const ConfigExpression& other) {
    if (into.kind == Kind::constant && other.kind == Kind::constant && into.constant == other.constant) return;
    if (into.kind == Kind::blocks && other.kind == Kind::blocks) {
        for (std::size_t i = 0; i < other.blocks.size(); ++i) {
            if (i == into.blocks.size()) {
                into.blocks.push_back(other.blocks[i]);
                continue;
            }
            ConfigExpression::Block& block = into.blocks[i];
            for (std::size_t j = 0; j < other.blocks[i].names.size(); ++j) {
                const std::string& name = other.blocks[i].names[j];
                const auto found = std::find(block.names.begin(), block.names.end(), name);
                if (found != block.names.end()) {
                    merge(block.expressions[static_cast<std::size_t>(found - block.names.begin())],
                          other.blocks[i].expressions[j]);
                } else {
                    block.names.push_back(name);
                    block.expressions.push_back(other.blocks[i].expressions[j]);
                }
            }
        }
        return;
    }
    ConfigExpression made;
    add_references(into, made.references);
    add_references(other, made.references);
    into = std::move(made);
}

PlanValue json_of(const ConfigExpression& expression) {
    PlanValue made = PlanValue::map();
    switch (expression.kind) {
        case Kind::constant:
            made.add("constant_value", expression.constant);
            return made;
        case Kind::computed:
            if (!expression.references.empty()) made.add("references", References(expression.references).list());
            return made;
        case Kind::blocks:
            break;
    }
    made = PlanValue::list();
    for (const ConfigExpression::Block& block : expression.blocks) {
        PlanValue inner = PlanValue::map();
        for (std::size_t i = 0; i < block.names.size(); ++i)
            inner.add(block.names[i], json_of(block.expressions[i]));
        made.add(std::move(inner));
    }
    return made;
}

}  // namespace spile::engine::scenario::terraform

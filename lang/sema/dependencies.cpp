#include "lang/sema/dependencies.hpp"

#include <algorithm>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <set>

namespace spile::lang::sema {

namespace {

// Whether a relation is used so that more of its tuples can only make more hold.
enum class Polarity : std::uint8_t { monotone, other };

class GraphBuilder {
  public:
    explicit GraphBuilder(Environment& env) : env_(env), program_(env.program) {}

    DependencyGraph build() {
        add_nodes();
        for (std::uint32_t i = 0; i < program_.relations.size(); ++i)
            relation(i);
        for (std::uint32_t i = 0; i < program_.functions.size(); ++i) {
            from_ = first_function_ + i;
            expr(program_.functions[i].body, Polarity::monotone);
        }
        for (const View& view : program_.views)
            this->view(view);
        return std::move(graph_);
    }

  private:
    void add_nodes() {
        for (std::uint32_t i = 0; i < program_.relations.size(); ++i)
            graph_.nodes.push_back({Node::Kind::relation, i, 0, program_.relations[i].name});
        first_function_ = static_cast<std::uint32_t>(graph_.nodes.size());
        for (std::uint32_t i = 0; i < program_.functions.size(); ++i)
            graph_.nodes.push_back({Node::Kind::function, i, 0, program_.functions[i].name});
        for (std::uint32_t i = 0; i < program_.entities.size(); ++i) {
            const Entity& entity = program_.entities[i];
            entity_nodes_.push_back(static_cast<std::uint32_t>(graph_.nodes.size()));
            graph_.nodes.push_back({Node::Kind::entity, i, 0, entity.name});
            for (std::uint32_t f = 0; f < entity.fields.size(); ++f)
                graph_.nodes.push_back({Node::Kind::entity_field, i, f, entity.name + "." + entity.fields[f].name});
        }
        graph_.edges.resize(graph_.nodes.size());
    }

    void depend(std::uint32_t to, Polarity polarity, SourceSpan where) {
        graph_.edges[from_].push_back({to, polarity == Polarity::other, where});
    }

    void relation(std::uint32_t index) {
        from_ = index;
        for (const Rule& rule : program_.relations[index].rules) {
            generators(rule.generators, Polarity::monotone);
            expr(rule.condition, Polarity::monotone);
        }
    }

    // Lets belong to the fields that read them.
    void view(const View& view) {
        lets_.clear();
        for (const Let& let : view.lets)
            lets_.emplace(let.slot, let.value);
        seen_lets_.clear();
        from_ = entity_nodes_[view.entity];
        expr(view.each_source, Polarity::other);
        expr(view.key, Polarity::other);
        expr(view.where, Polarity::other);
        for (std::uint32_t f = 0; f < view.fields.size(); ++f) {
            from_ = entity_nodes_[view.entity] + 1 + f;
            seen_lets_.clear();
            expr(view.fields[f], Polarity::other);
        }
        lets_.clear();
    }

    void generators(const std::vector<Generator>& all, Polarity polarity) {
        for (const Generator& generator : all) {
            expr(generator.source, Polarity::other);
            for (const Pattern& pattern : generator.patterns)
                expr(pattern.value, Polarity::other);
            if (generator.kind == Generator::Kind::relation) depend(generator.relation, polarity, generator.where);
            if (generator.kind == Generator::Kind::typed && generator.range.kind == Range::Kind::entity) {
                depend(entity_nodes_[generator.range.entity], Polarity::other, generator.where);
            }
        }
    }

    // Read back once for each type of the program, not at each expression that has it.
    std::optional<std::uint32_t> entity_of(std::uint32_t program_type) {
        const auto [found, added] = entities_.try_emplace(program_type);
        if (!added) return found->second;
        const TypeId type = type_of_text(env_, program_.types.at(program_type).text);
        if (env_.types.kind(type) == TypeKind::entity) found->second = env_.types[type].entity;
        return found->second;
    }

    void field(const Expr& access) {
        const std::optional<std::uint32_t> owner = entity_of(program_.expr(access.children.front()).type);
        if (!owner) return;
        const std::uint32_t entity = *owner;
        const auto& fields = program_.entities[entity].fields;
        for (std::uint32_t f = 0; f < fields.size(); ++f) {
            if (fields[f].name == access.text) depend(entity_nodes_[entity] + 1 + f, Polarity::other, access.where);
        }
    }

    void expr(ExprIndex index, Polarity polarity) {
        if (index == k_no_expr) return;
        const Expr& expr = program_.expr(index);
        const bool keeps = expr.op == Op::conjunction || expr.op == Op::disjunction || expr.op == Op::some;
        const Polarity inner = keeps ? polarity : Polarity::other;
        if (expr.op == Op::call_function) depend(first_function_ + expr.index, polarity, expr.where);
        if (expr.op == Op::call_relation) depend(expr.index, polarity, expr.where);
        if (expr.op == Op::field) field(expr);
        if (expr.op == Op::local) {
            const auto let = lets_.find(expr.slot);
            // Once: lets that read others twice each would be read as often as all ways through them.
            if (let != lets_.end() && seen_lets_.insert(let->first).second) this->expr(let->second, Polarity::other);
        }
        generators(expr.generators, inner);
        for (const Pattern& pattern : expr.patterns)
            this->expr(pattern.value, Polarity::other);
        for (const ExprIndex child : expr.children)
            this->expr(child, inner);
        this->expr(expr.condition, inner);
        this->expr(expr.by, inner);
    }

    Environment& env_;
    const Program& program_;
    DependencyGraph graph_;
    std::uint32_t from_ = 0;
    std::uint32_t first_function_ = 0;
    std::vector<std::uint32_t> entity_nodes_;  // fields follow their entity
    std::map<Slot, ExprIndex> lets_;
    std::set<Slot> seen_lets_;  // by the node that the edges are drawn from
    std::map<std::uint32_t, std::optional<std::uint32_t>> entities_;
};

class Components {
  public:
    explicit Components(DependencyGraph& graph)
        : graph_(graph), order_(graph.nodes.size(), 0), low_(graph.nodes.size(), 0), on_stack_(graph.nodes.size()) {
        graph_.component_of.resize(graph.nodes.size());
        for (std::uint32_t i = 0; i < graph.nodes.size(); ++i) {
            if (order_[i] == 0) visit(i);
        }
    }

  private:
    void visit(std::uint32_t node) {
        order_[node] = low_[node] = ++count_;
        stack_.push_back(node);
        on_stack_[node] = true;
        for (const Dependency& edge : graph_.edges[node]) {
            if (order_[edge.to] == 0) {
                visit(edge.to);
                low_[node] = std::min(low_[node], low_[edge.to]);
            } else if (on_stack_[edge.to]) {
                low_[node] = std::min(low_[node], order_[edge.to]);
            }
        }
        if (low_[node] == order_[node]) close(node);
    }

    void close(std::uint32_t root) {
        std::vector<std::uint32_t> component;
        std::uint32_t node = 0;
        do {
            node = stack_.back();
            stack_.pop_back();
            on_stack_[node] = false;
            graph_.component_of[node] = static_cast<std::uint32_t>(graph_.components.size());
            component.push_back(node);
        } while (node != root);
        std::sort(component.begin(), component.end());
        graph_.components.push_back(std::move(component));
    }

    DependencyGraph& graph_;
    std::vector<std::uint32_t> order_;
    std::vector<std::uint32_t> low_;
    std::vector<bool> on_stack_;
    std::vector<std::uint32_t> stack_;
    std::uint32_t count_ = 0;
};

}  // namespace

DependencyGraph dependencies(Environment& env) {
    DependencyGraph graph = GraphBuilder(env).build();
    Components find(graph);
    return graph;
}

bool DependencyGraph::is_recursive(const std::vector<std::uint32_t>& component) const {
    if (component.size() > 1) return true;
    const auto& own = edges[component.front()];
    return std::any_of(own.begin(), own.end(), [&](const Dependency& edge) { return edge.to == component.front(); });
}

std::vector<Dependency> cycle_through(const DependencyGraph& graph, std::uint32_t from, const Dependency& first) {
    std::map<std::uint32_t, std::pair<std::uint32_t, Dependency>> reached;  // node -> where from, by which edge
    std::deque<std::uint32_t> queue{first.to};
    while (!queue.empty() && !reached.contains(from) && first.to != from) {
        const std::uint32_t node = queue.front();
        queue.pop_front();
        for (const Dependency& edge : graph.edges[node]) {
            if (graph.component_of[edge.to] != graph.component_of[from] || edge.to == first.to) continue;
            if (reached.emplace(edge.to, std::pair{node, edge}).second) queue.push_back(edge.to);
        }
    }
    std::vector<Dependency> cycle;
    for (std::uint32_t node = from; node != first.to;) {
        const auto& [before, edge] = reached.at(node);
        cycle.insert(cycle.begin(), edge);
        node = before;
    }
    cycle.insert(cycle.begin(), first);
    return cycle;
}

std::string cycle_text(const DependencyGraph& graph, std::uint32_t from, const std::vector<Dependency>& cycle) {
    std::string text = "`" + graph.nodes[from].name + "`";
    for (const Dependency& edge : cycle)
        text += std::string(" → ") +
                (edge.strict && graph.nodes[edge.to].kind == Node::Kind::relation ? "not or all of " : "") + "`" +
                graph.nodes[edge.to].name + "`";
    return text;
}

std::vector<Label> cycle_labels(const DependencyGraph& graph, std::uint32_t from,
                                const std::vector<Dependency>& cycle) {
    std::vector<Label> labels;
    for (const Dependency& edge : cycle) {
        labels.push_back(
            {edge.where, "`" + graph.nodes[from].name + "` needs `" + graph.nodes[edge.to].name + "` here"});
        from = edge.to;
    }
    return labels;
}

}  // namespace spile::lang::sema

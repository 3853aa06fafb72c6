// Everything ends: no function calls itself, no entity is defined by itself, and recursion makes no new values.
#include <algorithm>
#include <set>

#include "lang/sema/dependencies.hpp"

namespace spile::lang::sema {

namespace {

void check_cycle(Environment& env, const DependencyGraph& graph, const std::vector<std::uint32_t>& component) {
    const auto of_kind = [&](Node::Kind kind) {
        return std::find_if(component.begin(), component.end(),
                            [&](std::uint32_t node) { return graph.nodes[node].kind == kind; });
    };
    const auto function = of_kind(Node::Kind::function);
    auto start = of_kind(Node::Kind::entity_field);
    if (start == component.end()) start = of_kind(Node::Kind::entity);
    const bool entity = start != component.end();
    if (!entity) start = function;
    if (start == component.end()) return;
    const auto& edges = graph.edges[*start];
    const auto inside = std::find_if(edges.begin(), edges.end(), [&](const Dependency& edge) {
        return graph.component_of[edge.to] == graph.component_of[*start];
    });
    const auto cycle = cycle_through(graph, *start, *inside);
    const std::string name = "`" + graph.nodes[*start].name + "`";
    env.report(entity ? DiagnosticKind::cyclic_definition : DiagnosticKind::recursive_function, inside->where,
               name + (entity ? " is defined by itself: " : " calls itself: ") + cycle_text(graph, *start, cycle),
               entity ? "" : "write a `rule` for what is reached over any number of steps",
               cycle_labels(graph, *start, cycle));
}

// Which slots of one rule hold values that recursion may have made, and which head slots they reach.
class RuleValues {
  public:
    RuleValues(Environment& env, const DependencyGraph& graph, std::uint32_t relation)
        : env_(env), program_(env.program), graph_(graph), relation_(relation) {}

    void check(const Rule& rule) {
        for (const Generator& generator : rule.generators)
            visit(generator);
        for (const Slot slot : rule.head) {
            const auto made = made_.find(slot);
            if (made == made_.end()) continue;
            env_.report(
                DiagnosticKind::recursive_values, made->second,
                "`" + program_.relations[relation_].name + "` would make new values out of its own, which need not end",
                "compute the value outside of the recursion, or keep to values that are there already");
        }
    }

  private:
    void visit(const Generator& generator) {
        if (generator.kind == Generator::Kind::relation) {
            if (graph_.component_of[generator.relation] != graph_.component_of[relation_]) return;
            for (const Pattern& pattern : generator.patterns) {
                if (pattern.kind == Pattern::Kind::bind) recursive_.insert(pattern.slot);
            }
            return;
        }
        if (generator.source == k_no_expr) return;
        const bool reads = reads_recursive(generator.source);
        for (const Slot slot : {generator.slot, generator.value_slot}) {
            if (slot == k_no_slot || !reads) continue;
            recursive_.insert(slot);
            if (makes_values(generator.source)) made_.emplace(slot, program_.expr(generator.source).where);
        }
        if (const auto from = made_source(generator.source)) made_.emplace(generator.slot, *from);
    }

    template <class Test>
    bool any_part(ExprIndex index, Test test) const {
        if (index == k_no_expr) return false;
        const Expr& expr = program_.expr(index);
        const auto deeper = [&](ExprIndex part) { return any_part(part, test); };
        if (test(expr) || std::any_of(expr.children.begin(), expr.children.end(), deeper)) return true;
        return std::any_of(expr.generators.begin(), expr.generators.end(),
                           [&](const Generator& each) { return deeper(each.source); });
    }

    bool reads_recursive(ExprIndex index) const {
        return any_part(index,
                        [&](const Expr& expr) { return expr.op == Op::local && recursive_.contains(expr.slot); });
    }

    // A value that was made already and is handed on.
    std::optional<SourceSpan> made_source(ExprIndex index) const {
        std::optional<SourceSpan> found;
        static_cast<void>(any_part(index, [&](const Expr& expr) {
            const auto made = expr.op == Op::local ? made_.find(expr.slot) : made_.end();
            if (made != made_.end()) found = made->second;
            return found.has_value();
        }));
        return found;
    }

    // The list that `x == e` became holds e itself; it makes nothing.
    bool makes_values(ExprIndex index) const {
        const Expr& expr = program_.expr(index);
        if (expr.op == Op::list && expr.children.size() == 1) return makes(expr.children.front());
        return makes(index);
    }

    bool makes(ExprIndex index) const {
        return any_part(index, [&](const Expr& expr) {
            switch (expr.op) {
                case Op::add:
                case Op::subtract:
                case Op::multiply:
                case Op::divide:
                case Op::concatenate:
                case Op::construct:
                case Op::list:
                case Op::set:
                case Op::map:
                case Op::list_comprehension:
                case Op::set_comprehension:
                case Op::map_comprehension:
                case Op::count:
                case Op::sum:
                case Op::call_builtin:
                    return true;
                case Op::call_function:
                    return makes(program_.functions.at(expr.index).body);
                default:
                    return false;
            }
        });
    }

    Environment& env_;
    const Program& program_;
    const DependencyGraph& graph_;
    std::uint32_t relation_;
    std::set<Slot> recursive_;
    std::map<Slot, SourceSpan> made_;
};

}  // namespace

void check_termination(Environment& env, const DependencyGraph& graph) {
    bool functions_end = true;
    for (const std::vector<std::uint32_t>& component : graph.components) {
        if (!graph.is_recursive(component)) continue;
        const std::size_t before = env.sink.error_count();
        check_cycle(env, graph, component);
        functions_end = functions_end && env.sink.error_count() == before;
    }
    if (!functions_end) return;  // looking into function bodies relies on it
    for (std::uint32_t i = 0; i < env.program.relations.size(); ++i) {
        if (!env.program.relations[i].recursive) continue;
        for (const Rule& rule : env.program.relations[i].rules)
            RuleValues(env, graph, i).check(rule);
    }
}

}  // namespace spile::lang::sema

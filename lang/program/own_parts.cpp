#include "lang/program/own_parts.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>

namespace spile::lang {

Part policy_part(const Program& program, std::uint32_t index) {
    const Policy& policy = program.policies[index];
    Part part{.kind = Part::Kind::policy, .index = index};
    for (const ExprIndex when : policy.whens)
        part.roots.push_back({when, Asked::truth});
    for (const Let& let : policy.lets)
        part.roots.push_back({let.value, Asked::value});
    for (const Demand& demand : policy.demands)
        part.roots.push_back({demand.condition, Asked::truth});
    part.lets = policy.lets;
    return part;
}

Part function_part(const Program& program, std::uint32_t index) {
    const Function& function = program.functions[index];
    const Asked asked = function.result == "bool" ? Asked::truth : Asked::value;
    return {.kind = Part::Kind::function, .index = index, .roots = {{function.body, asked}}};
}

Part rule_part(const Program& program, std::uint32_t relation, std::uint32_t rule) {
    const Rule& made = program.relations[relation].rules[rule];
    Part part{.kind = Part::Kind::rule, .index = relation, .rule = rule};
    part.leading = made.generators;
    Expr outside;
    outside.generators = made.generators;
    outside.condition = made.condition;
    part.roots = children_of(outside, Asked::value);
    return part;
}

Part view_part(const Program& program, std::uint32_t index) {
    const View& view = program.views[index];
    Part part{.kind = Part::Kind::view, .index = index};
    const auto add = [&](ExprIndex expr, Asked asked) {
        if (expr != k_no_expr) part.roots.push_back({expr, asked});
    };
    add(view.each_source, Asked::value);
    add(view.key, Asked::value);
    add(view.where, Asked::truth);
    for (const Let& let : view.lets)
        add(let.value, Asked::value);
    for (const ExprIndex field : view.fields)
        add(field, Asked::value);
    part.lets = view.lets;
    return part;
}

Part param_part(const Program& program, std::uint32_t index) {
    return {.kind = Part::Kind::param, .index = index, .roots = {{program.params[index].value, Asked::value}}};
}

namespace {

class Reach {
  public:
    /// Stays in `file`; without one, goes everywhere.
    Reach(const Program& program, std::uint32_t policy, std::optional<SourceId> file) : program_(program), file_(file) {
        range(program.policies[policy].subject);
        add(policy_part(program, policy));
    }

    std::vector<Part> parts() {
        for (std::size_t i = 0; i < parts_.size(); ++i) {
            const Part part = parts_[i];  // by copy: the list grows
            generators(part.leading);
            for (const AskedExpr& root : part.roots)
                walk(root);
        }
        return std::move(parts_);
    }

  private:
    void add(Part part) {
        if (seen_.insert({part.kind, part.index, part.rule}).second) parts_.push_back(std::move(part));
    }

    [[nodiscard]] bool own(SourceSpan where) const { return !file_ || where.source == *file_; }

    void relation(std::uint32_t index) {
        const Relation& relation = program_.relations[index];
        if (!own(relation.where)) return;
        for (std::uint32_t rule = 0; rule < relation.rules.size(); ++rule)
            add(rule_part(program_, index, rule));
    }

    void range(const Range& range) {
        if (range.kind != Range::Kind::entity) return;
        for (const std::uint32_t view : program_.entities[range.entity].views) {
            if (own(program_.views[view].where_declared)) add(view_part(program_, view));
        }
    }

    void generators(const std::vector<Generator>& generators) {
        for (const Generator& generator : generators) {
            if (generator.kind == Generator::Kind::relation) relation(generator.relation);
            if (generator.kind == Generator::Kind::typed) range(generator.range);
        }
    }

    void walk(const AskedExpr& at) {
        const Expr& expr = program_.expr(at.expr);
        generators(expr.generators);
        if (expr.op == Op::call_function && own(program_.functions[expr.index].where))
            add(function_part(program_, expr.index));
        if (expr.op == Op::call_relation) relation(expr.index);
        if (expr.op == Op::param && own(program_.params[expr.index].where)) add(param_part(program_, expr.index));
        for (const AskedExpr& child : children_of(expr, at.asked))
            walk(child);
    }

    const Program& program_;
    std::optional<SourceId> file_;
    std::vector<Part> parts_;
    std::set<std::tuple<Part::Kind, std::uint32_t, std::uint32_t>> seen_;
};

}  // namespace

std::vector<Part> own_parts(const Program& program, std::uint32_t policy) {
    return Reach(program, policy, program.policies[policy].where.source).parts();
}

std::vector<std::uint32_t> params_of(const Program& program, std::uint32_t policy) {
    std::vector<std::uint32_t> params;
    for (const Part& part : Reach(program, policy, std::nullopt).parts()) {
        if (part.kind == Part::Kind::param) params.push_back(part.index);
    }
    std::sort(params.begin(), params.end());
    return params;
}

std::vector<Part> all_parts(const Program& program) {
    std::vector<Part> parts;
    for (std::uint32_t i = 0; i < program.params.size(); ++i)
        parts.push_back(param_part(program, i));
    for (std::uint32_t i = 0; i < program.functions.size(); ++i)
        parts.push_back(function_part(program, i));
    for (std::uint32_t i = 0; i < program.relations.size(); ++i) {
        for (std::uint32_t rule = 0; rule < program.relations[i].rules.size(); ++rule)
            parts.push_back(rule_part(program, i, rule));
    }
    for (std::uint32_t i = 0; i < program.views.size(); ++i)
        parts.push_back(view_part(program, i));
    for (std::uint32_t i = 0; i < program.policies.size(); ++i)
        parts.push_back(policy_part(program, i));
    return parts;
}

}  // namespace spile::lang

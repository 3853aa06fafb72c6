// What is not an expression: types that subjects and generators go through, rules, the severity.
#include <algorithm>

#include "lang/mutation/lister.hpp"

namespace spile::lang::mutation {

namespace {

// Resource types that the program names, in order.
std::set<std::string> types_of(const Program& program, const std::string& tool) {
    std::set<std::string> types;
    const auto add = [&](const std::string& of, const std::string& type) {
        if (of == tool && type != "*") types.insert(type);
    };
    const auto add_range = [&](const Range& range) {
        if (range.kind == Range::Kind::raw) add(range.tool, range.type);
    };
    for (const View& view : program.views)
        add(view.tool, view.type);
    for (const Policy& policy : program.policies)
        add_range(policy.subject);
    for (const Expr& expr : program.exprs) {
        for (const Generator& generator : expr.generators) {
            if (generator.kind == Generator::Kind::typed) add_range(generator.range);
        }
    }
    return types;
}

}  // namespace

std::string Lister::range_text(const Range& range) const {
    switch (range.kind) {
        case Range::Kind::resource:
            return "Resource";
        case Range::Kind::raw:
            return range.tool + (range.type == "*" ? " *" : " \"" + range.type + "\"");
        case Range::Kind::entity:
            break;
    }
    const Entity& entity = program_.entities[range.entity];
    return entity.module.substr(entity.module.rfind('.') + 1) + "." + entity.name;
}

// The next one in order of name; the same when there is no other.
Range Lister::other_range(const Range& range) const {
    Range other = range;
    if (range.kind == Range::Kind::entity) {
        std::vector<std::pair<std::string, std::uint32_t>> entities;
        for (std::uint32_t i = 0; i < program_.entities.size(); ++i) {
            const Entity& entity = program_.entities[i];
            if (!entity.views.empty()) entities.emplace_back(entity.module + "." + entity.name, i);
        }
        std::sort(entities.begin(), entities.end());
        const auto own = std::find_if(entities.begin(), entities.end(),
                                      [&](const auto& each) { return each.second == range.entity; });
        if (own == entities.end()) return other;
        const auto next = own + 1 == entities.end() ? entities.begin() : own + 1;
        other.entity = next->second;
        return other;
    }
    const std::string tool = range.tool.empty() ? "cfn" : range.tool;
    const std::set<std::string> types = types_of(program_, tool);
    if (types.empty()) return other;
    const auto next = types.upper_bound(range.kind == Range::Kind::raw ? range.type : std::string());
    other.kind = Range::Kind::raw;
    other.tool = tool;
    other.type = next == types.end() ? *types.begin() : *next;
    return other;
}

void Lister::subject_type() {
    const Policy& policy = program_.policies[policy_];
    Policy changed = policy;
    changed.subject = other_range(policy.subject);
    const std::string before = range_text(policy.subject);
    const std::string after = range_text(changed.subject);
    if (before == after) return;
    ProgramChange change;
    change.policy = {policy_, std::move(changed)};
    add(MutationKind::type, policy.where, "for " + before, "for " + after, "a subject of " + before, std::move(change));
}

void Lister::generator_types(const Place& place) {
    for (std::size_t i = 0; i < place.expr->generators.size(); ++i) {
        const Generator& generator = place.expr->generators[i];
        if (generator.kind != Generator::Kind::typed || generator.where.source != source_) continue;
        Expr changed = *place.expr;
        Range& range = changed.generators[i].range;
        range = other_range(generator.range);
        const std::string after = range_text(range);
        if (after == range_text(generator.range)) continue;
        const auto colon = find_word(sources_, source_, generator.where.span, ":");
        if (!colon) continue;
        Place shown = place;
        shown.shown = place.expr->where;
        add(MutationKind::type, shown, std::move(changed), {{{colon->end, generator.where.span.end}, " " + after}},
            "an input with a resource of " + range_text(generator.range));
    }
}

void Lister::rules(const Part& part) {
    if (part.kind != Part::Kind::rule) return;
    const Relation& relation = program_.relations[part.index];
    if (relation.rules.size() < 2) return;
    Relation changed = relation;
    changed.rules.erase(changed.rules.begin() + part.rule);
    ProgramChange change;
    change.relation = {part.index, std::move(changed)};
    const Rule& rule = relation.rules[part.rule];
    const LineColumn line = sources_.line_column(rule.where.source, rule.where.span.begin);
    add(MutationKind::rule, rule.where, on_one_line(sources_.line_text(rule.where.source, line.line)),
        "rule " + relation.name + ": left out", "an input in which only this rule makes `" + relation.name + "` true",
        std::move(change));
}

void Lister::severity() {
    const Policy& policy = program_.policies[policy_];
    Policy changed = policy;
    changed.severity = policy.severity == Severity::critical
                           ? Severity::high
                           : static_cast<Severity>(static_cast<std::uint8_t>(policy.severity) + 1);
    const std::string after(word(changed.severity));
    ProgramChange change;
    change.policy = {policy_, std::move(changed)};
    add(MutationKind::severity, policy.where, "severity " + std::string(word(policy.severity)), "severity " + after,
        "a step that states the severity", std::move(change));
}

}  // namespace spile::lang::mutation

// Declaration nodes -> Module. A declaration that ended in a syntax error stays with what was read, if that is enough
// to know its name and shape; its missing body is an `error` expression.
#include <algorithm>
#include <array>
#include <utility>

#include "lang/syntax/builder.hpp"

namespace spile::lang::syntax {

namespace {

template <class T>
std::uint32_t push(std::vector<T>& to, T what) {
    to.push_back(std::move(what));
    return static_cast<std::uint32_t>(to.size() - 1);
}

}  // namespace

void Builder::build_module() {
    collect_comments();
    std::vector<NodeId> top;
    for (auto next = static_cast<NodeId>(state_.nodes.size()); next > 0; next = state_.nodes[next - 1].first)
        top.push_back(next - 1);
    std::reverse(top.begin(), top.end());
    for (const NodeId id : top) {
        if (kind(id) == NodeKind::module_header) module_.name = name(children(id)[0]);
        if (kind(id) == NodeKind::import) import(id);
        if (kind(id) == NodeKind::declaration) declaration(id);
    }
}

void Builder::import(NodeId id) {
    if (!module_.declarations.empty())
        report(DiagnosticKind::misplaced_member, node(id).span,
               "`import` after a declaration, expected before the first");
    const std::vector<NodeId> parts = children(id);
    Import out{name(parts[0]), std::nullopt};
    if (parts.size() > 1) out.alias = name(parts[1]);
    module_.imports.push_back(std::move(out));
}

void Builder::declaration(NodeId id) {
    const std::vector<NodeId> parts = children(id);
    if (parts.empty()) return;
    std::optional<Declaration> out = declare(parts.back());
    if (!out) return;
    out->is_private = kind(parts[0]) == NodeKind::private_flag;
    out->span = node(id).span;
    out->doc = doc_before(out->span.begin);
    module_.declarations.push_back(std::move(*out));
}

std::optional<Declaration> Builder::declare(NodeId id) {
    using Kind = Declaration::Kind;
    const auto made = [&](Kind kind, std::optional<std::uint32_t> index) -> std::optional<Declaration> {
        if (!index) return std::nullopt;
        Declaration out{};
        out.kind = kind;
        out.index = *index;
        return out;
    };
    switch (kind(id)) {
        case NodeKind::param:
            return made(Kind::param, param(id));
        case NodeKind::function:
            return made(Kind::function, function(id));
        case NodeKind::rule:
            return made(Kind::rule, rule(id));
        case NodeKind::entity:
            return made(Kind::entity, entity(id));
        case NodeKind::view:
            return made(Kind::view, view(id));
        case NodeKind::policy:
            return made(Kind::policy, policy(id));
        case NodeKind::waiver:
            return made(Kind::waiver, waiver(id));
        case NodeKind::gate:
            return made(Kind::gate, gate(id));
        default:
            return std::nullopt;
    }
}

std::optional<std::uint32_t> Builder::param(NodeId id) {
    const std::vector<NodeId> parts = children(id);
    if (parts.size() < 2) return std::nullopt;
    Param out{name(parts[0]), type(parts[1]), no_expr};
    if (parts.size() > 2) out.value = expr(parts[2]);
    return push(module_.params, std::move(out));
}

std::optional<std::uint32_t> Builder::function(NodeId id) {
    const std::vector<NodeId> parts = children(id);
    const std::optional<NodeId> result = find(parts, NodeKind::type);
    if (!result) return std::nullopt;
    Function out{.name = name(parts[0]), .result = type(*result)};
    for (const NodeId part : parts)
        if (kind(part) == NodeKind::field) out.parameters.push_back(field(part));
    out.body = parts.back() == *result ? missing_expr(id) : expr(parts.back());
    return push(module_.functions, std::move(out));
}

std::optional<std::uint32_t> Builder::rule(NodeId id) {
    const std::vector<NodeId> parts = children(id);
    if (parts.size() < 2) return std::nullopt;
    Rule out{.name = name(parts[0])};
    for (const NodeId part : parts)
        if (kind(part) == NodeKind::field) out.parameters.push_back(field(part));
    out.body = kind(parts.back()) == NodeKind::field ? missing_expr(id) : expr(parts.back());
    return push(module_.rules, std::move(out));
}

std::optional<std::uint32_t> Builder::entity(NodeId id) {
    const std::vector<NodeId> parts = children(id);
    if (parts.empty()) return std::nullopt;
    Entity out{.name = name(parts[0])};
    for (const NodeId part : parts)
        if (kind(part) == NodeKind::field) out.fields.push_back(field(part));
    return push(module_.entities, std::move(out));
}

std::optional<std::uint32_t> Builder::view(NodeId id) {
    const std::vector<NodeId> parts = children(id);
    if (parts.size() < 3) return std::nullopt;
    View out{.entity = name(parts[0]), .variable = name(parts[1]), .raw = raw_type(parts[2])};
    for (const NodeId part : parts) {
        if (kind(part) == NodeKind::each_clause) {
            const std::vector<NodeId> clause = children(part);
            out.each = name(clause[0]);
            out.each_source = expr(clause[1]);
            out.key = expr(clause[2]);
        }
        if (kind(part) == NodeKind::where_clause) out.where = first_expr(part);
        if (kind(part) == NodeKind::let) {
            if (!out.fields.empty())
                report(DiagnosticKind::misplaced_member, token_at(state_.text, node(part).span.begin),
                       "`let` after a field, expected before the first");
            out.lets.push_back(let(part));
        }
        if (kind(part) == NodeKind::view_field) out.fields.push_back(let(part));
    }
    return push(module_.views, std::move(out));
}

std::optional<std::uint32_t> Builder::policy(NodeId id) {
    const std::vector<NodeId> parts = children(id);
    const bool whole = parts.size() > 1 && kind(parts[1]) == NodeKind::string;
    if (!whole) return std::nullopt;
    Policy out{.name = name(parts[0]), .title = quoted(parts[1])};
    const std::vector<NodeId> members(parts.begin() + 2, parts.end());
    check_policy(out, id, members);
    for (const NodeId member : members)
        policy_member(out, member);
    if (!find(members, NodeKind::policy_for)) return std::nullopt;
    return push(module_.policies, std::move(out));
}

void Builder::policy_member(Policy& policy, NodeId id) {
    const std::vector<NodeId> parts = children(id);
    switch (kind(id)) {
        case NodeKind::policy_id:
            policy.id = name(parts[0]);
            break;
        case NodeKind::policy_severity:
            policy.severity = name(parts[0]);
            break;
        case NodeKind::policy_controls:
            policy.controls = texts(id);
            break;
        case NodeKind::policy_same_as:
            policy.same_as = texts(id);
            break;
        case NodeKind::policy_on_unknown:
            policy.on_unknown = OnUnknown{name(parts[0]), quoted(parts[1])};
            break;
        case NodeKind::policy_for:
            policy.variable = name(parts[0]);
            policy.subject = subject(parts[1]);
            break;
        case NodeKind::policy_when:
            policy.whens.push_back(first_expr(id));
            break;
        case NodeKind::let:
            policy.lets.push_back(let(id));
            break;
        case NodeKind::require:
            policy.demands.push_back(demand(id, Demand::Kind::require));
            break;
        case NodeKind::deny:
            policy.demands.push_back(demand(id, Demand::Kind::deny));
            break;
        case NodeKind::remedy:
            policy.remedy = quoted(parts[0]);
            break;
        default:
            break;
    }
}

// The grammar takes members in any order, for better messages; their order and number are checked here.
void Builder::check_policy(const Policy& policy, NodeId id, const std::vector<NodeId>& members) {
    const auto rank = [](NodeKind kind) {
        switch (kind) {
            case NodeKind::policy_for:
                return 1;
            case NodeKind::policy_when:
                return 2;
            case NodeKind::let:
                return 3;
            case NodeKind::require:
            case NodeKind::deny:
                return 4;
            case NodeKind::remedy:
                return 5;
            default:
                return 0;
        }
    };
    const auto word = [&](NodeId member) { return token_at(state_.text, node(member).span.begin); };
    const auto quoted_word = [&](NodeId member) { return "`" + std::string(text(word(member))) + "`"; };
    std::array<bool, 256> seen{};
    for (std::size_t i = 0; i < members.size(); ++i) {
        const NodeKind each = kind(members[i]);
        const bool once = rank(each) < 2 || rank(each) == 5;
        if (std::exchange(seen[static_cast<std::size_t>(each)], true) && once) {
            report(DiagnosticKind::misplaced_member, word(members[i]),
                   quoted_word(members[i]) + " again, expected once in a policy");
        } else if (i > 0 && rank(each) < rank(kind(members[i - 1]))) {
            report(DiagnosticKind::misplaced_member, word(members[i]),
                   quoted_word(members[i]) + " after " + quoted_word(members[i - 1]) + ", expected before",
                   "the order is: metadata, `for`, `when`, `let`, `require` and `deny`, `remedy`");
        }
    }
    if (node(id).broken || has_error_in(node(id).span)) return;
    if (!find(members, NodeKind::policy_for)) {
        report(DiagnosticKind::misplaced_member, policy.name.span, "policy `" + policy.name.text + "` has no `for`");
    }
    if (!find(members, NodeKind::require) && !find(members, NodeKind::deny)) {
        report(DiagnosticKind::misplaced_member, policy.name.span,
               "policy `" + policy.name.text + "` has neither `require` nor `deny`");
    }
}

Demand Builder::demand(NodeId id, Demand::Kind as) {
    const std::vector<NodeId> parts = children(id);
    Demand out{.kind = as, .condition = first_expr(id), .span = node(id).span};
    if (const auto at = find(parts, NodeKind::at_clause)) {
        for (const NodeId place : children(*at))
            out.at.push_back(expr(place));
    }
    out.message = message(parts);
    return out;
}

std::optional<std::uint32_t> Builder::waiver(NodeId id) {
    const std::vector<NodeId> parts = children(id);
    if (parts.empty() || node(id).broken) return std::nullopt;
    Waiver out{.policy = name(parts[0])};
    for (std::size_t i = 1; i < parts.size(); ++i)
        waiver_member(out, parts[i]);
    return push(module_.waivers, std::move(out));
}

void Builder::waiver_member(Waiver& waiver, NodeId id) {
    const std::vector<NodeId> parts = children(id);
    const auto once = [&](bool there) {
        const Span word = token_at(state_.text, node(id).span.begin);
        if (there)
            report(DiagnosticKind::misplaced_member, word,
                   "`" + std::string(text(word)) + "` again, expected once in a waiver");
    };
    switch (kind(id)) {
        case NodeKind::waiver_for:
            waiver.subject = quoted(parts[0]);
            break;
        case NodeKind::waiver_in:
            waiver.document = quoted(parts[0]);
            break;
        case NodeKind::waiver_owner:
            once(waiver.owner.has_value());
            waiver.owner = quoted(parts[0]);
            break;
        case NodeKind::waiver_reason:
            once(waiver.reason.has_value());
            waiver.reason = quoted(parts[0]);
            break;
        case NodeKind::waiver_until:
            once(waiver.until.has_value());
            check_time(node(parts[0]));
            waiver.until = name(parts[0]);
            break;
        default:
            break;
    }
}

std::optional<std::uint32_t> Builder::gate(NodeId id) {
    const std::vector<NodeId> parts = children(id);
    if (parts.size() < 3 || node(id).broken) return std::nullopt;
    Gate out{.name = name(parts[0]), .variable = name(parts[1]), .type = type(parts[2])};
    for (const NodeId part : parts) {
        using Kind = GateClause::Kind;
        switch (kind(part)) {
            case NodeKind::let:
                out.lets.push_back(let(part));
                break;
            case NodeKind::gate_evidence:
                out.clauses.push_back(gate_clause(part, Kind::require_evidence));
                break;
            case NodeKind::gate_require:
                out.clauses.push_back(gate_clause(part, Kind::require_when));
                break;
            case NodeKind::gate_allow:
                out.clauses.push_back(gate_clause(part, Kind::allow_when));
                break;
            case NodeKind::gate_forbid:
                out.clauses.push_back(gate_clause(part, Kind::forbid_when));
                break;
            default:
                break;
        }
    }
    return push(module_.gates, std::move(out));
}

GateClause Builder::gate_clause(NodeId id, GateClause::Kind as) {
    const std::vector<NodeId> parts = children(id);
    GateClause out{.kind = as, .span = node(id).span};
    if (as == GateClause::Kind::require_evidence) {
        out.evidence = texts(id);
        if (const auto fresh = find(parts, NodeKind::gate_fresh)) {
            check_time(node(children(*fresh)[0]));
            out.fresh = name(children(*fresh)[0]);
        }
    } else {
        out.condition = first_expr(id);
    }
    out.message = message(parts);
    return out;
}

Field Builder::field(NodeId id) {
    const std::vector<NodeId> parts = children(id);
    return {name(parts[0]), type(parts[1]), doc_before(node(id).span.begin)};
}

Let Builder::let(NodeId id) {
    const std::vector<NodeId> parts = children(id);
    return {name(parts[0]), expr(parts[1]), node(id).span};
}

std::vector<Text> Builder::texts(NodeId id) {
    std::vector<Text> out;
    for (const NodeId part : children(id))
        if (kind(part) == NodeKind::string) out.push_back(quoted(part));
    return out;
}

std::optional<Text> Builder::message(const std::vector<NodeId>& among) {
    const std::optional<NodeId> found = find(among, NodeKind::message);
    if (!found) return std::nullopt;
    return quoted(children(*found)[0]);
}

ExprId Builder::first_expr(NodeId id) {
    const std::vector<NodeId> parts = children(id);
    return parts.empty() ? missing_expr(id) : expr(parts[0]);
}

ExprId Builder::missing_expr(NodeId id) {
    const Span end{node(id).span.end, node(id).span.end};
    return add({.kind = ExprKind::error, .span = end, .text_span = end});
}

bool Builder::has_error_in(Span span) const {
    return std::any_of(state_.error_offsets.begin(), state_.error_offsets.end(),
                       [&](std::uint32_t at) { return span.begin <= at && at <= span.end; });
}

}  // namespace spile::lang::syntax

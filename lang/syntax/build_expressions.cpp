// Expression nodes -> Exprs. Recursion follows the grammar's nesting, which is limited; chains are loops.
#include <algorithm>

#include "lang/syntax/builder.hpp"

namespace spile::lang::syntax {

ExprId Builder::build_last_expression() {
    collect_comments();
    if (state_.nodes.empty()) return no_expr;
    return expr(static_cast<NodeId>(state_.nodes.size() - 1));
}

ExprId Builder::add(Expr expr) {
    std::uint32_t depth = 0;
    const auto below = [&](ExprId id) {
        if (id != no_expr) depth = std::max(depth, depths_[id]);
    };
    const auto below_arguments = [&](const std::vector<Argument>& arguments) {
        for (const Argument& each : arguments)
            below(each.value);
    };
    for (const ExprId child : expr.children)
        below(child);
    below_arguments(expr.arguments);
    for (const Generator& each : expr.generators) {
        below(each.source);
        below_arguments(each.arguments);
    }
    below(expr.where);
    below(expr.by);
    if (++depth > expression_depth_limit) {
        if (!too_deep_) {
            report(DiagnosticKind::nesting_too_deep, expr.text_span.end > 0 ? expr.text_span : expr.span,
                   "an expression of more than " + std::to_string(expression_depth_limit) + " steps",
                   "name a part of it with `let` or `fn`");
        }
        too_deep_ = true;
        expr = Expr{.kind = ExprKind::error, .span = expr.span, .text_span = expr.span};
        depth = 1;
    }
    module_.exprs.push_back(std::move(expr));
    depths_.push_back(depth);
    return static_cast<ExprId>(module_.exprs.size() - 1);
}

ExprId Builder::expr(NodeId id) {
    const Node& at = node(id);
    switch (at.kind) {
        case NodeKind::variable:
            return leaf(id, ExprKind::name, std::string(text(at.span)));
        case NodeKind::wildcard:
            return leaf(id, ExprKind::wildcard, "_");
        case NodeKind::boolean:
            return leaf(id, ExprKind::bool_literal, std::string(text(at.span)));
        case NodeKind::null:
            return leaf(id, ExprKind::null_literal, "null");
        case NodeKind::string:
            return leaf(id, ExprKind::string_literal, decoded(at.span));
        case NodeKind::raw_string:
            return leaf(id, ExprKind::regex_literal, std::string(text({at.span.begin + 2, at.span.end - 1})));
        case NodeKind::number: {
            std::string digits(text(at.span));
            std::erase(digits, '_');
            return leaf(id, ExprKind::number_literal, std::move(digits));
        }
        case NodeKind::time:
            check_time(at);
            return leaf(id, ExprKind::time_literal, std::string(text(at.span)));
        case NodeKind::domain_literal:
            return domain_literal(id);
        case NodeKind::conditional:
            return plain(id, ExprKind::conditional);
        case NodeKind::negation:
            return plain(id, ExprKind::negate);
        case NodeKind::disjunction:
        case NodeKind::conjunction:
            return connective(id);
        case NodeKind::quantifier:
            return quantifier(id);
        case NodeKind::comparison:
            return comparison(id);
        case NodeKind::sum:
        case NodeKind::term:
        case NodeKind::coalesce:
            return chain(id);
        case NodeKind::path:
            return path(id);
        case NodeKind::aggregate:
            return aggregate(id);
        case NodeKind::list:
        case NodeKind::set:
            return collection(id);
        case NodeKind::empty_map:
            return add({.kind = ExprKind::map, .span = at.span});
        default:
            return missing_expr(id);
    }
}

ExprId Builder::leaf(NodeId id, ExprKind as, std::string content) {
    return add({.kind = as, .span = node(id).span, .text = std::move(content), .text_span = node(id).span});
}

ExprId Builder::plain(NodeId id, ExprKind as) {
    Expr out{.kind = as, .span = node(id).span};
    for (const NodeId child : children(id))
        out.children.push_back(expr(child));
    return add(std::move(out));
}

ExprId Builder::domain_literal(NodeId id) {
    const std::vector<NodeId> parts = children(id);
    const std::string_view word = text(node(parts[0]).span);
    const ExprKind as = word == "cidr"      ? ExprKind::cidr_literal
                        : word == "arn"     ? ExprKind::arn_literal
                        : word == "version" ? ExprKind::version_literal
                                            : ExprKind::glob_literal;
    const Span quoted_span = node(parts[1]).span;
    return add({.kind = as, .span = node(id).span, .text = decoded(quoted_span), .text_span = quoted_span});
}

ExprId Builder::connective(NodeId id) {
    const bool is_and = kind(id) == NodeKind::conjunction;
    Expr out{.kind = is_and ? ExprKind::conjunction : ExprKind::disjunction,
             .span = node(id).span,
             .text = is_and ? "and" : "or"};
    for (const NodeId child : children(id))
        out.children.push_back(expr(child));
    return add(std::move(out));
}

// operand (operator operand)*, left to right.
ExprId Builder::chain(NodeId id) {
    const ExprKind as = kind(id) == NodeKind::coalesce ? ExprKind::coalesce : ExprKind::arithmetic;
    const std::vector<NodeId> parts = children(id);
    ExprId left = expr(parts[0]);
    for (std::size_t i = 1; i + 1 < parts.size() && !too_deep_; i += 2) {
        const Span sign = node(parts[i]).span;
        const ExprId right = expr(parts[i + 1]);
        left = add({.kind = as,
                    .span = {node(id).span.begin, node(parts[i + 1]).span.end},
                    .text = std::string(text(sign)),
                    .text_span = sign,
                    .children = {left, right}});
    }
    return left;
}

ExprId Builder::comparison(NodeId id) {
    const std::vector<NodeId> parts = children(id);
    const Span sign = node(parts[1]).span;
    std::string word(text(sign));
    if (word.starts_with("not")) word = "not in";  // whatever blanks were between
    Expr out{.kind = parts.size() == 2 ? ExprKind::test : ExprKind::compare,
             .span = node(id).span,
             .text = std::move(word),
             .text_span = sign,
             .children = {expr(parts[0])}};
    if (parts.size() > 2) out.children.push_back(expr(parts[2]));
    return add(std::move(out));
}

ExprId Builder::path(NodeId id) {
    const std::vector<NodeId> parts = children(id);
    ExprId base = expr(parts[0]);
    for (std::size_t i = 1; i < parts.size() && !too_deep_; ++i) {
        const std::vector<NodeId> inner = children(parts[i]);
        Expr out{.span = {node(id).span.begin, node(parts[i]).span.end}, .children = {base}};
        switch (kind(parts[i])) {
            case NodeKind::field_suffix:
                out.kind = ExprKind::field;
                out.text = text(node(inner[0]).span);
                out.text_span = node(inner[0]).span;
                break;
            case NodeKind::project_suffix:
                out.kind = ExprKind::project;
                break;
            case NodeKind::index_suffix:
                out.kind = ExprKind::index;
                out.children.push_back(expr(inner[0]));
                break;
            default:
                out.kind = ExprKind::call;
                out.arguments = arguments(inner);
                break;
        }
        if (out.text_span.end == 0) out.text_span = node(parts[i]).span;
        base = add(std::move(out));
    }
    return base;
}

std::vector<Argument> Builder::arguments(const std::vector<NodeId>& ids) {
    std::vector<Argument> out;
    for (const NodeId id : ids) {
        const std::vector<NodeId> parts = children(id);
        Argument each;
        if (kind(parts[0]) == NodeKind::argument_name) {
            // The rule takes the colon along; the name is the word before it.
            const Span word = token_at(state_.text, node(parts[0]).span.begin);
            each.name = Name{std::string(text(word)), word};
        }
        each.value = expr(parts.back());
        out.push_back(std::move(each));
    }
    return out;
}

bool Builder::is_generator(NodeKind kind) {
    return kind >= NodeKind::pair_generator && kind <= NodeKind::relation_generator;
}

Generator Builder::generator(NodeId id) {
    Generator out;
    out.span = node(id).span;
    std::vector<NodeId> parts = children(id);
    const auto take_name = [&] {
        out.names.push_back(name(parts.front()));
        parts.erase(parts.begin());
    };
    switch (kind(id)) {
        case NodeKind::pair_generator:
            out.kind = Generator::Kind::pair_in;
            take_name();
            take_name();
            out.source = expr(parts[0]);
            break;
        case NodeKind::in_generator:
            out.kind = Generator::Kind::in;
            take_name();
            out.source = expr(parts[0]);
            break;
        case NodeKind::typed_generator:
            out.kind = Generator::Kind::typed;
            take_name();
            out.subject = subject(parts[0]);
            break;
        default:
            out.kind = Generator::Kind::relation;
            out.relation = name(parts[0]);
            out.arguments = arguments({parts.begin() + 1, parts.end()});
            break;
    }
    return out;
}

std::vector<NodeId> Builder::take_clauses(Expr& to, const std::vector<NodeId>& from) {
    std::vector<NodeId> rest;
    for (const NodeId id : from) {
        if (is_generator(kind(id))) {
            to.generators.push_back(generator(id));
        } else if (kind(id) == NodeKind::where_clause) {
            to.where = first_expr(id);
        } else if (kind(id) == NodeKind::by_clause) {
            to.by = first_expr(id);
        } else if (kind(id) == NodeKind::distinct_flag) {
            to.distinct = true;
        } else {
            rest.push_back(id);
        }
    }
    return rest;
}

ExprId Builder::quantifier(NodeId id) {
    const std::vector<NodeId> parts = children(id);
    const Span word = node(parts[0]).span;
    Expr out{.span = node(id).span, .text = std::string(text(word)), .text_span = word};
    out.kind = out.text == "some" ? ExprKind::some : out.text == "none" ? ExprKind::none : ExprKind::all;
    for (const NodeId body : take_clauses(out, {parts.begin() + 1, parts.end()}))
        out.children.push_back(expr(body));
    return add(std::move(out));
}

ExprId Builder::aggregate(NodeId id) {
    const std::vector<NodeId> parts = children(id);
    const Span word = node(parts[0]).span;
    Expr out{.kind = ExprKind::aggregate,
             .span = node(id).span,
             .text = std::string(text(word)),
             .text_span = word,
             .children = {no_expr}};
    // `count(x for …)`: value, marker. `count(R(x), …)`: the value is the first generator.
    const std::vector<NodeId> value = take_clauses(out, {parts.begin() + 1, parts.end()});
    if (value.size() == 1) {
        std::optional<Generator> relation = as_relation(expr(value[0]));
        if (!relation || out.distinct) {
            report(DiagnosticKind::syntax_error, node(value[0]).span,
                   "found a value without `for`, expected `for` and generators after it, or a relation");
        } else {
            out.generators.insert(out.generators.begin(), std::move(*relation));
        }
    } else if (!value.empty()) {
        out.children[0] = expr(value[0]);
    }
    return add(std::move(out));
}

// A call of a dotted name, read as the tuples of that relation.
std::optional<Generator> Builder::as_relation(ExprId id) const {
    const Expr& call = module_.exprs[id];
    if (call.kind != ExprKind::call) return std::nullopt;
    const std::string relation = dotted(call.children[0]);
    if (relation.empty()) return std::nullopt;
    Generator out;
    out.kind = Generator::Kind::relation;
    out.span = call.span;
    out.relation = {relation, module_.exprs[call.children[0]].span};
    out.arguments = call.arguments;
    return out;
}

std::string Builder::dotted(ExprId id) const {
    const Expr& at = module_.exprs[id];
    if (at.kind == ExprKind::name) return at.text;
    if (at.kind != ExprKind::field) return "";
    const std::string base = dotted(at.children[0]);
    return base.empty() ? "" : base + "." + at.text;
}

ExprId Builder::collection(NodeId id) {
    Expr out{.span = node(id).span};
    std::vector<NodeId> items = take_clauses(out, children(id));
    const auto marker = std::find_if(items.begin(), items.end(), [&](NodeId n) { return kind(n) == NodeKind::map; });
    const bool is_map = marker != items.end();
    if (is_map) items.erase(marker);
    for (const NodeId item : items)
        out.children.push_back(expr(item));
    const bool is_list = kind(id) == NodeKind::list;
    if (out.generators.empty()) {
        out.kind = is_list ? ExprKind::list : is_map ? ExprKind::map : ExprKind::set;
    } else {
        out.kind = is_list  ? ExprKind::list_comprehension
                   : is_map ? ExprKind::map_comprehension
                            : ExprKind::set_comprehension;
    }
    return add(std::move(out));
}

}  // namespace spile::lang::syntax

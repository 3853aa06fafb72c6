// Nodes -> Module. One builder a file; expressions in build_expressions.cpp, the rest in build_declarations.cpp.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lang/syntax/ast.hpp"
#include "lang/syntax/parse_state.hpp"

namespace spile::lang::syntax {

/// Deepest tree of expressions that is handed out, so that whoever walks one may recurse.
inline constexpr std::uint32_t expression_depth_limit = 400;

class Builder {
  public:
    Builder(ParseState& state, Module& module) : state_(state), module_(module) {}

    /// The whole file.
    void build_module();
    /// The expression at the end of the node list.
    ExprId build_last_expression();

  private:
    // What expressions and declarations share.
    [[nodiscard]] std::vector<NodeId> children(NodeId id) const;
    [[nodiscard]] const Node& node(NodeId id) const { return state_.nodes[id]; }
    [[nodiscard]] NodeKind kind(NodeId id) const { return state_.nodes[id].kind; }
    [[nodiscard]] std::string_view text(Span span) const;
    [[nodiscard]] Name name(NodeId id) const;
    /// The first child of that kind.
    [[nodiscard]] std::optional<NodeId> find(const std::vector<NodeId>& among, NodeKind wanted) const;
    Text quoted(NodeId id);
    std::string decoded(Span quoted_span);
    void add_escape(std::string& out, std::string_view body, std::size_t& at, std::uint32_t offset);
    void check_time(const Node& time);
    Type type(NodeId id);
    RawType raw_type(NodeId id);
    Subject subject(NodeId id);
    void report(DiagnosticKind kind, Span span, std::string message, std::string help = {});

    // Expressions.
    ExprId add(Expr expr);
    ExprId expr(NodeId id);
    ExprId leaf(NodeId id, ExprKind as, std::string content);
    ExprId domain_literal(NodeId id);
    ExprId chain(NodeId id);       // sum, term, coalesce
    ExprId connective(NodeId id);  // and, or
    ExprId comparison(NodeId id);
    ExprId path(NodeId id);
    ExprId quantifier(NodeId id);
    ExprId aggregate(NodeId id);
    ExprId collection(NodeId id);          // list, set, map and their comprehensions
    ExprId plain(NodeId id, ExprKind as);  // all children are operands
    std::vector<Argument> arguments(const std::vector<NodeId>& ids);
    Generator generator(NodeId id);
    std::optional<Generator> as_relation(ExprId id) const;
    [[nodiscard]] std::string dotted(ExprId id) const;
    static bool is_generator(NodeKind kind);
    /// Takes generators, `where` and `by` out of `from` into `to`; the rest is returned.
    std::vector<NodeId> take_clauses(Expr& to, const std::vector<NodeId>& from);

    // Declarations.
    void import(NodeId id);
    void declaration(NodeId id);
    std::optional<Declaration> declare(NodeId id);
    std::optional<std::uint32_t> param(NodeId id);
    std::optional<std::uint32_t> function(NodeId id);
    std::optional<std::uint32_t> rule(NodeId id);
    std::optional<std::uint32_t> entity(NodeId id);
    std::optional<std::uint32_t> view(NodeId id);
    std::optional<std::uint32_t> policy(NodeId id);
    std::optional<std::uint32_t> waiver(NodeId id);
    std::optional<std::uint32_t> gate(NodeId id);
    void policy_member(Policy& policy, NodeId id);
    void check_policy(const Policy& policy, NodeId id, const std::vector<NodeId>& members);
    void waiver_member(Waiver& waiver, NodeId id);
    Demand demand(NodeId id, Demand::Kind as);
    GateClause gate_clause(NodeId id, GateClause::Kind as);
    Field field(NodeId id);
    Let let(NodeId id);
    std::vector<Text> texts(NodeId id);
    std::optional<Text> message(const std::vector<NodeId>& among);
    ExprId first_expr(NodeId id);
    ExprId missing_expr(NodeId id);
    [[nodiscard]] bool has_error_in(Span span) const;

    // Comments.
    void collect_comments();
    [[nodiscard]] std::string doc_before(std::uint32_t offset) const;

    ParseState& state_;
    Module& module_;
    std::vector<std::uint32_t> depths_;  // of each expression's tree
    bool too_deep_ = false;
};

}  // namespace spile::lang::syntax

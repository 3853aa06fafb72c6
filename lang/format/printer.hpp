// Walks a module and its source side by side: the tree says where lines may break, the source gives the tokens and
// comments, so nothing can get lost or change.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "lang/format/layout.hpp"
#include "lang/syntax/ast.hpp"

namespace spile::lang::format {

/// Borrows both for its lifetime.
class Printer {
  public:
    Printer(const syntax::Module& module, std::string_view text) : module_(module), text_(text) {}
    [[nodiscard]] std::string print();

  private:
    enum class Blank : std::uint8_t { never, keep, always };

    // Tokens and comments (printer.cpp).
    void token(std::string_view expected);
    void source(Span span);
    void word(std::string_view expected);  // token and a blank
    void flush_comments(Blank blank);
    void trailing_comment();
    /// Starts a line; comments before its first token come first.
    void start_line(Blank blank);
    [[nodiscard]] char peek();

    // Bodies and lists.
    void bracketed(std::string_view open, std::string_view close, const std::function<void()>& inside);
    template <class Items, class Each>
    void separated(const Items& items, const Each& each) {
        bool first = true;
        for (const auto& item : items) {
            if (!first) {
                token(",");
                out_.line();
            }
            first = false;
            each(item);
        }
    }
    /// One line of a body; lines are printed in the order of their places in the source.
    struct Line {
        std::uint32_t begin;
        std::function<void()> print;
    };
    void body(std::vector<Line> lines);

    // Expressions (print_expressions.cpp).
    void expr(syntax::ExprId id);
    void bare(const syntax::Expr& at);  // without the parentheses around it
    void connective(const syntax::Expr& at, std::uint32_t indent);
    void binary(const syntax::Expr& at, std::string_view sign, std::uint32_t indent);
    void compare(const syntax::Expr& at);
    void quantifier(const syntax::Expr& at);
    void aggregate(const syntax::Expr& at);
    void collection(const syntax::Expr& at);
    void conditional(const syntax::Expr& at);
    void arguments(const std::vector<syntax::Argument>& arguments);
    void generators(const std::vector<syntax::Generator>& generators);
    void generator(const syntax::Generator& at);
    void subject(const syntax::Subject& subject);
    void raw_type(const syntax::RawType& raw);
    void type(const syntax::Type& type);
    [[nodiscard]] bool ends_in_bracket(syntax::ExprId id) const;
    [[nodiscard]] const syntax::Expr& node(syntax::ExprId id) const { return module_.exprs.at(id); }

    // Declarations (print_declarations.cpp).
    void header();
    void declaration(const syntax::Declaration& at);
    void param(const syntax::Param& at);
    void function(const syntax::Function& at);
    void rule(const syntax::Rule& at);
    void entity(const syntax::Entity& at);
    void view(const syntax::View& at);
    void policy(const syntax::Policy& at);
    void policy_metadata(const syntax::Policy& at, std::vector<Line>& lines);
    void waiver(const syntax::Waiver& at);
    void gate(const syntax::Gate& at);
    void clause(const syntax::GateClause& at);
    void demand(const syntax::Demand& at);
    void message(const syntax::Text& message);
    void let(const syntax::Let& at);
    void fields(const std::vector<syntax::Field>& fields);
    void metadata(std::string_view keyword);
    void texts(const std::vector<syntax::Text>& texts);
    /// `= value`, on the next line where it does not fit.
    void assigned(syntax::ExprId value);
    [[nodiscard]] static bool is_block(const syntax::Declaration& at);
    [[nodiscard]] std::uint32_t begin_of(syntax::ExprId id) const { return node(id).span.begin; }

    const syntax::Module& module_;
    std::string_view text_;
    Layout out_;
    std::uint32_t operator_indent_ = 4;  // of the next expression's operators: 0 where it has lines of its own
    std::size_t at_ = 0;                 // behind the last token or comment that was printed
};

}  // namespace spile::lang::format

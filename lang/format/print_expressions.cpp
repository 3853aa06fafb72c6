// Expressions and types. Groups break before operators and clauses, inside brackets one item a line.
#include <utility>

#include "lang/format/printer.hpp"

namespace spile::lang::format {

using syntax::Argument;
using syntax::Expr;
using syntax::ExprId;
using syntax::ExprKind;
using syntax::Generator;
using syntax::no_expr;

void Printer::expr(ExprId id) {
    // Parentheses are no part of the tree: those before the expression's first byte are its own, and are kept.
    int parentheses = 0;
    while (peek() == '(' && at_ < begin_of(id)) {
        if (parentheses++ == 0) out_.open_group();
        token("(");
        out_.align();
    }
    if (parentheses > 0) operator_indent_ = 4;
    bare(node(id));
    for (int i = 0; i < parentheses; ++i) {
        flush_comments(Blank::never);
        out_.unnest();
        token(")");
    }
    if (parentheses > 0) out_.close_group();
}

void Printer::bare(const Expr& at) {
    const std::uint32_t indent = std::exchange(operator_indent_, 4);
    switch (at.kind) {
        case ExprKind::null_literal:
        case ExprKind::bool_literal:
        case ExprKind::number_literal:
        case ExprKind::string_literal:
        case ExprKind::regex_literal:
        case ExprKind::time_literal:
        case ExprKind::name:
        case ExprKind::wildcard:
            return source(at.span);
        case ExprKind::cidr_literal:
            word("cidr");
            return source(at.text_span);
        case ExprKind::arn_literal:
            word("arn");
            return source(at.text_span);
        case ExprKind::version_literal:
            word("version");
            return source(at.text_span);
        case ExprKind::glob_literal:
            word("glob");
            return source(at.text_span);
        case ExprKind::list:
        case ExprKind::set:
        case ExprKind::map:
        case ExprKind::list_comprehension:
        case ExprKind::set_comprehension:
        case ExprKind::map_comprehension:
            return collection(at);
        case ExprKind::aggregate:
            return aggregate(at);
        case ExprKind::field:
            expr(at.children[0]);
            token(".");
            return source(at.text_span);
        case ExprKind::project:
            expr(at.children[0]);
            token("[");
            token("*");
            return token("]");
        case ExprKind::index:
            expr(at.children[0]);
            return bracketed("[", "]", [&] { expr(at.children[1]); });
        case ExprKind::call:
            expr(at.children[0]);
            return bracketed("(", ")", [&] { arguments(at.arguments); });
        case ExprKind::negate:
            word("not");
            return expr(at.children[0]);
        case ExprKind::conjunction:
        case ExprKind::disjunction:
            return connective(at, indent);
        case ExprKind::conditional:
            return conditional(at);
        case ExprKind::compare:
            return compare(at);
        case ExprKind::test:
            expr(at.children[0]);
            out_.space();
            return token(at.text);
        case ExprKind::arithmetic:
            return binary(at, at.text, indent);
        case ExprKind::coalesce:
            return binary(at, "??", indent);
        case ExprKind::some:
        case ExprKind::none:
        case ExprKind::all:
            return quantifier(at);
        case ExprKind::error:
            return;
    }
}

void Printer::connective(const Expr& at, std::uint32_t indent) {
    out_.open_group();
    expr(at.children[0]);
    out_.nest(indent);
    for (std::size_t i = 1; i < at.children.size(); ++i) {
        out_.line();
        word(at.text);
        expr(at.children[i]);
    }
    out_.unnest();
    out_.close_group();
}

void Printer::binary(const Expr& at, std::string_view sign, std::uint32_t indent) {
    out_.open_group();
    operator_indent_ = indent;  // a chain leans to the left
    expr(at.children[0]);
    operator_indent_ = 4;
    out_.nest(indent);
    out_.line();
    word(sign);
    expr(at.children[1]);
    out_.unnest();
    out_.close_group();
}

void Printer::compare(const Expr& at) {
    expr(at.children[0]);
    out_.space();
    if (at.text == "not in") {
        word("not");
        token("in");
    } else {
        token(at.text);
    }
    if (ends_in_bracket(at.children[1])) {
        out_.space();
        return expr(at.children[1]);
    }
    // A group of its own: a left side over several lines does not push the right one down.
    out_.open_group();
    out_.nest(4);
    out_.line();
    expr(at.children[1]);
    out_.unnest();
    out_.close_group();
}

void Printer::conditional(const Expr& at) {
    out_.open_group();
    word("if");
    expr(at.children[0]);
    out_.nest(4);
    out_.line();
    word("then");
    expr(at.children[1]);
    out_.line();
    word("else");
    expr(at.children[2]);
    out_.unnest();
    out_.close_group();
}

void Printer::quantifier(const Expr& at) {
    out_.open_group();
    word(at.text);
    generators(at.generators);
    out_.nest(4);
    if (at.where != no_expr) {
        out_.line();
        word("where");
        expr(at.where);
    }
    if (at.kind == ExprKind::all) {
        out_.line();
        word("satisfy");
        expr(at.children[0]);
    }
    out_.unnest();
    out_.close_group();
}

void Printer::aggregate(const Expr& at) {
    token(at.text);
    token("(");
    out_.align();
    out_.open_group();
    out_.open_group();
    if (at.distinct) word("distinct");
    if (at.children[0] != no_expr) {
        expr(at.children[0]);
        out_.line();
        word("for");
    }
    generators(at.generators);
    out_.close_group();
    if (at.where != no_expr) {
        out_.line();
        word("where");
        expr(at.where);
    }
    if (at.by != no_expr) {
        out_.line();
        word("by");
        expr(at.by);
    }
    flush_comments(Blank::never);
    out_.close_group();
    out_.unnest();
    token(")");
}

void Printer::collection(const Expr& at) {
    const bool is_list = at.kind == ExprKind::list || at.kind == ExprKind::list_comprehension;
    const bool is_map = at.kind == ExprKind::map || at.kind == ExprKind::map_comprehension;
    if (at.kind == ExprKind::map && at.children.empty()) {
        token("{");
        token(":");
        return token("}");
    }
    const auto entries = [&] {
        const std::size_t step = is_map ? 2 : 1;
        for (std::size_t i = 0; i < at.children.size(); i += step) {
            if (i > 0) {
                token(",");
                out_.line();
            }
            expr(at.children[i]);
            if (!is_map) continue;
            word(":");
            expr(at.children[i + 1]);
        }
        if (at.generators.empty()) return;
        out_.line();
        word("for");
        generators(at.generators);
        if (at.where == no_expr) return;
        out_.line();
        word("where");
        expr(at.where);
    };
    bracketed(is_list ? "[" : "{", is_list ? "]" : "}", entries);
}

void Printer::arguments(const std::vector<Argument>& arguments) {
    separated(arguments, [&](const Argument& each) {
        if (each.name) {
            source(each.name->span);
            word(":");
        }
        expr(each.value);
    });
}

void Printer::generators(const std::vector<Generator>& generators) {
    out_.open_group();
    out_.nest(8);
    separated(generators, [&](const Generator& each) { generator(each); });
    out_.unnest();
    out_.close_group();
}

void Printer::generator(const Generator& at) {
    switch (at.kind) {
        case Generator::Kind::in:
        case Generator::Kind::pair_in:
            if (at.kind == Generator::Kind::pair_in) {
                token("(");
                source(at.names[0].span);
                word(",");
                source(at.names[1].span);
                token(")");
            } else {
                source(at.names[0].span);
            }
            out_.space();
            word("in");
            return expr(at.source);
        case Generator::Kind::typed:
            source(at.names[0].span);
            word(":");
            return subject(*at.subject);
        case Generator::Kind::relation:
            break;
    }
    source(at.relation.span);
    bracketed("(", ")", [&] { arguments(at.arguments); });
}

void Printer::subject(const syntax::Subject& subject) {
    if (subject.scope == syntax::Subject::Scope::change) {
        word("change");
        word("of");
    }
    if (subject.scope == syntax::Subject::Scope::external) word("external");
    if (subject.raw) raw_type(*subject.raw);
    if (subject.type) type(*subject.type);
}

void Printer::raw_type(const syntax::RawType& raw) {
    word(raw.tool.text);
    if (raw.type) return source(raw.type->span);
    token("*");
}

void Printer::type(const syntax::Type& type) {
    source(type.name.span);
    if (!type.arguments.empty()) {
        token("<");
        bool first = true;
        for (const syntax::Type& each : type.arguments) {
            if (!first) word(",");
            first = false;
            this->type(each);
        }
        token(">");
    }
    if (type.optional) token("?");
}

bool Printer::ends_in_bracket(ExprId id) const {
    switch (node(id).kind) {
        case ExprKind::list:
        case ExprKind::set:
        case ExprKind::map:
        case ExprKind::call:
        case ExprKind::aggregate:
            return true;
        default:
            return false;
    }
}

}  // namespace spile::lang::format

#include "lang/sema/graft.hpp"

#include <charconv>

#include "lang/syntax/parse.hpp"

namespace spile::lang::sema {

namespace {

// Moves spans and ids of one parsed expression to their places in the module.
class Transplant {
  public:
    Transplant(const OffsetMap& place, syntax::ExprId shift) : place_(place), shift_(shift) {}

    void move(syntax::Expr& expr) const {
        move(expr.span);
        move(expr.text_span);
        for (syntax::ExprId& child : expr.children)
            move(child);
        for (syntax::Argument& argument : expr.arguments)
            move(argument);
        for (syntax::Generator& generator : expr.generators)
            move(generator);
        move(expr.where);
        move(expr.by);
    }
    void move(Span& span) const { span = {place_(span.begin), place_(span.end)}; }
    void move(syntax::ExprId& id) const {
        if (id != syntax::no_expr) id += shift_;
    }

  private:
    void move(syntax::Argument& argument) const {
        if (argument.name) move(argument.name->span);
        move(argument.value);
    }
    void move(syntax::Type& type) const {
        move(type.span);
        move(type.name.span);
        for (syntax::Type& argument : type.arguments)
            move(argument);
    }
    void move(syntax::Subject& subject) const {
        move(subject.span);
        if (subject.type) move(*subject.type);
        if (!subject.raw) return;
        move(subject.raw->span);
        move(subject.raw->tool.span);
        if (subject.raw->type) move(subject.raw->type->span);
    }
    void move(syntax::Generator& generator) const {
        move(generator.span);
        move(generator.relation.span);
        move(generator.source);
        for (syntax::Name& name : generator.names)
            move(name.span);
        if (generator.subject) move(*generator.subject);
        for (syntax::Argument& argument : generator.arguments)
            move(argument);
    }

    const OffsetMap& place_;
    syntax::ExprId shift_;
};

// Bytes that the escape at the start of `rest` takes in the file and in the decoded text.
std::pair<std::size_t, std::size_t> escape_lengths(std::string_view rest) {
    const std::size_t close = rest.find('}');
    if (!rest.starts_with("\\u{") || close == rest.npos) return {2, 1};
    std::uint32_t code = 0;
    std::from_chars(rest.data() + 3, rest.data() + close, code, 16);
    return {close + 1, code < 0x80 ? 1U : code < 0x800 ? 2U : code < 0x10000 ? 3U : 4U};
}

}  // namespace

syntax::ExprId graft_expression(syntax::Module& module, std::string_view text, const OffsetMap& place,
                                DiagnosticSink& sink) {
    SourceMap scratch;
    DiagnosticSink found;
    const SourceId id = scratch.add("", std::string(text));
    syntax::ParsedExpression parsed = syntax::parse_expression(id, scratch, found);
    const Transplant transplant(place, static_cast<syntax::ExprId>(module.exprs.size()));
    for (Diagnostic diagnostic : found.all()) {
        diagnostic.where.source = module.source;
        transplant.move(diagnostic.where.span);
        diagnostic.labels.clear();
        sink.add(std::move(diagnostic));
    }
    if (parsed.root == syntax::no_expr || found.has_errors()) return syntax::no_expr;
    for (syntax::Expr& expr : parsed.holder.exprs) {
        transplant.move(expr);
        module.exprs.push_back(std::move(expr));
    }
    transplant.move(parsed.root);
    return parsed.root;
}

std::vector<std::uint32_t> decoded_offsets(std::string_view written, std::uint32_t begin) {
    std::vector<std::uint32_t> offsets;
    const std::size_t end = written.empty() ? 0 : written.size() - 1;
    std::size_t at = 1;
    offsets.reserve(end + 1);
    while (at < end) {
        if (written[at] != '\\') {
            offsets.push_back(begin + static_cast<std::uint32_t>(at));
            ++at;
            continue;
        }
        const std::pair<std::size_t, std::size_t> lengths = escape_lengths(written.substr(at));
        offsets.insert(offsets.end(), lengths.second, begin + static_cast<std::uint32_t>(at));
        at += lengths.first;
    }
    offsets.push_back(begin + static_cast<std::uint32_t>(end));
    return offsets;
}

}  // namespace spile::lang::sema

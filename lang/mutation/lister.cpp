#include "lang/mutation/lister.hpp"

#include <algorithm>

#include "lang/source/balanced.hpp"

namespace spile::lang::mutation {

namespace {

// FNV-1a (Fowler, Noll, Vo), folded to 32 bits.
std::string fingerprint_of(const std::string& identity) {
    std::uint64_t hash = 0xcbf29ce484222325ULL;
    for (const char c : identity) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 0x100000001b3ULL;
    }
    const auto folded = static_cast<std::uint32_t>(hash ^ (hash >> 32U));
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    for (unsigned shift = 32; shift > 0; shift -= 4)
        out += digits[(folded >> (shift - 4)) & 0xfU];
    return out;
}

bool is_logic(Op op) {
    return op == Op::negate || op == Op::conjunction || op == Op::disjunction || op == Op::conditional;
}

}  // namespace

std::vector<Mutant> Lister::list() {
    severity();
    subject_type();
    left_out_roots();
    for (const Part& part : own_parts(program_, policy_)) {
        rules(part);
        for (const Let& let : part.lets) {
            if (makes_truth(program_.expr(let.value).op)) named_conditions_.insert(let.slot);
        }
        for (const AskedExpr& root : part.roots) {
            const Expr& expr = program_.expr(root.expr);
            walk({.index = root.expr, .expr = &expr, .asked = root.asked, .shown = expr.where});
        }
        named_conditions_.clear();
    }
    std::stable_sort(mutants_.begin(), mutants_.end(),
                     [](const Mutant& a, const Mutant& b) { return a.where.span < b.where.span; });
    return std::move(mutants_);
}

void Lister::walk(const Place& place) {
    const Expr& expr = *place.expr;
    Place here = place;
    const bool condition = place.asked == Asked::truth || makes_truth(expr.op);
    if (condition && !is_logic(expr.op) && expr.where.source == source_) here.shown = expr.where;
    visit(here);
    for (const AskedExpr& child : children_of(expr, place.asked)) {
        const auto found = std::find(expr.children.begin(), expr.children.end(), child.expr);
        Place below{.index = child.expr, .expr = &program_.expr(child.expr), .asked = child.asked, .shown = here.shown};
        below.parent = &expr;
        below.is_operand = found != expr.children.end();
        below.position = static_cast<std::size_t>(found - expr.children.begin());
        walk(below);
    }
}

// What has no place in the file was not written in it.
void Lister::visit(const Place& place) {
    if (place.expr->where.source != source_) return;
    comparisons(place);
    connectives(place);
    presence(place);
    negations(place);
    branches(place);
    quantifiers(place);
    left_out_operands(place);
    left_out_where(place);
    literals(place);
    members(place);
    defaults(place);
    arithmetic(place);
    calls(place);
    generator_types(place);
}

Expr Lister::truth_literal(const Expr& in_place_of, bool value) {
    Expr made;
    made.op = Op::boolean;
    made.where = in_place_of.where;
    made.text = value ? "true" : "false";
    made.type = in_place_of.type;
    return made;
}

Expr Lister::standing_in(const Expr& operand, const Expr& whole) {
    Expr made = operand;
    made.where = whole.where;
    return made;
}

void Lister::add(MutationKind kind, const Place& place, Expr changed, std::vector<Edit> edits, std::string needs) {
    ProgramChange change;
    change.exprs.emplace_back(place.index, std::move(changed));
    add(kind, place.shown, std::move(edits), std::move(needs), std::move(change));
}

void Lister::add(MutationKind kind, SourceSpan shown, std::vector<Edit> edits, std::string needs,
                 ProgramChange change) {
    if (edits.empty()) return;
    shown = balanced(sources_, shown);
    const auto outside = [&](const Edit& edit) {
        return edit.at.begin < shown.span.begin || edit.at.end > shown.span.end || edit.at.end < edit.at.begin;
    };
    if (std::any_of(edits.begin(), edits.end(), outside)) return;
    const SourceSpan where = at(edits.front().at);
    std::string original = on_one_line(sources_.text(shown));
    add(kind, where, std::move(original), edited(sources_, shown, std::move(edits)), std::move(needs),
        std::move(change));
    mutants_.back().shown = shown;
}

void Lister::add(MutationKind kind, SourceSpan where, std::string original, std::string mutated, std::string needs,
                 ProgramChange change) {
    Mutant made;
    made.kind = kind;
    made.policy = policy_;
    made.where = where;
    made.original = std::move(original);
    made.mutated = std::move(mutated);
    made.needs = std::move(needs);
    std::string identity = program_.policies[policy_].id;
    for (const std::string& part : {std::string(word(kind)), made.original, made.mutated})
        identity += '\n' + part;
    if (const int before = repeated_[identity]++; before > 0) identity += '\n' + std::to_string(before);
    made.fingerprint = fingerprint_of(identity);
    made.change = std::move(change);
    mutants_.push_back(std::move(made));
}

}  // namespace spile::lang::mutation

namespace spile::lang {

std::vector<Mutant> mutants_of(const Program& program, const SourceMap& sources, std::uint32_t policy) {
    return mutation::Lister(program, sources, policy).list();
}

}  // namespace spile::lang

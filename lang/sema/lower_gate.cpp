// Gates: allow or forbid a stage for one entity.
#include "lang/sema/declarations.hpp"
#include "lang/sema/literals.hpp"

namespace spile::lang::sema {

namespace {

GateClause lower_evidence(Body& body, const syntax::GateClause& clause) {
    GateClause made;
    made.kind = GateClause::Kind::require_evidence;
    for (const syntax::Text& name : clause.evidence) {
        made.evidence.push_back(name.text);
        if (name.text.empty()) body.report(DiagnosticKind::bad_literal, name.span, "evidence needs a name");
    }
    if (!clause.fresh) return made;
    made.fresh = clause.fresh->text;
    if (!is_duration(made.fresh)) {
        body.report(DiagnosticKind::bad_literal, clause.fresh->span, "`" + made.fresh + "` is no duration",
                    "write " + std::string(domain_literal(TypeKind::duration)->expected));
    }
    return made;
}

// Like demands, `allow` and `require` show what a leading `all` goes through, `forbid` what a leading `some` does.
GateClause lower_condition_clause(Body& body, const syntax::GateClause& clause) {
    GateClause made;
    const bool forbid = clause.kind == syntax::GateClause::Kind::forbid_when;
    made.kind = forbid                                                ? GateClause::Kind::forbid_when
                : clause.kind == syntax::GateClause::Kind::allow_when ? GateClause::Kind::allow_when
                                                                      : GateClause::Kind::require_when;
    const syntax::Expr& condition = body.syntax_of(clause.condition);
    const bool leading = condition.kind == (forbid ? syntax::ExprKind::some : syntax::ExprKind::all);
    made.condition = leading ? lower_leading(body, condition).expr : lower_condition(body, clause.condition);
    return made;
}

Gate lower_gate(Body& body, const syntax::Gate& gate) {
    Gate made;
    made.module = body.env.modules.at(body.module_index).name;
    made.name = gate.name.text;
    made.where = body.at(gate.name.span);
    const TypeId type = resolve_type(body.env, body.module_index, body.module.source, gate.type);
    made.entity = body.env.types[type].entity;
    if (type != k_any && body.env.types.kind(type) != TypeKind::entity) {
        body.report(DiagnosticKind::type_mismatch, gate.type.span,
                    "a gate is for an entity, and `" + body.env.types.text(type) + "` is none");
    }
    made.variable = bind(body, gate.variable, type, Use::optional);
    made.lets = lower_lets(body, gate.lets);
    for (const syntax::GateClause& clause : gate.clauses) {
        const ScopeMark outer = mark(body);
        const bool evidence = clause.kind == syntax::GateClause::Kind::require_evidence;
        GateClause lowered = evidence ? lower_evidence(body, clause) : lower_condition_clause(body, clause);
        lowered.where = body.at(clause.span);
        if (clause.message) lowered.message = lower_message(body, *clause.message);
        made.clauses.push_back(std::move(lowered));
        leave(body, outer);
    }
    made.frame = body.frame;
    return made;
}

}  // namespace

void lower_gates(Environment& env, Modules& modules, std::uint32_t module) {
    for (const syntax::Gate& gate : modules[module].gates) {
        Body body{env, modules[module], module};
        env.program.gates.push_back(lower_gate(body, gate));
    }
}

}  // namespace spile::lang::sema

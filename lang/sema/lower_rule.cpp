// Rules. A body becomes generators in evaluation order and one condition: conjuncts that bind names are taken in source
// order as soon as what they need is bound, the rest is the condition. An `or` at the top is one rule for each side.
#include <algorithm>

#include "lang/sema/declarations.hpp"

namespace spile::lang::sema {

namespace {

using syntax::ExprKind;
using Conjuncts = std::vector<syntax::ExprId>;

void flatten(const syntax::Module& module, syntax::ExprId id, ExprKind kind, Conjuncts& into) {
    if (id == syntax::no_expr) return;
    const syntax::Expr& expr = module.exprs.at(id);
    if (expr.kind != kind) return into.push_back(id);
    for (const syntax::ExprId child : expr.children)
        flatten(module, child, kind, into);
}

class RuleBody {
  public:
    RuleBody(Environment& env, syntax::Module& module, std::uint32_t index, const syntax::Rule& rule)
        : body_{env, module, index, true}, rule_(rule) {
        made_.where = body_.at(rule.name.span);
    }

    Rule lower_alternative(syntax::ExprId alternative) {
        bind_head();
        Conjuncts conjuncts;
        flatten(body_.module, alternative, ExprKind::conjunction, conjuncts);
        solve(conjuncts);
        for (std::size_t i = 0; i < made_.head.size(); ++i)
            check_head(i);
        leave(body_, {});
        made_.condition = joined_conditions(alternative);
        made_.frame = body_.frame;
        return std::move(made_);
    }

  private:
    void bind_head() {
        for (const syntax::Field& parameter : rule_.parameters) {
            const TypeId type = resolve_type(body_.env, body_.module_index, body_.module.source, parameter.type);
            made_.head.push_back(bind(body_, parameter.name, type, Use::required));
            if (Binding* head = find_binding(body_, parameter.name.text)) head->bound = false;
        }
    }

    void check_head(std::size_t i) {
        Binding* head = head_at(made_.head[i]);
        if (!head || head->bound || bind_by_type(*head)) return;
        body_.report(DiagnosticKind::unbound_variable, rule_.parameters[i].name.span,
                     "nothing in the body binds `" + head->name + "`",
                     "bind it by a relation, a generator, or `" + head->name + " == …` outside of `not`");
    }

    Binding* head_at(Slot slot) {
        const auto found = std::find_if(body_.scope.begin(), body_.scope.end(),
                                        [&](const Binding& each) { return each.slot == slot; });
        return found == body_.scope.end() ? nullptr : &*found;
    }

    bool bind_by_type(Binding& head) {
        const auto range = range_of(body_.env, head.type);
        if (!range) return false;
        Generator generator;
        generator.kind = Generator::Kind::typed;
        generator.slot = head.slot;
        generator.range = *range;
        generator.where = head.where;
        made_.generators.push_back(std::move(generator));
        head.bound = true;
        return true;
    }

    void solve(const Conjuncts& conjuncts) {
        levels_.push_back(conjuncts);
        Conjuncts pending = conjuncts;
        while (take_one(pending, &RuleBody::take_binder) || take_one(pending, &RuleBody::lift_some) ||
               range_over_one(pending)) {
        }
        for (const syntax::ExprId id : pending) {
            assume_levels(id);
            conditions_.push_back(lower_condition(body_, id));
        }
        levels_.pop_back();
        body_.present.clear();
    }

    // What every other conjunct on the way says is there.
    void assume_levels(syntax::ExprId except) {
        body_.present.clear();
        for (const Conjuncts& level : levels_) {
            for (const syntax::ExprId id : level) {
                if (id != except) assume(body_, id, Holds::yes);
            }
        }
    }

    bool take_one(Conjuncts& pending, bool (RuleBody::*take)(syntax::ExprId)) {
        for (auto id = pending.begin(); id != pending.end(); ++id) {
            assume_levels(*id);
            if (!(this->*take)(*id)) continue;
            pending.erase(id);
            return true;
        }
        return false;
    }

    bool take_binder(syntax::ExprId id) {
        const syntax::Expr& expr = body_.syntax_of(id);
        if (expr.kind == ExprKind::call) return take_relation(expr);
        if (expr.kind != ExprKind::compare) return false;
        if (expr.text == "==") {
            return take_equality(expr.children[0], expr.children[1]) ||
                   take_equality(expr.children[1], expr.children[0]);
        }
        return expr.text == "in" && take_membership(expr);
    }

    bool is_ready(syntax::ExprId id) { return unbound_names(body_, id).empty(); }

    bool take_relation(const syntax::Expr& call) {
        const syntax::Expr& callee = body_.syntax_of(call.children.front());
        const std::string name = dotted_name(body_, call.children.front());
        if (name.empty() || !find_member(body_.env, body_.module_index, name, &ModuleNames::relations, {}))
            return false;
        const bool ready = std::all_of(call.arguments.begin(), call.arguments.end(), [&](const auto& argument) {
            const ExprKind kind = body_.syntax_of(argument.value).kind;
            return kind == ExprKind::name || kind == ExprKind::wildcard || is_ready(argument.value);
        });
        if (!ready) return false;
        Generator generator;
        generator.kind = Generator::Kind::relation;
        generator.relation = find_callee(body_, name, callee.span).index;
        generator.where = body_.at(call.span);
        generator.patterns = lower_patterns(body_, generator.relation, call.arguments, call.span, NewNames::bind);
        made_.generators.push_back(std::move(generator));
        return true;
    }

    // The name that the expression is, when nothing has bound it yet: a head parameter or one that is new here.
    bool binds_name(syntax::ExprId id) {
        const syntax::Expr& expr = body_.syntax_of(id);
        return expr.kind == ExprKind::name && !is_resolvable(body_, expr.text);
    }

    // What a head parameter is declared as helps literals on the other side.
    TypeId declared_type(syntax::ExprId id) {
        const Binding* head = find_binding(body_, body_.syntax_of(id).text);
        return head ? head->type : k_any;
    }

    bool take_equality(syntax::ExprId name, syntax::ExprId value) {
        if (!binds_name(name) || !is_ready(value)) return false;
        const TypeId declared = declared_type(name);
        TypeTable& types = body_.env.types;
        const Typed lowered = lower(body_, value, declared);
        const Span span = body_.syntax_of(value).span;
        const Typed only = body_.emit(Op::list, span, types.list(types.present(lowered.type)), {lowered.expr});
        const syntax::Expr& target = body_.syntax_of(name);
        Generator generator;
        generator.source = only.expr;
        generator.where = body_.at(target.span);
        generator.slot = bind(body_, {target.text, target.span}, types.present(lowered.type), Use::required);
        if (types.optional(lowered.type) || body_.kind(lowered) == TypeKind::any) {
            conditions_.push_back(equals_itself(generator.slot, target, declared));
        }
        made_.generators.push_back(std::move(generator));
        return true;
    }

    // `x == e` binds nothing when e is missing, for missing equals nothing, not even itself.
    ExprIndex equals_itself(Slot slot, const syntax::Expr& target, TypeId type) {
        const auto local = [&] {
            const Typed made = body_.emit(Op::local, target.span, type, {}, target.text);
            body_.expr(made).slot = slot;
            return made.expr;
        };
        const ExprIndex left = local();
        const ExprIndex right = local();
        return body_.emit(Op::equal, target.span, body_.env.types.simple(TypeKind::boolean), {left, right}).expr;
    }

    bool take_membership(const syntax::Expr& expr) {
        if (!binds_name(expr.children[0]) || !is_ready(expr.children[1])) return false;
        const syntax::Expr& target = body_.syntax_of(expr.children[0]);
        syntax::Generator generator;
        generator.names.push_back({target.text, target.span});
        generator.source = expr.children[1];
        generator.span = expr.span;
        made_.generators.push_back(lower_generator(body_, generator));
        return true;
    }

    // A `some` that waits for a name that it can bind is taken apart; every other one is a condition like any.
    bool lift_some(syntax::ExprId id) {
        const syntax::Expr& expr = body_.syntax_of(id);
        if (expr.kind != ExprKind::some || is_ready(id)) return false;
        if (!std::all_of(expr.generators.begin(), expr.generators.end(),
                         [&](const syntax::Generator& each) { return generator_is_ready(expr, each); })) {
            return false;
        }
        const std::size_t names = body_.scope.size();
        for (const syntax::Generator& generator : expr.generators)
            made_.generators.push_back(lower_generator(body_, generator));
        Conjuncts inner;
        flatten(body_.module, expr.where, ExprKind::conjunction, inner);
        solve(inner);
        leave(body_, {names, 0});
        return true;
    }

    // Its source needs nothing but what is bound or comes from the generators before it.
    bool generator_is_ready(const syntax::Expr& some, const syntax::Generator& generator) {
        std::vector<std::string> needed;
        if (generator.source != syntax::no_expr) needed = unbound_names(body_, generator.source);
        for (const syntax::Argument& argument : generator.arguments) {
            if (body_.syntax_of(argument.value).kind == ExprKind::name) continue;
            const auto more = unbound_names(body_, argument.value);
            needed.insert(needed.end(), more.begin(), more.end());
        }
        return std::all_of(needed.begin(), needed.end(),
                           [&](const std::string& name) { return introduced_before(some, generator, name); });
    }

    bool introduced_before(const syntax::Expr& some, const syntax::Generator& generator, const std::string& name) {
        for (const syntax::Generator& each : some.generators) {
            if (&each == &generator) return false;
            const bool named = std::any_of(each.names.begin(), each.names.end(),
                                           [&](const syntax::Name& other) { return other.text == name; });
            const bool matched = std::any_of(each.arguments.begin(), each.arguments.end(), [&](const auto& argument) {
                const syntax::Expr& value = body_.syntax_of(argument.value);
                return value.kind == ExprKind::name && value.text == name;
            });
            if (named || matched) return true;
        }
        return false;
    }

    // The names that must be bound before the conjunct can bind its own.
    std::vector<std::string> waited_for(syntax::ExprId id) {
        const syntax::Expr& expr = body_.syntax_of(id);
        const bool binder = expr.kind == ExprKind::compare && (expr.text == "==" || expr.text == "in");
        std::vector<std::string> names;
        if (binder && binds_name(expr.children[0])) names = unbound_names(body_, expr.children[1]);
        if (names.empty() && binder && binds_name(expr.children[1])) names = unbound_names(body_, expr.children[0]);
        return names.empty() ? unbound_names(body_, id) : names;
    }

    // Stuck: let the first head parameter that a conjunct waits for range over its type.
    bool range_over_one(const Conjuncts& pending) {
        for (const syntax::ExprId id : pending) {
            for (const std::string& name : waited_for(id)) {
                Binding* head = find_binding(body_, name);
                if (head && !head->bound && bind_by_type(*head)) return true;
            }
        }
        return false;
    }

    ExprIndex joined_conditions(syntax::ExprId alternative) {
        if (conditions_.empty()) return k_no_expr;
        if (conditions_.size() == 1) return conditions_.front();
        return body_
            .emit(Op::conjunction, body_.syntax_of(alternative).span, body_.env.types.simple(TypeKind::boolean),
                  std::move(conditions_))
            .expr;
    }

    Body body_;
    const syntax::Rule& rule_;
    Rule made_;
    std::vector<ExprIndex> conditions_;
    std::vector<Conjuncts> levels_;
};

}  // namespace

void lower_rules(Environment& env, Modules& modules, std::uint32_t module) {
    for (const syntax::Rule& rule : modules[module].rules) {
        const std::uint32_t index = env.modules[module].relations.find(rule.name.text)->second.index;
        Conjuncts alternatives;
        flatten(modules[module], rule.body, ExprKind::disjunction, alternatives);
        for (const syntax::ExprId alternative : alternatives) {
            RuleBody body(env, modules[module], module, rule);
            env.program.relations[index].rules.push_back(body.lower_alternative(alternative));
        }
    }
}

}  // namespace spile::lang::sema

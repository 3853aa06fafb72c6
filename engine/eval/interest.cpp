#include "engine/eval/interest.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace spile::engine {

using lang::Builtin;
using lang::Expr;
using lang::ExprIndex;
using lang::k_no_expr;
using lang::Op;
using lang::Range;

namespace {

// Raw type of a variable; of a change the properties are read on either side.
struct Raw {
    std::string type;
    bool change = false;
};

// Of the variables of one frame.
using Raws = std::map<lang::Slot, Raw>;

// The two sides of a change; what else it has is no property.
bool is_side(std::string_view field) {
    return field == "before" || field == "after";
}

// Built-ins that look at a resource's identity, type or metadata, never at its properties (the physical name is always
// kept).
bool reads_identity(Builtin builtin) {
    switch (builtin) {
        case Builtin::refers:
        case Builtin::logical_name:
        case Builtin::document_path:
        case Builtin::resource_type:
        case Builtin::is_taggable:
        case Builtin::own_account:
        case Builtin::template_metadata:
            return true;
        default:
            return false;
    }
}

class Collector {
  public:
    explicit Collector(const lang::Program& program) : program_(program) {}

    Interest collect() {
        for (const lang::Function& function : program_.functions)
            visit(function.body, {});
        for (const lang::Param& param : program_.params)
            visit(param.value, {});
        for (const lang::View& view : program_.views)
            visit_view(view);
        for (const lang::Relation& relation : program_.relations) {
            for (const lang::Rule& rule : relation.rules)
                visit_rule(rule);
        }
        for (const lang::Policy& policy : program_.policies)
            visit_policy(policy);
        if (!external_) return std::move(interest_);
        for (const auto& [type, path] : wanted_) {
            const std::vector<std::string_view> names(path.begin(), path.end());
            interest_.add("data." + type, names);
        }
        return std::move(interest_);
    }

  private:
    void visit_view(const lang::View& view) {
        Raws raws{{view.variable, {.type = view.type}}};
        visit(view.each_source, raws);
        visit(view.key, raws);
        visit(view.where, raws);
        for (const lang::Let& let : view.lets)
            visit(let.value, raws);
        for (const ExprIndex field : view.fields)
            visit(field, raws);
    }

    void visit_rule(const lang::Rule& rule) {
        Raws raws;
        generators(rule.generators, raws);
        visit(rule.condition, raws);
    }

    void visit_policy(const lang::Policy& policy) {
        Raws raws;
        add_variable(policy.subject, policy.variable, raws);
        for (const ExprIndex when : policy.whens)
            visit(when, raws);
        for (const lang::Let& let : policy.lets)
            visit(let.value, raws);
        for (const lang::Demand& demand : policy.demands) {
            // What `at` and the messages see of the leading quantifier is bound in it.
            Raws inner = raws;
            const Expr& condition = program_.expr(demand.condition);
            generators(condition.generators, inner);
            visit(demand.condition, raws);
            for (const ExprIndex at : demand.at)
                visit(at, inner);
            if (demand.message) visit_text(*demand.message, inner);
        }
        if (policy.remedy) visit_text(*policy.remedy, raws);
    }

    // A resource in a message prints as its name.
    void visit_text(const lang::Template& text, const Raws& raws) {
        for (const lang::Template::Piece& piece : text.pieces) {
            if (piece.value != k_no_expr && program_.expr(piece.value).op != Op::local) visit(piece.value, raws);
        }
    }

    void generators(const std::vector<lang::Generator>& generators, Raws& raws) {
        for (const lang::Generator& generator : generators) {
            if (generator.source != k_no_expr) visit(generator.source, raws);
            if (generator.kind == lang::Generator::Kind::typed) add_variable(generator.range, generator.slot, raws);
            patterns(generator.patterns, raws);
        }
    }

    void patterns(const std::vector<lang::Pattern>& patterns, const Raws& raws) {
        for (const lang::Pattern& pattern : patterns) {
            if (pattern.value != k_no_expr) visit(pattern.value, raws);
        }
    }

    void visit(ExprIndex index, const Raws& raws) {
        if (index == k_no_expr) return;
        const Expr& expr = program_.expr(index);
        if (expr.op == Op::local) {
            if (const auto raw = raws.find(expr.slot); raw != raws.end()) add(raw->second.type, {});
            return;
        }
        if (expr.op == Op::field && chain(expr, raws)) return;
        Raws inner = raws;
        generators(expr.generators, inner);
        patterns(expr.patterns, inner);
        const bool identity = expr.op == Op::call_builtin && reads_identity(static_cast<Builtin>(expr.index));
        for (const ExprIndex child : expr.children) {
            const bool bare = child != k_no_expr && program_.expr(child).op == Op::local;
            if (!(identity && bare)) visit(child, inner);
        }
        visit(expr.condition, inner);
        visit(expr.by, inner);
        if (expr.op == Op::field && expr.text == "properties") interest_.add("*", {});
    }

    // variable.Name.Name…: adds the path and says that nothing below needs a look.
    bool chain(const Expr& expr, const Raws& raws) {
        std::vector<std::string_view> path;
        const Expr* at = &expr;
        while (at->op == Op::field) {
            path.push_back(at->text);
            at = &program_.expr(at->children[0]);
        }
        if (at->op != Op::local) return false;
        const auto raw = raws.find(at->slot);
        if (raw == raws.end()) return false;
        std::reverse(path.begin(), path.end());
        if (raw->second.change) {
            if (!is_side(path.front())) return true;
            path.erase(path.begin());
        }
        if (path.empty() || path.front() == "properties")
            add(raw->second.type, {});
        else  // an attribute, too: properties of custom resources may have any name
            add(raw->second.type, path);
        return true;
    }

    void add_variable(const Range& range, lang::Slot slot, Raws& raws) {
        external_ = external_ || range.scope == Range::Scope::external;
        if (range.kind == Range::Kind::raw)
            raws[slot] = {.type = range.type, .change = range.scope == Range::Scope::change};
    }

    void add(const std::string& type, std::span<const std::string_view> path) {
        interest_.add(type, path);
        wanted_.emplace_back(type, std::vector<std::string>(path.begin(), path.end()));
    }

    const lang::Program& program_;
    Interest interest_;
    std::vector<std::pair<std::string, std::vector<std::string>>> wanted_;
    bool external_ = false;  // what is looked up is read like what is declared
};

}  // namespace

Interest interest_of(const lang::Program& program) {
    return Collector(program).collect();
}

}  // namespace spile::engine

// Tree -> text, see dump.hpp.
#include "lang/syntax/dump.hpp"

namespace spile::lang::syntax {

namespace {

std::string quoted(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += c == '\n' ? std::string("\\n") : std::string(1, c);
    }
    return out + '"';
}

std::string type_text(const Type& type) {
    std::string out = type.name.text;
    for (std::size_t i = 0; i < type.arguments.size(); ++i)
        out += (i == 0 ? "<" : ",") + type_text(type.arguments[i]);
    if (!type.arguments.empty()) out += ">";
    return out + (type.optional ? "?" : "");
}

std::string raw_text(const RawType& raw) {
    return raw.tool.text + " " + (raw.type ? quoted(raw.type->text) : "*");
}

std::string subject_text(const Subject& subject) {
    std::string out;
    if (subject.scope == Subject::Scope::change) out = "change of ";
    if (subject.scope == Subject::Scope::external) out = "external ";
    if (subject.raw) out += raw_text(*subject.raw);
    if (subject.type) out += type_text(*subject.type);
    return out;
}

class Dump {
  public:
    explicit Dump(const Module& module) : module_(module) {}

    std::string expr(ExprId id) const {
        if (id == no_expr) return "-";
        const Expr& at = module_.exprs.at(id);
        switch (at.kind) {
            case ExprKind::null_literal:
            case ExprKind::bool_literal:
            case ExprKind::number_literal:
            case ExprKind::time_literal:
            case ExprKind::name:
            case ExprKind::wildcard:
                return at.text;
            case ExprKind::string_literal:
                return quoted(at.text);
            case ExprKind::regex_literal:
                return "r" + quoted(at.text);
            case ExprKind::cidr_literal:
                return "cidr" + quoted(at.text);
            case ExprKind::arn_literal:
                return "arn" + quoted(at.text);
            case ExprKind::version_literal:
                return "version" + quoted(at.text);
            case ExprKind::glob_literal:
                return "glob" + quoted(at.text);
            case ExprKind::error:
                return "<error>";
            default:
                return "(" + head(at) + parts(at) + ")";
        }
    }

    std::string all() const {
        std::string out = "module " + module_.name.text + "\n";
        for (const Import& each : module_.imports)
            out += "import " + each.module.text + (each.alias ? " as " + each.alias->text : "") + "\n";
        for (const Declaration& each : module_.declarations) {
            if (!each.doc.empty()) out += "doc " + quoted(each.doc) + "\n";
            if (each.is_private) out += "private ";
            out += declaration(each) + "\n";
        }
        return out;
    }

  private:
    static std::string head(const Expr& at) {
        switch (at.kind) {
            case ExprKind::list:
                return "list";
            case ExprKind::set:
                return "set";
            case ExprKind::map:
                return "map";
            case ExprKind::list_comprehension:
                return "list-for";
            case ExprKind::set_comprehension:
                return "set-for";
            case ExprKind::map_comprehension:
                return "map-for";
            case ExprKind::field:
                return "." + at.text;
            case ExprKind::project:
                return "[*]";
            case ExprKind::index:
                return "[]";
            case ExprKind::call:
                return "call";
            case ExprKind::negate:
                return "not";
            case ExprKind::conditional:
                return "if";
            case ExprKind::coalesce:
                return "??";
            case ExprKind::aggregate:
                return at.text + (at.distinct ? " distinct" : "");
            case ExprKind::some:
                return "some";
            case ExprKind::none:
                return "none";
            case ExprKind::all:
                return "all";
            default:
                return at.text;
        }
    }

    std::string parts(const Expr& at) const {
        std::string out;
        for (const ExprId child : at.children)
            out += " " + expr(child);
        out += arguments(at.arguments);
        for (const Generator& each : at.generators)
            out += " " + generator(each);
        if (at.where != no_expr) out += " where " + expr(at.where);
        if (at.by != no_expr) out += " by " + expr(at.by);
        return out;
    }

    std::string arguments(const std::vector<Argument>& arguments) const {
        std::string out;
        for (const Argument& each : arguments)
            out += " " + (each.name ? each.name->text + ":" : "") + expr(each.value);
        return out;
    }

    std::string generator(const Generator& each) const {
        switch (each.kind) {
            case Generator::Kind::in:
                return "[" + each.names[0].text + " in " + expr(each.source) + "]";
            case Generator::Kind::pair_in:
                return "[" + each.names[0].text + "," + each.names[1].text + " in " + expr(each.source) + "]";
            case Generator::Kind::typed:
                return "[" + each.names[0].text + ": " + subject_text(*each.subject) + "]";
            case Generator::Kind::relation:
                break;
        }
        return "[" + each.relation.text + arguments(each.arguments) + "]";
    }

    std::string fields(const std::vector<Field>& fields) const {
        std::string out;
        for (const Field& each : fields) {
            out += " " + each.name.text + ":" + type_text(each.type);
            if (!each.doc.empty()) out += " doc " + quoted(each.doc);
        }
        return out;
    }

    std::string lets(const std::vector<Let>& lets, const std::string& word) const {
        std::string out;
        for (const Let& each : lets)
            out += "\n  " + word + each.name.text + " = " + expr(each.value);
        return out;
    }

    std::string declaration(const Declaration& each) const {
        switch (each.kind) {
            case Declaration::Kind::param: {
                const Param& it = module_.params.at(each.index);
                return "param " + it.name.text + ":" + type_text(it.type) + " = " + expr(it.value);
            }
            case Declaration::Kind::function: {
                const Function& it = module_.functions.at(each.index);
                return "fn " + it.name.text + fields(it.parameters) + " -> " + type_text(it.result) + " = " +
                       expr(it.body);
            }
            case Declaration::Kind::rule: {
                const Rule& it = module_.rules.at(each.index);
                return "rule " + it.name.text + fields(it.parameters) + " if " + expr(it.body);
            }
            case Declaration::Kind::entity: {
                const Entity& it = module_.entities.at(each.index);
                return "entity " + it.name.text + fields(it.fields);
            }
            case Declaration::Kind::view:
                return view(module_.views.at(each.index));
            case Declaration::Kind::policy:
                return policy(module_.policies.at(each.index));
            case Declaration::Kind::waiver:
                return waiver(module_.waivers.at(each.index));
            case Declaration::Kind::gate:
                break;
        }
        return gate(module_.gates.at(each.index));
    }

    std::string view(const View& it) const {
        std::string out = "view " + it.entity.text + " of " + it.variable.text + ": " + raw_text(it.raw);
        if (it.each) out += " each " + it.each->text + " in " + expr(it.each_source) + " key " + expr(it.key);
        if (it.where != no_expr) out += " where " + expr(it.where);
        return out + lets(it.lets, "let ") + lets(it.fields, "");
    }

    static std::string texts(const std::string& word, const std::vector<Text>& texts) {
        if (texts.empty()) return "";
        std::string out = "\n  " + word;
        for (const Text& each : texts)
            out += " " + quoted(each.text);
        return out;
    }

    static std::string text(const std::string& word, const std::optional<Text>& it) {
        return it ? "\n  " + word + " " + quoted(it->text) : "";
    }

    std::string policy(const Policy& it) const {
        std::string out = "policy " + it.name.text + " " + quoted(it.title.text);
        if (it.id) out += "\n  id " + it.id->text;
        if (it.severity) out += "\n  severity " + it.severity->text;
        out += texts("controls", it.controls) + texts("same_as", it.same_as);
        if (it.on_unknown)
            out += "\n  on_unknown " + it.on_unknown->treatment.text + " " + quoted(it.on_unknown->reason.text);
        out += "\n  for " + it.variable.text + ": " + subject_text(it.subject);
        for (const ExprId when : it.whens)
            out += "\n  when " + expr(when);
        out += lets(it.lets, "let ");
        for (const Demand& each : it.demands) {
            out += each.kind == Demand::Kind::require ? "\n  require " : "\n  deny ";
            out += expr(each.condition);
            for (const ExprId place : each.at)
                out += " at " + expr(place);
            if (each.message) out += " message " + quoted(each.message->text);
        }
        return out + text("remedy", it.remedy);
    }

    static std::string waiver(const Waiver& it) {
        std::string out = "waiver " + it.policy.text;
        out += text("for", it.subject) + text("in", it.document) + text("owner", it.owner) + text("reason", it.reason);
        return it.until ? out + "\n  until " + it.until->text : out;
    }

    std::string gate(const Gate& it) const {
        std::string out = "gate " + it.name.text + " for " + it.variable.text + ": " + type_text(it.type);
        out += lets(it.lets, "let ");
        for (const GateClause& each : it.clauses) {
            switch (each.kind) {
                case GateClause::Kind::require_evidence:
                    out += texts("evidence", each.evidence);
                    break;
                case GateClause::Kind::require_when:
                    out += "\n  require " + expr(each.condition);
                    break;
                case GateClause::Kind::allow_when:
                    out += "\n  allow " + expr(each.condition);
                    break;
                case GateClause::Kind::forbid_when:
                    out += "\n  forbid " + expr(each.condition);
                    break;
            }
            if (each.fresh) out += " fresh " + each.fresh->text;
            if (each.message) out += " message " + quoted(each.message->text);
        }
        return out;
    }

    const Module& module_;
};

}  // namespace

std::string dump(const Module& module) {
    return Dump(module).all();
}

std::string dump(const Module& module, ExprId id) {
    return Dump(module).expr(id);
}

}  // namespace spile::lang::syntax

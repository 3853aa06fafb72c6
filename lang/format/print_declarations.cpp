// Declarations and their bodies: one member a line, in the order that the author chose.
#include <algorithm>

#include "lang/format/printer.hpp"

namespace spile::lang::format {

using syntax::Declaration;
using syntax::ExprId;
using syntax::no_expr;

namespace {

// Of the words before a policy's metadata; `on_unknown` fills it.
constexpr std::uint32_t k_metadata_width = 10;

}  // namespace

bool Printer::is_block(const Declaration& at) {
    return at.kind != Declaration::Kind::param && at.kind != Declaration::Kind::function &&
           at.kind != Declaration::Kind::rule;
}

void Printer::header() {
    start_line(Blank::never);
    word("module");
    source(module_.name.span);
    bool first = true;
    for (const syntax::Import& each : module_.imports) {
        start_line(first ? Blank::always : Blank::keep);
        first = false;
        word("import");
        source(each.module.span);
        if (!each.alias) continue;
        out_.space();
        word("as");
        source(each.alias->span);
    }
}

void Printer::declaration(const Declaration& at) {
    if (at.is_private) word("private");
    switch (at.kind) {
        case Declaration::Kind::param:
            return param(module_.params.at(at.index));
        case Declaration::Kind::function:
            return function(module_.functions.at(at.index));
        case Declaration::Kind::rule:
            return rule(module_.rules.at(at.index));
        case Declaration::Kind::entity:
            return entity(module_.entities.at(at.index));
        case Declaration::Kind::view:
            return view(module_.views.at(at.index));
        case Declaration::Kind::policy:
            return policy(module_.policies.at(at.index));
        case Declaration::Kind::waiver:
            return waiver(module_.waivers.at(at.index));
        case Declaration::Kind::gate:
            return gate(module_.gates.at(at.index));
    }
}

void Printer::assigned(ExprId value) {
    token("=");
    if (ends_in_bracket(value)) {
        out_.space();
        return expr(value);
    }
    out_.open_group();
    out_.nest(4);
    out_.line();
    operator_indent_ = 0;
    expr(value);
    out_.unnest();
    out_.close_group();
}

void Printer::param(const syntax::Param& at) {
    word("param");
    source(at.name.span);
    word(":");
    type(at.type);
    if (at.value == no_expr) return;
    out_.space();
    assigned(at.value);
}

void Printer::fields(const std::vector<syntax::Field>& fields) {
    bracketed("(", ")", [&] {
        separated(fields, [&](const syntax::Field& each) {
            source(each.name.span);
            word(":");
            type(each.type);
        });
    });
}

void Printer::function(const syntax::Function& at) {
    word("fn");
    source(at.name.span);
    fields(at.parameters);
    out_.space();
    word("->");
    type(at.result);
    out_.space();
    assigned(at.body);
}

void Printer::rule(const syntax::Rule& at) {
    word("rule");
    source(at.name.span);
    fields(at.parameters);
    out_.open_group();
    out_.nest(4);
    out_.line();
    word("if");
    expr(at.body);
    out_.unnest();
    out_.close_group();
}

void Printer::entity(const syntax::Entity& at) {
    word("entity");
    source(at.name.span);
    std::vector<Line> lines;
    for (const syntax::Field& each : at.fields) {
        lines.push_back({each.name.span.begin, [this, &each] {
                             source(each.name.span);
                             word(":");
                             type(each.type);
                         }});
    }
    body(std::move(lines));
}

void Printer::view(const syntax::View& at) {
    word("view");
    source(at.entity.span);
    out_.space();
    word("of");
    source(at.variable.span);
    word(":");
    out_.open_group();
    raw_type(at.raw);
    out_.nest(8);
    if (at.each) {
        out_.line();
        word("each");
        source(at.each->span);
        out_.space();
        word("in");
        expr(at.each_source);
        out_.space();
        word("key");
        expr(at.key);
    }
    if (at.where != no_expr) {
        out_.line();
        word("where");
        expr(at.where);
    }
    out_.unnest();
    out_.close_group();
    std::vector<Line> lines;
    for (const syntax::Let& each : at.lets)
        lines.push_back({each.span.begin, [this, &each] { let(each); }});
    std::size_t widest = 0;
    for (const syntax::Let& each : at.fields)
        widest = std::max(widest, each.name.text.size());
    for (const syntax::Let& each : at.fields) {
        lines.push_back({each.span.begin, [this, &each, widest] {
                             source(each.name.span);
                             out_.space(static_cast<std::uint32_t>(widest - each.name.text.size() + 1));
                             assigned(each.value);
                         }});
    }
    body(std::move(lines));
}

void Printer::let(const syntax::Let& at) {
    word("let");
    source(at.name.span);
    out_.space();
    assigned(at.value);
}

void Printer::metadata(std::string_view keyword) {
    token(keyword);
    out_.space(std::max(k_metadata_width - static_cast<std::uint32_t>(keyword.size()), 1U));
}

void Printer::texts(const std::vector<syntax::Text>& texts) {
    out_.open_group();
    out_.align();
    separated(texts, [&](const syntax::Text& each) { source(each.span); });
    out_.unnest();
    out_.close_group();
}

void Printer::policy_metadata(const syntax::Policy& at, std::vector<Line>& lines) {
    if (at.id) {
        lines.push_back({at.id->span.begin, [this, &at] {
                             metadata("id");
                             source(at.id->span);
                         }});
    }
    if (at.severity) {
        lines.push_back({at.severity->span.begin, [this, &at] {
                             metadata("severity");
                             source(at.severity->span);
                         }});
    }
    if (!at.controls.empty()) {
        lines.push_back({at.controls[0].span.begin, [this, &at] {
                             metadata("controls");
                             texts(at.controls);
                         }});
    }
    if (!at.same_as.empty()) {
        lines.push_back({at.same_as[0].span.begin, [this, &at] {
                             metadata("same_as");
                             texts(at.same_as);
                         }});
    }
    if (at.on_unknown) {
        lines.push_back({at.on_unknown->treatment.span.begin, [this, &at] {
                             metadata("on_unknown");
                             source(at.on_unknown->treatment.span);
                             out_.space();
                             source(at.on_unknown->reason.span);
                         }});
    }
}

void Printer::policy(const syntax::Policy& at) {
    word("policy");
    source(at.name.span);
    out_.space();
    source(at.title.span);
    std::vector<Line> lines;
    policy_metadata(at, lines);
    lines.push_back({at.variable.span.begin, [this, &at] {
                         word("for");
                         source(at.variable.span);
                         word(":");
                         subject(at.subject);
                     }});
    for (const ExprId when : at.whens) {
        lines.push_back({begin_of(when), [this, when] {
                             word("when");
                             out_.nest(4);
                             expr(when);
                             out_.unnest();
                         }});
    }
    for (const syntax::Let& each : at.lets)
        lines.push_back({each.span.begin, [this, &each] { let(each); }});
    for (const syntax::Demand& each : at.demands)
        lines.push_back({each.span.begin, [this, &each] { demand(each); }});
    if (at.remedy) {
        lines.push_back({at.remedy->span.begin, [this, &at] {
                             word("remedy");
                             source(at.remedy->span);
                         }});
    }
    body(std::move(lines));
}

void Printer::demand(const syntax::Demand& at) {
    word(at.kind == syntax::Demand::Kind::require ? "require" : "deny");
    out_.nest(4);
    expr(at.condition);
    if (!at.at.empty()) {
        out_.hard_line();
        word("at");
        out_.open_group();
        separated(at.at, [&](ExprId place) { expr(place); });
        out_.close_group();
    }
    if (at.message) message(*at.message);
    out_.unnest();
}

// `else` or `because`, whichever the author wrote, on a line of its own.
void Printer::message(const syntax::Text& message) {
    out_.hard_line();
    word(peek() == 'e' ? "else" : "because");
    source(message.span);
}

void Printer::waiver(const syntax::Waiver& at) {
    word("waiver");
    source(at.policy.span);
    const auto scope = [&](const char* keyword, const std::optional<syntax::Text>& text) {
        if (!text) return;
        out_.space();
        word(keyword);
        source(text->span);
    };
    scope("for", at.subject);
    scope("in", at.document);
    std::vector<Line> lines;
    const auto member = [&](std::string_view keyword, Span span) {
        lines.push_back({span.begin, [this, keyword, span] {
                             word(keyword);
                             source(span);
                         }});
    };
    if (at.owner) member("owner", at.owner->span);
    if (at.reason) member("reason", at.reason->span);
    if (at.until) member("until", at.until->span);
    body(std::move(lines));
}

void Printer::gate(const syntax::Gate& at) {
    word("gate");
    source(at.name.span);
    out_.space();
    word("for");
    source(at.variable.span);
    word(":");
    type(at.type);
    std::vector<Line> lines;
    for (const syntax::Let& each : at.lets)
        lines.push_back({each.span.begin, [this, &each] { let(each); }});
    for (const syntax::GateClause& each : at.clauses)
        lines.push_back({each.span.begin, [this, &each] { clause(each); }});
    body(std::move(lines));
}

void Printer::clause(const syntax::GateClause& at) {
    using Kind = syntax::GateClause::Kind;
    const bool requires_it = at.kind == Kind::require_when || at.kind == Kind::require_evidence;
    word(requires_it ? "require" : at.kind == Kind::allow_when ? "allow" : "forbid");
    if (!requires_it) word("when");
    out_.nest(4);
    if (at.kind == Kind::require_evidence) {
        word("evidence");
        texts(at.evidence);
        if (at.fresh) {
            out_.space();
            word("fresh");
            source(at.fresh->span);
        }
    } else {
        expr(at.condition);
    }
    if (at.message) message(*at.message);
    out_.unnest();
}

}  // namespace spile::lang::format

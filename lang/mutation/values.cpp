// Literals, defaults, arithmetic and built-in functions.
#include <charconv>

#include "lang/mutation/lister.hpp"

namespace spile::lang::mutation {

namespace {

std::optional<long long> whole(std::string_view text) {
    long long value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

// The last run of digits, one more; nothing without digits. "1.2" -> "1.3", "10.0.0.0/8" -> "10.0.0.0/9".
std::optional<std::string> last_number_raised(std::string text) {
    std::size_t end = text.size();
    while (end > 0 && (text[end - 1] < '0' || text[end - 1] > '9'))
        --end;
    std::size_t begin = end;
    while (begin > 0 && text[begin - 1] >= '0' && text[begin - 1] <= '9')
        --begin;
    const auto value = whole(std::string_view(text).substr(begin, end - begin));
    if (!value) return std::nullopt;
    return text.replace(begin, end - begin, std::to_string(*value + 1));
}

// A prefix of a network is at most 32 bits long, or 128.
std::string other_cidr(const std::string& text) {
    const std::size_t slash = text.find('/');
    const auto length = slash == std::string::npos ? std::nullopt : whole(std::string_view(text).substr(slash + 1));
    if (!length) return text + (text.find(':') == std::string::npos ? "/31" : "/127");
    return text.substr(0, slash + 1) + std::to_string(*length == 0 ? 1 : *length - 1);
}

struct Counterpart {
    Builtin from;
    Builtin to;
    std::string_view written;
    std::string_view to_written;
};

constexpr Counterpart k_counterparts[] = {
    {Builtin::starts_with, Builtin::ends_with, "starts_with", "ends_with"},
    {Builtin::ends_with, Builtin::starts_with, "ends_with", "starts_with"},
    {Builtin::within, Builtin::overlaps, "within", "overlaps"},
    {Builtin::overlaps, Builtin::within, "overlaps", "within"},
};

bool hands_on(Builtin builtin) {
    return builtin == Builtin::lower || builtin == Builtin::upper || builtin == Builtin::trim;
}

struct Exchange {
    Op from;
    Op to;
    std::string_view written;
    std::string_view to_written;
};

constexpr Exchange k_exchanges[] = {
    {Op::add, Op::subtract, "+", "-"},        {Op::subtract, Op::add, "-", "+"},
    {Op::multiply, Op::divide, "*", "/"},     {Op::divide, Op::multiply, "/", "*"},
    {Op::minimum, Op::maximum, "min", "max"}, {Op::maximum, Op::minimum, "max", "min"},
};

// The value of the other operand at which a comparison with `n` and one with `n + step` differ.
long long telling(Op op, bool literal_is_right, long long n, long long step) {
    const bool below =
        literal_is_right ? op == Op::less || op == Op::greater_equal : op == Op::greater || op == Op::less_equal;
    if (op == Op::equal || op == Op::not_equal) return n;
    // x < n and x >= n change at n, x <= n and x > n behind it.
    return (below ? n : n + 1) + (step < 0 ? step : 0);
}

}  // namespace

void Lister::number(const Place& place, long long step) {
    const Expr& expr = *place.expr;
    const auto value = whole(expr.text);
    if (!value) return;
    Expr changed = expr;
    changed.text = std::to_string(*value + step);
    std::string needs = "an input in which `" + text(place.index) + "` is the value that decides";
    if (place.parent != nullptr && place.is_operand && place.parent->children.size() == 2 &&
        makes_truth(place.parent->op) && place.parent->op != Op::in && place.parent->op != Op::not_in) {
        const bool right = place.position == 1;
        const long long at = telling(place.parent->op, right, *value, step);
        needs = "an input in which `" + text(place.parent->children[right ? 0 : 1]) + "` is " + std::to_string(at);
    }
    add(MutationKind::number, place, changed, {{expr.where.span, changed.text}}, needs);
}

void Lister::literals(const Place& place) {
    const Expr& expr = *place.expr;
    // What stands behind `??` and in a set is left out instead of changed.
    const Op above = place.parent == nullptr ? Op::null_value : place.parent->op;
    const bool left_out = (above == Op::coalesce && place.position == 1) || above == Op::set || above == Op::list;
    const std::string written(sources_.text(expr.where));
    const bool compared = (above == Op::equal || above == Op::not_equal || above == Op::like) && place.is_operand;
    const std::string decides = compared ? "an input in which `" + text(place.parent->children[1 - place.position]) +
                                               "` is `" + text(place.index) + "`"
                                         : "an input in which `" + text(place.index) + "` is the value that decides";
    const auto another = [&](std::string changed_text, std::string shown) {
        Expr changed = expr;
        changed.text = std::move(changed_text);
        add(MutationKind::text, place, std::move(changed), {{expr.where.span, std::move(shown)}}, decides);
    };
    // The same change inside of the quotes.
    const auto quoted = [&](const std::string& content) {
        const std::size_t found = written.find(expr.text);
        if (found == std::string::npos || expr.text.empty()) return;
        another(content, written.substr(0, found) + content + written.substr(found + expr.text.size()));
    };
    if (expr.op == Op::boolean && above != Op::set && above != Op::list) {
        Expr changed = expr;
        changed.text = expr.text == "true" ? "false" : "true";
        const std::string shown = changed.text;
        add(MutationKind::boolean, place, std::move(changed), {{expr.where.span, shown}}, decides);
        return;
    }
    if (left_out) return;
    switch (expr.op) {
        case Op::number:
            number(place, 1);
            if (above != Op::index) number(place, -1);
            return;
        case Op::string:
        case Op::arn:
        case Op::glob:
            if (!written.empty() && written.back() == '"')
                another(expr.text + "X", written.substr(0, written.size() - 1) + "X\"");
            return;
        case Op::cidr:
            quoted(other_cidr(expr.text));
            return;
        case Op::protocol:
            quoted(expr.text == "tcp" ? "udp" : "tcp");
            return;
        case Op::version:
        case Op::duration:
            if (const auto raised = last_number_raised(expr.text)) quoted(*raised);
            return;
        case Op::severity: {
            const auto severity = parse_severity(expr.text);
            if (severity) quoted(*severity == Severity::critical ? "high" : "critical");
            return;
        }
        default:
            return;
    }
}

void Lister::members(const Place& place) {
    const Expr& expr = *place.expr;
    if (expr.op != Op::set && expr.op != Op::list) return;
    const std::size_t count = expr.children.size();
    std::set<std::size_t> chosen;
    if (count > 0) chosen = {0, count / 2, count - 1};
    for (const std::size_t i : chosen) {
        Expr changed = expr;
        changed.children.erase(changed.children.begin() + static_cast<std::ptrdiff_t>(i));
        // With the comma behind it, or before it when it is the last.
        Span span = operand(place, i).where.span;
        if (i + 1 < count)
            span.end = operand(place, i + 1).where.span.begin;
        else if (i > 0)
            span.begin = operand(place, i - 1).where.span.end;
        const bool item = place.parent != nullptr && (place.parent->op == Op::in || place.parent->op == Op::not_in);
        const std::string needs =
            item && place.position == 1
                ? "an input in which `" + text(place.parent->children[0]) + "` is `" + text(expr.children[i]) + "`"
                : "an input in which `" + text(expr.children[i]) + "` is the member that decides";
        add(MutationKind::member, place, std::move(changed), {{span, ""}}, needs);
    }
}

void Lister::defaults(const Place& place) {
    const Expr& expr = *place.expr;
    if (expr.op != Op::coalesce) return;
    const Expr& value = operand(place, 0);
    add(MutationKind::default_value, place, standing_in(value, expr),
        {{{value.where.span.end, expr.where.span.end}, ""}}, "an input without `" + text(expr.children[0]) + "`");
}

void Lister::arithmetic(const Place& place) {
    const Expr& expr = *place.expr;
    const bool aggregate = expr.op == Op::minimum || expr.op == Op::maximum;
    const std::string decides = "an input in which `" + text(place.index) + "` decides";
    for (const Exchange& each : k_exchanges) {
        if (each.from != expr.op) continue;
        const Span within =
            aggregate ? expr.where.span : Span{operand(place, 0).where.span.end, operand(place, 1).where.span.begin};
        const auto token = find_word(sources_, source_, within, each.written);
        if (token)
            add(MutationKind::arithmetic, place, with_op(expr, each.to), {{*token, std::string(each.to_written)}},
                decides);
    }
    if (!expr.distinct) return;
    const auto token = find_word(sources_, source_, expr.where.span, "distinct");
    if (!token) return;
    Expr changed = expr;
    changed.distinct = false;
    add(MutationKind::arithmetic, place, std::move(changed), {{*token, ""}},
        "an input in which a member of `" + text(place.index) + "` is repeated");
}

void Lister::calls(const Place& place) {
    const Expr& expr = *place.expr;
    if (expr.op != Op::call_builtin) return;
    const auto builtin = static_cast<Builtin>(expr.index);
    const std::string decides = "an input in which `" + text(place.index) + "` decides";
    for (const Counterpart& each : k_counterparts) {
        if (each.from != builtin) continue;
        const auto token = find_word(sources_, source_, expr.where.span, each.written);
        if (!token) continue;
        Expr changed = expr;
        changed.index = static_cast<std::uint32_t>(each.to);
        if (changed.text == each.written) changed.text = each.to_written;
        add(MutationKind::call, place, std::move(changed), {{*token, std::string(each.to_written)}}, decides);
    }
    if (!hands_on(builtin)) return;
    const Expr& argument = operand(place, 0);
    add(MutationKind::call, place, standing_in(argument, expr),
        {{{expr.where.span.begin, argument.where.span.begin}, ""},
         {{argument.where.span.end, expr.where.span.end}, ""}},
        decides);
}

}  // namespace spile::lang::mutation

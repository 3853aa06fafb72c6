// What expressions and declarations are made of: names, types, decoded texts, dates, comments.
#include <algorithm>
#include <charconv>

#include "lang/syntax/builder.hpp"

namespace spile::lang::syntax {

std::vector<NodeId> Builder::children(NodeId id) const {
    std::vector<NodeId> out;
    const NodeId first = node(id).first;
    if (first == id) return out;
    out.reserve(8);
    for (NodeId next = id; next > first; next = state_.nodes[next - 1].first)
        out.push_back(next - 1);
    std::reverse(out.begin(), out.end());
    return out;
}

std::string_view Builder::text(Span span) const {
    return state_.text.substr(span.begin, span.end - span.begin);
}

Name Builder::name(NodeId id) const {
    return {std::string(text(node(id).span)), node(id).span};
}

std::optional<NodeId> Builder::find(const std::vector<NodeId>& among, NodeKind wanted) const {
    const auto found = std::find_if(among.begin(), among.end(), [&](NodeId each) { return kind(each) == wanted; });
    if (found == among.end()) return std::nullopt;
    return *found;
}

void Builder::report(DiagnosticKind kind, Span span, std::string message, std::string help) {
    state_.report({kind, span, std::move(message), std::move(help), {}});
}

Type Builder::type(NodeId id) {
    Type out;
    out.span = node(id).span;
    for (const NodeId part : children(id)) {
        if (kind(part) == NodeKind::qualified_name) out.name = name(part);
        if (kind(part) == NodeKind::type) out.arguments.push_back(type(part));
        if (kind(part) == NodeKind::optional_flag) out.optional = true;
    }
    return out;
}

RawType Builder::raw_type(NodeId id) {
    const std::vector<NodeId> parts = children(id);
    RawType out{.tool = name(parts[0]), .type = std::nullopt, .span = node(id).span};
    if (kind(parts[1]) == NodeKind::string) out.type = Name{decoded(node(parts[1]).span), node(parts[1]).span};
    return out;
}

Subject Builder::subject(NodeId id) {
    Subject out;
    out.span = node(id).span;
    for (const NodeId part : children(id)) {
        if (kind(part) == NodeKind::change_scope) out.scope = Subject::Scope::change;
        if (kind(part) == NodeKind::external_scope) out.scope = Subject::Scope::external;
        if (kind(part) == NodeKind::raw_type) out.raw = raw_type(part);
        if (kind(part) == NodeKind::type) out.type = type(part);
    }
    return out;
}

Text Builder::quoted(NodeId id) {
    return {decoded(node(id).span), node(id).span};
}

std::string Builder::decoded(Span quoted_span) {
    const std::string_view body = text({quoted_span.begin + 1, quoted_span.end - 1});
    std::string out;
    for (std::size_t at = 0; at < body.size(); ++at) {
        if (body[at] == '\\' && at + 1 < body.size()) {
            add_escape(out, body, at, quoted_span.begin + 1);
        } else {
            out += body[at];
        }
    }
    return out;
}

namespace {

void append_utf8(std::string& out, std::uint32_t code) {
    const auto byte = [&](std::uint32_t bits) { out += static_cast<char>(static_cast<unsigned char>(bits)); };
    if (code < 0x80) {
        byte(code);
    } else if (code < 0x800) {
        byte(0xc0 | code >> 6);
        byte(0x80 | (code & 0x3f));
    } else if (code < 0x10000) {
        byte(0xe0 | code >> 12);
        byte(0x80 | (code >> 6 & 0x3f));
        byte(0x80 | (code & 0x3f));
    } else {
        byte(0xf0 | code >> 18);
        byte(0x80 | (code >> 12 & 0x3f));
        byte(0x80 | (code >> 6 & 0x3f));
        byte(0x80 | (code & 0x3f));
    }
}

// The code point of `u{…}` at the start of `rest` and the bytes it takes; nothing when it is none.
std::optional<std::pair<std::uint32_t, std::size_t>> code_point(std::string_view rest) {
    const std::size_t close = rest.find('}');
    if (!rest.starts_with("u{") || close == std::string_view::npos || close == 2 || close > 8) return std::nullopt;
    std::uint32_t code = 0;
    const auto [end, failed] = std::from_chars(rest.data() + 2, rest.data() + close, code, 16);
    const bool is_scalar = code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    if (failed != std::errc() || end != rest.data() + close || !is_scalar) return std::nullopt;
    return std::pair{code, close + 1};
}

}  // namespace

// `at` is at the backslash and is left at the escape's last byte.
void Builder::add_escape(std::string& out, std::string_view body, std::size_t& at, std::uint32_t offset) {
    const std::size_t begin = at++;
    switch (body[at]) {
        case '"':
        case '\\':
            out += body[at];
            return;
        case 'n':
            out += '\n';
            return;
        case 't':
            out += '\t';
            return;
        default:
            break;
    }
    std::size_t length = 1;
    if (const auto found = code_point(body.substr(at))) {
        append_utf8(out, found->first);
        at += found->second - 1;
        return;
    }
    while (at + length < body.size() && (static_cast<unsigned char>(body[at + length]) & 0xc0) == 0x80)
        ++length;
    const Span span{offset + static_cast<std::uint32_t>(begin), offset + static_cast<std::uint32_t>(at + length)};
    report(DiagnosticKind::malformed_literal, span,
           "unknown escape `" + std::string(text(span)) + R"(`, expected `\"`, `\\`, `\n`, `\t` or `\u{…}`)",
           "regular expressions are raw: r\"…\"");
}

void Builder::check_time(const Node& time) {
    const std::string_view written = text(time.span);
    if (written.size() < 10 || written[4] != '-') return;  // a duration
    const auto number = [&](std::size_t from, std::size_t count) {
        unsigned value = 0;
        std::from_chars(written.data() + from, written.data() + from + count, value);
        return value;
    };
    const unsigned year = number(0, 4);
    const unsigned month = number(5, 2);
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    constexpr unsigned k_days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool good = month >= 1 && month <= 12;
    good = good && number(8, 2) >= 1 && number(8, 2) <= k_days[month - 1] + (leap && month == 2 ? 1 : 0);
    if (written.size() > 10) {
        good = good && number(11, 2) < 24 && number(14, 2) < 60;
        if (written.size() > 18 && written[16] == ':') good = good && number(17, 2) < 60;
    }
    if (!good)
        report(DiagnosticKind::malformed_literal, time.span,
               "`" + std::string(written) + "` is not a date of the calendar");
}

void Builder::collect_comments() {
    for (std::uint32_t end = 1; end < state_.gap_begin.size(); ++end) {
        if (state_.gap_begin[end] == ParseState::no_gap) continue;
        // Only the gap is searched: over the whole text this would be quadratic.
        const std::string_view before = state_.text.substr(0, end);
        std::size_t at = before.find('#', state_.gap_begin[end]);
        while (at != std::string_view::npos) {
            const std::size_t line_end = std::min(before.find('\n', at), before.size());
            const std::size_t last = before.find_last_not_of(" \t\r\n", line_end - (line_end > at ? 1 : 0)) + 1;
            module_.comments.push_back(
                {{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(last)}, before.substr(at, 2) == "##"});
            at = before.find('#', line_end);
        }
    }
}

// The last run of `##` lines in the gap before `offset`; other comments may stand between.
std::string Builder::doc_before(std::uint32_t offset) const {
    const std::uint32_t gap = state_.token_end(offset);
    const auto& comments = module_.comments;
    auto next = std::lower_bound(comments.begin(), comments.end(), offset,
                                 [](const Comment& c, std::uint32_t at) { return c.span.begin < at; });
    std::vector<std::string> lines;
    while (next != comments.begin() && (next - 1)->span.begin >= gap) {
        --next;
        const std::size_t line = state_.text.find_last_not_of(" \t", next->span.begin - (next->span.begin > 0 ? 1 : 0));
        const bool own_line = next->span.begin == 0 || line == std::string_view::npos || state_.text[line] == '\n';
        if (!next->doc || !own_line) {
            if (!lines.empty()) break;
            continue;
        }
        const std::string_view between =
            state_.text.substr(next->span.end, lines.empty() ? 0 : (next + 1)->span.begin - next->span.end);
        if (std::count(between.begin(), between.end(), '\n') > 1) break;
        std::string_view line_text = text(next->span).substr(2);
        if (line_text.starts_with(' ')) line_text.remove_prefix(1);
        lines.emplace_back(line_text);
    }
    std::string out;
    for (auto each = lines.rbegin(); each != lines.rend(); ++each)
        out += (out.empty() && each == lines.rbegin() ? "" : "\n") + *each;
    return out;
}

}  // namespace spile::lang::syntax

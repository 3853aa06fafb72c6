#include "engine/loaders/cloudformation/suppressions.hpp"

#include <algorithm>

#include "engine/loaders/kics.hpp"

namespace spile::engine::cloudformation {

namespace {

std::string_view text_of(const Raw* raw) {
    return raw != nullptr && raw->scalar() ? raw->text : std::string_view();
}

/// A list of {id, reason} under a tool's key.
void listed(Scope& scope, const Raw* list, std::string_view tool, std::string_view reason, std::optional<UnitId> unit) {
    if (list == nullptr) return;
    for (const Raw* item : list->items) {
        const std::string_view id = item->scalar() ? item->text : text_of(item->get("id"));
        if (id.empty()) continue;
        scope.graph.add_suppression(scope.document, {.tool = tool,
                                                     .id = id,
                                                     .reason = item->scalar() ? "" : text_of(item->get(reason)),
                                                     .where = item->span,
                                                     .unit = unit});
    }
}

void scalars_in(const Raw& raw, std::vector<Span>& out) {
    if (raw.is(RawKind::string)) out.push_back(raw.span.span);
    for (const Raw* item : raw.items)
        scalars_in(*item, out);
    for (const RawMember& member : raw.members) {
        out.push_back(member.key_span.span);
        scalars_in(*member.value, out);
    }
    if (raw.argument != nullptr && raw.members.empty()) scalars_in(*raw.argument, out);
}

struct Comment {
    std::string_view text;  // after the `#`, trimmed
    Span span;
    Span next_line;
};

/// Comments are outside of scalars, at a line's beginning or after a blank.
std::vector<Comment> comments_in(std::string_view text, const std::vector<Span>& scalars) {
    std::vector<Comment> comments;
    for (std::size_t hash = text.find('#'); hash != std::string_view::npos; hash = text.find('#', hash + 1)) {
        if (hash > 0 && text[hash - 1] != ' ' && text[hash - 1] != '\t' && text[hash - 1] != '\n') continue;
        const auto after = std::upper_bound(scalars.begin(), scalars.end(), hash,
                                            [](std::size_t at, const Span& span) { return at < span.begin; });
        if (after != scalars.begin() && hash < std::prev(after)->end) continue;
        const std::size_t end = std::min(text.find('\n', hash), text.size());
        const std::size_t next_end = end == text.size() ? end : std::min(text.find('\n', end + 1), text.size());
        std::string_view inside = text.substr(hash, end - hash);
        inside.remove_prefix(std::min(inside.find_first_not_of("# \t"), inside.size()));
        const auto u32 = [](std::size_t value) { return static_cast<std::uint32_t>(value); };
        comments.push_back({inside, {u32(hash), u32(end)}, {u32(std::min(end + 1, text.size())), u32(next_end)}});
        hash = end == text.size() ? end - 1 : end;
    }
    return comments;
}

std::string_view word(std::string_view text) {
    return text.substr(0, text.find_first_of(" \t\r:,"));
}

class CommentReader {
  public:
    CommentReader(Scope& scope, const Comment& comment) : scope_(scope), comment_(comment) {}

    void read() const {
        std::string_view rest = comment_.text;
        if (take(rest, "checkov:skip=") || take(rest, "bridgecrew:skip=")) {
            const std::string_view id = word(rest);
            const std::size_t colon = rest.find(':');
            add("checkov", id, colon == std::string_view::npos ? "" : rest.substr(colon + 1), comment_.span);
        } else if (take(rest, "trivy:ignore:") || take(rest, "tfsec:ignore:")) {
            add("trivy", word(rest), "", comment_.span);
        } else if (take(rest, "kics-scan ")) {
            kics(rest);
        }
    }

  private:
    static bool take(std::string_view& text, std::string_view prefix) {
        if (!text.starts_with(prefix)) return false;
        text.remove_prefix(prefix.size());
        return true;
    }

    void kics(std::string_view rest) const {
        if (take(rest, "disable=")) {
            for (;; rest.remove_prefix(rest.find(',') + 1)) {
                add_to("kics", word(rest), "", comment_.span, std::nullopt);
                if (rest.find(',') == std::string_view::npos) return;
            }
        }
        const std::string_view what = word(rest);
        if (what == "ignore") add_to("kics", "*", "", comment_.span, std::nullopt);
        if (what == "ignore-line" || what == "ignore-block") add("kics", "*", "", comment_.next_line);
    }

    void add(std::string_view tool, std::string_view id, std::string_view reason, Span where) const {
        const std::size_t last = reason.find_last_not_of(" \t\r");
        add_to(tool, id, last == std::string_view::npos ? "" : reason.substr(0, last + 1), where, unit_at());
    }

    void add_to(std::string_view tool, std::string_view id, std::string_view reason, Span where,
                std::optional<UnitId> unit) const {
        if (id.empty()) return;
        if (tool == "kics") id = kics_query(id);
        scope_.graph.add_suppression(
            scope_.document, {.tool = tool, .id = id, .reason = reason, .where = {scope_.source, where}, .unit = unit});
    }

    /// The unit whose text the comment is in, or which begins on the next line.
    std::optional<UnitId> unit_at() const {
        for (const UnitId id : scope_.graph.document(scope_.document).units) {
            const Unit& unit = scope_.graph.unit(id);
            if (unit.span.source != scope_.source) continue;
            const Span span = unit.span.span;
            const bool inside = span.begin <= comment_.span.begin && comment_.span.begin < span.end;
            const bool next = comment_.next_line.begin <= span.begin && span.begin < comment_.next_line.end;
            const bool same_line =
                span.begin < comment_.span.end && span.end + 1 >= comment_.span.begin && span.end < comment_.span.end;
            if (inside || next || same_line) return id;
        }
        return std::nullopt;
    }

    Scope& scope_;
    const Comment& comment_;
};

}  // namespace

void metadata_suppressions(Scope& scope, const Raw* metadata, std::optional<UnitId> unit) {
    if (metadata == nullptr) return;
    if (const Raw* nag = metadata->get("cfn_nag"))
        listed(scope, nag->get("rules_to_suppress"), "cfn_nag", "reason", unit);
    if (const Raw* guard = metadata->get("guard"))
        listed(scope, guard->get("SuppressedRules"), "guard", "reason", unit);
    if (const Raw* checkov = metadata->get("checkov")) listed(scope, checkov->get("skip"), "checkov", "comment", unit);
}

void comment_suppressions(Scope& scope) {
    const std::string_view text = scope.graph.sources().text(scope.source);
    const auto mentions = [&](std::string_view word) { return text.find(word) != std::string_view::npos; };
    if (scope.format != Format::yaml) return;
    if (!mentions(":skip=") && !mentions(":ignore:") && !mentions("kics-scan ")) return;
    std::vector<Span> scalars;
    scalars_in(*scope.root, scalars);
    std::sort(scalars.begin(), scalars.end());
    for (const Comment& comment : comments_in(text, scalars))
        CommentReader(scope, comment).read();
}

}  // namespace spile::engine::cloudformation

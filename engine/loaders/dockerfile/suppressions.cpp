#include "engine/loaders/dockerfile/suppressions.hpp"

#include <algorithm>
#include <optional>

#include "engine/loaders/kics.hpp"

namespace spile::engine::dockerfile {

namespace {

bool take(std::string_view& text, std::string_view prefix) {
    if (!text.starts_with(prefix)) return false;
    text.remove_prefix(prefix.size());
    return true;
}

std::string_view trim(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t\r");
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

class Reader {
  public:
    Reader(FactGraph& graph, DocumentId document) : graph_(graph), document_(document) {}

    void check_directive(const Directive& directive) const { skip(directive.value, directive.value_span, {}); }

    /// `skip=A,B;error=true`; those that are skipped at one instruction, or in the whole file.
    void skip(std::string_view rest, Span span, std::optional<UnitId> unit) const {
        while (!rest.empty()) {
            std::string_view part = rest.substr(0, rest.find(';'));
            rest.remove_prefix(std::min(rest.size(), part.size() + 1));
            part = trim(part);
            if (take(part, "skip=")) list("buildkit", part == "all" ? "*" : part, "", span, unit);
        }
    }

    void comment(const Comment& comment) const {
        std::string_view rest = comment.text;
        if (take(rest, "hadolint ")) {
            rest = trim(rest);
            const bool global = take(rest, "global ");
            rest = trim(rest);
            if (!take(rest, "ignore")) return;
            rest = trim(rest);
            if (!take(rest, "=")) return;
            const std::size_t second = rest.find('#');
            const std::string_view reason = second == std::string_view::npos ? "" : trim(rest.substr(second + 1));
            list("hadolint", rest.substr(0, second), reason, comment.span,
                 global ? std::optional<UnitId>() : unit_below(comment.span), global ? Reach::document : Reach::unit);
        } else if (take(rest, "checkov:skip=") || take(rest, "bridgecrew:skip=")) {
            const std::size_t colon = rest.find(':');
            add("checkov", trim(rest.substr(0, colon)),
                colon == std::string_view::npos ? "" : trim(rest.substr(colon + 1)), comment.span, std::nullopt);
        } else if (take(rest, "trivy:ignore:") || take(rest, "tfsec:ignore:")) {
            list("trivy", rest.substr(0, rest.find_first_of(" \t:")), "", comment.span, unit_below(comment.span),
                 Reach::unit);
        } else if (take(rest, "check=")) {
            // Behind the directives it counts for the instruction below.
            if (const auto unit = unit_below(comment.span)) skip(rest, comment.span, unit);
        } else if (take(rest, "kics-scan ")) {
            kics(trim(rest), comment.span);
        }
    }

  private:
    enum class Reach : std::uint8_t { document, unit };

    void kics(std::string_view rest, Span span) const {
        if (take(rest, "disable=")) {
            list("kics", rest, "", span, std::nullopt);
        } else if (rest == "ignore") {
            add("kics", "*", "", span, std::nullopt);
        } else if (rest == "ignore-line") {
            if (const auto unit = unit_below(span)) add("kics", "*", "", span, unit);
        } else if (rest == "ignore-block") {
            block(span);
        }
    }

    /// The instruction below the comment; of a FROM all that stands in its stage.
    void block(Span comment) const {
        const auto below = unit_below(comment);
        if (!below) return;
        add("kics", "*", "", comment, below);
        const Span stage = graph_.unit(*below).span.span;
        if (graph_.unit(*below).type != "stage") return;
        for (const UnitId id : graph_.document(document_).units) {
            const Unit& unit = graph_.unit(id);
            if (unit.type == "stage" || unit.span.span.begin < stage.begin || unit.span.span.end > stage.end) continue;
            add("kics", "*", "", comment, id);
        }
    }

    void list(std::string_view tool, std::string_view ids, std::string_view reason, Span span,
              std::optional<UnitId> unit, Reach reach = Reach::document) const {
        if (reach == Reach::unit && !unit) return;
        while (!ids.empty()) {
            const std::string_view id = trim(ids.substr(0, ids.find(',')));
            ids.remove_prefix(
                std::min(ids.size(), ids.find(',') == std::string_view::npos ? ids.size() : ids.find(',') + 1));
            add(tool, id, reason, span, unit);
        }
    }

    void add(std::string_view tool, std::string_view id, std::string_view reason, Span span,
             std::optional<UnitId> unit) const {
        if (id.empty()) return;
        if (tool == "kics") id = kics_query(id);
        graph_.add_suppression(document_, {.tool = tool,
                                           .id = graph_.arena().copy(id),
                                           .reason = graph_.arena().copy(reason),
                                           .where = {graph_.document(document_).source, span},
                                           .unit = unit});
    }

    /// The unit that begins first behind the comment; of a FROM the stage.
    std::optional<UnitId> unit_below(Span comment) const {
        std::optional<UnitId> found;
        for (const UnitId id : graph_.document(document_).units) {
            const std::uint32_t begin = graph_.unit(id).span.span.begin;
            if (begin < comment.end) continue;
            if (!found || begin < graph_.unit(*found).span.span.begin) found = id;
        }
        return found;
    }

    FactGraph& graph_;
    DocumentId document_;
};

}  // namespace

bool is_suppression(std::string_view comment) {
    constexpr std::string_view k_words[] = {
        "checkov:skip=", "bridgecrew:skip=", "trivy:ignore:", "tfsec:ignore:", "check=", "kics-scan "};
    for (const std::string_view word : k_words) {
        if (comment.starts_with(word)) return true;
    }
    return comment.starts_with("hadolint ") && comment.find("ignore") != std::string_view::npos;
}

void add_suppressions(const Dockerfile& read, FactGraph& graph, DocumentId document) {
    const Reader reader(graph, document);
    for (const Directive& directive : read.directives) {
        if (directive.name == "check") reader.check_directive(directive);
    }
    for (const Comment& comment : read.comments)
        reader.comment(comment);
}

}  // namespace spile::engine::dockerfile

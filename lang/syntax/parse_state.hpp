// What the grammar writes while it matches: a flat list of nodes in post-order, the gaps between tokens, the errors.
// The builders turn the nodes into a Module; nothing here outlives one call of parse().
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lang/diagnostics/diagnostic.hpp"

namespace spile::lang::syntax {

enum class NodeKind : std::uint8_t {
    none,    // the rule leaves no node
    blanks,  // recorded as a gap, not as a node
    // leaves
    name,
    argument_name,
    qualified_name,
    code,
    string,
    raw_string,
    number,
    time,
    operator_word,
    variable,
    wildcard,
    boolean,
    null,
    distinct_flag,
    for_marker,
    optional_flag,
    private_flag,
    any_raw_type,
    change_scope,
    external_scope,
    // types and what a name ranges over
    type,
    raw_type,
    subject,
    // expressions
    domain_literal,
    conditional,
    disjunction,
    conjunction,
    negation,
    quantifier,
    comparison,
    sum,
    term,
    coalesce,
    path,
    field_suffix,
    project_suffix,
    index_suffix,
    call_suffix,
    argument,
    aggregate,
    list,
    empty_map,
    set,
    map,
    where_clause,
    by_clause,
    pair_generator,
    in_generator,
    typed_generator,
    relation_generator,
    // declarations
    module_header,
    import,
    declaration,
    param,
    function,
    rule,
    entity,
    view,
    policy,
    waiver,
    gate,
    field,
    let,
    view_field,
    each_clause,
    policy_id,
    policy_severity,
    policy_controls,
    policy_same_as,
    policy_on_unknown,
    policy_for,
    policy_when,
    require,
    deny,
    at_clause,
    message,
    remedy,
    waiver_for,
    waiver_in,
    waiver_owner,
    waiver_reason,
    waiver_until,
    gate_evidence,
    gate_fresh,
    gate_require,
    gate_allow,
    gate_forbid,
};

/// Index into ParseState::nodes.
using NodeId = std::uint32_t;

/// A matched rule. Its descendants are the nodes [first, own index); a leaf has first == own index.
struct Node {
    NodeKind kind = NodeKind::none;
    bool broken = false;  // ended by a syntax error: the children read so far are there
    Span span;            // without blanks and comments at the end
    NodeId first = 0;
};

/// Thrown inside the grammar, caught by its recovery rules; never leaves the folder.
struct SyntaxError {
    DiagnosticKind kind = DiagnosticKind::syntax_error;
    Span span;
    std::string message;
    std::string help;
    std::vector<Label> labels;
};

/// Thrown when the rest of a declaration cannot be read and its error has been reported; the next one is at `offset`.
struct Abandoned {
    std::uint32_t offset = 0;
};

/// The words that a body or a file may start a line with, and what they are called.
struct Members {
    std::string_view noun;  // "policy member"
    const std::string_view* first = nullptr;
    std::size_t count = 0;
    char after_name = '\0';  // any name followed by this starts a member, too
    [[nodiscard]] bool has(std::string_view word) const;
};

/// Deepest nesting of expressions and types that is read.
inline constexpr std::uint32_t nesting_limit = 64;
/// Errors that are reported for one text; the rest of it is not read then.
inline constexpr std::size_t error_limit = 100;

/// The views are valid while the SourceMap that owns the text lives.
struct ParseState {
    ParseState(SourceId id, std::string_view source_text, DiagnosticSink& diagnostics)
        : source(id), text(source_text), sink(&diagnostics), gap_begin(source_text.size() + 1, no_gap) {
        nodes.reserve(source_text.size() / 8);
    }

    struct Start {
        NodeKind kind;
        std::uint32_t nodes;
        std::uint32_t offset;
    };
    static constexpr std::uint32_t no_gap = 0xffffffffU;

    SourceId source;
    std::string_view text;
    DiagnosticSink* sink;
    std::vector<Node> nodes;
    std::vector<Start> starts;             // rules that are being matched and leave nodes
    std::vector<std::uint32_t> gap_begin;  // at the end of blanks and comments: where they began
    std::uint32_t depth = 0;
    std::uint32_t declaration_begin = 0;
    std::vector<std::uint32_t> error_offsets;

    // Called by the control class, for every rule that is tried.
    void start(NodeKind kind, std::uint32_t offset) {
        starts.push_back({kind, static_cast<std::uint32_t>(nodes.size()), offset});
    }
    void success(std::uint32_t offset);
    void failure() {
        nodes.resize(starts.back().nodes);
        starts.pop_back();
    }
    void gap(std::uint32_t offset);

    /// Throws: `expected` is what the grammar wants at `offset`.
    [[noreturn]] void fail(DiagnosticKind kind, std::uint32_t offset, std::string_view expected) const;
    [[noreturn]] void fail_member(std::uint32_t offset, const Members& members) const;
    [[noreturn]] void fail_nesting(std::uint32_t offset) const;
    [[noreturn]] void fail_unclosed(std::uint32_t offset) const;
    void report(SyntaxError error);

    /// Drops what was matched since there were `starts_count` open rules; an open declaration stays, marked broken.
    void unwind(std::size_t starts_count, std::size_t nodes_count, std::uint32_t offset);

    [[nodiscard]] std::uint32_t token_end(std::uint32_t offset) const;
};

/// The token at `offset`: a word, a number, a text, an operator, or one character; empty at the end of the file.
[[nodiscard]] Span token_at(std::string_view text, std::uint32_t offset);

/// Does the line of `offset` start a declaration there, indented no deeper than the one at `declaration`?
[[nodiscard]] bool starts_declaration(std::string_view text, std::uint32_t offset, std::uint32_t declaration);

/// The next declaration at or after `from`, with the comment lines above it, indented no deeper than the one at
/// `declaration`; the end of the text if there is none.
[[nodiscard]] std::uint32_t next_declaration(std::string_view text, std::uint32_t from, std::uint32_t declaration);

/// Where a body goes on after an error.
struct Resume {
    std::uint32_t offset = 0;
    bool in_body = false;  // false: at the next declaration or the end of the text
};
/// The next line after the member at `member` and not before `from` that starts a member or closes the body of the
/// declaration at `declaration`.
[[nodiscard]] Resume next_member(std::string_view text, std::uint32_t member, std::uint32_t from,
                                 std::uint32_t declaration, const Members& members);

extern const Members declaration_keywords;

}  // namespace spile::lang::syntax

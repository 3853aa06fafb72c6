// What a run says, resolved to places and text: the one structure that every output format prints. Field names are
// those of the JSON report (docs/reference/report.schema.json); lists are in canonical order.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/eval/verdict.hpp"
#include "lang/base/span.hpp"
#include "lang/program/program.hpp"

namespace spile::engine {

/// 1-based lines and columns (bytes); the end is exclusive.
struct Location {
    std::string path;
    std::uint32_t line = 1;
    std::uint32_t column = 1;
    std::uint32_t end_line = 1;
    std::uint32_t end_column = 1;
    SourceSpan span;  // for excerpts; never printed by machine formats
};

struct Note {
    std::string role;  // "reference", "parameter_default", "condition", "at", "declared", …
    std::string text;
    std::optional<Location> location;
};

/// One literal of the cube under which a finding holds. Prints as name + " is " + value: "IsProd is false", "Env is
/// dev", "Env is none of prod, dev".
struct When {
    std::string name;   // condition or parameter
    std::string value;  // "true" / "false" for conditions, else the class
    bool condition = false;
};
[[nodiscard]] std::string text(const When& when);

struct Subject {
    std::string address;  // "Resources.Logs"
    std::string name;     // "Logs"
    std::string type;     // "AWS::S3::Bucket"
    std::string document;
    std::string key;  // of the view's `each`; empty when it has none
};

struct Finding {
    std::string policy;  // id
    std::string title;
    std::vector<std::string> aliases;
    std::vector<std::string> controls;
    Verdict verdict = Verdict::fail;
    lang::Severity severity = lang::Severity::medium;
    std::string message;
    Subject subject;
    Location location;
    std::string pointer;  // JSON pointer of `location` inside its document; empty when there is none
    std::vector<Note> chain;
    std::vector<Note> related;
    std::vector<When> when;
    std::string cause;  // unknown and error: why it is undecided
    std::vector<std::string> reasons;
    std::string remedy;
    std::vector<std::string> also;  // messages of further witnesses at the same place
    std::string fingerprint;        // 32 hex digits; no line numbers, messages or worlds in it
    bool assumed = false;           // rests on a parameter's default
    // Of unknown verdicts only: what --unknown, the policy and the organisation's pins make of it; never by_flag.
    lang::UnknownTreatment treatment = lang::UnknownTreatment::warn;
    // Counts towards exit code 1 (severity reaches fail-on, not waived, not in the baseline) or 5.
    bool fails_gate = false;
    struct Waived {
        std::string source;  // "waiver", "inline", "baseline"
        std::string text;    // reason, owner, until
        std::string where;   // "waivers.spile:3"; the path alone for a baseline
    };
    std::optional<Waived> waived;
};

struct PolicySummary {
    std::string id;
    std::string name;
    std::string title;
    lang::Severity severity = lang::Severity::medium;
    std::string doc;
    std::string remedy;
    std::vector<std::string> aliases;
    std::vector<std::string> controls;
    std::uint32_t subjects = 0;  // counts of verdicts by subject; fail includes waived ones
    std::uint32_t pass = 0;
    std::uint32_t fail = 0;
    std::uint32_t unknown = 0;
    std::uint32_t not_applicable = 0;
    std::uint32_t error = 0;
};

/// How many subjects of one document a policy passes: what JUnit shows as green.
struct PassCount {
    std::string document;
    std::string policy;
    std::string title;
    std::uint32_t subjects = 0;
};

struct InputSummary {
    std::string path;
    std::string kind;  // word of --as; empty when it could not be told
    std::uint32_t units = 0;
    std::string error;  // empty: read
};

enum class ExitReason : std::uint8_t { ok, violations, usage, input, empty, undetermined, internal };
[[nodiscard]] std::string_view word(ExitReason reason);
[[nodiscard]] int exit_code(ExitReason reason);
/// The one that decides the exit code when both apply: the first of internal, usage, input, violations, undetermined,
/// empty, ok.
[[nodiscard]] ExitReason worse(ExitReason a, ExitReason b);

struct Summary {
    std::uint32_t inputs = 0;
    std::uint32_t skipped_files = 0;  // found by walking, not recognised
    std::uint32_t resources = 0;
    std::uint32_t policies = 0;
    std::uint32_t violations = 0;  // unwaived fails
    std::uint32_t unknown = 0;     // unwaived
    std::uint32_t errors = 0;
    std::uint32_t waived = 0;
    std::uint32_t suppressions = 0;       // inline ones found in the inputs, whatever they name
    std::uint32_t suppressions_used = 0;  // those that silenced a finding
    std::uint32_t passed = 0;             // verdicts
    std::uint32_t not_applicable = 0;
    std::uint32_t policies_without_subject = 0;
};

struct Report {
    std::vector<Finding> findings;  // by (path, offset, policy, message); waived ones too
    std::vector<PolicySummary> policies;
    std::vector<PassCount> passes;      // by (document, policy)
    std::vector<InputSummary> inputs;   // by path
    std::vector<std::string> warnings;  // unmatched or expiring waivers, stale baseline: for stderr and machine formats
    Summary summary;
    ExitReason exit_reason = ExitReason::ok;
};

}  // namespace spile::engine

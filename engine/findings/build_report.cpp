#include "engine/findings/build_report.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "engine/findings/fingerprint.hpp"
#include "engine/findings/locate.hpp"
#include "engine/findings/waive.hpp"
#include "engine/findings/when.hpp"
#include "lang/base/check.hpp"

namespace spile::engine {

namespace {

std::string_view word(Step::Role role) {
    static constexpr std::array<std::string_view, 9> k_words = {"reference", "parameter", "parameter_default",
                                                                "mapping",   "condition", "import_value",
                                                                "intrinsic", "view",      "nested_stack"};
    return k_words[static_cast<std::size_t>(role)];
}

// Pass is the laxest. by_flag must have been resolved.
int strictness(lang::UnknownTreatment treatment) {
    switch (treatment) {
        case lang::UnknownTreatment::fail:
            return 2;
        case lang::UnknownTreatment::by_flag:
        case lang::UnknownTreatment::warn:
            return 1;
        case lang::UnknownTreatment::pass:
            return 0;
    }
    return 1;
}

lang::UnknownTreatment treatment_of(const lang::Policy& policy, const ReportOptions& options) {
    lang::UnknownTreatment treatment =
        policy.on_unknown == lang::UnknownTreatment::by_flag ? options.unknown : policy.on_unknown;
    if (treatment == lang::UnknownTreatment::by_flag) treatment = lang::UnknownTreatment::warn;
    const auto& pin = options.pins.unknown;
    return pin && strictness(*pin) > strictness(treatment) ? *pin : treatment;
}

std::optional<lang::Severity> threshold(const ReportOptions& options) {
    if (!options.pins.fail_on) return options.fail_on;
    return options.fail_on ? std::min(*options.fail_on, *options.pins.fail_on) : *options.pins.fail_on;
}

// Which of several verdicts at one place names the finding: a fail in some world comes first.
int rank(Verdict verdict) {
    switch (verdict) {
        case Verdict::fail:
            return 3;
        case Verdict::error:
            return 2;
        case Verdict::unknown:
            return 1;
        case Verdict::pass:
        case Verdict::not_applicable:
            return 0;
    }
    return 0;
}

class Builder {
  public:
    Builder(FactGraph& graph, const lang::Program& program, const std::vector<Outcome>& outcomes,
            const ReportOptions& options)
        : graph_(graph), program_(program), outcomes_(outcomes), options_(options) {}

    Report build() {
        report_.warnings = options_.warnings;
        add_inputs();
        add_policies();
        for (const Outcome& outcome : outcomes_) {
            if (const auto at = summary_of_.find(outcome.policy); at != summary_of_.end()) {
                count(outcome, report_.policies[at->second]);
                add_drafts(outcome);
            }
        }
        add_passes();
        waive(drafts_, graph_, program_, options_, report_);
        decide();
        take_findings();
        summarise();
        return std::move(report_);
    }

  private:
    void add_inputs() {
        for (const Document& document : graph_.documents()) {
            InputSummary input{.path = document.path, .kind = std::string(engine::word(document.kind))};
            const auto external = [&](UnitId id) { return graph_.unit(id).external; };
            input.units =
                static_cast<std::uint32_t>(document.units.size()) -
                static_cast<std::uint32_t>(std::count_if(document.units.begin(), document.units.end(), external));
            if (document.failed) input.error = "the input could not be read";
            report_.inputs.push_back(std::move(input));
        }
        for (const InputSummary& unread : options_.unread) {
            const auto same = [&](const InputSummary& input) { return input.path == unread.path; };
            const auto found = std::find_if(report_.inputs.begin(), report_.inputs.end(), same);
            if (found == report_.inputs.end()) {
                report_.inputs.push_back(unread);
            } else {
                found->error = unread.error;
            }
        }
        std::stable_sort(report_.inputs.begin(), report_.inputs.end(),
                         [](const InputSummary& a, const InputSummary& b) { return a.path < b.path; });
    }

    void add_policies() {
        std::vector<std::uint32_t> selected;
        for (std::uint32_t i = 0; i < program_.policies.size(); ++i)
            selected.push_back(i);
        if (options_.policies) selected = *options_.policies;
        const auto id = [&](std::uint32_t i) -> const std::string& { return program_.policies.at(i).id; };
        std::sort(selected.begin(), selected.end(), [&](auto a, auto b) { return id(a) < id(b); });
        for (const std::uint32_t i : selected) {
            const lang::Policy& policy = program_.policies[i];
            summary_of_[i] = report_.policies.size();
            report_.policies.push_back({.id = policy.id,
                                        .name = policy.name,
                                        .title = policy.title,
                                        .severity = policy.severity,
                                        .doc = policy.doc,
                                        .remedy = plain_remedy(policy),
                                        .aliases = policy.same_as,
                                        .controls = policy.controls});
        }
    }

    // The remedy as it can be said without a subject: when it has no holes.
    static std::string plain_remedy(const lang::Policy& policy) {
        std::string text;
        if (!policy.remedy) return text;
        for (const lang::Template::Piece& piece : policy.remedy->pieces) {
            if (piece.value != lang::k_no_expr) return {};
            text += piece.text;
        }
        return text;
    }

    void count(const Outcome& outcome, PolicySummary& policy) {
        ++policy.subjects;
        switch (outcome.verdict) {
            case Verdict::pass:
                ++policy.pass;
                ++passes_[{document_of(outcome.subject).path, policy.id}].subjects;
                passes_[{document_of(outcome.subject).path, policy.id}].title = policy.title;
                break;
            case Verdict::fail:
                ++policy.fail;
                break;
            case Verdict::unknown:
                ++policy.unknown;
                break;
            case Verdict::not_applicable:
                ++policy.not_applicable;
                break;
            case Verdict::error:
                ++policy.error;
                break;
        }
    }

    void add_passes() {
        for (auto& [key, pass] : passes_)
            report_.passes.push_back({key.first, key.second, pass.title, pass.subjects});
    }

    // One finding for each place: what else is said there goes to `also`.
    void add_drafts(const Outcome& outcome) {
        SPILE_CHECK(rank(outcome.verdict) == 0 || !outcome.findings.empty(),
                    "an outcome that does not pass says where");
        std::vector<const RawFinding*> raws;
        for (const RawFinding& raw : outcome.findings)
            raws.push_back(&raw);
        std::stable_sort(raws.begin(), raws.end(), [](const RawFinding* a, const RawFinding* b) {
            return std::tuple(std::string_view(a->path), -rank(a->verdict), a->demand) <
                   std::tuple(std::string_view(b->path), -rank(b->verdict), b->demand);
        });
        const RawFinding* last = nullptr;
        for (const RawFinding* raw : raws) {
            if (last == nullptr || last->path != raw->path) {
                drafts_.push_back(draft(outcome, *raw));
                last = raw;
            } else {
                merge(drafts_.back().finding, *raw);
            }
        }
    }

    static void merge(Finding& finding, const RawFinding& raw) {
        const auto add = [&](const std::string& message) {
            if (message.empty() || message == finding.message) return;
            if (std::find(finding.also.begin(), finding.also.end(), message) == finding.also.end())
                finding.also.push_back(message);
        };
        add(raw.message);
        for (const std::string& message : raw.also)
            add(message);
        finding.assumed = finding.assumed || raw.assumed;
    }

    Draft draft(const Outcome& outcome, const RawFinding& raw) {
        const lang::Policy& policy = program_.policies[outcome.policy];
        const Unit& unit = graph_.unit(outcome.subject);
        const Document& document = graph_.document(unit.document);
        Draft draft{.policy = outcome.policy, .unit = outcome.subject};
        Finding& finding = draft.finding;
        finding.policy = policy.id;
        finding.title = policy.title;
        finding.aliases = policy.same_as;
        finding.controls = policy.controls;
        finding.verdict = raw.verdict;
        finding.severity = policy.severity;
        finding.message = raw.message.empty() ? policy.title : raw.message;
        finding.subject = {.address = std::string(unit.address),
                           .name = std::string(unit.name),
                           .type = std::string(unit.type),
                           .document = document.path,
                           .key = outcome.key};
        finding.location = place(raw.at, unit, document);
        if (raw.at != nullptr && raw.at->span.valid()) finding.pointer = FactGraph::pointer(raw.at->path);
        finding.chain = chain(raw.at);
        for (const auto& [text, origin] : raw.related)
            finding.related.push_back({"related", text, note_place(origin)});
        for (const auto& [text, origin] : raw.steps)
            finding.related.push_back({"step", text, note_place(origin)});
        finding.when = when(raw.guard, unit.document);
        finding.cause = raw.cause;
        finding.reasons = raw.reasons;
        if (outcome.kleene) {
            finding.reasons.emplace_back(
                "too many parameters vary here to follow how they hang together; each condition was taken by itself");
        }
        finding.remedy = outcome.remedy;
        finding.also = raw.also;
        finding.fingerprint = fingerprint({finding.policy, document.path, unit.address, outcome.key, raw.path});
        finding.assumed = raw.assumed;
        finding.treatment = treatment_of(policy, options_);
        return draft;
    }

    // Many findings hold in the same worlds.
    const std::vector<When>& when(Guard guard, DocumentId document) {
        const auto [found, is_new] = when_.try_emplace({document, guard});
        if (is_new) found->second = when_literals(guard, graph_.document(document), graph_.guards());
        return found->second;
    }

    // The place that decided; without one, the subject's name; without that, the document's first byte.
    Location place(const Origin* at, const Unit& unit, const Document& document) const {
        if (at != nullptr && at->span.valid()) return locate(graph_.sources(), at->span);
        if (unit.name_span.valid()) return locate(graph_.sources(), unit.name_span);
        Location start;
        start.path = document.path;
        return start;
    }

    std::optional<Location> note_place(const Origin* origin) const {
        if (origin == nullptr || !origin->span.valid()) return std::nullopt;
        return locate(graph_.sources(), origin->span);
    }

    std::vector<Note> chain(const Origin* at) const {
        std::vector<Note> notes;
        for (const Step* step = at == nullptr ? nullptr : at->chain; step != nullptr; step = step->next) {
            Note note{std::string(word(step->role)), std::string(step->text), std::nullopt};
            if (step->where.valid()) note.location = locate(graph_.sources(), step->where);
            notes.push_back(std::move(note));
        }
        return notes;
    }

    void decide() {
        const std::optional<lang::Severity> fail_on = threshold(options_);
        for (Draft& draft : drafts_) {
            Finding& finding = draft.finding;
            const bool counts =
                finding.verdict != Verdict::unknown || finding.treatment == lang::UnknownTreatment::fail;
            finding.fails_gate = counts && !finding.waived && fail_on && finding.severity >= *fail_on;
        }
    }

    void take_findings() {
        for (Draft& draft : drafts_)
            report_.findings.push_back(std::move(draft.finding));
        const auto order = [](const Finding& f) {
            return std::tie(f.location.path, f.location.span.span.begin, f.policy, f.message, f.fingerprint);
        };
        std::stable_sort(report_.findings.begin(), report_.findings.end(),
                         [&](const Finding& a, const Finding& b) { return order(a) < order(b); });
    }

    void summarise() {
        Summary& summary = report_.summary;
        summary.inputs = static_cast<std::uint32_t>(report_.inputs.size());
        summary.skipped_files = options_.skipped_files;
        for (const Unit& unit : graph_.units())
            summary.resources += unit.kind == UnitKind::resource && !unit.external ? 1 : 0;
        summary.policies = static_cast<std::uint32_t>(report_.policies.size());
        bool evaluated = false;
        for (const PolicySummary& policy : report_.policies) {
            summary.passed += policy.pass;
            summary.not_applicable += policy.not_applicable;
            summary.policies_without_subject += policy.subjects == 0 ? 1 : 0;
            evaluated = evaluated || policy.subjects > policy.not_applicable;
        }
        ExitReason reason = options_.already;
        for (const Finding& finding : report_.findings) {
            if (finding.waived) {
                ++summary.waived;
            } else if (finding.verdict == Verdict::fail) {
                ++summary.violations;
            } else if (finding.verdict == Verdict::unknown) {
                ++summary.unknown;
            } else {
                ++summary.errors;
            }
            if (finding.fails_gate) {
                reason = worse(reason,
                               finding.verdict == Verdict::unknown ? ExitReason::undetermined : ExitReason::violations);
            }
        }
        const auto bad = [](const InputSummary& input) { return !input.error.empty(); };
        if (std::any_of(report_.inputs.begin(), report_.inputs.end(), bad)) reason = worse(reason, ExitReason::input);
        if (!evaluated && !options_.allow_empty) reason = worse(reason, ExitReason::empty);
        report_.exit_reason = reason;
    }

    const Document& document_of(UnitId unit) const { return graph_.document(graph_.unit(unit).document); }

    struct Pass {
        std::string title;
        std::uint32_t subjects = 0;
    };

    FactGraph& graph_;
    const lang::Program& program_;
    const std::vector<Outcome>& outcomes_;
    const ReportOptions& options_;
    std::map<std::uint32_t, std::size_t> summary_of_;  // policy index -> position in report_.policies
    std::map<std::pair<std::string, std::string>, Pass> passes_;
    std::map<std::pair<DocumentId, Guard>, std::vector<When>> when_;
    std::vector<Draft> drafts_;
    Report report_;
};

}  // namespace

Report build_report(FactGraph& graph, const lang::Program& program, const std::vector<Outcome>& outcomes,
                    const ReportOptions& options) {
    return Builder(graph, program, outcomes, options).build();
}

}  // namespace spile::engine

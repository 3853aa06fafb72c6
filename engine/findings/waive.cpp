#include "engine/findings/waive.hpp"

#include <algorithm>

#include "engine/findings/glob.hpp"
#include "engine/findings/locate.hpp"
#include "engine/findings/until.hpp"
#include "lang/base/suggest.hpp"

namespace spile::engine {

namespace {

constexpr std::int64_t k_day = 86'400;
constexpr std::int64_t k_soon = 14 * k_day;

bool can_be_waived(const Draft& draft) {
    return draft.finding.verdict == Verdict::fail || draft.finding.verdict == Verdict::unknown;
}

const MandatoryPolicy* pin_of(const ReportOptions& options, std::string_view policy) {
    const auto& pins = options.pins.mandatory;
    const auto found = std::find_if(pins.begin(), pins.end(), [&](const auto& pin) { return pin.id == policy; });
    return found == pins.end() ? nullptr : &*found;
}

class WaiverPass {
  public:
    WaiverPass(std::vector<Draft>& drafts, const FactGraph& graph, const lang::Program& program,
               const ReportOptions& options, Report& report)
        : drafts_(drafts), graph_(graph), program_(program), options_(options), report_(report) {}

    void run() {
        for (const lang::Waiver& waiver : program_.waivers)
            apply(waiver);
    }

  private:
    void apply(const lang::Waiver& waiver) {
        if (!loaded(waiver.policy)) {
            return warn(waiver, "no loaded policy has this id" + did_you_mean(waiver.policy, policy_ids(program_)));
        }
        if (!selected(waiver.policy)) return;
        const std::optional<std::int64_t> end = end_of(waiver.until);
        if (!end) return warn(waiver, "it has no valid `until`, so it accepts nothing");
        const std::vector<Draft*> covered = covered_by(waiver);
        if (covered.empty()) return warn(waiver, "it matches no finding" + nearest_subject(waiver));
        if (options_.now >= *end) return warn(waiver, "it expired (until " + waiver.until + "); its findings count");
        const MandatoryPolicy* pin = pin_of(options_, waiver.policy);
        if (pin != nullptr && (pin->approver.empty() || pin->approver != waiver.owner)) {
            return warn(waiver, pin->approver.empty()
                                    ? "the policy is mandatory and cannot be waived"
                                    : "the policy is mandatory: only `" + pin->approver + "` may own a waiver");
        }
        if (*end - options_.now <= k_soon) {
            const std::int64_t days = (*end - options_.now - 1) / k_day;
            warn(waiver, "it expires " +
                             (days == 0   ? std::string("within a day")
                              : days == 1 ? std::string("in 1 day")
                                          : "in " + std::to_string(days) + " days") +
                             " (until " + waiver.until + ")");
        }
        for (Draft* draft : covered)
            accept(*draft, waiver);
    }

    void accept(Draft& draft, const lang::Waiver& waiver) const {
        if (draft.finding.waived) return;
        std::string text = waiver.reason;
        if (!waiver.owner.empty()) text += (text.empty() ? "" : "; ") + std::string("owner ") + waiver.owner;
        text += (text.empty() ? "until " : "; until ") + waiver.until;
        draft.finding.waived = {"waiver", std::move(text), path_and_line(graph_.sources(), waiver.where)};
    }

    std::vector<Draft*> covered_by(const lang::Waiver& waiver) const {
        std::vector<Draft*> covered;
        for (Draft& draft : drafts_) {
            const Subject& subject = draft.finding.subject;
            if (draft.finding.policy != waiver.policy || !can_be_waived(draft)) continue;
            if (!waiver.subject.empty() && !glob_match(waiver.subject, subject.name, GlobOver::path) &&
                !glob_match(waiver.subject, subject.address, GlobOver::path))
                continue;
            if (!waiver.document.empty() && !glob_match(waiver.document, subject.document, GlobOver::path)) continue;
            covered.push_back(&draft);
        }
        return covered;
    }

    // A subject without wildcards that matches nothing may be misspelt.
    std::string nearest_subject(const lang::Waiver& waiver) const {
        if (waiver.subject.empty() || has_wildcard(waiver.subject)) return {};
        std::vector<std::string_view> names;
        for (const Draft& draft : drafts_) {
            if (draft.finding.policy == waiver.policy && draft.finding.subject.name != waiver.subject)
                names.emplace_back(draft.finding.subject.name);
        }
        return did_you_mean(waiver.subject, names);
    }

    [[nodiscard]] bool loaded(std::string_view id) const {
        return std::any_of(program_.policies.begin(), program_.policies.end(),
                           [&](const lang::Policy& policy) { return policy.id == id; });
    }

    [[nodiscard]] bool selected(std::string_view id) const {
        return std::any_of(report_.policies.begin(), report_.policies.end(),
                           [&](const PolicySummary& policy) { return policy.id == id; });
    }

    void warn(const lang::Waiver& waiver, const std::string& what) const {
        std::string text = path_and_line(graph_.sources(), waiver.where);
        text += (text.empty() ? "waiver of `" : ": waiver of `") + waiver.policy + "`";
        if (!waiver.subject.empty()) text += " for `" + waiver.subject + "`";
        if (!waiver.document.empty()) text += " in `" + waiver.document + "`";
        report_.warnings.push_back(text + ": " + what);
    }

    std::vector<Draft>& drafts_;
    const FactGraph& graph_;
    const lang::Program& program_;
    const ReportOptions& options_;
    Report& report_;
};

class SuppressionPass {
  public:
    SuppressionPass(std::vector<Draft>& drafts, const FactGraph& graph, const lang::Program& program,
                    const ReportOptions& options, Report& report)
        : drafts_(drafts), graph_(graph), program_(program), options_(options), report_(report) {}

    void run() {
        const bool off = !options_.inline_waivers || options_.pins.no_inline_waivers;
        for (std::uint32_t i = 0; i < graph_.documents().size(); ++i) {
            for (const Suppression& suppression : graph_.documents()[i].suppressions) {
                ++report_.summary.suppressions;
                if (!off && apply(DocumentId{i}, suppression)) ++report_.summary.suppressions_used;
            }
        }
    }

  private:
    bool apply(DocumentId document, const Suppression& suppression) {
        const std::string alias = std::string(suppression.tool) + ":" + std::string(suppression.id);
        // `*`: every rule of the tool, as `check=skip=all` says it.
        const auto names = [&](const std::string& each) {
            return suppression.id == "*" ? each.starts_with(std::string(suppression.tool) + ":") : each == alias;
        };
        bool used = false;
        for (Draft& draft : drafts_) {
            const auto& aliases = program_.policies[draft.policy].same_as;
            if (!std::any_of(aliases.begin(), aliases.end(), names)) continue;
            if (!can_be_waived(draft) || pin_of(options_, draft.finding.policy) != nullptr) continue;
            const bool here =
                suppression.unit ? *suppression.unit == draft.unit : graph_.unit(draft.unit).document == document;
            if (!here) continue;
            used = true;
            if (draft.finding.waived) continue;
            std::string text = alias;
            if (!suppression.reason.empty()) text += ": " + std::string(suppression.reason);
            draft.finding.waived = {"inline", std::move(text), path_and_line(graph_.sources(), suppression.where)};
        }
        return used;
    }

    std::vector<Draft>& drafts_;
    const FactGraph& graph_;
    const lang::Program& program_;
    const ReportOptions& options_;
    Report& report_;
};

BaselineEntry entry_of(const Finding& finding) {
    return {finding.fingerprint, finding.policy, finding.subject.address, finding.subject.document};
}

// An entry that this run could have met and did not: its document is among the inputs that were read, its policy was
// evaluated or is loaded no more.
bool stale(const BaselineEntry& entry, const Report& report, const lang::Program& program) {
    const auto is_input = [&](const InputSummary& input) {
        return input.path == entry.document && input.error.empty();
    };
    if (std::none_of(report.inputs.begin(), report.inputs.end(), is_input)) return false;
    const auto same_id = [&](const auto& policy) { return policy.id == entry.policy; };
    return std::any_of(report.policies.begin(), report.policies.end(), same_id) ||
           std::none_of(program.policies.begin(), program.policies.end(), same_id);
}

void apply_baseline(std::vector<Draft>& drafts, const lang::Program& program, const ReportOptions& options,
                    Report& report) {
    const Baseline& baseline = *options.baseline;
    std::vector<bool> met(baseline.entries.size(), false);
    for (Draft& draft : drafts) {
        const BaselineEntry entry = entry_of(draft.finding);
        const auto found = std::lower_bound(baseline.entries.begin(), baseline.entries.end(), entry);
        if (found == baseline.entries.end() || *found != entry) continue;
        met[static_cast<std::size_t>(found - baseline.entries.begin())] = true;
        if (!can_be_waived(draft) || draft.finding.waived) continue;
        if (pin_of(options, draft.finding.policy) != nullptr) continue;
        draft.finding.waived = {"baseline", "accepted in the baseline", baseline.path};
    }
    for (std::size_t i = 0; i < met.size(); ++i) {
        const BaselineEntry& entry = baseline.entries[i];
        if (met[i] || !stale(entry, report, program)) continue;
        report.warnings.push_back(baseline.path + ": `" + entry.policy + "` for `" + entry.subject + "` in `" +
                                  entry.document + "` matches no finding any more; take it out of the baseline");
    }
}

}  // namespace

void waive(std::vector<Draft>& drafts, const FactGraph& graph, const lang::Program& program,
           const ReportOptions& options, Report& report) {
    WaiverPass(drafts, graph, program, options, report).run();
    SuppressionPass(drafts, graph, program, options, report).run();
    if (options.baseline != nullptr) apply_baseline(drafts, program, options, report);
}

}  // namespace spile::engine

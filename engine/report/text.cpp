// The report for people: what fails, at which line, why, and what to do; then one line of counts.
#include <algorithm>

#include "engine/report/escape.hpp"
#include "engine/report/writers.hpp"
#include "lang/source/excerpt.hpp"

namespace spile::engine {

namespace {

constexpr std::size_t k_names_listed = 8;

std::string_view shade(const Finding& finding) {
    if (finding.waived) return "2";
    if (finding.verdict == Verdict::unknown) return "1;36";
    return finding.severity >= lang::Severity::high || finding.verdict == Verdict::error ? "1;31" : "1;33";
}

std::string join(const std::vector<std::string>& parts) {
    std::string out;
    for (const std::string& part : parts)
        out.append(out.empty() ? "" : ", ").append(part);
    return out;
}

class TextWriter {
  public:
    TextWriter(const Report& report, const SourceMap& sources, const WriteOptions& options)
        : report_(report), sources_(sources), options_(options) {}

    std::string write() {
        for (const Finding& finding : report_.findings) {
            if (shown(finding) && !brief(finding)) add(finding);
        }
        add_information();
        if (options_.show_passed) add_passes();
        add_inputs();
        add_counts();
        out_ += visible(summary_line(report_)) + "\n";
        return std::move(out_);
    }

  private:
    [[nodiscard]] bool shown(const Finding& finding) const {
        if (finding.waived) return options_.show_waived;
        return finding.verdict != Verdict::unknown || finding.treatment != lang::UnknownTreatment::pass;
    }

    // What is only for information, and fails nothing, would bury the rest.
    [[nodiscard]] bool brief(const Finding& finding) const {
        return !options_.show_info && finding.severity == lang::Severity::info && finding.verdict == Verdict::fail &&
               !finding.fails_gate && !finding.waived;
    }

    void add_information() {
        std::size_t count = 0;
        for (const Finding& finding : report_.findings) {
            if (!brief(finding)) continue;
            ++count;
            const Location& at = finding.location;
            out_ += painted("info[" + visible(finding.policy) + "]", "2") + ": " + visible(finding.message) + " (" +
                    visible(at.path) + ":" + std::to_string(at.line) + ":" + std::to_string(at.column) + ")\n";
        }
        if (count > 0) out_ += "note: --show info prints reasons and remedies of what is for information\n\n";
    }

    [[nodiscard]] std::string painted(std::string_view text, std::string_view code) const {
        if (options_.colour == Colour::off) return std::string(text);
        return std::string("\x1b[").append(code).append("m").append(text).append("\x1b[0m");
    }

    void add(const Finding& finding) {
        const std::string_view tag =
            finding.verdict == Verdict::fail ? lang::word(finding.severity) : word(finding.verdict);
        std::string head = std::string(tag) + "[" + visible(finding.policy) + "]";
        if (finding.waived) head = "waived " + head;
        out_ += painted(head, shade(finding)) + ": " + visible(finding.message) + "\n";
        add_place(finding);
        add_line("policy", visible(finding.title) +
                               (finding.controls.empty() ? "" : " (" + visible(join(finding.controls)) + ")"));
        for (const std::string& reason : finding.reasons)
            add_line("why", visible(reason));
        if (!finding.cause.empty()) add_line("undecided", visible(finding.cause));
        if (!finding.when.empty()) out_ += "  = when " + visible(when_text(finding)) + "\n";
        if (finding.assumed) add_line("note", "this rests on the default of a parameter");
        for (const Note& note : finding.chain)
            add_note("through", note);
        for (const Note& note : finding.related)
            add_note(note.role == "step" ? "path" : "see", note);
        for (const std::string& also : finding.also)
            add_line("also", visible(also));
        if (!finding.remedy.empty()) add_line("fix", visible(finding.remedy));
        if (finding.waived) {
            add_line("waived", visible(finding.waived->text) +
                                   (finding.waived->where.empty() ? "" : " (" + visible(finding.waived->where) + ")"));
        }
        out_ += "\n";
    }

    /// What is sensitive stands in clear in the lines of a plan or state.
    [[nodiscard]] bool hidden(const std::string& path) const {
        return std::any_of(report_.inputs.begin(), report_.inputs.end(), [&](const InputSummary& input) {
            return input.path == path && (input.kind == "tfplan" || input.kind == "tfstate");
        });
    }

    void add_place(const Finding& finding) {
        const Location& at = finding.location;
        const Subject& subject = finding.subject;
        out_ += "  --> " + visible(at.path) + ":" + std::to_string(at.line) + ":" + std::to_string(at.column) + "  " +
                visible(subject.address);
        if (!subject.key.empty()) out_ += " [" + visible(subject.key) + "]";
        if (!subject.type.empty()) out_ += " (" + visible(subject.type) + ")";
        out_ += "\n";
        if (!at.span.valid() || hidden(at.path)) return;
        const Excerpt excerpt =
            excerpt_of(sources_, at.span.source, {at.line, at.column}, {at.end_line, at.end_column});
        const std::string number = std::to_string(at.line);
        out_ += number + " | " + excerpt.line + "\n" + std::string(number.size(), ' ') + " | " + excerpt.indent +
                painted(excerpt.carets, shade(finding)) + "\n";
    }

    void add_line(std::string_view label, std::string_view text) {
        out_.append("  = ").append(label).append(": ").append(text).append("\n");
    }

    void add_note(std::string_view label, const Note& note) {
        std::string text = visible(note.text);
        if (note.location) {
            text += " (" + visible(note.location->path) + ":" + std::to_string(note.location->line) + ":" +
                    std::to_string(note.location->column) + ")";
        }
        add_line(label, text);
    }

    void add_passes() {
        for (const PassCount& pass : report_.passes) {
            out_ += painted("pass[" + visible(pass.policy) + "]", "1;32") + ": " + visible(pass.title) + " (" +
                    counted(pass.subjects, "subject", "subjects") + " in " + visible(pass.document) + ")\n";
        }
        if (!report_.passes.empty()) out_ += "\n";
    }

    void add_inputs() {
        for (const InputSummary& input : report_.inputs) {
            if (input.error.empty()) continue;
            out_ += painted("input", "1;31") + ": " + visible(input.path) + ": " + visible(input.error) + "\n";
        }
    }

    // What a reader must know of that which is not shown.
    void add_counts() {
        std::vector<std::string> idle;
        for (const PolicySummary& policy : report_.policies) {
            if (policy.subjects == 0) idle.push_back(visible(policy.id));
        }
        if (!idle.empty()) {
            const std::size_t count = idle.size();
            std::string text = counted(count, "policy had no subject: ", "policies had no subject: ");
            if (count > k_names_listed) idle.resize(k_names_listed);
            text += join(idle);
            if (count > idle.size()) text += " and " + std::to_string(count - idle.size()) + " more";
            out_ += "note: " + text + "\n";
        }
        const Summary& summary = report_.summary;
        if (summary.suppressions > summary.suppressions_used) {
            out_ += "note: " + std::to_string(summary.suppressions - summary.suppressions_used) + " of " +
                    counted(summary.suppressions, "inline suppression", "inline suppressions") +
                    " silenced nothing here\n";
        }
        const auto accepted = std::count_if(report_.findings.begin(), report_.findings.end(), [&](const Finding& f) {
            return !f.waived && f.verdict == Verdict::unknown && f.treatment == lang::UnknownTreatment::pass;
        });
        if (accepted > 0) {
            out_ += "note: " + std::to_string(accepted) + " unknown by policies or settings that let unknown pass\n";
        }
    }

    const Report& report_;
    const SourceMap& sources_;
    const WriteOptions& options_;
    std::string out_;
};

}  // namespace

std::string write_text(const Report& report, const SourceMap& sources, const WriteOptions& options) {
    return TextWriter(report, sources, options).write();
}

}  // namespace spile::engine

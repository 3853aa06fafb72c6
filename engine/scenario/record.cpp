#include "engine/scenario/record.hpp"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <set>
#include <tuple>

#include "engine/scenario/documents.hpp"
#include "engine/scenario/names.hpp"
#include "engine/scenario/overlay_files.hpp"
#include "engine/scenario/subjects.hpp"
#include "engine/scenario/terraform/address.hpp"
#include "engine/scenario/terraform/plan_text.hpp"
#include "engine/session/files.hpp"
#include "lang/base/visible.hpp"

namespace spile::engine::scenario {

namespace {

constexpr std::size_t k_largest_doc_string = std::size_t{16} * 1024;
constexpr std::size_t k_longest_name = 100;

// Whether the text can stand between quotes of a step: no escape there means a backslash.
bool fits_in_quotes(std::string_view text) {
    return text.find_first_of("\\\n\r\t") == std::string_view::npos && text == visible(text);
}

std::string in_quotes(std::string_view text) {
    std::string out = "\"";
    for (const char c : text)
        out += c == '"' ? std::string("\\\"") : std::string(1, c);
    return out + "\"";
}

std::string in_cell(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '\n')
            out += "\\n";
        else if (c == '|' || c == '\\')
            out += std::string("\\") + c;
        else
            out += c;
    }
    return out;
}

// Cells lose blanks at their ends, and some characters cannot be seen.
bool fits_in_cell(std::string_view text) {
    const bool edges = text.empty() || (text.front() != ' ' && text.back() != ' ');
    std::string line(text);
    std::replace(line.begin(), line.end(), '\n', ' ');
    return edges && line == visible(line);
}

// What can stand around the text: neither in it nor, with backslashes, read as such. Empty: nothing can.
std::string fence_for(std::string_view text) {
    const auto has = [&](std::string_view part) { return text.find(part) != std::string_view::npos; };
    if (!has("\"\"\"") && !has("\\\"\\\"\\\"")) return "\"\"\"";
    if (!has("```") && !has("\\`\\`\\`")) return "```";
    return {};
}

bool fits_in_doc_string(std::string_view text) {
    if (text.size() > k_largest_doc_string || text.starts_with("\xEF\xBB\xBF")) return false;
    for (std::size_t at = 0; at < text.size();) {
        const Character character = character_at(text, at);
        const bool blank = character.code == '\n' || character.code == '\t';
        if (!character.valid || (character.code < 0x20 && !blank) || character.code == 0x7F) return false;
        at += character.length;
    }
    return !fence_for(text).empty();
}

// One line for a scenario's name.
std::string heading(std::string_view text) {
    std::string out = visible(text.substr(0, k_longest_name));
    return text.size() > k_longest_name ? out + "…" : out;
}

using SubjectKey = std::tuple<std::string, std::string, std::string, std::string>;

SubjectKey subject_of(const Finding& finding) {
    return {finding.policy, finding.subject.document, finding.subject.address, finding.subject.key};
}

class Recorder {
  public:
    Recorder(const Report& report, const FactGraph& graph, const lang::Program& program, const RecordRequest& request)
        : report_(report), graph_(graph), program_(program), request_(request) {}

    std::string write() {
        out_ = "Feature: What was found in " + documents() + "\n\n  Background:\n";
        bool first = true;
        for (const Document& document : graph_.documents()) {
            if (document.failed || document.kind == InputKind::yaml) continue;  // what those say is said below
            add_document(document, first ? "Given" : "And");
            first = false;
        }
        add_builds();
        add_parameters();
        for (const auto& [name, value] : request_.build_arguments)
            out_ += "    And the build argument " + in_quotes(name) + " is " + in_quotes(value) + "\n";
        if (!request_.target.empty()) out_ += "    And the build target is " + in_quotes(request_.target) + "\n";
        for (const lang::ParamSetting& setting : request_.settings) {
            out_ += "    And the policy parameter " + in_quotes(setting.module + "." + setting.name) + " is `" +
                    setting.value + "`\n";
        }
        if (needs_date()) out_ += "    And the date is " + date() + "\n";
        add_scenarios();
        return std::move(out_);
    }

  private:
    std::string documents() const {
        std::string out;
        for (const Document& document : graph_.documents())
            out += (out.empty() ? "" : ", ") + heading(document.path);
        return out;
    }

    /// Which image a Dockerfile becomes. A step speaks of the last stage alone.
    void add_builds() {
        for (const UnitId id : graph_.of_type("docker", "build")) {
            const Unit& build = graph_.unit(id);
            const Value image = build.attributes.member("image")->value;
            const Unit& stage = graph_.unit(build.attributes.member("stage")->value.unit());
            const bool last = stage.attributes.member("final")->value.boolean();
            if (!last || !image.is(Kind::string) || !fits_in_quotes(image.text())) continue;
            out_ += "    And the image " + in_quotes(image.text()) + " is built by the Dockerfile " +
                    in_quotes(graph_.document(build.document).path) + "\n";
        }
    }

    void add_document(const Document& document, const std::string& keyword) {
        const std::string_view text = graph_.sources().text(document.source);
        const bool dockerfile = document.kind == InputKind::dockerfile;
        const std::string noun(noun_of(document.kind));
        const bool named = confined(document.path) == document.path && fits_in_quotes(document.path);
        if (!named || !fits_in_doc_string(text) || hides(document, text)) {
            const std::filesystem::path folder(folder_of(request_.feature));
            const std::string file = std::filesystem::path(document.path).lexically_proximate(folder).generic_string();
            out_ += "    " + keyword + " the " + noun + " file " + in_quotes(file) + "\n";
            return;
        }
        const std::string fence = fence_for(text);
        const std::string type = dockerfile ? "dockerfile" : document.format == Format::json ? "json" : "yaml";
        out_ += "    " + keyword + " the " + noun + " " + in_quotes(document.path) + ":\n      " + fence + type + "\n";
        std::string_view rest = text;
        while (!rest.empty()) {
            const std::size_t end = std::min(rest.find('\n'), rest.size());
            if (end > 0) out_ += "      " + std::string(rest.substr(0, end));
            out_ += "\n";
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
        out_ += "      " + fence + "\n";
    }

    // An input may say what nobody may read, and a feature goes where the input does not.
    bool hides(const Document& document, std::string_view text) const {
        const bool plan = document.kind == InputKind::tfplan;
        return plan ? terraform::has_sensitive_values(text) : graph_.sources().has_hidden(document.source);
    }

    void add_parameters() {
        if (request_.parameters.empty()) return;
        out_ += "    And the template parameters:\n";
        for (const auto& [name, value] : request_.parameters)
            out_ += "      | " + in_cell(name) + " | " + in_cell(is_secret(name) ? "(sensitive)" : value) + " |\n";
    }

    bool is_secret(const std::string& parameter) const {
        return std::any_of(graph_.units().begin(), graph_.units().end(), [&](const Unit& unit) {
            if (unit.kind != UnitKind::parameter || unit.name != parameter) return false;
            const Member* const said = unit.body.member("NoEcho");
            return said != nullptr && !(said->value.is(Kind::boolean) && !said->value.boolean());
        });
    }

    // Waivers end, and rules may ask for the time.
    bool needs_date() const {
        const auto reads_clock = [](const lang::Expr& expr) {
            return expr.op == lang::Op::call_builtin && static_cast<lang::Builtin>(expr.index) == lang::Builtin::now;
        };
        return !program_.waivers.empty() || std::any_of(program_.exprs.begin(), program_.exprs.end(), reads_clock);
    }

    std::string date() const {
        using namespace std::chrono;  // NOLINT(google-build-using-namespace): units of time
        const year_month_day day{floor<days>(sys_seconds(seconds(request_.now)))};
        const auto two = [](unsigned number) { return (number < 10 ? "0" : "") + std::to_string(number); };
        return std::to_string(static_cast<int>(day.year())) + "-" + two(static_cast<unsigned>(day.month())) + "-" +
               two(static_cast<unsigned>(day.day()));
    }

    void add_scenarios() {
        std::map<SubjectKey, std::vector<const Finding*>> by_subject;
        for (const Finding& finding : report_.findings)
            by_subject[subject_of(finding)].push_back(&finding);
        std::set<std::string> in_tables;
        for (const Finding& finding : report_.findings) {
            const bool alone = by_subject[subject_of(finding)].size() == 1;
            if (alone && fits_in_quotes(finding.message) && can_be_named(finding))
                add_scenario(finding);
            else if (in_tables.insert(finding.policy).second)
                add_table(finding.policy, finding.title);
        }
    }

    // Whether a step can write the subject.
    bool can_be_named(const Finding& finding) const {
        const std::string name = resource(finding);
        const bool plain = visible(name) == name && finding.subject.key.find_first_of("[]\"`") == std::string::npos;
        // Terraform's instance keys are part of the name, and the words of a step know them.
        const std::string& own = finding.subject.name;
        if (const Result<terraform::Address> address = terraform::parse_address(own); plain && address.ok())
            return own.find('`') == std::string::npos && name.find('\t') == std::string::npos;
        return plain && name.find_first_of(" \t\"`") == std::string::npos &&
               own.find_first_of("[]:") == std::string::npos;
    }

    // The logical name where no other resource has it, else with its document, else the address.
    std::string resource(const Finding& finding) const {
        std::size_t same_name = 0;
        std::size_t same_in_document = 0;
        for (const Unit& unit : graph_.units()) {
            if (!may_be_named(unit) || unit.name != finding.subject.name) continue;
            ++same_name;
            same_in_document += graph_.document(unit.document).path == finding.subject.document ? 1 : 0;
        }
        const std::string& name = same_in_document > 1 ? finding.subject.address : finding.subject.name;
        return (same_name > 1 ? finding.subject.document + ":" : "") + subject_text(name, finding.subject.key);
    }

    void add_scenario(const Finding& finding) {
        const std::string name = resource(finding);
        out_ += "\n  Scenario: " + finding.policy + ": " + heading(finding.message) + "\n    When the policy " +
                finding.policy + " is evaluated\n    Then the verdict for " + name + " is " +
                verdict_text(finding.verdict) + "\n    And the finding for " + name + " is at line " +
                std::to_string(finding.location.line) + ", column " + std::to_string(finding.location.column) +
                "\n    And the message for " + name + " is " + in_quotes(finding.message) + "\n";
        if (finding.waived) out_ += "    And the finding for " + name + " is waived\n";
    }

    // Every finding of a policy at once: for subjects with several, and for texts that steps cannot hold.
    void add_table(const std::string& policy, const std::string& title) {
        std::vector<const Finding*> findings;
        for (const Finding& finding : report_.findings) {
            if (finding.policy == policy) findings.push_back(&finding);
        }
        const bool messages = std::all_of(findings.begin(), findings.end(),
                                          [](const Finding* finding) { return fits_in_cell(finding->message); });
        out_ +=
            "\n  Scenario: " + policy + ": " + heading(title) + "\n    When the policy " + policy +
            " is evaluated\n    Then the findings are exactly:\n      | verdict | document | line | column | waived |" +
            (messages ? " message |\n" : "\n");
        for (const Finding* finding : findings) {
            out_ += "      | " + verdict_text(finding->verdict) + " | " + in_cell(finding->location.path) + " | " +
                    std::to_string(finding->location.line) + " | " + std::to_string(finding->location.column) + " | " +
                    (finding->waived ? finding->waived->source : "") + " |" +
                    (messages ? " " + in_cell(finding->message) + " |\n" : "\n");
        }
    }

    const Report& report_;
    const FactGraph& graph_;
    const lang::Program& program_;
    const RecordRequest& request_;
    std::string out_;
};

}  // namespace

std::optional<std::string> record(const Report& report, const FactGraph& graph, const lang::Program& program,
                                  const RecordRequest& request) {
    if (report.findings.empty()) return std::nullopt;
    return Recorder(report, graph, program, request).write();
}

}  // namespace spile::engine::scenario

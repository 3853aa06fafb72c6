// Test results in the Test Anything Protocol, version 14 (testanything.org): a test point for each scenario, with a
// YAML block of what went wrong. Its scalars are written as JSON strings, which YAML reads alike.
#include "engine/report/json.hpp"
#include "engine/scenario/report/view.hpp"
#include "engine/scenario/report/writers.hpp"
#include "lang/base/visible.hpp"

namespace spile::engine::scenario {

namespace {

/// A description: `#` would begin a directive, a backslash an escape.
std::string described(std::string_view text) {
    std::string out;
    for (const char c : visible(text)) {
        if (c == '#' || c == '\\') out += '\\';
        out += c;
    }
    return out;
}

std::string scalar(std::string_view text) {
    std::string shown;
    for (const std::string_view line : lines_of(text))
        shown += (shown.empty() ? "" : "\n") + visible_line(line);
    return print(Json(shown), JsonLayout::one_line);
}

class TapWriter {
  public:
    void passed(std::string_view description) { point("ok", description, ""); }
    void skipped(std::string_view description) { point("ok", description, " # SKIP"); }
    void failed(std::string_view description) { point("not ok", description, ""); }

    void begin_block() { out_ += "  ---\n"; }
    void entry(std::string_view key, std::string_view value) {
        out_ += "  " + std::string(key) + ": " + scalar(value) + "\n";
    }
    void place(std::string_view file, gherkin::Location at) {
        out_ += "  at:\n    file: " + scalar(file) + "\n    line: " + std::to_string(at.line) + "\n";
        if (at.column > 0) out_ += "    column: " + std::to_string(at.column) + "\n";
    }
    void list(std::string_view key, const std::vector<std::string_view>& texts) {
        if (texts.empty()) return;
        out_ += "  " + std::string(key) + ":\n";
        for (const std::string_view text : texts)
            out_ += "    - " + scalar(text) + "\n";
    }
    void end_block() { out_ += "  ...\n"; }

    /// A comment between test points.
    void comment(std::string_view text) { out_ += "# " + visible(text) + "\n"; }

    [[nodiscard]] std::string text() const {
        const std::string plan = "1.." + std::to_string(number_) + (number_ == 0 ? " # SKIP no scenario" : "");
        return "TAP version 14\n" + plan + "\n" + out_;
    }

  private:
    void point(std::string_view word, std::string_view description, std::string_view directive) {
        out_ += std::string(word) + " " + std::to_string(++number_) + " - " + described(description) +
                std::string(directive) + "\n";
    }

    std::size_t number_ = 0;
    std::string out_;
};

std::vector<std::string_view> texts_of(const StepResult& step, Difference::Kind kind) {
    std::vector<std::string_view> texts;
    for (const Difference& difference : step.difference)
        if (difference.kind == kind) texts.push_back(difference.text);
    return texts;
}

void write_failure(TapWriter& tap, const FeatureView& feature, const ScenarioView& scenario) {
    tap.begin_block();
    const StepView* stopped = scenario.stopped();
    if (stopped == nullptr) {
        tap.entry("message", scenario.result->message);
        tap.entry("status", word(scenario.result->status));
        tap.place(feature.result->path, scenario.pickle->location);
    } else {
        tap.entry("message", stopped->result->message);
        tap.entry("status", word(stopped->result->status));
        tap.entry("step", std::string(stopped->keyword) + " " + stopped->step->text);
        tap.place(feature.result->path, stopped->step->location);
        tap.list("expected", texts_of(*stopped->result, Difference::Kind::missing));
        tap.list("found", texts_of(*stopped->result, Difference::Kind::unexpected));
        tap.list("as_expected", texts_of(*stopped->result, Difference::Kind::same));
    }
    tap.end_block();
}

}  // namespace

std::string write_tap(const RunResult& run, const ResultOptions&) {
    TapWriter tap;
    for (const FeatureResult& result : run.features) {
        const FeatureView feature = view_of(result);
        tap.comment(result.path);
        for (const gherkin::ParseError& error : result.errors) {
            tap.failed(result.path + " can be read");
            tap.begin_block();
            tap.entry("message", error.message);
            tap.place(result.path, error.location);
            tap.end_block();
        }
        for (const ScenarioView& scenario : feature.scenarios) {
            std::string description(feature.name);
            if (!scenario.rule.empty()) description += ": " + std::string(scenario.rule);
            description += ": " + scenario.title();
            if (scenario.result->status == Status::passed) {
                tap.passed(description);
            } else if (scenario.result->status == Status::skipped) {
                tap.skipped(description);
            } else {
                tap.failed(description);
                write_failure(tap, feature, scenario);
            }
        }
    }
    for (const std::string& error : run.errors) {
        tap.failed("the run is whole");
        tap.begin_block();
        tap.entry("message", error);
        tap.end_block();
    }
    return tap.text();
}

}  // namespace spile::engine::scenario

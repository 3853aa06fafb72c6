// The results for people: each failed scenario with the step that failed, its place, why, and both sides of what was
// compared; then one line of counts.
#include "engine/scenario/report/writers.hpp"
#include "lang/base/visible.hpp"

namespace spile::engine::scenario {

namespace {

std::string counted(std::size_t count, const std::string& noun) {
    return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

std::string_view line_of(std::string_view text, std::uint32_t wanted) {
    for (std::uint32_t line = 1; !text.empty(); ++line) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        if (line == wanted) return text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return {};
}

template <class Visit>
void each_line(std::string_view text, const Visit& visit) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        visit(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

class TextWriter {
  public:
    TextWriter(const RunResult& result, const ResultOptions& options) : result_(result), options_(options) {}

    std::string write() {
        for (const FeatureResult& feature : result_.features)
            add(feature);
        for (const std::string& error : result_.errors)
            out_ += painted("error", "1;31") + ": " + visible(error) + "\n";
        if (!result_.errors.empty()) out_ += "\n";
        add_summary();
        return std::move(out_);
    }

  private:
    [[nodiscard]] std::string painted(std::string_view text, std::string_view code) const {
        if (options_.colour == Colour::off) return std::string(text);
        return std::string("\x1b[").append(code).append("m").append(text).append("\x1b[0m");
    }

    void add(const FeatureResult& feature) {
        for (const gherkin::ParseError& error : feature.errors)
            out_ += painted("error", "1;31") + ": " + visible(feature.path) + ":" + visible(error.message) + "\n";
        if (!feature.errors.empty()) out_ += "\n";
        for (const ScenarioResult& scenario : feature.scenarios) {
            if (scenario.status != Status::passed)
                add_failed(feature, scenario);
            else if (options_.show_passed)
                out_ += painted("passed", "32") + " " + heading(feature, scenario) + "\n";
        }
    }

    static std::string heading(const FeatureResult& feature, const ScenarioResult& scenario) {
        const gherkin::Pickle& pickle = feature.pickles[scenario.pickle];
        return visible(feature.path) + ":" + std::to_string(pickle.location.line) + ": " + visible(pickle.name);
    }

    void add_failed(const FeatureResult& feature, const ScenarioResult& scenario) {
        out_ += painted("failed", "1;31") + " " + heading(feature, scenario) + "\n";
        if (!scenario.message.empty()) add_message(scenario.message);
        const gherkin::Pickle& pickle = feature.pickles[scenario.pickle];
        for (std::size_t i = 0; i < scenario.steps.size(); ++i) {
            const StepResult& step = scenario.steps[i];
            if (step.status == Status::passed || step.status == Status::skipped) continue;
            add_place(feature, pickle.steps[i]);
            add_message(step.message);
            for (const Difference& difference : step.difference)
                add_difference(difference);
        }
        out_ += "\n";
    }

    void add_place(const FeatureResult& feature, const gherkin::PickleStep& step) {
        const std::string line = std::to_string(step.location.line);
        out_ += "  --> " + visible(feature.path) + ":" + line + "\n";
        std::string_view written = line_of(feature.text, step.location.line);
        const std::size_t first = written.find_first_not_of(" \t");
        out_ += painted(line + " |", "34") + " " +
                visible_line(written.substr(first == std::string_view::npos ? 0 : first)) + "\n";
        // A placeholder of an outline: what stood there in this row.
        if (written.find(step.text) == std::string_view::npos)
            out_ += std::string(line.size(), ' ') + painted(" =", "34") + " " + visible_line(step.text) + "\n";
    }

    void add_message(const std::string& message) {
        each_line(message, [&](std::string_view line) { out_ += "    " + visible_line(line) + "\n"; });
    }

    void add_difference(const Difference& difference) {
        const char* sign = difference.kind == Difference::Kind::same      ? "      "
                           : difference.kind == Difference::Kind::missing ? "    - "
                                                                          : "    + ";
        const char* colour = difference.kind == Difference::Kind::missing ? "31" : "32";
        each_line(difference.text, [&](std::string_view line) {
            const std::string shown = sign + visible_line(line);
            out_ += (difference.kind == Difference::Kind::same ? shown : painted(shown, colour)) + "\n";
        });
    }

    void add_summary() {
        const RunSummary& summary = result_.summary;
        out_ += counted(summary.features, "feature") + ", " + counted(summary.scenarios, "scenario") + ", " +
                counted(summary.steps, "step") + ": " + std::to_string(summary.passed) + " passed, " +
                std::to_string(summary.failed) + " failed\n";
    }

    const RunResult& result_;
    const ResultOptions& options_;
    std::string out_;
};

}  // namespace

std::string write_text(const RunResult& result, const ResultOptions& options) {
    return TextWriter(result, options).write();
}

}  // namespace spile::engine::scenario

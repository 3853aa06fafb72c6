// Test results as one page that needs nothing else: no network, no script; a filter by status is made of radio buttons,
// and scenarios open and close by themselves. Its content security policy allows the one style sheet and nothing more.
#include <algorithm>
#include <array>

#include "engine/scenario/report/html_writer.hpp"
#include "engine/scenario/report/view.hpp"
#include "engine/scenario/report/writers.hpp"

namespace spile::engine::scenario {

namespace {

constexpr std::array k_statuses{Status::failed, Status::undefined, Status::passed, Status::skipped};

constexpr std::string_view k_icons =
    R"(<svg class="hidden" aria-hidden="true"><symbol id="i-passed" viewBox="0 0 16 16"><path d="M3 8.5l3.2 3.2L13 5"/></symbol>)"
    R"(<symbol id="i-failed" viewBox="0 0 16 16"><path d="M4 4l8 8M12 4l-8 8"/></symbol>)"
    R"(<symbol id="i-undefined" viewBox="0 0 16 16"><path d="M5.6 5.4a2.4 2.4 0 1 1 3.5 2.1C8.2 8 8 8.4 8 9.4M8 12v.8"/></symbol>)"
    R"(<symbol id="i-skipped" viewBox="0 0 16 16"><path d="M3.5 8h9"/></symbol></svg>)";

std::string icon_of(Status status) {
    return "i-" + std::string(word(status));
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
    return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

std::string capital(std::string_view word) {
    std::string out(word);
    out[0] = static_cast<char>(out[0] - 'a' + 'A');
    return out;
}

struct Tally {
    std::array<std::size_t, 4> by_status{};
    std::size_t broken = 0;  // errors that are of no scenario

    void add(Status status) { ++by_status[static_cast<std::size_t>(status)]; }
    [[nodiscard]] std::size_t of(Status status) const { return by_status[static_cast<std::size_t>(status)]; }
    [[nodiscard]] std::size_t scenarios() const { return by_status[0] + by_status[1] + by_status[2] + by_status[3]; }
    /// The worst that there is.
    [[nodiscard]] Status status() const {
        if (broken > 0 || of(Status::failed) > 0) return Status::failed;
        if (of(Status::undefined) > 0) return Status::undefined;
        return of(Status::passed) > 0 || of(Status::skipped) == 0 ? Status::passed : Status::skipped;
    }
    /// Class names by which the filter finds what holds a status.
    [[nodiscard]] std::string classes() const {
        std::string out;
        for (const Status status : k_statuses)
            if (of(status) > 0 || (status == Status::failed && broken > 0)) out += " has-" + std::string(word(status));
        return out;
    }
};

Tally tally_of(const FeatureView& feature) {
    Tally tally{.by_status = {}, .broken = feature.result->errors.size()};
    for (const ScenarioView& scenario : feature.scenarios)
        tally.add(scenario.result->status);
    return tally;
}

class PageWriter {
  public:
    PageWriter(const RunResult& run, const ResultOptions& options) : run_(run), options_(options) {
        for (const FeatureResult& feature : run.features) {
            features_.push_back(view_of(feature));
            tallies_.push_back(tally_of(features_.back()));
            for (std::size_t i = 0; i < all_.by_status.size(); ++i)
                all_.by_status[i] += tallies_.back().by_status[i];
            all_.broken += tallies_.back().broken;
        }
        all_.broken += run.errors.size();
    }

    std::string write() {
        head();
        page_.open("body").raw("\n").raw(k_icons).raw("\n");
        header();
        filter();
        page_.open("div", {{"class", "page wide"}}).raw("\n");
        contents();
        page_.open("main").raw("\n");
        run_errors();
        for (std::size_t i = 0; i < features_.size(); ++i)
            feature(i);
        if (features_.empty() && run_.errors.empty())
            page_.element("p", {{"class", "feature nothing"}}, "No feature was run.");
        coverage();
        page_.close("main").raw("\n").close("div").raw("\n");
        footer();
        page_.close("body").raw("\n").close("html").raw("\n");
        return page_.take();
    }

  private:
    // ---- the frame

    [[nodiscard]] std::string verdict() const {
        const std::size_t wrong = all_.of(Status::failed) + all_.of(Status::undefined);
        if (all_.scenarios() == 0) return run_.passed() ? "No scenario was run" : "Nothing could be run";
        const std::string errors = all_.broken == 0 ? "" : ", " + counted(all_.broken, "error", "errors");
        if (wrong > 0)
            return std::to_string(wrong) + " of " + counted(all_.scenarios(), "scenario", "scenarios") + " failed" +
                   errors;
        if (!run_.passed()) return "The run is not whole: " + counted(all_.broken, "error", "errors");
        return all_.scenarios() == 1 ? "The scenario passed"
                                     : "All " + std::to_string(all_.scenarios()) + " scenarios passed";
    }

    void head() {
        page_.raw("<!DOCTYPE html>\n").open("html", {{"lang", "en"}}).raw("\n").open("head").raw("\n");
        page_.raw("<meta charset=\"utf-8\">\n");
        page_.open("meta", {{"http-equiv", "Content-Security-Policy"},
                            {"content", "default-src 'none'; style-src " + std::string(html_style_hash()) +
                                            "; base-uri 'none'; form-action 'none'"}});
        page_.raw("\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        page_.raw("<meta name=\"color-scheme\" content=\"light dark\">\n");
        page_.element("title", {}, verdict() + " · Spile").raw("\n");
        page_.open("style").raw(html_style()).close("style").raw("\n").close("head").raw("\n");
    }

    void header() {
        page_.open("header").open("div", {{"class", "wide"}});
        page_.element("p", {{"class", "eyebrow"}}, "Spile test report");
        const Status status = run_.passed() ? Status::passed : all_.status();
        page_.open("h1", {{"class", word(status)}}).icon(icon_of(status)).element("span", {}, verdict()).close("h1");
        bar();
        page_.open("dl", {{"class", "numbers"}});
        number(run_.features.size(), run_.features.size() == 1 ? "feature" : "features");
        number(all_.scenarios(), all_.scenarios() == 1 ? "scenario" : "scenarios");
        number(run_.summary.steps, run_.summary.steps == 1 ? "step" : "steps");
        for (const Status each : k_statuses)
            if (all_.of(each) > 0) number(all_.of(each), word(each), "is-" + std::string(word(each)));
        page_.close("dl").close("div").close("header").raw("\n");
    }

    void number(std::size_t count, std::string_view what, std::string_view style = {}) {
        page_.open("div").element("dt", {}, what);
        page_.open("dd");
        if (style.empty()) {
            page_.text(std::to_string(count));
        } else {
            page_.element("span", {{"class", style}}, std::to_string(count));
        }
        page_.close("dd").close("div");
    }

    /// Shares of the statuses. Widths are attributes of the picture: the policy allows no style in an attribute.
    void bar() {
        const std::size_t whole = all_.scenarios();
        page_.open(
            "svg",
            {{"class", "bar"}, {"viewBox", "0 0 1000 10"}, {"preserveAspectRatio", "none"}, {"aria-hidden", "true"}});
        std::size_t before = 0;
        for (const Status status : k_statuses) {
            const std::size_t count = all_.of(status);
            if (count == 0) continue;
            const std::size_t begin = before * 1000 / whole;
            before += count;
            const std::size_t end = before * 1000 / whole;
            page_
                .open("rect", {{"class", word(status)},
                               {"x", std::to_string(begin)},
                               {"width", std::to_string(end - begin)},
                               {"height", "10"}})
                .close("rect");
        }
        page_.close("svg");
    }

    void filter() {
        const auto button = [&](std::string_view name, bool checked) {
            const std::string id = "show-" + std::string(name);
            page_.raw("<input class=\"hidden\" type=\"radio\" name=\"show\" id=\"" + id + "\"" +
                      (checked ? " checked" : "") + ">\n");
        };
        button("all", true);
        for (const Status status : k_statuses)
            if (all_.of(status) > 0) button(word(status), false);
        page_.open("div", {{"class", "filter"}, {"role", "group"}, {"aria-label", "Show scenarios by status"}});
        page_.open("div", {{"class", "wide"}});
        const auto label = [&](std::string_view name, std::size_t count) {
            page_.open("label", {{"for", "show-" + std::string(name)}}).text(capital(name));
            page_.raw(" ").element("span", {{"class", "count"}}, std::to_string(count)).close("label");
        };
        label("all", all_.scenarios());
        for (const Status status : k_statuses)
            if (all_.of(status) > 0) label(word(status), all_.of(status));
        page_.close("div").close("div").raw("\n");
    }

    void contents() {
        page_.open("nav", {{"aria-label", "Contents"}}).element("h2", {}, "Features");
        page_.open("ol", {{"class", "features"}});
        for (std::size_t i = 0; i < features_.size(); ++i) {
            const Tally& tally = tallies_[i];
            page_.open("li", {{"class", std::string(word(tally.status())) + tally.classes()}})
                .icon(icon_of(tally.status()));
            page_.element("a", {{"href", "#f" + std::to_string(i + 1)}}, features_[i].name);
            page_.element("span", {{"class", "count"}},
                          tally.broken > 0
                              ? "error"
                              : std::to_string(tally.of(Status::passed)) + "/" + std::to_string(tally.scenarios()));
            page_.close("li");
        }
        page_.close("ol");
        if (options_.coverage) {
            page_.element("h2", {}, "More").open("ol").open("li");
            page_.element("a", {{"href", "#coverage"}}, "Coverage of the policies").close("li").close("ol");
        }
        page_.close("nav").raw("\n");
    }

    void footer() {
        const std::string by = options_.version.empty() ? "Spile" : "Spile " + options_.version;
        page_.open("footer").open("div", {{"class", "wide"}});
        page_.text("Written by " + by +
                   ". The page needs no network and runs no script; a scenario opens with Enter, "
                   "the filter moves with the arrow keys.");
        page_.close("div").close("footer").raw("\n");
    }

    // ---- what was run

    void run_errors() {
        if (run_.errors.empty()) return;
        page_.open("section", {{"class", "feature errors has-failed"}}).open("div", {{"class", "head"}});
        page_.element("h2", {}, "The run is not whole").close("div");
        for (const std::string& error : run_.errors)
            page_.element("pre", {}, error);
        page_.close("section").raw("\n");
    }

    void feature(std::size_t index) {
        const FeatureView& view = features_[index];
        const bool broken = !view.result->errors.empty();
        page_.open("section", {{"class", "feature" + std::string(broken ? " errors" : "") + tallies_[index].classes()},
                               {"id", "f" + std::to_string(index + 1)}});
        page_.raw("\n").open("div", {{"class", "head"}}).element("h2", {}, view.name);
        if (view.name != view.result->path) page_.element("p", {{"class", "where mono"}}, view.result->path);
        about(view.description);
        page_.close("div").raw("\n");
        for (const gherkin::ParseError& error : view.result->errors)
            parse_error(*view.result, error);
        for (std::size_t i = 0; i < view.scenarios.size();) {
            const std::string_view rule = view.scenarios[i].rule;
            std::size_t end = i;
            while (end < view.scenarios.size() && view.scenarios[end].rule == rule)
                ++end;
            if (!rule.empty()) open_rule(view, i, end);
            for (; i < end; ++i)
                scenario(view, index, i);
            if (!rule.empty()) page_.close("section").raw("\n");
        }
        if (view.scenarios.empty() && !broken)
            page_.element("p", {{"class", "nothing"}}, "No scenario of this feature was run.");
        page_.close("section").raw("\n");
    }

    /// Descriptions are indented as the feature is; a page is not.
    void about(std::string_view description) {
        if (description.empty()) return;
        std::string text;
        for (std::string_view line : lines_of(description)) {
            line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
            text += (text.empty() ? "" : "\n") + std::string(line);
        }
        page_.element("p", {{"class", "about"}}, text);
    }

    void open_rule(const FeatureView& view, std::size_t begin, std::size_t end) {
        Tally tally;
        for (std::size_t i = begin; i < end; ++i)
            tally.add(view.scenarios[i].result->status);
        page_.open("section", {{"class", "rule" + tally.classes()}});
        page_.open("h3").element("span", {}, "Rule: ").text(view.scenarios[begin].rule).close("h3").raw("\n");
    }

    /// The message, and the line it speaks of between its neighbours.
    void parse_error(const FeatureResult& feature, const gherkin::ParseError& error) {
        page_.element("pre", {}, error.message);
        const std::vector<std::string_view> lines = lines_of(feature.text);
        const std::size_t line = error.location.line;
        if (line == 0 || line > lines.size()) return;
        page_.open("pre", {{"class", "excerpt"}});
        for (std::size_t i = line > 3 ? line - 3 : 0; i < std::min(line + 2, lines.size()); ++i) {
            const std::string number = std::to_string(i + 1);
            const std::string text =
                std::string(number.size() < 4 ? 4 - number.size() : 0, ' ') + number + "  " + std::string(lines[i]);
            if (i + 1 == line) {
                page_.element("span", {{"class", "here"}}, text);
            } else {
                page_.text(text);
            }
            page_.raw("\n");
        }
        page_.close("pre").raw("\n");
    }

    void scenario(const FeatureView& of, std::size_t feature_index, std::size_t index) {
        const ScenarioView& view = of.scenarios[index];
        const Status status = view.result->status;
        const std::string id = "f" + std::to_string(feature_index + 1) + "-s" + std::to_string(index + 1);
        const std::string style = "scenario " + std::string(word(status));
        if (status == Status::failed || status == Status::undefined) {
            page_.open("details", {{"class", style}, {"id", id}, {"open", ""}});
        } else {
            page_.open("details", {{"class", style}, {"id", id}});
        }
        page_.open("summary", {{"class", word(status)}}).icon(icon_of(status));
        page_.open("span", {{"class", "name"}});
        page_.element("span", {{"class", "hidden"}}, std::string(word(status)) + ": ");
        page_.text(view.pickle->name.empty() ? view.title() : view.pickle->name);
        for (const gherkin::PickleTag& tag : view.pickle->tags)
            page_.raw(" ").element("span", {{"class", "tag"}}, tag.name);
        page_.close("span");
        page_.element("span", {{"class", "where"}}, "line " + std::to_string(view.pickle->location.line));
        page_.close("summary").raw("\n");
        if (!view.result->message.empty()) why(StepResult{.message = view.result->message});
        page_.open("ol", {{"class", "steps"}}).raw("\n");
        for (const StepView& step : view.steps)
            write_step(step);
        page_.close("ol").close("details").raw("\n");
    }

    void write_step(const StepView& view) {
        const Status status = view.result->status;
        page_.open("li", {{"class", word(status)}}).open("div", {{"class", "line " + std::string(word(status))}});
        page_.icon(icon_of(status)).open("div");
        page_.element("span", {{"class", "hidden"}}, std::string(word(status)) + ": ");
        page_.element("span", {{"class", "keyword"}}, view.keyword).raw(" ");
        step_text(view);
        page_.close("div").close("div");
        if (view.step->doc_string) page_.element("pre", {{"class", "attached"}}, view.step->doc_string->content);
        if (view.step->data_table) table(*view.step->data_table);
        if (!view.result->message.empty() || !view.result->difference.empty()) why(*view.result);
        page_.close("li").raw("\n");
    }

    /// The step's text with what its parameters matched set off.
    void step_text(const StepView& view) {
        const std::string_view text = view.step->text;
        std::size_t at = 0;
        for (const StepArgument& argument : view.result->arguments) {
            if (argument.begin < at || argument.end < argument.begin || argument.end > text.size()) continue;
            page_.text(text.substr(at, argument.begin - at));
            page_.element("span", {{"class", "argument"}}, text.substr(argument.begin, argument.end - argument.begin));
            at = argument.end;
        }
        page_.text(text.substr(at));
    }

    void table(const gherkin::PickleTable& table) {
        page_.open("table", {{"class", "attached"}});
        for (const std::vector<std::string>& row : table.rows) {
            page_.open("tr");
            for (const std::string& cell : row)
                page_.element("td", {}, cell);
            page_.close("tr");
        }
        page_.close("table");
    }

    void why(const StepResult& step) {
        page_.open("div", {{"class", "why"}});
        if (!step.message.empty()) page_.element("p", {}, step.message);
        if (!step.difference.empty()) {
            page_.open("pre", {{"class", "difference"}});
            for (const Difference& difference : step.difference) {
                const std::string_view style = difference.kind == Difference::Kind::same      ? "row"
                                               : difference.kind == Difference::Kind::missing ? "row missing"
                                                                                              : "row unexpected";
                for (const std::string_view line : lines_of(difference.text))
                    page_.element("span", {{"class", style}},
                                  std::string{sign(difference.kind), ' '} + std::string(line));
            }
            page_.close("pre").element("p", {{"class", "legend"}}, "− expected, not found   + found, not expected");
        }
        page_.close("div");
    }

    // ---- coverage

    void coverage() {
        if (!options_.coverage) return;
        const std::uint32_t seen = options_.coverage->seen;
        const std::uint32_t of = options_.coverage->of;
        page_.open("section", {{"class", "feature coverage"}, {"id", "coverage"}}).open("div", {{"class", "head"}});
        page_.element("h2", {}, "Coverage of the policies");
        page_.element("p", {{"class", "where"}},
                      percent(seen, of) + ": " + std::to_string(seen) + " of " + counted(of, "outcome", "outcomes") +
                          " of conditions were seen");
        page_.close("div").raw("\n").open("table").open("thead").open("tr");
        for (const std::string_view title : {"Policy", "Covered", "", "Never seen"})
            page_.element("th", {}, title);
        page_.close("tr").close("thead").open("tbody").raw("\n");
        // Those first that ask for something to be done.
        for (const bool whole : {false, true})
            for (const PolicyCoverageRow& row : options_.coverage->policies)
                if ((row.seen == row.of && row.unseen.empty()) == whole) coverage_row(row);
        page_.close("tbody").close("table").close("section").raw("\n");
    }

    void coverage_row(const PolicyCoverageRow& row) {
        page_.open("tr").open("td").element("div", {{"class", "mono"}}, row.policy);
        page_.element("div", {{"class", "where"}}, row.path + ":" + std::to_string(row.line)).close("td");
        page_.element("td", {{"class", "amount"}}, percent(row.seen, row.of)).open("td");
        const std::uint32_t width = row.of == 0 ? 100 : row.seen * 100 / row.of;
        page_.open("svg", {{"class", row.seen < row.of ? "meter partly" : "meter"},
                           {"viewBox", "0 0 100 10"},
                           {"preserveAspectRatio", "none"},
                           {"aria-hidden", "true"}});
        page_.open("rect", {{"width", std::to_string(width)}, {"height", "10"}}).close("rect").close("svg").close("td");
        page_.open("td");
        if (row.unseen.empty()) page_.element("span", {{"class", "where"}}, "nothing");
        if (!row.unseen.empty()) {
            page_.open("ul");
            for (const std::string& each : row.unseen)
                page_.open("li").element("code", {}, each).close("li");
            page_.close("ul");
        }
        page_.close("td").close("tr").raw("\n");
    }

    static std::string percent(std::uint32_t seen, std::uint32_t of) {
        return std::to_string(of == 0 ? 100 : std::uint64_t{seen} * 100 / of) + " %";
    }

    const RunResult& run_;
    const ResultOptions& options_;
    std::vector<FeatureView> features_;
    std::vector<Tally> tallies_;
    Tally all_;
    Html page_;
};

}  // namespace

std::string write_html(const RunResult& run, const ResultOptions& options) {
    return PageWriter(run, options).write();
}

}  // namespace spile::engine::scenario

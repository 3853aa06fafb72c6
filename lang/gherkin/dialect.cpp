// Reads dialects.txt, which the assembler put into this library (.cmake/SpileEmbed.cmake).
#include "lang/gherkin/dialect.hpp"

#include <algorithm>
#include <cstddef>

extern "C" {
extern const char spile_gherkin_dialects_begin[];
extern const char spile_gherkin_dialects_end[];
}

namespace spile::gherkin {

namespace {

/// What stands before `end`, which is taken off `text` with it.
std::string_view take(std::string_view& text, char end) {
    const std::size_t length = std::min(text.find(end), text.size());
    const std::string_view taken = text.substr(0, length);
    text.remove_prefix(std::min(length + 1, text.size()));
    return taken;
}

std::vector<std::string_view> words(std::string_view line) {
    std::vector<std::string_view> out;
    while (!line.empty())
        out.push_back(take(line, '|'));
    return out;
}

void add_steps(Dialect& dialect, const std::vector<std::string_view>& keywords, KeywordType type) {
    for (const std::string_view keyword : keywords) {
        const auto known = std::find_if(dialect.steps.begin(), dialect.steps.end(),
                                        [&](const StepKeyword& step) { return step.text == keyword; });
        if (known == dialect.steps.end())
            dialect.steps.push_back({keyword, type});
        else
            known->type = KeywordType::unknown;
    }
}

void add_list(Dialect& dialect, std::string_view list, const std::vector<std::string_view>& keywords) {
    const auto append = [&](std::vector<std::string_view>& to) {
        to.insert(to.end(), keywords.begin(), keywords.end());
    };
    if (list == "feature") append(dialect.feature);
    if (list == "rule") append(dialect.rule);
    if (list == "background") append(dialect.background);
    if (list == "scenario" || list == "outline") append(dialect.scenario);
    if (list == "examples") append(dialect.examples);
    if (list == "given") add_steps(dialect, keywords, KeywordType::context);
    if (list == "when") add_steps(dialect, keywords, KeywordType::action);
    if (list == "then") add_steps(dialect, keywords, KeywordType::outcome);
    if (list == "and" || list == "but") add_steps(dialect, keywords, KeywordType::conjunction);
}

std::vector<Dialect> read_dialects() {
    std::string_view text{spile_gherkin_dialects_begin,
                          static_cast<std::size_t>(spile_gherkin_dialects_end - spile_gherkin_dialects_begin)};
    std::vector<Dialect> out;
    while (!text.empty()) {
        std::string_view line = take(text, '\n');
        if (line.starts_with('#')) continue;
        if (line.starts_with('=')) {
            const std::vector<std::string_view> names = words(line.substr(1));
            out.push_back({.code = names.at(0), .name = names.at(1), .native = names.at(2)});
            continue;
        }
        const std::string_view list = take(line, '|');
        add_list(out.back(), list, words(line));
    }
    for (Dialect& dialect : out) {
        std::stable_sort(dialect.steps.begin(), dialect.steps.end(),
                         [](const auto& a, const auto& b) { return a.text.size() > b.text.size(); });
    }
    return out;
}

}  // namespace

const std::vector<Dialect>& all_dialects() {
    static const std::vector<Dialect> all = read_dialects();
    return all;
}

const Dialect* find_dialect(std::string_view code) {
    const std::vector<Dialect>& all = all_dialects();
    const auto found = std::lower_bound(
        all.begin(), all.end(), code, [](const Dialect& dialect, std::string_view key) { return dialect.code < key; });
    return found != all.end() && found->code == code ? &*found : nullptr;
}

}  // namespace spile::gherkin

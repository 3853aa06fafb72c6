#include "engine/scenario/report/write_results.hpp"

#include <algorithm>
#include <array>

#include "engine/scenario/report/writers.hpp"

namespace spile::engine::scenario {

namespace {

struct Row {
    ResultFormat format;
    std::string_view word;
    std::string (*write)(const RunResult&, const ResultOptions&);
};

constexpr std::array k_formats{
    Row{ResultFormat::text, "text", write_text},
    Row{ResultFormat::messages, "messages", write_messages},
    Row{ResultFormat::junit, "junit", write_junit_results},
    Row{ResultFormat::tap, "tap", write_tap},
    Row{ResultFormat::json, "json", write_json_results},
    Row{ResultFormat::html, "html", write_html},
};

const Row& row_of(ResultFormat format) {
    return *std::find_if(k_formats.begin(), k_formats.end(), [&](const Row& row) { return row.format == format; });
}

}  // namespace

std::string_view word(ResultFormat format) {
    return row_of(format).word;
}

std::optional<ResultFormat> parse_result_format(std::string_view word) {
    for (const Row& row : k_formats)
        if (row.word == word) return row.format;
    return std::nullopt;
}

const std::vector<std::string_view>& all_result_formats() {
    static const std::vector<std::string_view> words = [] {
        std::vector<std::string_view> all;
        for (const Row& row : k_formats)
            all.push_back(row.word);
        return all;
    }();
    return words;
}

std::string write_results(ResultFormat format, const RunResult& run, const ResultOptions& options) {
    return row_of(format).write(run, options);
}

}  // namespace spile::engine::scenario

#include "engine/scenario/report/write_results.hpp"

#include <algorithm>
#include <array>

#include "engine/scenario/report/writers.hpp"

namespace spile::engine::scenario {

namespace {

constexpr std::array<std::string_view, 1> k_words = {"text"};  // in the order of ResultFormat

}  // namespace

std::optional<ResultFormat> parse_result_format(std::string_view word) {
    const auto found = std::find(k_words.begin(), k_words.end(), word);
    if (found == k_words.end()) return std::nullopt;
    return static_cast<ResultFormat>(found - k_words.begin());
}

const std::vector<std::string_view>& all_result_formats() {
    static const std::vector<std::string_view> words(k_words.begin(), k_words.end());
    return words;
}

std::string write_results(ResultFormat format, const RunResult& result, const ResultOptions& options) {
    switch (format) {
        case ResultFormat::text:
            return write_text(result, options);
    }
    return {};
}

}  // namespace spile::engine::scenario

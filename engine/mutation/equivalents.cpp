#include "engine/mutation/equivalents.hpp"

#include <map>
#include <optional>

namespace spile::engine::mutation {

namespace {

constexpr std::string_view k_opening = "equivalent mutant";
constexpr std::size_t k_fingerprint = 8;
// Fewer words say nothing.
constexpr std::size_t k_reason_words = 4;

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n";
    const std::size_t begin = text.find_first_not_of(blanks);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

std::size_t words_of(std::string_view text) {
    std::size_t words = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != ' ' && (i == 0 || text[i - 1] == ' ')) ++words;
    }
    return words;
}

// What stands behind "# equivalent mutant"; nothing for any other comment.
std::optional<std::string_view> statement(std::string_view comment) {
    std::string_view rest = trimmed(comment);
    while (rest.starts_with('#'))
        rest.remove_prefix(1);
    rest = trimmed(rest);
    if (!rest.starts_with(k_opening)) return std::nullopt;
    return trimmed(rest.substr(k_opening.size()));
}

std::string problem_with(std::string_view fingerprint, bool colon, std::string_view reason) {
    const bool digits = fingerprint.size() == k_fingerprint &&
                        fingerprint.find_first_not_of("0123456789abcdef") == std::string_view::npos;
    if (!digits || !colon) {
        return "`# equivalent mutant` wants the mutant's eight digits, a colon and a reason, as in `# equivalent "
               "mutant "
               "3f2a91c0: REASON`";
    }
    if (words_of(reason) < k_reason_words)
        return "the reason why mutant " + std::string(fingerprint) +
               " means the same is missing or too short; say what keeps an input from telling them apart";
    return {};
}

}  // namespace

std::vector<Equivalent> equivalents_in(const std::vector<scenario::FeatureResult>& features,
                                       std::vector<std::string>& problems) {
    std::vector<Equivalent> all;
    std::map<std::string, std::string> known;  // fingerprint to place
    for (const scenario::FeatureResult& feature : features) {
        for (const gherkin::Comment& comment : feature.document.comments) {
            const std::optional<std::string_view> said = statement(comment.text);
            if (!said) continue;
            const std::string place = feature.path + ":" + std::to_string(comment.location.line);
            const std::size_t colon = said->find(':');
            const std::string_view fingerprint = trimmed(said->substr(0, colon));
            const std::string_view reason =
                colon == std::string_view::npos ? std::string_view() : trimmed(said->substr(colon + 1));
            const std::string problem = problem_with(fingerprint, colon != std::string_view::npos, reason);
            if (!problem.empty()) {
                problems.push_back(std::string(place).append(": ").append(problem));
                continue;
            }
            const auto [first, added] = known.emplace(fingerprint, place);
            if (!added) {
                problems.push_back(place + ": mutant " + first->first + " is named in " + first->second + " already");
                continue;
            }
            all.push_back({first->first, std::string(reason), place});
        }
    }
    return all;
}

}  // namespace spile::engine::mutation

#include "lang/base/suggest.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "lang/base/ascii.hpp"

namespace spile {

namespace {

// What is longer was not mistyped by a person, and comparing it costs the square of its length.
constexpr std::size_t k_longest_name = 128;

constexpr std::size_t k_most_candidates = 4096;

// A difference of case alone costs nothing in the distance and is told apart by the caller through exact equality.
std::size_t substitution(char a, char b) {
    return lower_case(a) == lower_case(b) ? 0 : 1;
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
    // Names are short, and thousands of them may be compared: no allocation for each.
    std::array<std::size_t, k_longest_name + 1> kept[3];
    std::vector<std::size_t> longer(b.size() > k_longest_name ? 3 * (b.size() + 1) : 0);
    const auto line = [&](std::size_t i) {
        return longer.empty() ? kept[i].data() : longer.data() + i * (b.size() + 1);
    };
    std::size_t* before = line(0);
    std::size_t* last = line(1);
    std::size_t* row = line(2);
    for (std::size_t j = 0; j <= b.size(); ++j)
        last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + substitution(a[i - 1], b[j - 1])});
            const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
        }
        std::swap(before, last);
        std::swap(last, row);
    }
    return last[b.size()];
}

std::optional<std::string> nearest(std::string_view name, std::span<const std::string_view> candidates) {
    // Thousands of wrong names among thousands of names would cost their product.
    if (candidates.size() > k_most_candidates) return std::nullopt;
    std::optional<std::string_view> best;
    std::size_t best_distance = 0;
    for (const std::string_view candidate : candidates) {
        const std::size_t longer = std::max(name.size(), candidate.size());
        const std::size_t shorter = std::min(name.size(), candidate.size());
        const std::size_t limit = std::max<std::size_t>(1, longer / 3);
        if (longer - shorter > limit || longer > k_longest_name) continue;
        const std::size_t distance = edit_distance(name, candidate);
        if (distance <= limit && (!best || distance < best_distance)) {
            best = candidate;
            best_distance = distance;
        }
    }
    if (!best) return std::nullopt;
    return std::string(*best);
}

std::string did_you_mean(std::string_view name, std::span<const std::string_view> candidates) {
    const auto found = nearest(name, candidates);
    return found ? "; did you mean `" + *found + "`?" : std::string();
}

}  // namespace spile

#include "tests/mutants/mutate.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace spile::tests {

namespace {

struct Piece {
    std::size_t begin = 0;
    std::size_t end = 0;
};

class Mutation {
  public:
    Mutation(std::string_view text, std::string_view other, Language language, std::mt19937& random)
        : text_(text), other_(other), language_(language), random_(&random) {}

    std::string flipped() {
        for (std::size_t changes = 1 + below(3); changes > 0 && !text_.empty(); --changes)
            text_[below(text_.size())] ^= static_cast<char>(1U << below(8));
        return text_;
    }

    std::string truncated() {
        // Half of them at the end of a line, where the text may still make sense.
        std::size_t at = below(text_.size());
        if (below(2) == 0) at = std::min(text_.find('\n', at), text_.size());
        return text_.substr(0, at);
    }

    std::string nested() {
        const Piece token = some_token();
        const std::size_t depth = std::size_t{1} << below(15);
        const char opening = language_ == Language::policy ? '(' : '[';
        const char closing = language_ == Language::policy ? ')' : ']';
        const std::string inner = quoted(text_.substr(token.begin, token.end - token.begin));
        return replaced(token, std::string(depth, opening) + inner + std::string(depth, closing));
    }

    /// YAML: a value is anchored and others refer to it, itself included. Elsewhere: names refer to other names.
    std::string aliased() {
        if (language_ != Language::yaml) return renamed();
        std::vector<std::size_t> values = ends_of_keys();
        if (values.empty()) return renamed();
        std::ranges::sort(values);
        const std::size_t anchor = values[below(values.size())];
        std::string out = text_;
        for (std::size_t i = values.size(); i-- > 0;) {
            if (values[i] == anchor) {
                out.insert(anchor, " &m");
            } else if (below(values.size()) < 4) {
                const std::size_t end = std::min(out.find('\n', values[i]), out.size());
                out.replace(values[i], end - values[i], " *m");
            }
        }
        return out;
    }

    std::string doubled() {
        const Piece block = some_lines(30);
        const std::string copy = text_.substr(block.begin, block.end - block.begin);
        std::string out = text_;
        for (std::size_t times = std::size_t{1} << below(6); times > 0; --times)
            out.insert(block.end, copy);
        return out;
    }

    std::string moved() {
        const Piece block = some_lines(20);
        const std::string copy = text_.substr(block.begin, block.end - block.begin);
        std::string out = text_;
        out.erase(block.begin, block.end - block.begin);
        out.insert(line_begin(out, below(out.size())), copy);
        return out;
    }

    std::string swapped() {
        Piece a = some_token();
        Piece b = some_token();
        if (b.begin < a.begin) std::swap(a, b);
        if (b.begin < a.end) return text_;
        const std::string first = text_.substr(a.begin, a.end - a.begin);
        const std::string second = text_.substr(b.begin, b.end - b.begin);
        return text_.substr(0, a.begin) + second + text_.substr(a.end, b.begin - a.end) + first + text_.substr(b.end);
    }

    /// A token in the place of another one: references that lead in circles, wrong functions, wrong types.
    std::string renamed() {
        std::string out = text_;
        for (std::size_t times = 1 + below(4); times > 0; --times) {
            const Piece from = some_token();
            const std::string name = text_.substr(from.begin, from.end - from.begin);
            text_ = out;
            out = replaced(some_token(), name);
            text_ = out;
        }
        return out;
    }

    std::string huge_number() {
        static constexpr std::array numbers{
            "99999999999999999999", "-9223372036854775809",          "1e308",
            "1e999999999",          "0.000000000000000000000000001", "340282366920938463463374607431768211456"};
        const std::size_t which = below(numbers.size() + 1);
        std::string number = which < numbers.size() ? numbers[which] : std::string(1 + below(100'000), '9');
        return replaced(some_number(), number);
    }

    std::string long_string() {
        static constexpr std::array units{"a", "${A}", "*", "0.0.0.0/0 ", "\\\\", "arn:", "\xC3\xA9", "${AWS::Region}"};
        const std::string_view unit = units[below(units.size())];
        std::string made;
        for (std::size_t times = std::size_t{1} << below(17); times > 0 && made.size() < 200'000; --times)
            made += unit;
        return replaced(some_token(), language_ == Language::yaml ? made : quoted(made));
    }

    std::string cut() {
        const Piece block = some_lines(10);
        return replaced(block, "");
    }

    std::string spliced() {
        if (other_.empty()) return text_;
        const std::size_t begin = line_begin(other_, below(other_.size()));
        const std::size_t end = std::min(other_.find('\n', std::min(other_.size(), begin + below(600))), other_.size());
        std::string out = text_;
        return out.insert(line_begin(out, below(out.size())), std::string(other_.substr(begin, end - begin)) + "\n");
    }

  private:
    std::size_t below(std::size_t n) { return n == 0 ? 0 : static_cast<std::size_t>((*random_)() % n); }

    static bool part_of_token(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':' ||
               c == '-' || c == '!' || c == '$';
    }

    static std::size_t line_begin(std::string_view text, std::size_t at) {
        const std::size_t before = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
        return before == std::string_view::npos ? 0 : before + 1;
    }

    Piece some_token() {
        std::size_t begin = below(text_.size());
        while (begin < text_.size() && !part_of_token(text_[begin]))
            ++begin;
        while (begin > 0 && begin <= text_.size() && part_of_token(text_[begin - 1]))
            --begin;
        std::size_t end = begin;
        while (end < text_.size() && part_of_token(text_[end]))
            ++end;
        // A key's colon is not part of the key.
        while (end > begin + 1 && text_[end - 1] == ':')
            --end;
        return {begin, end};
    }

    Piece some_number() {
        const auto digit = [](char c) { return c >= '0' && c <= '9'; };
        for (int tries = 0; tries < 50; ++tries) {
            const Piece token = some_token();
            const auto first = text_.begin() + static_cast<std::ptrdiff_t>(token.begin);
            const auto last = text_.begin() + static_cast<std::ptrdiff_t>(token.end);
            if (first != last && std::all_of(first, last, digit)) return token;
        }
        return some_token();
    }

    Piece some_lines(std::size_t most) {
        const std::size_t begin = line_begin(text_, below(text_.size()));
        std::size_t end = begin;
        for (std::size_t lines = 1 + below(most); lines > 0 && end < text_.size(); --lines)
            end = std::min(text_.find('\n', end), text_.size() - 1) + 1;
        return {begin, end};
    }

    std::vector<std::size_t> ends_of_keys() const {
        std::vector<std::size_t> found;
        for (std::size_t at = text_.find(": "); at != std::string::npos; at = text_.find(": ", at + 1))
            found.push_back(at + 1);
        return found;
    }

    std::string replaced(Piece piece, std::string_view with) const {
        return text_.substr(0, piece.begin) + std::string(with) + text_.substr(piece.end);
    }

    std::string quoted(std::string_view token) const {
        return language_ == Language::policy ? std::string(token) : '"' + std::string(token) + '"';
    }

    std::string text_;
    std::string_view other_;
    Language language_;
    std::mt19937* random_;
};

using Damage = std::string (Mutation::*)();
struct Named {
    std::string_view name;
    Damage damage;
};
constexpr std::array<Named, k_damages> k_all{{{"flipped", &Mutation::flipped},
                                              {"truncated", &Mutation::truncated},
                                              {"nested", &Mutation::nested},
                                              {"aliased", &Mutation::aliased},
                                              {"doubled", &Mutation::doubled},
                                              {"moved", &Mutation::moved},
                                              {"swapped", &Mutation::swapped},
                                              {"renamed", &Mutation::renamed},
                                              {"huge number", &Mutation::huge_number},
                                              {"long string", &Mutation::long_string},
                                              {"cut", &Mutation::cut},
                                              {"spliced", &Mutation::spliced}}};

}  // namespace

std::string mutate(std::string_view text, std::string_view other, Language language, std::size_t damage,
                   std::mt19937& random) {
    Mutation mutation(text, other, language, random);
    return (mutation.*k_all.at(damage).damage)();
}

std::string_view name_of(std::size_t damage) {
    return k_all.at(damage).name;
}

}  // namespace spile::tests

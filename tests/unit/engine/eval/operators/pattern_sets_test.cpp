#include <functional>
#include <string>
#include <vector>

#include "tests/unit/engine/eval/operators/fixture.hpp"

using namespace spile;
using namespace spile::engine;
using lang::Builtin;

namespace {

std::vector<std::string> words(std::string_view letters, std::size_t longest) {
    std::vector<std::string> all{""};
    for (std::size_t begin = 0, length = 0; length < longest; ++length) {
        const std::size_t end = all.size();
        for (; begin < end; ++begin) {
            for (const char letter : letters)
                all.push_back(all[begin] + letter);
        }
    }
    return all;
}

// The definition of a wildcard match, nothing else.
bool matches(std::string_view text, std::string_view pattern) {
    if (pattern.empty()) return text.empty();
    if (pattern.front() == '*')
        return matches(text, pattern.substr(1)) || (!text.empty() && matches(text.substr(1), pattern));
    if (text.empty() || (pattern.front() != '?' && pattern.front() != text.front())) return false;
    return matches(text.substr(1), pattern.substr(1));
}

struct Patterns : OperatorFixture {
    Truth covers(Value wide, Value narrow) { return truth(Builtin::pattern_covers, {wide, narrow}); }
    Truth meet(Value a, Value b) { return truth(Builtin::patterns_meet, {a, b}); }
};

}  // namespace

TEST_CASE_METHOD(Patterns, "patterns lie within each other and meet as the sets of their texts do") {
    // `c` is in no pattern, so it stands for every other letter; texts of six letters tell patterns of three apart.
    const std::vector<std::string> texts = words("abc", 6);
    const std::vector<std::string> patterns = words("ab*?", 3);
    std::vector<std::vector<bool>> sets;
    for (const std::string& pattern : patterns) {
        std::vector<bool> set;
        for (const std::string& text : texts)
            set.push_back(matches(text, pattern));
        sets.push_back(std::move(set));
    }
    std::size_t wrong = 0;
    for (std::size_t i = 0; i < patterns.size(); ++i) {
        for (std::size_t j = 0; j < patterns.size(); ++j) {
            bool inside = true;
            bool shared = false;
            for (std::size_t k = 0; k < texts.size() && (inside || !shared); ++k) {
                inside = inside && (!sets[j][k] || sets[i][k]);
                shared = shared || (sets[i][k] && sets[j][k]);
            }
            const bool right = covers(text(patterns[i]), text(patterns[j])) == (inside ? Truth::yes : Truth::no) &&
                               meet(text(patterns[i]), text(patterns[j])) == (shared ? Truth::yes : Truth::no);
            if (!right && ++wrong <= 3) FAIL_CHECK(patterns[i] << " and " << patterns[j]);
        }
    }
    CHECK(wrong == 0);
}

TEST_CASE_METHOD(Patterns, "what stands around a hole decides where it can") {
    CHECK(covers(text("arn:*:role/*"), partial("arn:aws:iam::${Account}:role/app")) == Truth::yes);
    CHECK(covers(text("arn:*:user/*"), partial("arn:aws:iam::${Account}:role/app")) == Truth::maybe);
    CHECK(covers(text("s3:*"), partial("arn:${Account}")) == Truth::no);
    CHECK(covers(partial("a${Account}"), text("ab")) == Truth::maybe);
    CHECK(covers(partial("a${Account}*"), partial("a${Account}b")) == Truth::yes);
    CHECK(meet(text("*app"), partial("role/${Account}")) == Truth::maybe);
    CHECK(meet(text("role/*"), partial("role/${Account}")) == Truth::yes);
    CHECK(meet(text("user/*"), partial("role/${Account}")) == Truth::no);
    CHECK(meet(text("*"), number("1")) == Truth::maybe);
}

TEST_CASE_METHOD(Patterns, "patterns made to be hard end in time, undecided if need be") {
    const std::string hard = "*a" + std::string(200, '?');
    CHECK(covers(text(hard), text("*" + std::string(199, '?') + "*b*")) != Truth::yes);
    CHECK(covers(text("*"), text(hard)) == Truth::yes);
    CHECK(meet(text(hard), text(hard + "b")) == Truth::yes);
}

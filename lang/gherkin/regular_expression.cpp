#include "lang/gherkin/regular_expression.hpp"

#include <re2/re2.h>

namespace spile::gherkin {

namespace {

/// The numbers of the capturing groups that lie in no other one. The expression must compile.
std::vector<std::size_t> outermost_groups(std::string_view regex) {
    std::vector<std::size_t> out;
    std::vector<bool> open;  // for each bracket: whether it captures
    std::size_t capturing = 0;
    std::size_t group = 0;
    bool in_class = false;
    for (std::size_t i = 0; i < regex.size(); ++i) {
        const char c = regex[i];
        if (c == '\\') {
            ++i;
        } else if (in_class) {
            in_class = c != ']';
        } else if (c == '[') {
            in_class = true;
        } else if (c == '(') {
            const std::string_view rest = regex.substr(i + 1);
            const bool captures = !rest.starts_with('?') || rest.starts_with("?P<");
            if (captures && ++group > 0 && capturing == 0) out.push_back(group);
            open.push_back(captures);
            capturing += captures ? 1 : 0;
        } else if (c == ')' && !open.empty()) {
            capturing -= open.back() ? 1 : 0;
            open.pop_back();
        }
    }
    return out;
}

RE2::Options quiet() {
    RE2::Options options;
    options.set_log_errors(false);
    return options;
}

}  // namespace

struct RegularExpression::Compiled {
    explicit Compiled(std::string_view text)
        : pattern(re2::StringPiece(text.data(), text.size()), quiet()), arguments(outermost_groups(text)) {}
    RE2 pattern;
    std::vector<std::size_t> arguments;
};

RegularExpression::RegularExpression(std::unique_ptr<Compiled> compiled) : compiled_(std::move(compiled)) {}
RegularExpression::RegularExpression(RegularExpression&&) noexcept = default;
RegularExpression& RegularExpression::operator=(RegularExpression&&) noexcept = default;
RegularExpression::~RegularExpression() = default;

Result<RegularExpression> RegularExpression::compile(std::string_view text) {
    auto compiled = std::make_unique<Compiled>(text);
    if (!compiled->pattern.ok())
        return Error{"`" + std::string(text) + "` is no regular expression: " + compiled->pattern.error()};
    return RegularExpression(std::move(compiled));
}

std::optional<std::vector<std::optional<std::string>>> RegularExpression::match(std::string_view text) const {
    std::vector<re2::StringPiece> groups(static_cast<std::size_t>(compiled_->pattern.NumberOfCapturingGroups()) + 1);
    const re2::StringPiece input(text.data(), text.size());
    if (!compiled_->pattern.Match(input, 0, text.size(), RE2::UNANCHORED, groups.data(),
                                  static_cast<int>(groups.size())))
        return std::nullopt;
    std::vector<std::optional<std::string>> out;
    for (const std::size_t argument : compiled_->arguments) {
        const re2::StringPiece* found = argument < groups.size() ? &groups[argument] : nullptr;
        if (found == nullptr || found->data() == nullptr)
            out.emplace_back();
        else
            out.emplace_back(std::string(found->data(), found->size()));
    }
    return out;
}

}  // namespace spile::gherkin

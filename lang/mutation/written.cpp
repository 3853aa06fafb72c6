#include "lang/mutation/written.hpp"

#include <algorithm>

namespace spile::lang::mutation {

namespace {

bool in_name(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

bool in_operator(char c) {
    return c == '<' || c == '>' || c == '=' || c == '!' || c == '+';
}

bool same_class(char a, char b) {
    return (in_name(a) && in_name(b)) || (in_operator(a) && in_operator(b));
}

}  // namespace

std::string on_one_line(std::string_view text) {
    std::string out;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '"' && (i == 0 || text[i - 1] != '\\')) quoted = !quoted;
        if (c == '#' && !quoted) {
            while (i + 1 < text.size() && text[i + 1] != '\n')
                ++i;
            continue;
        }
        const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
        if (!blank)
            out += c;
        else if (!out.empty() && out.back() != ' ')
            out += ' ';
    }
    while (!out.empty() && out.back() == ' ')
        out.pop_back();
    return out;
}

std::string edited(const SourceMap& sources, SourceSpan shown, std::vector<Edit> edits) {
    std::stable_sort(edits.begin(), edits.end(), [](const Edit& a, const Edit& b) { return a.at.begin < b.at.begin; });
    const std::string_view text = sources.text(shown.source);
    std::string out;
    std::uint32_t at = shown.span.begin;
    for (const Edit& edit : edits) {
        out += text.substr(at, edit.at.begin - at);
        out += edit.text;
        at = edit.at.end;
    }
    out += text.substr(at, shown.span.end - at);
    return on_one_line(out);
}

std::optional<Span> find_word(const SourceMap& sources, SourceId source, Span between, std::string_view word) {
    const std::string_view text = sources.text(source);
    for (std::size_t i = between.begin; i + word.size() <= between.end; ++i) {
        if (text[i] == '#') {
            while (i < between.end && text[i] != '\n')
                ++i;
            continue;
        }
        if (text.substr(i, word.size()) != word) continue;
        const std::size_t end = i + word.size();
        const bool begins = i == 0 || !same_class(text[i - 1], word.front());
        const bool ends = end >= text.size() || !same_class(word.back(), text[end]);
        if (begins && ends) return Span{static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(end)};
    }
    return std::nullopt;
}

}  // namespace spile::lang::mutation

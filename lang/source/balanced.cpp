#include "lang/source/balanced.hpp"

namespace spile {

namespace {

bool opens(char c) {
    return c == '(' || c == '[' || c == '{';
}

bool closes(char c) {
    return c == ')' || c == ']' || c == '}';
}

struct Missing {
    int before = 0;  // closed in the text, opened before it
    int behind = 0;  // opened in the text, closed behind it
};

Missing missing_of(std::string_view text) {
    Missing missing;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '"' && (i == 0 || text[i - 1] != '\\')) quoted = !quoted;
        if (quoted) continue;
        if (c == '#') {
            while (i < text.size() && text[i] != '\n')
                ++i;
        } else if (opens(c)) {
            ++missing.behind;
        } else if (closes(c)) {
            missing.behind > 0 ? --missing.behind : ++missing.before;
        }
    }
    return missing;
}

}  // namespace

SourceSpan balanced(const SourceMap& sources, SourceSpan where) {
    if (!where.valid()) return where;
    const std::string_view text = sources.text(where.source);
    const Missing missing = missing_of(sources.text(where));
    for (int left = missing.before; left > 0 && where.span.begin > 0;) {
        --where.span.begin;
        if (opens(text[where.span.begin])) --left;
    }
    for (int left = missing.behind; left > 0 && where.span.end < text.size();) {
        if (closes(text[where.span.end])) --left;
        ++where.span.end;
    }
    return where;
}

}  // namespace spile

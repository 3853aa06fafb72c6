#include "engine/document/dockerfile/ignore.hpp"

#include <re2/re2.h>

#include "engine/document/dockerfile/characters.hpp"
#include "engine/document/readers.hpp"

namespace spile::engine::dockerfile {

namespace {

/// `[a-z]`, `[^/]` behind its bracket, as a regular expression; `at` goes behind it. False when it does not end.
bool character_class(std::string_view pattern, std::size_t& at, std::string& out) {
    std::size_t end = at;
    std::string inside;
    if (end < pattern.size() && pattern[end] == '^') inside += pattern[end++];
    const std::size_t first = end;
    for (; end < pattern.size() && (pattern[end] != ']' || end == first); ++end) {
        char c = pattern[end];
        if (c == '\\') {
            if (++end == pattern.size()) return false;
            c = pattern[end];
            inside += '\\';
        } else if (c == '[' || c == ']') {
            inside += '\\';
        }
        inside += c;
    }
    if (end >= pattern.size()) return false;
    out += "[" + inside + "]";
    at = end + 1;
    return true;
}

/// Nothing for a pattern that Docker refuses.
std::optional<std::string> regular_expression(std::string_view pattern) {
    std::string out = "^";
    for (std::size_t at = 0; at < pattern.size();) {
        const char c = pattern[at++];
        if (c == '*' && at < pattern.size() && pattern[at] == '*') {
            ++at;
            if (at < pattern.size() && pattern[at] == '/') ++at;
            // Any number of folders; at the end everything below.
            out += at == pattern.size() ? ".*" : "(.*/)?";
        } else if (c == '*') {
            out += "[^/]*";
        } else if (c == '?') {
            out += "[^/]";
        } else if (c == '[') {
            if (!character_class(pattern, at, out)) return std::nullopt;
        } else if (c == '\\') {
            if (at == pattern.size()) return std::nullopt;
            out += re2::RE2::QuoteMeta(re2::StringPiece(pattern.data() + at, 1));
            ++at;
        } else {
            out += c < 0 ? std::string(1, c) : re2::RE2::QuoteMeta(std::string(1, c));
        }
    }
    return out + "$";
}

std::unique_ptr<re2::RE2> compile(std::string_view pattern) {
    const std::optional<std::string> text = regular_expression(pattern);
    if (!text) return nullptr;
    re2::RE2::Options options;
    options.set_log_errors(false);
    options.set_encoding(re2::RE2::Options::EncodingLatin1);  // file names are bytes
    options.set_dot_nl(true);
    auto compiled = std::make_unique<re2::RE2>(*text, options);
    return compiled->ok() ? std::move(compiled) : nullptr;
}

}  // namespace

std::string clean_context_path(std::string_view path) {
    std::vector<std::string_view> parts;
    while (!path.empty()) {
        const std::string_view part = path.substr(0, path.find('/'));
        path.remove_prefix(std::min(path.size(), part.size() + 1));
        if (part.empty() || part == ".") continue;
        if (part == "..") {
            if (!parts.empty()) parts.pop_back();
        } else {
            parts.push_back(part);
        }
    }
    std::string out;
    for (const std::string_view part : parts)
        out.append(out.empty() ? "" : "/").append(part);
    return out;
}

IgnoreFile::IgnoreFile(std::string_view text) {
    std::uint32_t at = byte_order_mark(text);
    while (at < text.size()) {
        const std::size_t found = text.find('\n', at);
        const auto end = static_cast<std::uint32_t>(found == std::string_view::npos ? text.size() : found);
        const Span line = trimmed(text, {at, end});
        const bool comment = text[at] == '#';
        at = end + 1;
        if (comment || line.begin == line.end) continue;
        Span rest = line;
        const bool negated = text[rest.begin] == '!';
        if (negated) rest = trimmed(text, {rest.begin + 1, rest.end});
        if (rest.begin == rest.end) {
            problems_.push_back({line, "`!` takes a pattern back in, and there is none"});
            continue;
        }
        std::string cleaned = clean_context_path(text.substr(rest.begin, rest.end - rest.begin));
        if (cleaned.empty()) continue;  // `.` and `/` stand for the context itself, which is always there
        std::unique_ptr<re2::RE2> compiled = compile(cleaned);
        if (compiled == nullptr) {
            problems_.push_back({line, "`" + cleaned + "` is no pattern: a bracket or an escape does not end"});
            continue;
        }
        patterns_.push_back({std::move(cleaned), negated, line});
        compiled_.push_back(std::move(compiled));
    }
}

IgnoreFile::IgnoreFile(IgnoreFile&&) noexcept = default;
IgnoreFile& IgnoreFile::operator=(IgnoreFile&&) noexcept = default;
IgnoreFile::~IgnoreFile() = default;

const IgnorePattern* IgnoreFile::excludes(std::string_view path) const {
    const std::string clean = clean_context_path(path);
    if (clean.empty()) return nullptr;
    const IgnorePattern* decided = nullptr;
    for (std::size_t i = 0; i < patterns_.size(); ++i) {
        bool matches = false;
        for (std::size_t end = clean.find('/'); !matches; end = clean.find('/', end + 1)) {
            const std::string_view folder = std::string_view(clean).substr(0, end);
            matches = re2::RE2::FullMatch(re2::StringPiece(folder.data(), folder.size()), *compiled_[i]);
            if (end == std::string::npos) break;
        }
        if (matches) decided = patterns_[i].negated ? nullptr : &patterns_[i];
    }
    return decided;
}

}  // namespace spile::engine::dockerfile

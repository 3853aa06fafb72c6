#include "engine/loaders/top_level.hpp"

namespace spile::engine {

namespace {

/// Position after the closing quote of the string that begins at `at`.
std::size_t after_string(std::string_view text, std::size_t at) {
    for (std::size_t i = at + 1; i < text.size(); ++i) {
        if (text[i] == '\\')
            ++i;
        else if (text[i] == '"')
            return i + 1;
    }
    return text.size();
}

std::vector<std::string_view> json_keys(std::string_view text) {
    std::vector<std::string_view> keys;
    int depth = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '{' || c == '[') ++depth;
        if (c == '}' || c == ']') --depth;
        if (c != '"') continue;
        const std::size_t end = after_string(text, i);
        const std::size_t next = text.find_first_not_of(" \t\r\n", end);
        if (depth == 1 && next != std::string_view::npos && text[next] == ':' && end > i + 1)
            keys.push_back(text.substr(i + 1, end - i - 2));
        i = end - 1;
    }
    return keys;
}

std::vector<std::string_view> yaml_keys(std::string_view text) {
    std::vector<std::string_view> keys;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        std::string_view line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos || line.find_first_of(" \t#-[{") < colon) continue;
        line = line.substr(0, colon);
        if (line.size() >= 2 && (line.front() == '"' || line.front() == '\'')) line = line.substr(1, line.size() - 2);
        keys.push_back(line);
    }
    return keys;
}

}  // namespace

std::vector<std::string_view> top_level_keys(std::string_view text, Format format) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    const bool brace = first != std::string_view::npos && text[first] == '{';
    return format == Format::json || brace ? json_keys(text) : yaml_keys(text);
}

}  // namespace spile::engine

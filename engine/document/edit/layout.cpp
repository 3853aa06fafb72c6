#include "engine/document/edit/layout.hpp"

#include <algorithm>

#include "lang/base/check.hpp"

namespace spile::engine::editing {

namespace {

bool blank(char c) {
    return c == ' ' || c == '\t';
}

bool white(char c) {
    return blank(c) || c == '\n' || c == '\r';
}

}  // namespace

std::uint32_t Layout::skip_space(std::uint32_t at) const {
    for (; at < text_.size(); ++at) {
        if (text_[at] == '#') {
            at = line_end(at);
            if (at == text_.size()) return at;
        } else if (!white(text_[at])) {
            return at;
        }
    }
    return at;
}

std::uint32_t Layout::skip_blanks(std::uint32_t at) const {
    while (at < text_.size() && blank(text_[at]))
        ++at;
    return at;
}

std::uint32_t Layout::line_begin(std::uint32_t at) const {
    const std::size_t before = at == 0 ? std::string_view::npos : text_.rfind('\n', at - 1);
    return before == std::string_view::npos ? byte_order_mark(text_) : static_cast<std::uint32_t>(before) + 1;
}

std::uint32_t Layout::line_end(std::uint32_t at) const {
    const std::size_t found = text_.find('\n', at);
    if (found == std::string_view::npos) return static_cast<std::uint32_t>(text_.size());
    return static_cast<std::uint32_t>(found) - (found > at && text_[found - 1] == '\r' ? 1 : 0);
}

std::uint32_t Layout::next_line(std::uint32_t at) const {
    const std::size_t found = text_.find('\n', at);
    return static_cast<std::uint32_t>(found == std::string_view::npos ? text_.size() : found + 1);
}

bool Layout::ends_line(std::uint32_t at) const {
    const std::uint32_t next = skip_blanks(at);
    return next >= line_end(at) || byte(next) == '#';
}

std::uint32_t Layout::property_end(std::uint32_t at) const {
    if (byte(at) == '!' && byte(at + 1) == '<') {
        while (at < text_.size() && text_[at] != '>')
            ++at;
        return at + 1;
    }
    while (at < text_.size() && std::string_view(" \t\r\n,[]{}").find(text_[at]) == std::string_view::npos)
        ++at;
    return at;
}

void Layout::place_value(Item& item) const {
    const YamlNode& value = node(item.value);
    item.properties_end = item.after;
    item.value_begin = skip_space(item.after);
    if (item.value_begin >= value.span.begin) {  // no tag, no anchor
        const bool nothing = value.span.begin == value.span.end;
        item.value_begin = nothing ? item.after : value.span.begin;
        item.value_end = nothing ? item.after : value.span.end;
        return;
    }
    for (std::uint32_t at = item.value_begin; at < value.span.begin; at = skip_space(at))
        item.properties_end = at = property_end(at);
    item.value_end = std::max(value.span.end, item.properties_end);
}

std::vector<Item> Layout::items(std::uint32_t container) const {
    const YamlNode& outer = node(container);
    const bool map = outer.kind == YamlKind::map;
    std::vector<Item> found;
    std::uint32_t before = outer.span.begin + (outer.bracket ? 1 : 0);
    for (std::uint32_t at = container + 1; at < outer.next;) {
        Item item{.key = at, .value = at, .member = map};
        item.begin = skip_space(before);
        if (outer.bracket && byte(item.begin) == ',') item.begin = skip_space(item.begin + 1);
        item.after = item.begin;
        if (map) {
            item.value = node(at).next;
            const std::uint32_t colon = skip_space(std::max(node(at).span.end, item.begin));
            item.colon = byte(colon) == ':';
            item.after = item.colon ? colon + 1 : std::max(node(at).span.end, item.begin);
        } else if (!outer.bracket) {
            item.after = item.begin + 1;
        }
        place_value(item);
        before = item.value_end;
        at = node(item.value).next;
        found.push_back(item);
    }
    return found;
}

std::uint32_t Layout::region_end(const Item& item) const {
    const YamlNode& value = node(item.value);
    const bool block_scalar = value.style == ScalarStyle::literal_block || value.style == ScalarStyle::folded_block;
    std::uint32_t end = line_end(item.value_end);
    if (value.kind == YamlKind::alias || value.bracket) return end;
    if (value.kind == YamlKind::scalar) {
        if (!block_scalar || text_.substr(value.span.begin, 3).find('+') == std::string_view::npos) return end;
        while (next_line(end) < text_.size() && skip_blanks(next_line(end)) >= line_end(next_line(end)))
            end = line_end(next_line(end));
        return end;
    }
    return comments_end(end, column(item.begin) + 1);
}

std::uint32_t Layout::comments_end(std::uint32_t at, std::uint32_t least) const {
    for (std::uint32_t line = next_line(at); line < text_.size(); line = next_line(line)) {
        const std::uint32_t first = skip_blanks(line);
        if (first >= line_end(line)) continue;
        if (text_[first] != '#' || first - line < least) break;
        at = line_end(line);
    }
    return at;
}

std::string apply(std::string_view text, std::vector<Change> changes) {
    std::stable_sort(changes.begin(), changes.end(),
                     [](const Change& a, const Change& b) { return a.begin < b.begin; });
    std::string out;
    std::size_t at = 0;
    for (const Change& change : changes) {
        SPILE_CHECK(change.begin >= at && change.end >= change.begin, "changes of a text do not overlap");
        out += text.substr(at, change.begin - at);
        out += change.text;
        at = change.end;
    }
    return out += text.substr(at);
}

}  // namespace spile::engine::editing

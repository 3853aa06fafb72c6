#include "engine/document/edit/changes.hpp"

#include <algorithm>

namespace spile::engine::editing {

namespace {

bool holds_comment(const Layout& layout, std::uint32_t begin, std::uint32_t end) {
    return layout.text().substr(begin, end - begin).find('#') != std::string_view::npos;
}

std::string on_lines(const Layout& layout, const std::vector<std::string>& lines, std::size_t from,
                     std::uint32_t indent) {
    std::string out;
    for (std::size_t i = from; i < lines.size(); ++i) {
        out += layout.line_break();
        if (!lines[i].empty()) out += std::string(indent, ' ') + lines[i];
    }
    return out;
}

std::uint32_t end_of(const Item& item) {
    return std::max(item.value_end, item.after);
}

/// The comma that ends an item, or its end where there is none.
std::uint32_t comma_behind(const Layout& layout, const Item& item) {
    const std::uint32_t next = layout.skip_space(end_of(item));
    return layout.byte(next) == ',' ? next : end_of(item);
}

}  // namespace

// ---- in brackets

FlowStyle flow_style(const Layout& layout, Format format, std::uint32_t container) {
    FlowStyle style{.format = format, .compact = false, .quoted_keys = format == Format::json};
    const YamlNode& outer = layout.node(container);
    if (outer.kind == YamlKind::map && outer.next > container + 1)
        style.quoted_keys = style.quoted_keys || layout.node(container + 1).style == ScalarStyle::double_quoted;
    // Without quotes, `a:1` would be a text. The first colon of a document tells how all are spaced.
    const auto& nodes = layout.tree().nodes;
    for (std::uint32_t i = 0; style.quoted_keys && i + 1 < nodes.size(); ++i) {
        if (nodes[i].kind != YamlKind::map || !nodes[i].bracket || nodes[i].next == i + 1) continue;
        style.compact = nodes[nodes[i + 1].next].span.begin == nodes[i + 1].span.end + 1;
        break;
    }
    return style;
}

Changes remove_in_flow(const Layout& layout, const Inside& inside) {
    const std::vector<Item>& items = *inside.items;
    const YamlNode& outer = layout.node(inside.container);
    if (items.size() == 1) return {{outer.span.begin + 1, outer.span.end - 1, ""}};
    const Item& item = items[inside.which];
    const std::uint32_t end = end_of(item);
    if (inside.which + 1 == items.size()) {
        const Item& previous = items[inside.which - 1];
        const std::uint32_t previous_end = end_of(previous);
        if (!holds_comment(layout, previous_end, item.begin)) return {{previous_end, end, ""}};
        const std::uint32_t comma = comma_behind(layout, previous);
        const bool own_line = layout.begins_line(item.begin) && layout.ends_line(end);
        if (!own_line) return {{comma, comma + 1, ""}, {item.begin, end, ""}};
        return {{comma, comma + 1, ""}, {layout.line_begin(item.begin), layout.next_line(end), ""}};
    }
    const std::uint32_t behind = comma_behind(layout, item) + 1;
    const std::uint32_t next = items[inside.which + 1].begin;
    if (!layout.ends_line(behind)) return {{item.begin, layout.skip_blanks(behind), ""}};
    if (layout.begins_line(item.begin)) return {{layout.line_begin(item.begin), layout.next_line(behind), ""}};
    if (holds_comment(layout, behind, next)) return {{item.begin, behind, ""}};
    return {{item.begin, next, ""}};
}

Changes set_in_flow(const Layout& layout, const Item& item, const NewValue& value, const FlowStyle& style) {
    if (item.value_begin < item.value_end) return {{item.value_begin, item.value_end, value.flow}};
    const std::string space = item.member && !style.compact ? " " : "";
    return {{item.after, layout.skip_blanks(item.after), (item.colon ? "" : ":") + space + value.flow}};
}

Changes append_in_flow(const Layout& layout, const Inside& inside, const std::string& part, const FlowStyle& style) {
    const std::vector<Item>& items = *inside.items;
    const YamlNode& outer = layout.node(inside.container);
    if (items.empty()) return {{outer.span.begin + 1, outer.span.begin + 1, part}};
    const Item& last = items.back();
    const std::uint32_t end = end_of(last);
    const std::uint32_t comma = comma_behind(layout, last);
    const bool has_comma = layout.byte(comma) == ',';
    const std::string separator = has_comma ? "" : ",";
    const std::uint32_t at = has_comma ? comma + 1 : end;
    if (!layout.begins_line(last.begin)) return {{at, at, separator + (style.compact ? "" : " ") + part}};
    const std::string indent(layout.text().substr(layout.line_begin(last.begin), layout.column(last.begin)));
    const std::string line = std::string(layout.line_break()) + indent + part;
    if (!layout.ends_line(at)) return {{at, at, separator + line}};
    const std::uint32_t line_end = layout.line_end(at);  // a comment there stays with the last item
    if (line_end == at) return {{at, at, separator + line}};
    return {{at, at, separator}, {line_end, line_end, line}};
}

// ---- in blocks

Changes remove_in_block(const Layout& layout, const Inside& inside) {
    const std::vector<Item>& items = *inside.items;
    const Item& item = items[inside.which];
    const std::uint32_t end = layout.region_end(item);
    const std::uint32_t begin = layout.line_begin(item.begin);
    if (layout.begins_line(item.begin)) {
        const std::uint32_t next = layout.next_line(end);
        const bool unfinished = end == layout.text().size() && begin > 0;  // the text does not end with a break
        return {{unfinished ? layout.line_end(begin - 1) : begin, next, ""}};
    }
    const std::uint32_t next = items[inside.which + 1].begin;
    if (!holds_comment(layout, end, next)) return {{item.begin, next, ""}};
    std::uint32_t from = item.begin;
    while (layout.byte(from - 1) == ' ')
        --from;
    return {{from, end, ""}};
}

Changes append_in_block(const Layout& layout, const Inside& inside, const NewValue& part) {
    const std::uint32_t indent = layout.column(inside.items->front().begin);
    // A list may stand no deeper than its key, and a comment there is of what comes next.
    const std::uint32_t least = layout.node(inside.container).kind == YamlKind::map ? indent : indent + 1;
    const std::uint32_t at = layout.comments_end(layout.region_end(inside.items->back()), least);
    return {{at, at, on_lines(layout, part.lines, 0, indent)}};
}

Changes set_in_block(const Layout& layout, const Item& item, const NewValue& value, Keep keep) {
    const YamlNode& old = layout.node(item.value);
    const bool kept = keep == Keep::properties && item.value_begin < old.span.begin;
    const std::uint32_t after = kept ? item.properties_end : item.after;
    const std::uint32_t begin = kept ? old.span.begin : item.value_begin;
    const bool old_block = old.kind != YamlKind::scalar && old.kind != YamlKind::alias && !old.bracket;
    const bool below = layout.line_begin(begin) > after;  // the old value begins on a later line than its key
    const bool new_below = value.block && item.member;
    const std::uint32_t base = layout.column(item.begin);
    const std::uint32_t indent = new_below && below && layout.column(begin) > base ? layout.column(begin) : base + 2;
    const std::string head = new_below ? "" : value.lines.front();
    const std::string tail = on_lines(layout, value.lines, new_below ? 0 : 1, indent);
    const std::uint32_t end = old_block ? layout.region_end(item) : layout.line_end(item.value_end);
    Changes changes;
    if (below) {
        const std::uint32_t first_line = layout.line_end(after);
        const std::uint32_t blanks = layout.skip_blanks(after);
        if (!head.empty()) changes.push_back({after, blanks == first_line ? blanks : after, " " + head});
        changes.push_back({first_line, end, tail});
        return changes;
    }
    const std::string colon = item.colon ? "" : ":";
    if (head.empty() || begin == item.value_end) {
        const std::uint32_t blanks = layout.skip_blanks(item.value_end);
        const bool bare = blanks == layout.line_end(item.value_end);
        changes.push_back({after, bare ? blanks : item.value_end, colon + (head.empty() ? "" : " " + head)});
    } else {
        changes.push_back({begin, item.value_end, head});
    }
    const std::uint32_t line = std::max(layout.line_end(item.value_end), changes.back().end);
    if (!tail.empty() || (old_block && end > line))
        changes.push_back({line, std::max(line, old_block ? end : line), tail});
    return changes;
}

}  // namespace spile::engine::editing

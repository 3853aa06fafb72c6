// Finds the place that a path names, asks for the changes of the text there, and reads the result again: what is
// handed out is the document that was meant, or an error.

#include "engine/document/edit.hpp"

#include <algorithm>

#include "engine/document/edit/changes.hpp"
#include "lang/base/suggest.hpp"

namespace spile::engine {

namespace editing {

namespace {

std::string path_text(std::span<const EditStep> steps) {
    std::string out;
    for (const EditStep& step : steps) {
        if (step.index) {
            out += "[" + std::to_string(*step.index) + "]";
        } else {
            out += (out.empty() ? "" : ".") + step.key;
        }
    }
    return out.empty() ? "the document" : "`" + out + "`";
}

/// The container that the path leads into, as far as it exists.
struct Place {
    std::uint32_t container = 0;      // node
    std::size_t depth = 0;            // steps that led to it
    std::vector<Item> items;          // of the container, when it is a list or map
    std::optional<std::size_t> item;  // the one that the step names
    std::optional<Item> holder;       // the item whose value the container is; none: it is the root
    bool holder_in_flow = false;
    bool in_flow = false;  // the container's parts stand in brackets
};

class Editor {
  public:
    Editor(std::string_view text, const Tree& tree, Format format, const Edit& edit)
        : text_(text), tree_(tree), layout_(text, tree), format_(format), edit_(edit) {}

    Result<std::string> run() {
        if (edit_.path.empty()) return Error{"the path is empty"};
        Result<Place> found = find();
        if (!found) return found.error();
        return edit_.kind == Edit::Kind::remove ? remove(found.value()) : set(found.value());
    }

  private:
    [[nodiscard]] std::string said(std::size_t steps) const { return path_text(std::span(edit_.path).first(steps)); }
    [[nodiscard]] std::uint32_t line_of(std::uint32_t node) const {
        const std::string_view before = text_.substr(0, tree_.nodes[node].span.begin);
        return 1 + static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n'));
    }

    // ---- the place

    Result<Place> find() {
        Place place;
        for (;;) {
            const YamlNode& node = tree_.nodes[place.container];
            if (names_tag(node, place.depth)) ++place.depth;
            const bool is_null = node.kind == YamlKind::scalar && node.token == Token::null_value && node.tag.empty();
            if (is_null && place.holder) return place;
            if (auto wrong = cannot_enter(place)) return *wrong;
            place.in_flow = place.in_flow || node.bracket;
            if (place.in_flow && !node.bracket)
                return Error{said(place.depth) + " is a pair without braces inside a list; write the braces"};
            place.items = layout_.items(place.container);
            if (auto wrong = choose(place)) return *wrong;
            if (!place.item || place.depth + 1 == edit_.path.size()) return place;
            place.holder = place.items[*place.item];
            place.holder_in_flow = place.in_flow;
            place.container = place.holder->value;
            place.item.reset();
            place.items.clear();
            ++place.depth;
        }
    }

    /// The step is the long form of the tag that is written, and leads on.
    [[nodiscard]] bool names_tag(const YamlNode& node, std::size_t depth) const {
        const EditStep& step = edit_.path[depth];
        return depth + 1 < edit_.path.size() && !node.tag.empty() && !step.index && step.key == call_name(node.tag);
    }

    [[nodiscard]] std::optional<Error> cannot_enter(const Place& place) const {
        const YamlNode& node = tree_.nodes[place.container];
        const EditStep& step = edit_.path[place.depth];
        const std::string where = said(place.depth);
        if (node.kind == YamlKind::alias)
            return Error{where + " is an alias of what line " + std::to_string(line_of(node.target)) +
                         " writes; a change of it there would change both places"};
        if (node.kind == (step.index ? YamlKind::list : YamlKind::map)) return std::nullopt;
        const bool scalar = node.kind == YamlKind::scalar;
        const std::string wanted =
            step.index ? "it has no position " + std::to_string(*step.index) : "it has no `" + step.key + "`";
        const std::string is = scalar ? "a single value" : node.kind == YamlKind::map ? "a map" : "a list";
        return Error{where + " is " + is + ", so " + wanted};
    }

    /// Which item the step names.
    std::optional<Error> choose(Place& place) const {
        const EditStep& step = edit_.path[place.depth];
        if (step.index) {
            if (*step.index < place.items.size()) {
                place.item = *step.index;
            } else if (edit_.kind == Edit::Kind::remove || *step.index > place.items.size()) {
                const std::size_t count = place.items.size();
                return Error{said(place.depth) + " has " + std::to_string(count) +
                             (count == 1 ? " element" : " elements") + "; there is no position " +
                             std::to_string(*step.index) + " (positions count from 0)"};
            }
            return std::nullopt;
        }
        std::vector<std::string_view> keys;
        for (std::size_t i = 0; i < place.items.size(); ++i) {
            const YamlNode& key = tree_.resolve(place.items[i].key);
            keys.push_back(key.text);
            if (key.text == step.key) place.item = i;
        }
        if (place.item) return std::nullopt;
        if (merged(place.container, step.key) &&
            (edit_.kind == Edit::Kind::remove || place.depth + 1 < edit_.path.size()))
            return Error{said(place.depth + 1) + " comes from a merge key (`<<`); edit what is merged"};
        if (edit_.kind == Edit::Kind::remove)
            return Error{said(place.depth) + " has no `" + step.key + "`" + did_you_mean(step.key, keys)};
        return std::nullopt;
    }

    [[nodiscard]] bool merged(std::uint32_t map, std::string_view key) const {
        if (!tree_.nodes[map].has_merge) return false;
        for (std::uint32_t at = map + 1; at < tree_.nodes[map].next;) {
            const std::uint32_t value = tree_.nodes[at].next;
            if (tree_.nodes[at].merge_key && brings(value, key)) return true;
            at = tree_.nodes[value].next;
        }
        return false;
    }
    [[nodiscard]] bool brings(std::uint32_t value, std::string_view key) const {
        const YamlNode& node = tree_.resolve(value);
        const auto index = static_cast<std::uint32_t>(&node - tree_.nodes.data());
        if (node.kind == YamlKind::list) {
            for (std::uint32_t at = index + 1; at < node.next; at = tree_.nodes[at].next)
                if (brings(at, key)) return true;
            return false;
        }
        for (std::uint32_t at = index + 1; at < node.next; at = tree_.nodes[tree_.nodes[at].next].next)
            if (tree_.resolve(at).text == key) return true;
        return merged(index, key);
    }

    /// Whether an alias outside names something inside the nodes [from, to).
    [[nodiscard]] std::optional<Error> shared(std::uint32_t from, std::uint32_t to) const {
        for (std::uint32_t i = 0; i < tree_.nodes.size(); ++i) {
            const YamlNode& node = tree_.nodes[i];
            const bool inside = i >= from && i < to;
            if (node.kind == YamlKind::alias && !inside && node.target >= from && node.target < to)
                return Error{said(edit_.path.size()) + " holds an anchor that line " + std::to_string(line_of(i)) +
                             " names; a change of it would change both places"};
        }
        return std::nullopt;
    }

    // ---- the edits

    Result<std::string> remove(const Place& place) const {
        if (!place.item) return Error{said(edit_.path.size() - 1) + " is null"};
        const Item& item = place.items[*place.item];
        const TreeEdit expected{.from = item.key, .to = tree_.nodes[item.value].next, .append_to = {}, .put = {}};
        if (auto wrong = shared(expected.from, expected.to)) return *wrong;
        const Inside inside{place.container, &place.items, *place.item};
        Changes changes;
        if (place.in_flow) {
            changes = remove_in_flow(layout_, inside);
        } else if (place.items.size() > 1) {
            changes = remove_in_block(layout_, inside);
        } else {
            NewValue empty;
            empty.lines = {item.member ? "{}" : "[]"};
            changes = place.holder ? set_in_block(layout_, *place.holder, empty, Keep::properties)
                                   : Changes{{item.begin, item.value_end, empty.lines.front()}};
        }
        return checked(std::move(changes), expected);
    }

    Result<std::string> set(const Place& place) const {
        const FlowStyle style = flow_style(layout_, format_, place.container);
        Result<NewValue> read = read_value(edit_.value, style);
        if (!read) return read.error();
        const std::span<const EditStep> path(edit_.path);
        if (place.item) return replace(place.items[*place.item], place.in_flow, read.value(), style);
        const EditStep& step = path[place.depth];
        for (const EditStep& missing : path.subspan(place.depth + (place.items.empty() ? 0 : 1)))
            if (missing.index && *missing.index > 0 && &missing != &step)
                return Error{said(edit_.path.size()) + " would be position " + std::to_string(*missing.index) +
                             " of a list that is not there"};
        const YamlNode& container = tree_.nodes[place.container];
        NewValue value = below_steps(std::move(read.value()), path.subspan(place.depth + 1), style);
        const Meaning bare = value.meaning;
        const std::string part = step.index ? value.flow : flow_key(step.key, style) + value.flow;
        value = step.index ? as_element(std::move(value), style) : as_member(std::move(value), step.key, style);
        if (container.kind == YamlKind::scalar) {  // null
            if (step.index && *step.index > 0)
                return Error{said(place.depth) + " is null; there is no position " + std::to_string(*step.index)};
            return replace(*place.holder, place.holder_in_flow, value, style);
        }
        TreeEdit expected{.from = 0, .to = 0, .append_to = place.container, .put = bare};
        if (!step.index) {
            const Meaning key = key_meaning(step.key);
            expected.put = {key.text + bare.text, key.nodes + bare.nodes};
        }
        const Inside inside{place.container, &place.items, 0};
        if (!place.in_flow) return checked(append_in_block(layout_, inside, value), expected);
        const bool to_block = format_ == Format::yaml && place.items.empty() && place.holder && !place.holder_in_flow &&
                              value.lines.size() > 1;
        if (to_block) return checked(set_in_block(layout_, *place.holder, value, Keep::properties), expected);
        return checked(append_in_flow(layout_, inside, part, style), expected);
    }

    [[nodiscard]] Result<std::string> replace(const Item& item, bool in_flow, const NewValue& value,
                                              const FlowStyle& style) const {
        const TreeEdit expected{item.value, tree_.nodes[item.value].next, {}, value.meaning};
        if (auto wrong = shared(expected.from, expected.to)) return *wrong;
        return checked(
            in_flow ? set_in_flow(layout_, item, value, style) : set_in_block(layout_, item, value, Keep::nothing),
            expected);
    }

    /// The new text, when it holds the document that is meant.
    [[nodiscard]] Result<std::string> checked(Changes changes, const TreeEdit& expected) const {
        std::string text = apply(text_, std::move(changes));
        const std::string meant = meaning(tree_, &expected).text;
        const Result<Tree> again = read_tree(text, format_);
        const std::string cannot = said(edit_.path.size()) + " cannot be changed in this text";
        if (!again) return Error{cannot + ": the result cannot be read: " + again.error().message};
        if (meaning(again.value()).text == meant) return text;
        return Error{cannot + " without changing what stands around it; write the place in another style"};
    }

    std::string_view text_;
    const Tree& tree_;
    Layout layout_;
    Format format_;
    const Edit& edit_;
};

}  // namespace

}  // namespace editing

Result<std::string> edit(std::string_view text, Format format, const Edit& edit) {
    // A last line without its break is edited as one with it, so that something can come behind.
    const bool pad = format == Format::yaml && !text.ends_with('\n');
    const std::string padded = pad ? std::string(text) + "\n" : std::string();
    if (pad) text = padded;
    const Result<editing::Tree> tree = editing::read_tree(text, format);
    if (!tree) return Error{"the text cannot be read: " + tree.error().message};
    Result<std::string> edited = editing::Editor(text, tree.value(), format, edit).run();
    if (!pad || !edited || !edited.value().ends_with('\n')) return edited;
    std::string without = edited.value().substr(0, edited.value().size() - 1);
    // A block scalar at the end would lose its own last break with it.
    const Result<editing::Tree> before = editing::read_tree(edited.value(), format);
    const Result<editing::Tree> after = editing::read_tree(without, format);
    const bool same = after && editing::meaning(after.value()).text == editing::meaning(before.value()).text;
    return same ? without : std::move(edited.value());
}

}  // namespace spile::engine

#include "engine/document/edit/tree.hpp"

#include <algorithm>

namespace spile::engine::editing {

namespace {

/// Collects the events of a JSON document in the nodes that YAML's reader makes.
class JsonTree {
  public:
    explicit JsonTree(Cursor& cursor) : cursor_(cursor) {}

    Tree read() {
        value(Event(cursor_.next()));
        while (cursor_.next().token != Token::end)  // what stands behind the value fails
            continue;
        tree_.ok = !cursor_.failed();
        return std::move(tree_);
    }

  private:
    std::uint32_t add(YamlKind kind, const Event& event) {
        YamlNode& node = tree_.nodes.emplace_back();
        node.kind = kind;
        node.span = event.span;
        node.token = event.token == Token::key ? Token::string : event.token;
        node.text = tree_.arena.copy(event.text);
        if (event.token == Token::number) node.number = node.text;
        node.style = ScalarStyle::double_quoted;
        node.bracket = kind != YamlKind::scalar;
        const auto index = static_cast<std::uint32_t>(tree_.nodes.size() - 1);
        node.next = index + 1;
        return index;
    }

    void value(const Event& event) {
        if (event.token == Token::end) return;
        const bool list = event.token == Token::begin_list;
        if (!list && event.token != Token::begin_map) {
            add(YamlKind::scalar, event);
            return;
        }
        const std::uint32_t index = add(list ? YamlKind::list : YamlKind::map, event);
        for (;;) {
            const Event child = cursor_.next();
            if (child.token == Token::end) return;
            if (child.token == Token::end_list || child.token == Token::end_map) {
                tree_.nodes[index].span.end = child.span.end;
                tree_.nodes[index].next = static_cast<std::uint32_t>(tree_.nodes.size());
                return;
            }
            if (!list) add(YamlKind::scalar, child);
            value(list ? child : Event(cursor_.next()));
        }
    }

    Cursor& cursor_;
    Tree tree_;
};

std::string sized(std::string_view text) {
    return std::to_string(text.size()) + ":" + std::string(text);
}

class MeaningWriter {
  public:
    MeaningWriter(const Tree& tree, const TreeEdit* edit) : tree_(tree), edit_(edit), ordinals_(tree.nodes.size()) {}

    Meaning write() {
        subtree(0, Role::value);
        return std::move(out_);
    }

  private:
    enum class Role : std::uint8_t { key, value };

    void put(const Meaning& what) {
        out_.text += what.text;
        out_.nodes += what.nodes;
    }

    void subtree(std::uint32_t index, Role role) {
        const YamlNode& node = tree_.nodes[index];
        ordinals_[index] = out_.nodes++;
        if (node.kind == YamlKind::alias) {
            out_.text += "*" + std::to_string(ordinals_[node.target]) + ";";
            return;
        }
        if (!node.tag.empty()) out_.text += "!" + sized(node.tag);
        if (node.kind == YamlKind::scalar) {
            const bool number = role == Role::value && node.token == Token::number;
            const bool null = role == Role::value && node.token == Token::null_value;
            out_.text += role == Role::key ? 'k' : static_cast<char>('0' + static_cast<int>(node.token));
            out_.text += sized(null ? std::string_view() : number ? node.number : node.text);
            return;
        }
        const bool map = node.kind == YamlKind::map;
        out_.text += map ? '{' : '[';
        bool key = map;
        for (std::uint32_t at = index + 1; at < node.next;) {
            if (edit_ != nullptr && at == edit_->from && !edit_->append_to) {
                put(edit_->put);
                // What is left out is a member, an element, or a value; what is put in is a value.
                if (!edit_->put.text.empty()) key = map;
                at = edit_->to;
                continue;
            }
            subtree(at, key ? Role::key : Role::value);
            key = map && !key;
            at = tree_.nodes[at].next;
        }
        if (edit_ != nullptr && edit_->append_to == index) put(edit_->put);
        out_.text += map ? '}' : ']';
    }

    const Tree& tree_;
    const TreeEdit* edit_;
    std::vector<std::uint32_t> ordinals_;
    Meaning out_;
};

std::uint32_t line_of(std::string_view text, std::uint32_t at) {
    return 1 + static_cast<std::uint32_t>(std::count(text.begin(), text.begin() + at, '\n'));
}

}  // namespace

Result<Tree> read_tree(std::string_view text, Format format) {
    const Limits limits;
    DiagnosticSink sink;
    const Reporter report(SourceId{0}, sink);
    Tree tree;
    if (text.substr(byte_order_mark(text)).find_first_not_of(" \t\r\n") == std::string_view::npos)
        return Error{"it is empty"};
    if (check_bytes(text, limits, report)) {
        if (format == Format::yaml) {
            tree = read_yaml(text, limits, report);
        } else {
            tree = JsonTree(*open_json(text, limits, report)).read();
        }
    }
    if (tree.ok) return tree;
    const Diagnostic& first = sink.all().front();
    return Error{first.message + " (line " + std::to_string(line_of(text, first.where.span.begin)) + ")"};
}

Meaning meaning(const Tree& tree, const TreeEdit* edit) {
    return MeaningWriter(tree, edit).write();
}

Meaning key_meaning(std::string_view key) {
    return {"k" + sized(key), 1};
}

Meaning map_of(std::string_view key, const Meaning& value) {
    return {"{" + key_meaning(key).text + value.text + "}", value.nodes + 2};
}

Meaning list_of(const Meaning& element) {
    return {"[" + element.text + "]", element.nodes + 1};
}

}  // namespace spile::engine::editing

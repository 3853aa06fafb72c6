// Walks a YAML tree as the cursor's events: aliases become what they stand for, merge keys the keys they bring.

#include <set>

#include "engine/document/yaml_tree.hpp"

namespace spile::engine {

namespace {

class YamlCursor final : public Cursor {
  public:
    explicit YamlCursor(YamlTree tree) : tree_(std::move(tree)) {
        if (tree_.ok) open_.push_back({0, tree_.nodes.front().next, nullptr, {}, false, false});
    }

    const Event& next() override {
        if (open_.empty()) return event_ = Event{};
        Level& level = open_.back();
        if (level.at == level.end) {
            close(level);
            return event_;
        }
        const bool key = level.map && !level.value_next;
        const YamlNode& node = tree_.resolve(take(level));  // `level` is moved by what follows
        if (node.kind == YamlKind::scalar) {
            scalar(node, key);
        } else {
            open(node);
        }
        return event_;
    }

    void skip() override {
        if (!open_.empty() && open_.back().value_next) take(open_.back());
    }

    [[nodiscard]] bool failed() const override { return !tree_.ok; }

  private:
    /// An open list or map. Its children are the nodes from `at` to `end`, or, when merge keys changed them, those that
    /// `listed` names.
    struct Level {
        std::uint32_t at = 0;
        std::uint32_t end = 0;
        const YamlNode* node = nullptr;  // null for the document
        std::vector<std::uint32_t> listed;
        bool map = false;
        bool value_next = false;
    };

    std::uint32_t take(Level& level) {
        const bool listed = !level.listed.empty();
        const std::uint32_t index = listed ? level.listed[level.at] : level.at;
        level.at = listed ? level.at + 1 : tree_.nodes[index].next;
        level.value_next = level.map && !level.value_next;
        return index;
    }

    void scalar(const YamlNode& node, bool key) {
        const bool number = node.token == Token::number && !key;
        event_ = Event{key ? Token::key : node.token,
                       node.span,
                       number ? node.number : node.text,
                       node.tag,
                       node.style,
                       node.tag_span};
    }

    void open(const YamlNode& node) {
        const auto index = static_cast<std::uint32_t>(&node - tree_.nodes.data());
        const bool map = node.kind == YamlKind::map;
        const std::uint32_t bracket = node.bracket ? 1 : 0;
        event_ = Event{map ? Token::begin_map : Token::begin_list,
                       {node.span.begin, node.span.begin + bracket},
                       {},
                       node.tag,
                       ScalarStyle::plain,
                       node.tag_span};
        Level level{index + 1, node.next, &node, {}, map, false};
        if (node.has_merge) {
            std::set<std::string_view> seen;
            merge(index, seen, level.listed);
            level.at = 0;
            level.end = static_cast<std::uint32_t>(level.listed.size());
        }
        open_.push_back(std::move(level));
    }

    void close(const Level& level) {
        if (level.node == nullptr) {
            event_ = Event{};
        } else {
            const std::uint32_t bracket = level.node->bracket ? 1 : 0;
            event_ = Event{level.map ? Token::end_map : Token::end_list,
                           {level.node->span.end - bracket, level.node->span.end},
                           {},
                           {},
                           ScalarStyle::plain,
                           {}};
        }
        open_.pop_back();
    }

    /// The map's own keys win over merged ones, an earlier merged map over a later one (yaml.org/type/merge).
    void merge(std::uint32_t map, std::set<std::string_view>& seen, std::vector<std::uint32_t>& out) const {
        const auto each_pair = [&](auto&& visit) {
            for (std::uint32_t key = map + 1; key < tree_.nodes[map].next;) {
                const std::uint32_t value = tree_.nodes[key].next;
                visit(key, value);
                key = tree_.nodes[value].next;
            }
        };
        std::vector<std::uint32_t> own;
        each_pair([&](std::uint32_t key, std::uint32_t) {
            if (!tree_.nodes[key].merge_key && seen.insert(tree_.resolve(key).text).second) own.push_back(key);
        });
        std::size_t owned = 0;
        each_pair([&](std::uint32_t key, std::uint32_t value) {
            if (tree_.nodes[key].merge_key) {
                merge_from(value, seen, out);
            } else if (owned < own.size() && own[owned] == key) {
                out.push_back(key);
                out.push_back(value);
                ++owned;
            }
        });
    }

    void merge_from(std::uint32_t value, std::set<std::string_view>& seen, std::vector<std::uint32_t>& out) const {
        const YamlNode& source = tree_.resolve(value);
        const auto index = static_cast<std::uint32_t>(&source - tree_.nodes.data());
        if (source.kind == YamlKind::map) {
            merge(index, seen, out);
            return;
        }
        for (std::uint32_t item = index + 1; item < source.next; item = tree_.nodes[item].next) {
            merge(static_cast<std::uint32_t>(&tree_.resolve(item) - tree_.nodes.data()), seen, out);
        }
    }

    YamlTree tree_;
    std::vector<Level> open_;
    Event event_;
};

}  // namespace

std::unique_ptr<Cursor> open_yaml(std::string_view text, const Limits& limits, Reporter report) {
    return std::make_unique<YamlCursor>(read_yaml(text, limits, report));
}

}  // namespace spile::engine

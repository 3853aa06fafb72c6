#include "engine/loaders/terraform/tree.hpp"

#include <algorithm>
#include <vector>

namespace spile::engine::terraform {

namespace {

constexpr std::size_t k_few_members = 12;

class Reader {
  public:
    Reader(Cursor& cursor, std::string_view text, Arena& arena, std::span<const std::string_view> without)
        : cursor_(cursor), text_(text), arena_(arena), without_(without) {}

    const Node* read() {
        const Event event = cursor_.next();
        return event.token == Token::end ? nullptr : value(event);
    }

  private:
    std::string_view keep(const Event& event) const {
        const std::string_view written = text_.substr(event.span.begin, event.span.end - event.span.begin);
        if (written == event.text) return written;
        if (written.size() == event.text.size() + 2 && written.substr(1, event.text.size()) == event.text)
            return written.substr(1, event.text.size());
        return arena_.copy(event.text);
    }

    const Node* value(const Event& event) {
        switch (event.token) {
            case Token::begin_list:
                return list(event.span);
            case Token::begin_map:
                return map(event.span);
            case Token::null_value:
                return arena_.make<Node>(Node{.span = event.span});
            case Token::boolean:
                return scalar(NodeKind::boolean, event);
            case Token::number:
                return scalar(NodeKind::number, event);
            default:
                return scalar(NodeKind::string, event);
        }
    }

    const Node* scalar(NodeKind kind, const Event& event) const {
        return arena_.make<Node>(Node{.kind = kind, .span = event.span, .text = keep(event)});
    }

    const Node* list(Span opened) {
        ++depth_;
        std::vector<const Node*> items;
        for (;;) {
            const Event event = cursor_.next();
            if (event.token == Token::end_list || event.token == Token::end) {
                const Span span = event.token == Token::end ? opened : cover(opened, event.span);
                --depth_;
                return arena_.make<Node>(Node{.kind = NodeKind::list, .span = span, .items = arena_.copy(items)});
            }
            items.push_back(value(event));
        }
    }

    const Node* map(Span opened) {
        ++depth_;
        std::vector<NodeMember> members;
        for (;;) {
            const Event event = cursor_.next();
            if (event.token != Token::key) {
                const Span span = event.token == Token::end ? opened : cover(opened, event.span);
                --depth_;
                return arena_.make<Node>(Node{
                    .kind = NodeKind::map, .span = span, .members = arena_.copy(members), .by_key = order(members)});
            }
            const std::string_view key = keep(event);
            const Span key_span = event.span;
            if (depth_ == 1 && std::find(without_.begin(), without_.end(), key) != without_.end()) {
                cursor_.skip();
                continue;
            }
            const Event first = cursor_.next();
            if (first.token == Token::end) continue;
            members.push_back({key, key_span, value(first)});
        }
    }

    std::span<const std::uint32_t> order(const std::vector<NodeMember>& members) const {
        if (members.size() <= k_few_members) return {};
        std::vector<std::uint32_t> positions(members.size());
        for (std::uint32_t i = 0; i < positions.size(); ++i)
            positions[i] = i;
        std::sort(positions.begin(), positions.end(),
                  [&](std::uint32_t a, std::uint32_t b) { return members[a].key < members[b].key; });
        return arena_.copy(positions);
    }

    Cursor& cursor_;
    std::string_view text_;
    Arena& arena_;
    std::span<const std::string_view> without_;
    std::size_t depth_ = 0;
};

}  // namespace

const NodeMember* Node::member(std::string_view key) const noexcept {
    if (by_key.empty()) {
        for (const NodeMember& each : members)
            if (each.key == key) return &each;
        return nullptr;
    }
    const auto found = std::lower_bound(by_key.begin(), by_key.end(), key,
                                        [&](std::uint32_t at, std::string_view k) { return members[at].key < k; });
    return found == by_key.end() || members[*found].key != key ? nullptr : &members[*found];
}

const Node* Node::get(std::string_view key) const noexcept {
    const NodeMember* found = member(key);
    return found == nullptr ? nullptr : found->value;
}

std::string_view Node::text_of(std::string_view key) const noexcept {
    const Node* found = get(key);
    return found != nullptr && found->is(NodeKind::string) ? found->text : std::string_view();
}

const Node* Node::item(std::size_t position) const noexcept {
    return position < items.size() ? items[position] : nullptr;
}

const Node* get(const Node* node, std::string_view key) noexcept {
    return node == nullptr ? nullptr : node->get(key);
}

const Node* read_tree(Cursor& cursor, std::string_view text, Arena& arena, std::span<const std::string_view> without) {
    const Node* root = Reader(cursor, text, arena, without).read();
    return cursor.failed() ? nullptr : root;
}

}  // namespace spile::engine::terraform

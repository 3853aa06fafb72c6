#include "load_counts.hpp"

namespace spile::tests {

namespace {

using engine::Event;
using engine::Token;

bool is_intrinsic(std::string_view key) {
    return key == "Ref" || key == "Condition" || key.starts_with("Fn::");
}

std::string long_form(std::string_view tag) {
    const std::string name(tag.substr(1));
    return is_intrinsic(name) ? name : "Fn::" + name;
}

class Counter {
  public:
    LoadCounts count(engine::Cursor& cursor) {
        for (const Event* event = &cursor.next(); event->token != Token::end; event = &cursor.next())
            take(*event);
        return std::move(counts_);
    }

  private:
    struct Level {
        bool map = false;
        std::uint64_t keys = 0;
        std::string key;          // the last one
        std::uint64_t depth = 0;  // of this value
    };

    void take(const Event& event) {
        switch (event.token) {
            case Token::key:
                key(event.text);
                return;
            case Token::end_map:
                if (open_.back().keys == 1 && is_intrinsic(open_.back().key)) ++counts_.intrinsics[open_.back().key];
                open_.pop_back();
                return;
            case Token::end_list:
                open_.pop_back();
                return;
            case Token::begin_map:
            case Token::begin_list: {
                const std::uint64_t depth = value(event.tag);
                open_.push_back({event.token == Token::begin_map, 0, {}, depth});
                return;
            }
            case Token::string:
                text(event);
                break;
            case Token::null_value:
            case Token::boolean:
            case Token::number:
            case Token::end:
                break;
        }
        value(event.tag);
    }

    void key(std::string_view text) {
        Level& level = open_.back();
        ++level.keys;
        level.key = text;
        if (open_.size() == 2 && open_.front().map) ++counts_.members[open_.front().key];
    }

    /// Counts a value, and the map that its short form stands for. The depth of the value.
    std::uint64_t value(std::string_view tag) {
        std::uint64_t depth = open_.empty() ? 0 : open_.back().depth + 1;
        ++counts_.nodes;
        if (!tag.empty()) {
            ++counts_.nodes;
            ++depth;
            ++counts_.intrinsics[long_form(tag)];
        }
        counts_.depth = std::max(counts_.depth, depth);
        return depth;
    }

    void text(const Event& event) {
        if (!event.tag.empty() || open_.empty()) return;
        const std::string& section = open_.front().key;
        if (section == "Transform" && open_.size() <= 2) counts_.transform.emplace_back(event.text);
        if (section == "Resources" && open_.size() == 3 && open_.back().key == "Type")
            counts_.types.emplace(event.text);
    }

    LoadCounts counts_;
    std::vector<Level> open_;
};

}  // namespace

LoadCounts count_load(engine::Cursor& cursor) {
    return Counter().count(cursor);
}

}  // namespace spile::tests

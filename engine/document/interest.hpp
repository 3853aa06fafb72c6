// Which property paths of which resource types the loaded rules can read: what a loader need not make values of. A
// report must not depend on it: `Interest::all()` and a computed one give the same bytes.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>

namespace spile::engine {

/// One place of a path. List positions take no step: a path goes through the elements of a list.
struct InterestNode {
    bool all_below = false;
    std::map<std::string, InterestNode, std::less<>> members;

    /// What is of interest below `key`; null when nothing is. Asked only of nodes that are not `all_below`.
    [[nodiscard]] const InterestNode* below(std::string_view key) const {
        if (all_below) return this;
        if (const auto found = members.find(key); found != members.end()) return &found->second;
        const auto any = members.find("*");
        return any == members.end() ? nullptr : &any->second;
    }
};

class Interest {
  public:
    [[nodiscard]] static Interest all() {
        Interest interest;
        interest.any_type_.all_below = true;
        return interest;
    }

    /// Everything at and below `path` (names; "*" is any member) of resources of `type`; a type of "*" is any type.
    /// The empty path is all properties. A name after "*" joins what "*" says, so paths may be added in any order.
    void add(std::string_view type, std::span<const std::string_view> path) {
        if (type == "*") {
            add(any_type_, path);
            for (auto& [name, node] : types_)
                add(node, path);
            return;
        }
        add(types_.try_emplace(std::string(type), any_type_).first->second, path);
    }

    /// Null: no rule reads properties of the type.
    [[nodiscard]] const InterestNode* of(std::string_view type) const {
        const auto found = types_.find(type);
        if (found != types_.end()) return &found->second;
        return any_type_.all_below || !any_type_.members.empty() ? &any_type_ : nullptr;
    }

  private:
    static void add(InterestNode& node, std::span<const std::string_view> path) {
        if (node.all_below) return;
        if (path.empty()) {
            node.all_below = true;
            node.members.clear();
            return;
        }
        const std::string_view key = path.front();
        if (key == "*") {
            for (auto& [name, below] : node.members)
                if (name != "*") add(below, path.subspan(1));
            add(node.members["*"], path.subspan(1));
            return;
        }
        const auto any = node.members.find("*");
        InterestNode start = any == node.members.end() ? InterestNode() : any->second;
        add(node.members.try_emplace(std::string(key), std::move(start)).first->second, path.subspan(1));
    }

    InterestNode any_type_;
    std::map<std::string, InterestNode, std::less<>> types_;
};

}  // namespace spile::engine

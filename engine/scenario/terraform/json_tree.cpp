#include "engine/scenario/terraform/json_tree.hpp"

namespace spile::engine::scenario::terraform {

bool JsonNode::is_true() const {
    return is(YamlKind::scalar) && tree_->nodes[index_].token == Token::boolean && tree_->nodes[index_].text == "true";
}

std::string_view JsonNode::text() const {
    const bool string = is(YamlKind::scalar) && tree_->nodes[index_].token == Token::string;
    return string ? tree_->nodes[index_].text : std::string_view();
}

JsonNode JsonNode::operator[](std::string_view key) const {
    if (!is_map()) return {};
    for (std::uint32_t at = index_ + 1; at < tree_->nodes[index_].next;) {
        const std::uint32_t value = tree_->nodes[at].next;
        if (tree_->nodes[at].text == key) return JsonNode(*tree_, value);
        at = tree_->nodes[value].next;
    }
    return {};
}

JsonNode JsonNode::at(const EditStep& step) const {
    if (!step.index) return (*this)[step.key];
    const std::vector<JsonNode> all = items();
    return *step.index < all.size() ? all[*step.index] : JsonNode();
}

JsonNode JsonNode::at(const std::vector<EditStep>& path) const {
    JsonNode node = *this;
    for (const EditStep& step : path)
        node = node.at(step);
    return node;
}

std::vector<JsonNode> JsonNode::items() const {
    std::vector<JsonNode> all;
    if (!is_list()) return all;
    for (std::uint32_t at = index_ + 1; at < tree_->nodes[index_].next; at = tree_->nodes[at].next)
        all.emplace_back(*tree_, at);
    return all;
}

std::vector<std::pair<std::string_view, JsonNode>> JsonNode::members() const {
    std::vector<std::pair<std::string_view, JsonNode>> all;
    if (!is_map()) return all;
    for (std::uint32_t at = index_ + 1; at < tree_->nodes[index_].next;) {
        const std::uint32_t value = tree_->nodes[at].next;
        all.emplace_back(tree_->nodes[at].text, JsonNode(*tree_, value));
        at = tree_->nodes[value].next;
    }
    return all;
}

std::vector<std::string> JsonNode::keys() const {
    std::vector<std::string> all;
    for (const auto& [key, value] : members())
        all.emplace_back(key);
    return all;
}

PlanValue JsonNode::value() const {
    PlanValue made;
    if (tree_ == nullptr) return made;
    const YamlNode& node = tree_->nodes[index_];
    if (is_list() || is_map()) {
        made = is_list() ? PlanValue::list() : PlanValue::map();
        made.keys = keys();
        for (std::uint32_t at = index_ + 1; at < node.next; at = tree_->nodes[at].next) {
            if (is_map()) at = tree_->nodes[at].next;  // from the key to its value
            made.items.push_back(JsonNode(*tree_, at).value());
        }
        return made;
    }
    if (node.token == Token::null_value) return made;
    made.kind = node.token == Token::boolean  ? PlanValue::Kind::boolean
                : node.token == Token::number ? PlanValue::Kind::number
                                              : PlanValue::Kind::text;
    made.text = node.text;
    return made;
}

}  // namespace spile::engine::scenario::terraform

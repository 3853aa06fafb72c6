// Where the expressions of a resource block lie among the values of its instance: nested blocks are lists there, those
// of a set in an order that the configuration does not tell.
#include <algorithm>

#include "engine/graph/json_pointer.hpp"

#include "engine/loaders/terraform/references.hpp"

namespace spile::engine::terraform {

namespace {

/// Larger lists of blocks are not matched one by one: each may be any.
constexpr std::size_t k_most_blocks = 64;

const Node* of(const Node* tree, std::string_view key) {
    return get(tree, key);
}
const Node* of(const Node* tree, std::size_t position) {
    return tree == nullptr ? nullptr : tree->item(position);
}

template <class Key>
Trees part(const Trees& trees, Key key) {
    return {.value = of(trees.value, key), .unknown = of(trees.unknown, key)};
}

bool is_null(const Node* node) {
    return node == nullptr || node->is(NodeKind::null);
}

/// Whether a constant may be what the value became: Terraform converts scalars to the attribute's type.
bool may_be(const Node& constant, const Node* value) {
    if (is_null(value)) return constant.is(NodeKind::null);
    if (constant.is(NodeKind::list) || constant.is(NodeKind::map)) return constant.kind == value->kind;
    return value->text == constant.text;
}

/// Whether a block may have given the values at one position of the list.
bool compatible(const Node& block, const Trees& trees) {
    return std::all_of(block.members.begin(), block.members.end(), [&](const NodeMember& member) {
        const NodeMember* constant = member.value->member("constant_value");
        if (constant == nullptr || !is_expression(*member.value)) return true;
        const Node* unknown = get(trees.unknown, member.key);
        if (unknown != nullptr && unknown->truthy()) return false;
        return may_be(*constant->value, get(trees.value, member.key));
    });
}

std::string pointer_to(const std::string& parent, std::string_view key) {
    std::string out = parent;
    append_pointer(out, key);
    return out;
}

}  // namespace

void ReferenceResolver::walk(const Node& node, const Trees& trees, const Context& context, const std::string& pointer,
                             Places& out) {
    if (is_expression(node)) {
        if (references_of(&node) == nullptr) return;
        Named& named = out[pointer];
        if (named.expression == nullptr) named.expression = references_of(&node);
        add(expression(node, context), named.resolved);
        return;
    }
    if (node.is(NodeKind::list)) blocks(node, trees, context, pointer, out);
    for (const NodeMember& member : node.members)
        walk(*member.value, part(trees, member.key), context, pointer_to(pointer, member.key), out);
}

void ReferenceResolver::blocks(const Node& list, const Trees& trees, const Context& context, const std::string& pointer,
                               Places& out) {
    const auto size = [](const Node* node) { return node == nullptr ? std::size_t{0} : node->items.size(); };
    const std::size_t count = std::max(size(trees.value), size(trees.unknown));
    const std::size_t written = list.items.size();
    if (count == 0) {  // the whole list is known after apply
        for (const Node* block : list.items)
            walk(*block, {}, context, pointer, out);
        return;
    }
    if (written == 1 && count == 1) {
        walk(*list.items.front(), part(trees, std::size_t{0}), context, pointer + "/0", out);
        return;
    }
    const bool many = written > k_most_blocks || count > k_most_blocks;
    if (many) {  // all at the place of the list, once
        Places all;
        for (const Node* block : list.items)
            walk(*block, {}, context, pointer, all);
        for (auto& [place, named] : all) {
            named.resolved.open = true;
            Named& whole = out[pointer];
            if (whole.expression == nullptr) whole.expression = named.expression;
            add(named.resolved, whole.resolved);
        }
        return;
    }
    for (std::size_t i = 0; i < count; ++i) {
        const Trees inner = part(trees, i);
        const std::string place = pointer + "/" + std::to_string(i);
        Places here;
        for (const Node* block : list.items) {
            if (written != count || compatible(*block, inner)) walk(*block, inner, context, place, here);
        }
        for (auto& [at, named] : here) {
            // Dynamic blocks are not written in plans: more values than blocks may come from anywhere.
            named.resolved.open = named.resolved.open || written != count;
            Named& filed = out[at];
            if (filed.expression == nullptr) filed.expression = named.expression;
            add(named.resolved, filed.resolved);
        }
    }
}

const Path* ReferenceResolver::path_of(const Referrer& referrer, std::string_view pointer) const {
    const Path* path = referrer.root;
    while (!pointer.empty()) {
        const std::size_t end = std::min(pointer.find('/', 1), pointer.size());
        std::string key;
        for (std::size_t i = 1; i < end; ++i) {
            if (pointer[i] == '~' && i + 1 < end)
                key += pointer[++i] == '1' ? '/' : '~';
            else
                key += pointer[i];
        }
        pointer.remove_prefix(end);
        const bool position =
            !key.empty() && key.size() < 9 && key.find_first_not_of("0123456789") == std::string::npos;
        path = position ? values_.below(path, static_cast<std::size_t>(std::stoul(key)))
                        : values_.below(path, values_.keep(key));
    }
    return path;
}

void ReferenceResolver::file(const Referrer& referrer, const std::string& pointer, const Named& named) {
    const Resolved& resolved = named.resolved;
    PlaceReferences& place = graph_.references_of(referrer.unit).places[pointer];
    place.direct = graph_.arena().copy(resolved.direct);
    place.followed = graph_.arena().copy(resolved.followed);
    place.open = resolved.open;
    place.followed_open = resolved.followed_open;
    std::size_t edges = 0;
    for (const ReferenceTarget& target : resolved.direct)
        edges += target.units.size();
    if (edges > k_most_edges) return;
    const Path* path = resolved.direct.empty() ? nullptr : path_of(referrer, pointer);
    for (const ReferenceTarget& target : resolved.direct) {
        for (const UnitId unit : target.units)
            graph_.add_edge({.from = referrer.unit,
                             .to = unit,
                             .attribute = target.attribute.empty() ? std::string_view("reference") : target.attribute,
                             .at = values_.at(named.expression->span),
                             .path = path});
    }
}

void ReferenceResolver::resolve(const Referrer& referrer) {
    const Node* expressions = get(referrer.block, "expressions");
    if (expressions == nullptr) return;
    const Context context{.module = referrer.module, .block = referrer.block, .key = referrer.key};
    Places places;
    for (const NodeMember& member : expressions->members)
        walk(*member.value, part(referrer.trees, member.key), context, pointer_to({}, member.key), places);
    graph_.references_of(referrer.unit);
    for (const auto& [pointer, named] : places)
        file(referrer, pointer, named);
}

}  // namespace spile::engine::terraform

#include "engine/loaders/terraform/values.hpp"

#include <algorithm>
#include <vector>

#include "engine/graph/json_pointer.hpp"
#include "engine/loaders/terraform/configuration.hpp"

namespace spile::engine::terraform {

namespace {

bool any_true(const Node* node) {
    if (node == nullptr) return false;
    if (node->truthy()) return true;
    return std::any_of(node->items.begin(), node->items.end(), any_true) ||
           std::any_of(node->members.begin(), node->members.end(),
                       [](const NodeMember& member) { return any_true(member.value); });
}

/// Walks the trees in step.
class Merger {
  public:
    Merger(const Values& values, FactGraph& graph, std::string_view subject, UnitId unit)
        : values_(values), references_(graph.references(unit)), subject_(subject), unit_(unit) {}

    Value merge(const Trees& trees, const Spot& spot, const InterestNode* interest) {
        if (!marks(trees.sensitive) && !marks(trees.more_sensitive)) return unmarked(trees, spot, interest);
        ++marked_around_;
        const Value value = unmarked(trees, spot, interest);
        --marked_around_;
        return make().marked(value, true, false);
    }

  private:
    Value unmarked(const Trees& trees, const Spot& spot, const InterestNode* interest) {
        if (trees.unknown != nullptr && trees.unknown->truthy()) return unknown(trees, spot);
        if (trees.value == nullptr || trees.value->is(NodeKind::null)) {
            const bool parts =
                trees.unknown != nullptr && !trees.unknown->is(NodeKind::boolean) && any_true(trees.unknown);
            if (!parts) return absent(trees, spot);
            return trees.unknown->is(NodeKind::map) ? map(trees, spot, interest) : list(trees, spot, interest);
        }
        return known(trees, spot, interest);
    }

    const ValueFactory& make() const { return values_.make(); }

    const Origin* here(const Trees& trees, const Spot& spot) const {
        if (trees.value != nullptr && !trees.value->is(NodeKind::null))
            return values_.origin(trees.value->span, spot.key, spot.value, unit_);
        const Node* node = trees.unknown != nullptr ? trees.unknown : trees.value;
        if (node == nullptr) return values_.origin(spot.key.span, spot.key, spot.value, unit_);
        return values_.origin(node->span, spot.key, trees.unknown != nullptr ? spot.unknown : spot.value, unit_);
    }

    Value absent(const Trees& trees, const Spot& spot) const {
        const Span span = trees.value != nullptr ? trees.value->span : spot.key.span;
        return make().missing(values_.keep(dotted_), values_.origin(span, spot.key, spot.value, unit_));
    }

    static bool marks(const Node* tree) { return tree != nullptr && tree->truthy(); }

    Value unknown(const Trees& trees, const Spot& spot) const {
        const std::string name = std::string(subject_) + (dotted_.empty() ? "" : ".") + dotted_;
        Unknown about;
        about.cause = values_.keep("`" + name + "` is known after apply");
        about.producer = values_.keep(std::to_string(values_.at({}).source.value) + "|tf|" + name);
        if (const PlaceReferences* found = place()) {
            if (!found->open && found->direct.size() == 1 && found->direct.front().units.size() == 1) {
                about.unit = found->direct.front().units.front();
                about.attribute = found->direct.front().attribute;
            }
        }
        about.unset = trees.declared.unset();
        about.type = trees.declared.hint();
        return make().unknown(about, values_.origin(trees.unknown->span, spot.key, spot.unknown, unit_));
    }

    const PlaceReferences* place() const {
        if (references_ == nullptr) return nullptr;
        const auto found = references_->places.find(pointer_);
        return found == references_->places.end() ? nullptr : &found->second;
    }

    Value known(const Trees& trees, const Spot& spot, const InterestNode* interest) {
        const Node& node = *trees.value;
        switch (node.kind) {
            case NodeKind::map:
                return map(trees, spot, interest);
            case NodeKind::list:
                return list(trees, spot, interest);
            default: {
                const Value value = values_.written(node, spot.value, unit_, spot.key);
                if (!value.is(Kind::error) || marked_around_ == 0) return value;
                return make().error("a sensitive number has too many digits", value.origin());
            }
        }
    }

    /// What a mark says of one member or item: of a marked collection everything is marked there already.
    static const Node* of(const Node* tree, std::string_view key) { return get(tree, key); }
    static const Node* of(const Node* tree, std::size_t position) {
        return tree == nullptr ? nullptr : tree->item(position);
    }

    template <class Key>
    Value part(const Trees& trees, const Declared& declared, const Spot& spot, Key key, SourceSpan key_span,
               const InterestNode* interest) {
        const std::size_t dotted = dotted_.size();
        const std::size_t pointer = pointer_.size();
        if constexpr (std::is_same_v<Key, std::string_view>) {
            if (!dotted_.empty()) dotted_ += '.';
            dotted_ += marked_around_ > 0 ? std::string_view("(sensitive)") : key;
            append_pointer(pointer_, key);
        } else {
            dotted_ += '[' + std::to_string(key) + ']';
            append_pointer(pointer_, key);
        }
        const Trees inner{of(trees.value, key), of(trees.unknown, key), of(trees.sensitive, key),
                          of(trees.more_sensitive, key), declared};
        Spot place{.unit = unit_, .key = key_span};
        place.value = below(spot.value, key);
        if (inner.unknown != nullptr) place.unknown = below(spot.unknown, key);
        const Value value = merge(inner, place, interest);
        dotted_.resize(dotted);
        pointer_.resize(pointer);
        return value;
    }

    const Path* below(const Path* parent, std::string_view key) const {
        return marked_around_ > 0 ? values_.hidden_below(parent, key) : values_.below(parent, key);
    }
    const Path* below(const Path* parent, std::size_t position) const { return values_.below(parent, position); }

    Value map(const Trees& trees, const Spot& spot, const InterestNode* interest) {
        std::vector<Member> members;
        const auto add = [&](const NodeMember& member) {
            const InterestNode* below = interest == nullptr ? nullptr : interest->below(member.key);
            if (interest != nullptr && below == nullptr) return;
            const SourceSpan key_span = values_.at(member.key_span);
            const Value value = part(trees, trees.declared.part(member.key), spot, member.key, key_span, below);
            members.push_back({member.key, key_span, value});
        };
        const bool written = trees.value != nullptr && trees.value->is(NodeKind::map);
        if (written) {
            for (const NodeMember& member : trees.value->members)
                add(member);
        }
        if (trees.unknown != nullptr) {
            for (const NodeMember& member : trees.unknown->members) {
                if (written && trees.value->member(member.key) != nullptr) continue;
                if (any_true(member.value)) add(member);
            }
        }
        return make().map(members, false, here(trees, spot));
    }

    Value list(const Trees& trees, const Spot& spot, const InterestNode* interest) {
        const auto size = [](const Node* node) { return node == nullptr ? std::size_t{0} : node->items.size(); };
        const std::size_t written = size(trees.value);
        const std::size_t count = std::max(written, size(trees.unknown));
        std::vector<Element> elements;
        for (std::size_t i = 0; i < count; ++i) {
            const Node* item = trees.value == nullptr ? nullptr : trees.value->item(i);
            const Node* unknown = trees.unknown == nullptr ? nullptr : trees.unknown->item(i);
            const Span span = item != nullptr ? item->span : unknown->span;
            Value value = part(trees, trees.declared.part(i, count), spot, i, values_.at(span), interest);
            // A list keeps its positions.
            if (value.is(Kind::missing)) value = make().null(value.origin());
            elements.push_back({value});
        }
        return make().list(elements, false, here(trees, spot));
    }

    const Values& values_;
    const UnitReferences* references_;
    std::string_view subject_;
    UnitId unit_;
    std::string dotted_;
    std::string pointer_;
    std::size_t marked_around_ = 0;  // marks on the way to what is made: keys below them are secret
};

}  // namespace

TypeHint Declared::hint() const {
    if (type == nullptr) return TypeHint::any;
    switch (type->kind) {
        case schema::TypeKind::string:
            return TypeHint::string;
        case schema::TypeKind::integer:
        case schema::TypeKind::number:
            return TypeHint::number;
        case schema::TypeKind::boolean:
            return TypeHint::boolean;
        case schema::TypeKind::list:
        case schema::TypeKind::set:
            return TypeHint::list;
        case schema::TypeKind::map:
        case schema::TypeKind::record:
            return TypeHint::map;
        default:
            return TypeHint::any;
    }
}

Declared Declared::part(std::string_view key) const {
    Declared inner{.elsewhere = elsewhere};
    if (resource != nullptr) {
        if (const schema::Property* property = resource->find(key)) inner.type = &property->type;
    } else if (type != nullptr && type->kind == schema::TypeKind::record) {
        if (const schema::Property* property = type->record->find(key)) inner.type = &property->type;
    } else if (type != nullptr && type->kind == schema::TypeKind::map) {
        inner.type = &type->element();
    }
    if (elsewhere) return inner;
    inner.expressions = get(expressions, key);
    // An expression that names nothing is written `{}`.
    const Node* said = inner.expressions;
    inner.elsewhere = said != nullptr && said->is(NodeKind::map) && (said->members.empty() || is_expression(*said));
    return inner;
}

Declared Declared::part(std::size_t position, std::size_t count) const {
    Declared inner{.elsewhere = elsewhere};
    if (type != nullptr && (type->kind == schema::TypeKind::list || type->kind == schema::TypeKind::set))
        inner.type = &type->element();
    if (elsewhere || expressions == nullptr) return inner;
    // Blocks that are made in a loop are not written in plans.
    if (!expressions->is(NodeKind::list) || expressions->items.size() != count)
        inner.elsewhere = true;
    else
        inner.expressions = expressions->item(position);
    return inner;
}

const Path* Values::below(const Path* parent, std::string_view key) const {
    return graph_->arena().make<Path>(Path{parent, key, 0});
}

const Path* Values::hidden_below(const Path* parent, std::string_view key) const {
    return graph_->arena().make<Path>(Path{.parent = parent, .key = key, .hidden = true});
}

const Path* Values::below(const Path* parent, std::size_t position) const {
    return graph_->arena().make<Path>(Path{parent, {}, static_cast<std::uint32_t>(position)});
}

const Origin* Values::origin(Span span, SourceSpan key, const Path* path, UnitId unit) const {
    return graph_->arena().make<Origin>(
        Origin{.span = {source_, span}, .key = key, .path = path, .chain = nullptr, .unit = unit});
}

Value Values::merged(const Trees& trees, const Spot& spot, std::string_view subject,
                     const InterestNode* interest) const {
    return Merger(*this, *graph_, subject, spot.unit).merge(trees, spot, interest);
}

Value Values::written(const Node& node, const Path* path, UnitId unit, SourceSpan key) const {
    const Origin* place = origin(node.span, key, path, unit);
    switch (node.kind) {
        case NodeKind::null:
            return make().null(place);
        case NodeKind::boolean:
            return make().boolean(node.text == "true", place);
        case NodeKind::number: {
            const auto number = Decimal::parse(node.text);
            if (number) return make().number(*number, place);
            return make().error(keep("the number " + std::string(node.text.substr(0, 50)) + " has too many digits"),
                                place);
        }
        case NodeKind::string:
            return make().string(node.text, place);
        case NodeKind::list: {
            std::vector<Element> elements;
            for (std::size_t i = 0; i < node.items.size(); ++i)
                elements.push_back({written(*node.items[i], below(path, i), unit, at(node.items[i]->span))});
            return make().list(elements, false, place);
        }
        case NodeKind::map: {
            std::vector<Member> members;
            for (const NodeMember& member : node.members) {
                const SourceSpan key_span = at(member.key_span);
                members.push_back(
                    {member.key, key_span, written(*member.value, below(path, member.key), unit, key_span)});
            }
            return make().map(members, false, place);
        }
    }
    return {};
}

std::size_t true_leaves(const Node* node) {
    if (node == nullptr) return 0;
    if (node->truthy()) return 1;
    std::size_t count = 0;
    for (const Node* item : node->items)
        count += true_leaves(item);
    for (const NodeMember& member : node->members)
        count += true_leaves(member.value);
    return count;
}

}  // namespace spile::engine::terraform

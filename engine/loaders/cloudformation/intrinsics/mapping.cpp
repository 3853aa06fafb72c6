// FindInMap: a cell of the Mappings section by two keys.
#include <algorithm>

#include "engine/loaders/cloudformation/intrinsics/intrinsics.hpp"
#include "lang/base/suggest.hpp"

namespace spile::engine::cloudformation {

namespace {

std::vector<std::string_view> keys_of(const Raw& map) {
    std::vector<std::string_view> keys;
    for (const RawMember& member : map.members)
        keys.push_back(member.key);
    return keys;
}

struct Lookup {
    Scope& scope;
    const Raw& call;
    const Place& place;
    bool spelled;                   // the keys are written out: a wrong one is a mistake in the template
    const Raw* fallback = nullptr;  // DefaultValue

    Value absent(const std::string& cause, const std::string& suggestion, Guard under) const {
        if (fallback != nullptr) return evaluate(scope, *fallback, place);
        if (spelled) return broken(scope, call, place, DiagnosticKind::template_no_result, cause, suggestion);
        return refused(scope, call, place, cause, under);
    }

    Value not_known(std::span<const Value> keys) const {
        std::string all;
        for (const Value key : keys) {
            const std::string one = canonical(key);
            if (one.empty()) return unknown_value(scope, call, place, "the keys of the mapping are not known", "");
            all += (all.empty() ? "" : ",") + one;
        }
        return unknown_value(scope, call, place, "the keys of the mapping are not known", "Fn::FindInMap(" + all + ")");
    }

    /// The row or cell of a key; null after `result` was set to what stands for it.
    const RawMember* step(const Raw& map, std::string_view key, const std::string& of, Guard under,
                          Value& result) const {
        if (!map.is(RawKind::map)) {
            result = unknown_value(scope, call, place, "the mapping is made by a macro", "");
            return nullptr;
        }
        const RawMember* found = map.find(key);
        if (found == nullptr)
            result = absent("`" + std::string(key) + "` is no key of " + of, did_you_mean(key, keys_of(map)), under);
        return found;
    }

    Value find(std::span<const Value> keys, Guard under) const {
        std::string_view texts[3];
        for (std::size_t i = 0; i < 3; ++i) {
            const auto text = scalar_text(scope, keys[i]);
            if (!text && i > 0 && outside_classes(keys[i], keys_at(texts, i)))
                return absent("the mapping has no such key", "", under);
            if (!text) return not_known(keys);
            texts[i] = *text;
        }
        const auto mapping = scope.mappings.find(texts[0]);
        if (mapping == scope.mappings.end())
            return absent("`" + std::string(texts[0]) + "` is no mapping of this template",
                          did_you_mean(texts[0], names_of(scope.mappings)), under);
        Value result;
        const std::string name = "`" + std::string(texts[0]) + "`";
        const RawMember* row = step(*mapping->second.body, texts[1], "the mapping " + name, under, result);
        if (row == nullptr) return result;
        const RawMember* cell =
            step(*row->value, texts[2], "`" + std::string(texts[1]) + "` in the mapping " + name, under, result);
        if (cell == nullptr) return result;
        const std::string entry =
            "mapping " + std::string(texts[0]) + "." + std::string(texts[1]) + "." + std::string(texts[2]);
        const Value value = evaluate(scope, *cell->value, {.unit = mapping->second.unit, .key = cell->key_span});
        return brought(scope, value, call.span, place,
                       {.role = Step::Role::mapping, .text = scope.keep(entry), .where = cell->value->span});
    }

    /// The keys that are there for the key in question, when those before it are known.
    std::vector<std::string_view> keys_at(std::span<const std::string_view> texts, std::size_t which) const {
        const auto mapping = scope.mappings.find(texts[0]);
        const Raw* at = mapping == scope.mappings.end() ? nullptr : mapping->second.body;
        if (at != nullptr && which == 2) at = at->get(texts[1]);
        return at == nullptr ? std::vector<std::string_view>() : keys_of(*at);
    }

    /// The key is a parameter in the class of further values, and each key that is there has a class of its own.
    bool outside_classes(Value key, const std::vector<std::string_view>& there) const {
        if (!key.is(Kind::unknown) || there.empty()) return false;
        for (const auto& [name, parameter] : scope.parameters) {
            if (!parameter.atom || key.unknown().producer != scope.producer("Parameters/" + std::string(name)))
                continue;
            return std::all_of(there.begin(), there.end(), [&](std::string_view one) {
                return std::find(parameter.classes.begin(), parameter.classes.end(), one) != parameter.classes.end();
            });
        }
        return false;
    }
};

}  // namespace

Value evaluate_find_in_map(Scope& scope, const Raw& call, const Place& place) {
    const Raw& argument = *call.argument;
    if (!argument.is(RawKind::list) || argument.items.size() < 3 || argument.items.size() > 4)
        return broken(scope, call, place, DiagnosticKind::template_intrinsic_arguments,
                      "`Fn::FindInMap` takes the name of a mapping and two keys");
    std::vector<Value> keys;
    bool spelled = true;
    for (std::size_t i = 0; i < 3; ++i) {
        keys.push_back(evaluate(scope, *argument.items[i], place));
        spelled = spelled && argument.items[i]->scalar();
    }
    const Raw* fallback = argument.items.size() == 4 ? argument.items[3]->get("DefaultValue") : nullptr;
    const Lookup lookup{scope, call, place, spelled, fallback};
    return distribute(scope, call, place, keys,
                      [&](std::span<const Value> values, Guard under) { return lookup.find(values, under); });
}

}  // namespace spile::engine::cloudformation

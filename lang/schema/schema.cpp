// Finding a type's lines in the sorted text by bisection, and the look-ups by name.
#include "lang/schema/schema.hpp"

#include <algorithm>

#include "lang/schema/block_parser.hpp"

namespace spile::schema {
namespace {

constexpr std::string_view k_opening = "# spile schema 1,";
constexpr std::string_view k_custom_prefix = "Custom::";
constexpr std::string_view k_custom = "Custom::*";

// Where the first `=Name` line at or after `from` begins; npos when there is none. Never 0: a text opens with a
// comment.
std::size_t header_from(std::string_view text, std::size_t from) {
    const std::size_t found = text.find("\n=", from == 0 ? 0 : from - 1);
    return found == text.npos ? found : found + 1;
}

std::string_view name_at(std::string_view text, std::size_t header) {
    return text.substr(header + 1, text.find('\n', header) - (header + 1));
}

// From `=Name` up to the next type; empty when the text has no such type.
std::string_view block_of(std::string_view text, std::string_view type) {
    std::size_t low = 0;
    std::size_t high = text.size();
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        const std::size_t header = header_from(text.substr(0, high), middle);
        if (header == text.npos) {
            high = middle;
            continue;
        }
        const std::string_view name = name_at(text, header);
        if (name == type) return text.substr(header, header_from(text, header + 1) - header);
        if (name < type) {
            low = header + 1;
        } else {
            high = middle;
        }
    }
    return {};
}

template <class Item>
const Item* find_named(std::span<const Item> sorted, std::string_view name) {
    const auto found = std::lower_bound(sorted.begin(), sorted.end(), name,
                                        [](const Item& item, std::string_view wanted) { return item.name < wanted; });
    return found != sorted.end() && found->name == name ? &*found : nullptr;
}

}  // namespace

std::span<const std::string_view> Property::allowed() const {
    const bool collection = type.kind == TypeKind::list || type.kind == TypeKind::set;
    return collection ? type.element().allowed : type.allowed;
}

const Property* Record::find(std::string_view property) const {
    return find_named(properties, property);
}

const Property* ResourceType::find(std::string_view property) const {
    return find_named(properties, property);
}

const Attribute* ResourceType::find_attribute(std::string_view attribute) const {
    if (const Attribute* found = find_named(attributes, attribute)) return found;
    for (const Attribute& candidate : attributes) {
        if (!candidate.name.ends_with(".*")) continue;
        const std::string_view prefix = candidate.name.substr(0, candidate.name.size() - 1);
        if (attribute.size() > prefix.size() && attribute.starts_with(prefix)) return &candidate;
    }
    return nullptr;
}

const Record* ResourceType::find_record(std::string_view record) const {
    const auto found = std::lower_bound(records.begin(), records.end(), record,
                                        [](const Record* r, std::string_view wanted) { return r->name < wanted; });
    return found != records.end() && (*found)->name == record ? *found : nullptr;
}

Schema::Schema(std::vector<std::string_view> texts) : texts_(std::move(texts)) {
    for (const std::string_view text : texts_) {
        if (!text.starts_with(k_opening)) fail_at(text, text, "not a schema of version 1");
        if (!text.ends_with('\n')) fail_at(text, text.substr(text.size() - 1), "the last line has no end");
    }
}

const ResourceType* Schema::find(std::string_view type) const {
    if (type.starts_with(k_custom_prefix)) type = k_custom;
    const std::lock_guard alone(filling_);
    if (const auto known = parsed_.find(type); known != parsed_.end()) return known->second;
    for (const std::string_view text : texts_) {
        const std::string_view block = block_of(text, type);
        if (block.empty()) continue;
        const ResourceType* parsed = parse_block(text, block, arena_);
        parsed_.emplace(parsed->name, parsed);
        return parsed;
    }
    return nullptr;
}

std::size_t Schema::parsed_count() const {
    const std::lock_guard alone(filling_);
    return parsed_.size();
}

std::vector<std::string_view> Schema::type_names() const {
    std::vector<std::string_view> out;
    for (const std::string_view text : texts_) {
        const std::size_t first = out.size();
        for (std::size_t at = header_from(text, 0); at != text.npos; at = header_from(text, at + 1)) {
            const std::string_view name = name_at(text, at);
            if (out.size() > first && !(out.back() < name)) fail_at(text, name, "types are not in ascending order");
            out.push_back(name);
        }
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

}  // namespace spile::schema

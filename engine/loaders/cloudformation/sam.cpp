#include "engine/loaders/cloudformation/sam.hpp"

namespace spile::engine::cloudformation {

namespace {

const Raw* marked(Arena& arena, const Raw& raw) {
    Raw copy = raw;
    copy.global = true;
    return arena.make<Raw>(copy);
}

/// Maps merge, lists follow each other (the global members first), anything else is the resource's own.
const Raw* merged(Arena& arena, const Raw& global, const Raw& own) {
    if (global.is(RawKind::map) && own.is(RawKind::map)) {
        std::vector<RawMember> members;
        for (const RawMember& member : own.members) {
            const Raw* other = global.get(member.key);
            members.push_back(member);
            if (other != nullptr) members.back().value = merged(arena, *other, *member.value);
        }
        for (const RawMember& member : global.members)
            if (own.get(member.key) == nullptr)
                members.push_back({member.key, member.key_span, marked(arena, *member.value)});
        Raw copy = own;
        copy.members = arena.copy(members);
        return arena.make<Raw>(copy);
    }
    if (global.is(RawKind::list) && own.is(RawKind::list)) {
        std::vector<const Raw*> items;
        for (const Raw* item : global.items)
            items.push_back(marked(arena, *item));
        items.insert(items.end(), own.items.begin(), own.items.end());
        Raw copy = own;
        copy.items = arena.copy(items);
        return arena.make<Raw>(copy);
    }
    return &own;
}

}  // namespace

const Raw* with_globals(Scope& scope, std::string_view type, const Raw* own) {
    constexpr std::string_view prefix = "AWS::Serverless::";
    const Raw* globals = scope.root->get("Globals");
    if (globals == nullptr || !type.starts_with(prefix)) return own;
    const Raw* global = globals->get(type.substr(prefix.size()));
    if (global == nullptr || !global->is(RawKind::map)) return own;
    return own == nullptr ? marked(scope.arena(), *global) : merged(scope.arena(), *global, *own);
}

}  // namespace spile::engine::cloudformation

// A template as it is written, before anything is evaluated: the tree that the Cursor's events spell, with calls of
// intrinsic functions made alike whether they were tags or keys. Lives in the graph's arena.
#pragma once

#include <span>
#include <string_view>

#include "engine/document/cursor.hpp"
#include "lang/base/arena.hpp"
#include "lang/source/source_map.hpp"

namespace spile::engine::cloudformation {

enum class RawKind : std::uint8_t { null, boolean, number, string, list, map, call };

struct Raw;

struct RawMember {
    std::string_view key;
    SourceSpan key_span;
    const Raw* value = nullptr;
};

struct Raw {
    RawKind kind = RawKind::null;
    SourceSpan span;        // a call's tag is inside
    std::string_view text;  // scalars: decoded, booleans and numbers as written; call: "Ref", "Fn::Sub"
    ScalarStyle style = ScalarStyle::plain;
    bool written = true;                 // the text is the source's at `span` (loops put other text in)
    bool global = false;                 // came from Globals
    std::span<const Raw* const> items;   // list
    std::span<const RawMember> members;  // map; of a call in the long form, its one member
    const Raw* argument = nullptr;       // call

    [[nodiscard]] bool is(RawKind k) const noexcept { return kind == k; }
    [[nodiscard]] bool scalar() const noexcept { return kind <= RawKind::string; }
    [[nodiscard]] bool call_of(std::string_view name) const noexcept { return kind == RawKind::call && text == name; }
    /// The member of a map, null when there is none or it is no map.
    [[nodiscard]] const RawMember* find(std::string_view key) const noexcept;
    [[nodiscard]] const Raw* get(std::string_view key) const noexcept;
};

/// The whole document, or null when it is empty or broken (the cursor's sink says why).
[[nodiscard]] const Raw* read_raw(Cursor& cursor, SourceId source, const SourceMap& sources, Arena& arena);

/// A map with one of these keys alone is a call.
[[nodiscard]] bool is_function_key(std::string_view key);

}  // namespace spile::engine::cloudformation

// Changes one place of a JSON or YAML text, as text: every byte that does not belong to that place stays, so comments,
// order and the meaning of lines stay too. How scenarios make many cases of one template.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/document/cursor.hpp"
#include "lang/base/result.hpp"

namespace spile::engine {

/// A member of a map by its key, or, with `index`, an element of a list by its position from 0.
struct EditStep {
    std::string key;
    std::optional<std::uint32_t> index;
};

struct Edit {
    enum class Kind : std::uint8_t { remove, set };
    Kind kind = Kind::remove;
    std::vector<EditStep> path;  // from the root; the argument of a call (`!If [a, b, c]`) is reached as if without tag
    std::string value;           // set: YAML, in flow style or as a block of several lines
};

/// What `set` puts where "a value exists and nobody knows it yet" is meant: a macro's result. Of all calls that cannot
/// be evaluated before deployment it is the one that fits every place: it has no type of its own, so the property's
/// type is taken, be it text, number, list or map; it stands in for single elements and for whole property maps alike;
/// and two of them are never taken for the same value, as two imports of one export would be.
inline constexpr std::string_view k_unknown_value = R"({"Fn::Transform": {"Name": "Unknown"}})";

/// The text with the edit made.
///
/// remove: the member or element goes with its lines, its comma in flow style, and the comments that are indented below
/// it or stand behind it; the last one leaves `{}` or `[]`.
/// set: replaces the value, or adds the member behind the others, and makes the maps and lists on the way that are not
/// there (or null). A position equal to a list's length appends. In YAML the value is put in as it is written, as a
/// block below its key where it is one; in JSON, and where a block cannot stand in YAML's flow style, its meaning is
/// written out, with `!Ref x` as {"Ref": "x"} in JSON.
///
/// Errors, in the path's terms: the text or the value cannot be read; the place does not exist (with the nearest key);
/// the place belongs to an anchor that aliases elsewhere name, so that not it alone would change. The result has been
/// read again and holds the document that is meant; where that fails, nothing is changed and the error says so.
[[nodiscard]] Result<std::string> edit(std::string_view text, Format format, const Edit& edit);

}  // namespace spile::engine

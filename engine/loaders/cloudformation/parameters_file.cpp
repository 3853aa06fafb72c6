#include "engine/loaders/cloudformation/parameters_file.hpp"

#include <optional>

#include "engine/loaders/cloudformation/raw.hpp"
#include "engine/loaders/detect.hpp"

namespace spile::engine {

namespace {

using cloudformation::Raw;
using cloudformation::RawKind;
using cloudformation::RawMember;

/// A scalar's text, a list of scalars joined by commas.
std::optional<std::string> text_of(const Raw& raw) {
    if (raw.scalar()) return raw.is(RawKind::null) ? std::string() : std::string(raw.text);
    if (!raw.is(RawKind::list)) return std::nullopt;
    std::string text;
    for (const Raw* item : raw.items) {
        if (!item->scalar()) return std::nullopt;
        text += (item == raw.items.front() ? "" : ",") + std::string(item->text);
    }
    return text;
}

bool read_pair(const Raw& item, ParameterValues& values) {
    if (item.is(RawKind::string)) {
        const std::size_t equals = item.text.find('=');
        if (equals == std::string_view::npos || equals == 0) return false;
        values[std::string(item.text.substr(0, equals))] = item.text.substr(equals + 1);
        return true;
    }
    const Raw* key = item.get("ParameterKey");
    if (key == nullptr || !key->scalar()) return false;
    const Raw* value = item.get("ParameterValue");
    const Raw* previous = item.get("UsePreviousValue");
    if (value == nullptr) return previous != nullptr;  // keeps what the stack has, which nobody knows here
    const auto text = text_of(*value);
    if (text) values[std::string(key->text)] = *text;
    return text.has_value();
}

bool read_map(const Raw& map, ParameterValues& values) {
    for (const RawMember& member : map.members) {
        const auto text = text_of(*member.value);
        if (!text) return false;
        values[std::string(member.key)] = *text;
    }
    return true;
}

bool read_shape(const Raw& root, ParameterValues& values) {
    if (root.is(RawKind::list)) {
        for (const Raw* item : root.items)
            if (!read_pair(*item, values)) return false;
        return true;
    }
    for (const std::string_view key : {"Parameters", "parameters"})
        if (const Raw* inner = root.get(key)) return !inner->scalar() && read_shape(*inner, values);
    return root.is(RawKind::map) && read_map(root, values);
}

}  // namespace

Result<ParameterValues> read_parameters_file(SourceId source, const SourceMap& sources, const Limits& limits,
                                             DiagnosticSink& sink) {
    const std::string path(sources.path(source));
    const Format format = detect_format(path, sources.text(source));
    const auto cursor = open_document(source, sources, format, limits, sink);
    Arena arena;
    const Raw* root = cloudformation::read_raw(*cursor, source, sources, arena);
    if (root == nullptr) return Error{"the parameter file `" + path + "` cannot be read"};
    ParameterValues values;
    if (!read_shape(*root, values))
        return Error{
            "the parameter file `" + path +
            "` is neither a list of ParameterKey and ParameterValue, nor a list of `NAME=VALUE`, nor a map of names"};
    return values;
}

}  // namespace spile::engine

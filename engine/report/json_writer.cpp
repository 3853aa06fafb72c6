// The one place that prints JSON.
#include <nlohmann/json.hpp>

#include "engine/report/json.hpp"

namespace spile::engine {

namespace {

using Printed = nlohmann::ordered_json;

Printed convert(const Json& json);

struct Convert {
    Printed operator()(std::monostate) const { return nullptr; }
    Printed operator()(bool value) const { return value; }
    Printed operator()(std::int64_t value) const { return value; }
    Printed operator()(const std::string& value) const { return value; }
    Printed operator()(const Json::Array& items) const {
        Printed out = Printed::array();
        for (const Json& item : items)
            out.push_back(convert(item));
        return out;
    }
    Printed operator()(const Json::Object& members) const {
        Printed out = Printed::object();
        for (const auto& [key, value] : members)
            out.emplace(key, convert(value));
        return out;
    }
};

Printed convert(const Json& json) {
    return std::visit(Convert{}, json.value());
}

}  // namespace

std::string print(const Json& json, JsonLayout layout) {
    const int indent = layout == JsonLayout::indented ? 2 : -1;
    return convert(json).dump(indent, ' ', false, Printed::error_handler_t::replace);
}

}  // namespace spile::engine

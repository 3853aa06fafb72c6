// JSON to be written: a tree whose objects keep their order. The library that prints it stays in json_writer.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace spile::engine {

class Json {
  public:
    using Array = std::vector<Json>;
    using Object = std::vector<std::pair<std::string, Json>>;

    Json() = default;                                             // null
    Json(bool value) : value_(value) {}                           // NOLINT(google-explicit-constructor)
    Json(std::uint32_t value) : value_(std::int64_t{value}) {}    // NOLINT(google-explicit-constructor)
    Json(int value) : value_(std::int64_t{value}) {}              // NOLINT(google-explicit-constructor)
    Json(std::string value) : value_(std::move(value)) {}         // NOLINT(google-explicit-constructor)
    Json(std::string_view value) : value_(std::string(value)) {}  // NOLINT(google-explicit-constructor)
    Json(const char* value) : value_(std::string(value)) {}       // NOLINT(google-explicit-constructor)
    Json(Array value) : value_(std::move(value)) {}               // NOLINT(google-explicit-constructor)
    Json(Object value) : value_(std::move(value)) {}              // NOLINT(google-explicit-constructor)
    explicit Json(const std::vector<std::string>& texts) : value_(Array(texts.begin(), texts.end())) {}

    [[nodiscard]] const auto& value() const noexcept { return value_; }

  private:
    std::variant<std::monostate, bool, std::int64_t, std::string, Array, Object> value_;
};

enum class JsonLayout : std::uint8_t { indented, one_line };

/// Without a newline at the end. Bytes that are not UTF-8 become U+FFFD.
[[nodiscard]] std::string print(const Json& json, JsonLayout layout);

}  // namespace spile::engine

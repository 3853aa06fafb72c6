#include "engine/scenario/terraform/plan_value.hpp"

#include <algorithm>
#include <utility>

namespace spile::engine::scenario::terraform {

namespace {

using Kind = PlanValue::Kind;

void append_quoted(std::string& out, std::string_view text) {
    constexpr std::string_view digits = "0123456789abcdef";
    out += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (c == '\n') {
            out += "\\n";
        } else if (c == '\t') {
            out += "\\t";
        } else if (byte < 0x20 || byte == 0x7F) {
            out += "\\u00";
            out += digits[byte >> 4U];
            out += digits[byte & 15U];
        } else {
            out += c;
        }
    }
    out += '"';
}

enum class Layout : std::uint8_t { compact, lines };

class JsonWriter {
  public:
    explicit JsonWriter(Layout layout) : layout_(layout) {}

    void write(const PlanValue& value) {
        switch (value.kind) {
            case Kind::null:
                out += "null";
                return;
            case Kind::boolean:
            case Kind::number:
                out += value.text;
                return;
            case Kind::text:
                append_quoted(out, value.text);
                return;
            case Kind::list:
                items(value, "[]");
                return;
            case Kind::map:
                items(value, "{}");
                return;
        }
    }

    std::string out;

  private:
    void items(const PlanValue& value, std::string_view brackets) {
        out += brackets[0];
        ++depth_;
        for (std::size_t i = 0; i < value.items.size(); ++i) {
            if (i > 0) out += ',';
            line();
            if (value.kind == Kind::map) {
                append_quoted(out, value.keys[i]);
                out += layout_ == Layout::compact ? ":" : ": ";
            }
            write(value.items[i]);
        }
        --depth_;
        if (!value.items.empty()) line();
        out += brackets[1];
    }

    void line() {
        if (layout_ == Layout::lines) out += "\n" + std::string(2 * depth_, ' ');
    }

    Layout layout_;
    std::size_t depth_ = 0;
};

using Mark = bool PlanValue::*;

bool somewhere(const PlanValue& value, Mark mark) {
    return value.*mark || std::any_of(value.items.begin(), value.items.end(),
                                      [&](const PlanValue& item) { return somewhere(item, mark); });
}

PlanValue marks(const PlanValue& value, Mark mark) {
    if (value.*mark) return PlanValue::of_truth(true);
    // Nothing is said of the inside of what nobody knows.
    if (value.unknown || (value.kind != Kind::list && value.kind != Kind::map)) return PlanValue::of_truth(false);
    PlanValue made;
    made.kind = value.kind;
    for (std::size_t i = 0; i < value.items.size(); ++i) {
        PlanValue item = marks(value.items[i], mark);
        if (value.kind == Kind::list)
            made.add(std::move(item));
        else if (item.kind != Kind::boolean || item.text == "true")
            made.add(value.keys[i], std::move(item));
    }
    return made;
}

}  // namespace

PlanValue PlanValue::of_text(std::string text) {
    PlanValue made;
    made.kind = Kind::text;
    made.text = std::move(text);
    return made;
}

PlanValue PlanValue::of_number(std::size_t number) {
    PlanValue made;
    made.kind = Kind::number;
    made.text = std::to_string(number);
    return made;
}

PlanValue PlanValue::of_truth(bool truth) {
    PlanValue made;
    made.kind = Kind::boolean;
    made.text = truth ? "true" : "false";
    return made;
}

PlanValue PlanValue::list() {
    PlanValue made;
    made.kind = Kind::list;
    return made;
}

PlanValue PlanValue::map() {
    PlanValue made;
    made.kind = Kind::map;
    return made;
}

PlanValue& PlanValue::add(std::string key, PlanValue value) {
    keys.push_back(std::move(key));
    items.push_back(std::move(value));
    return *this;
}

PlanValue& PlanValue::add(PlanValue element) {
    items.push_back(std::move(element));
    return *this;
}

const PlanValue* PlanValue::find(std::string_view key) const {
    if (kind != Kind::map) return nullptr;
    const auto found = std::find(keys.begin(), keys.end(), key);
    return found == keys.end() ? nullptr : &items[static_cast<std::size_t>(found - keys.begin())];
}

PlanValue* PlanValue::find(std::string_view key) {
    return const_cast<PlanValue*>(std::as_const(*this).find(key));  // NOLINT(cppcoreguidelines-pro-type-const-cast)
}

bool partly_unknown(const PlanValue& value) {
    return somewhere(value, &PlanValue::unknown);
}

bool partly_sensitive(const PlanValue& value) {
    return somewhere(value, &PlanValue::sensitive);
}

PlanValue known_part(const PlanValue& value) {
    PlanValue made;
    if (value.unknown) return made;
    made.kind = value.kind;
    made.text = value.text;
    for (std::size_t i = 0; i < value.items.size(); ++i) {
        if (value.kind == Kind::list)
            made.add(known_part(value.items[i]));
        else if (!value.items[i].unknown)
            made.add(value.keys[i], known_part(value.items[i]));
    }
    return made;
}

PlanValue unknown_marks(const PlanValue& value) {
    return marks(value, &PlanValue::unknown);
}

PlanValue sensitive_marks(const PlanValue& value) {
    return marks(value, &PlanValue::sensitive);
}

std::string compact_json(const PlanValue& value) {
    JsonWriter writer(Layout::compact);
    writer.write(value);
    return std::move(writer.out);
}

std::string pretty_json(const PlanValue& value) {
    JsonWriter writer(Layout::lines);
    writer.write(value);
    return std::move(writer.out) + "\n";
}

}  // namespace spile::engine::scenario::terraform

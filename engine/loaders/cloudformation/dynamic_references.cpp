#include "engine/loaders/cloudformation/dynamic_references.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace spile::engine::cloudformation {

namespace {

constexpr std::string_view k_begin = "{{resolve:";
constexpr std::string_view k_end = "}}";

bool names_a_store(std::string_view reference) {
    constexpr std::array<std::string_view, 3> stores = {"ssm:", "ssm-secure:", "secretsmanager:"};
    const std::string_view rest = reference.substr(k_begin.size());
    return std::any_of(stores.begin(), stores.end(), [&](std::string_view store) { return rest.starts_with(store); });
}

/// Goes through a text once; between the braces a reference is collected, with its own holes.
class Splitter {
  public:
    Splitter(Scope& scope, const Origin* origin) : scope_(scope), origin_(origin) {}

    void add(const Segment& segment) {
        if (!segment.known()) {
            if (!inside_) return out_.push_back(segment);
            whole_ = false;
            reference_ += "…";
            return;
        }
        std::string_view text = segment.text;
        while (!text.empty()) {
            const std::size_t at = text.find(inside_ ? k_end : k_begin);
            const std::size_t length = at == std::string_view::npos ? text.size() : at;
            inside_ ? void(reference_ += text.substr(0, length)) : put(text.substr(0, length));
            if (at == std::string_view::npos) return;
            text.remove_prefix(at + (inside_ ? k_end.size() : k_begin.size()));
            inside_ ? close() : open();
        }
    }

    /// Empty when a reference does not end: the text is then no more than a text.
    [[nodiscard]] std::vector<Segment> take() && { return inside_ ? std::vector<Segment>() : std::move(out_); }

  private:
    void put(std::string_view text) {
        if (!text.empty()) out_.push_back({.text = text});
    }
    void open() {
        inside_ = whole_ = true;
        reference_ = k_begin;
    }
    void close() {
        inside_ = false;
        reference_ += k_end;
        const std::string_view reference = scope_.keep(reference_);
        if (!names_a_store(reference)) return put(reference);
        Unknown about;
        about.cause = scope_.keep("`" + reference_ + "` is looked up when the stack is deployed");
        if (whole_) about.producer = scope_.producer(reference_);
        about.attribute = reference;
        about.type = TypeHint::string;
        out_.push_back({.hole = scope_.make().unknown(about, origin_)});
    }

    Scope& scope_;
    const Origin* origin_;
    std::vector<Segment> out_;
    std::string reference_;
    bool inside_ = false;
    bool whole_ = true;  // no hole inside the reference
};

bool mentions(std::string_view text) {
    return text.find(k_begin) != std::string_view::npos;
}

}  // namespace

Value without_dynamic_references(Scope& scope, Value value) {
    std::array<Segment, 1> one;
    std::span<const Segment> segments;
    if (value.is(Kind::string)) {
        if (!mentions(value.text())) return value;
        one[0].text = value.text();
        segments = one;
    } else if (value.is(Kind::partial)) {
        segments = value.segments();
        const bool any = std::any_of(segments.begin(), segments.end(),
                                     [](const Segment& each) { return each.known() && mentions(each.text); });
        if (!any) return value;
    } else if (value.is(Kind::choice)) {
        std::vector<Arm> arms(value.arms().begin(), value.arms().end());
        bool changed = false;
        for (Arm& arm : arms) {
            const Value replaced = without_dynamic_references(scope, arm.value);
            changed = changed || !(replaced == arm.value);
            arm.value = replaced;
        }
        return changed ? scope.make().choice(arms, scope.guards(), value.origin()) : value;
    } else {
        return value;
    }
    Splitter splitter(scope, value.origin());
    for (const Segment& segment : segments)
        splitter.add(segment);
    const std::vector<Segment> split = std::move(splitter).take();
    if (split.empty()) return value;
    return scope.make().marked(scope.make().partial(split, value.origin()), value.sensitive(), value.assumed());
}

}  // namespace spile::engine::cloudformation

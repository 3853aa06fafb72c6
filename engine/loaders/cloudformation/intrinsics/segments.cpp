#include "engine/loaders/cloudformation/intrinsics/segments.hpp"

namespace spile::engine::cloudformation {

namespace {
constexpr std::size_t k_max_steps = 8;
// Texts made of texts made of texts double at each step.
constexpr std::size_t k_max_text = 16U << 20U;
}  // namespace

void Segments::push(const Segment& segment) {
    length_ += segment.text.size();
    if (length_ <= k_max_text) segments_.push_back(segment);
}

void Segments::add(Value value) {
    std::size_t outer = 0;
    for (const Outer* step = place_.outer; step != nullptr; step = step->before)
        ++outer;
    const Step* step = value.origin() == nullptr ? nullptr : value.origin()->chain;
    for (; step != nullptr && outer > 0; --outer)
        step = step->next;  // conditions on the way are said once, by the whole
    for (; step != nullptr && steps_.size() < k_max_steps; step = step->next)
        steps_.push_back(*step);
    if (value.is(Kind::partial)) {
        for (const Segment& segment : value.segments())
            push(segment);
    } else if (value.is(Kind::unknown)) {
        push({.hole = value});
    } else if (const auto text = scalar_text(scope_, value)) {
        push({.text = *text});
    } else if (!value.is(Kind::missing) && !value.is(Kind::null)) {
        textless_ = true;
    }
}

Value Segments::value() const {
    if (textless_) return unknown_value(scope_, call_, place_, "a list or map has no text", "", TypeHint::string);
    if (length_ > k_max_text)
        return unknown_value(scope_, call_, place_, "its text is longer than 16 MiB", "", TypeHint::string);
    std::vector<Step> steps;
    if (!steps_.empty()) {
        steps.push_back({.role = Step::Role::intrinsic, .text = short_name(scope_, call_), .where = call_.span});
        steps.insert(steps.end(), steps_.begin(), steps_.end());
    }
    return scope_.make().partial(segments_, origin_at(scope_, call_.span, place_, steps));
}

}  // namespace spile::engine::cloudformation

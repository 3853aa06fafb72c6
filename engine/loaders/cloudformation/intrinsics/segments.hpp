// A text in the making: known parts and holes, and the chains of what went into it.
#pragma once

#include <vector>

#include "engine/loaders/cloudformation/evaluate.hpp"

namespace spile::engine::cloudformation {

class Segments {
  public:
    Segments(Scope& scope, const Raw& call, const Place& place) : scope_(scope), call_(call), place_(place) {}

    void add(std::string_view text) { push({.text = text}); }
    /// A scalar's text, a partial string's segments, an unknown as a hole; a list or map leaves the whole unknown.
    void add(Value value);
    /// The string, partial string, or unknown.
    [[nodiscard]] Value value() const;

  private:
    void push(const Segment& segment);

    Scope& scope_;
    const Raw& call_;
    const Place& place_;
    std::vector<Segment> segments_;
    std::vector<Step> steps_;
    bool textless_ = false;
    std::size_t length_ = 0;
};

}  // namespace spile::engine::cloudformation

// libyaml counts characters; everything else here counts bytes.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

namespace spile::engine {

/// Byte offset of the n-th character of valid UTF-8. Free for ASCII, else a mark every 64 characters: O(1) and at most
/// 64 steps.
class CharOffsets {
  public:
    explicit CharOffsets(std::string_view text) : text_(text) {
        const bool ascii = std::all_of(text.begin(), text.end(), [](char c) { return (c & '\x80') == 0; });
        if (ascii) return;
        std::size_t characters = 0;
        for (std::size_t at = 0; at < text.size(); ++at) {
            if (continues(at)) continue;
            if (characters++ % k_step == 0) marks_.push_back(static_cast<std::uint32_t>(at));
        }
    }

    [[nodiscard]] std::uint32_t byte_of(std::size_t character) const {
        if (marks_.empty()) return static_cast<std::uint32_t>(std::min(character, text_.size()));
        std::size_t at = marks_[std::min(character / k_step, marks_.size() - 1)];
        std::size_t passed = std::min(character / k_step, marks_.size() - 1) * k_step;
        for (; passed < character && at < text_.size(); ++passed) {
            do {
                ++at;
            } while (at < text_.size() && continues(at));
        }
        return static_cast<std::uint32_t>(at);
    }

  private:
    static constexpr std::size_t k_step = 64;
    [[nodiscard]] bool continues(std::size_t at) const {
        return (static_cast<unsigned char>(text_[at]) & 0xC0U) == 0x80U;
    }

    std::string_view text_;
    std::vector<std::uint32_t> marks_;
};

}  // namespace spile::engine

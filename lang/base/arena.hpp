// Memory that is freed all at once: nodes and strings that live as long as the session that made them.
#pragma once

#include <cstddef>
#include <cstring>
#include <memory>
#include <new>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace spile {

/// Bump allocator. Everything handed out stays valid and unmoved until the arena dies; nothing is freed singly and no
/// destructor runs, so only trivially destructible types may be put in.
class Arena {
  public:
    Arena() = default;
    Arena(const Arena&) = delete;
    Arena& operator=(const Arena&) = delete;
    Arena(Arena&&) noexcept = default;
    Arena& operator=(Arena&&) noexcept = default;

    template <class T, class... Args>
    [[nodiscard]] T* make(Args&&... args) {
        static_assert(std::is_trivially_destructible_v<T>);
        return ::new (allocate(sizeof(T), alignof(T))) T{std::forward<Args>(args)...};
    }

    /// A copy of `items` in the arena.
    template <class T>
    [[nodiscard]] std::span<const T> copy(std::span<const T> items) {
        static_assert(std::is_trivially_destructible_v<T>);
        if (items.empty()) return {};
        T* out = static_cast<T*>(allocate(items.size() * sizeof(T), alignof(T)));
        std::uninitialized_copy(items.begin(), items.end(), out);
        return {out, items.size()};
    }
    template <class T>
    [[nodiscard]] std::span<const T> copy(const std::vector<T>& items) {
        return copy(std::span<const T>(items));
    }
    [[nodiscard]] std::string_view copy(std::string_view text) {
        if (text.empty()) return {};
        char* out = static_cast<char*>(allocate(text.size(), 1));
        std::memcpy(out, text.data(), text.size());
        return {out, text.size()};
    }

    [[nodiscard]] std::size_t bytes() const noexcept { return bytes_; }

  private:
    void* allocate(std::size_t size, std::size_t align) {
        std::size_t offset = (used_ + align - 1) & ~(align - 1);
        if (blocks_.empty() || offset + size > capacity_) {
            capacity_ = size > k_block ? size : k_block;
            blocks_.push_back(std::make_unique_for_overwrite<std::byte[]>(capacity_));
            bytes_ += capacity_;
            offset = 0;
        }
        used_ = offset + size;
        return blocks_.back().get() + offset;
    }

    static constexpr std::size_t k_block = std::size_t{64} * 1024;
    std::vector<std::unique_ptr<std::byte[]>> blocks_;
    std::size_t used_ = 0;
    std::size_t capacity_ = 0;
    std::size_t bytes_ = 0;
};

}  // namespace spile

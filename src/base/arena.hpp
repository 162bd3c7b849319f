// A bump allocator with a budget. Nothing is freed before the arena is reset or dropped.
//
// In: sizes. Out: memory for plain data; no destructor is ever run. Never: throws (C code calls it
// through a hook).
#pragma once

#include <cstddef>

namespace thresh::base {

class Arena {
 public:
  // budget: bytes that allocate() may hand out between two resets.
  explicit Arena(std::size_t budget) : budget_(budget) {}
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;
  ~Arena() { free_chunks_until(nullptr); }

  // Aligned for any type. nullptr when the budget is used up (or the system has no memory).
  void* allocate(std::size_t size) noexcept {
    if (size > budget_ - used_) return nullptr;
    const std::size_t rounded =
        size == 0 ? kAlignment : (size + kAlignment - 1) & ~(kAlignment - 1);
    if (rounded > left_ && !add_chunk(rounded)) return nullptr;
    std::byte* block = next_;
    next_ += rounded;
    left_ -= rounded;
    used_ += size;
    return block;
  }

  // Forgets everything handed out; keeps the first chunk for reuse.
  void reset(std::size_t budget);

  // Bytes handed out since the last reset, and those that still may be.
  std::size_t used() const { return used_; }
  std::size_t unused() const { return budget_ - used_; }

 private:
  static constexpr std::size_t kAlignment = alignof(std::max_align_t);
  struct alignas(kAlignment) Chunk {
    Chunk* older;
    std::size_t size;  // of the bytes after this header
  };

  bool add_chunk(std::size_t least_size) noexcept;
  void fill_from(Chunk* chunk);
  void free_chunks_until(const Chunk* kept);

  Chunk* first_ = nullptr;
  Chunk* newest_ = nullptr;
  std::byte* next_ = nullptr;
  std::size_t left_ = 0;  // from next_ to the end of the newest chunk
  std::size_t used_ = 0;
  std::size_t budget_;
};

}  // namespace thresh::base

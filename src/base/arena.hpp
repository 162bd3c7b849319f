// A bump allocator with a budget. Nothing is freed before the arena is reset or dropped.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

namespace thresh::base {

class Arena {
 public:
  // budget: bytes that allocate() may hand out between two resets.
  explicit Arena(std::size_t budget) : budget_(budget) {}
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;

  // Aligned for any type. nullptr when the budget is used up (or the system has no memory).
  void* allocate(std::size_t size);

  // Forgets everything handed out; keeps the first chunk for reuse.
  void reset(std::size_t budget);

  std::size_t used() const { return used_; }

 private:
  struct Chunk {
    std::unique_ptr<std::byte[]> bytes;
    std::size_t size;
  };

  std::vector<Chunk> chunks_;
  std::byte* next_ = nullptr;
  std::size_t left_ = 0;
  std::size_t used_ = 0;
  std::size_t budget_;
};

}  // namespace thresh::base

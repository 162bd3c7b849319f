#include "base/arena.hpp"

#include <algorithm>
#include <new>

namespace thresh::base {
namespace {

// Chunks double, so that a small page stays small and a large one needs few of them.
constexpr std::size_t kFirstChunkBytes = std::size_t{256} << 10;
constexpr std::size_t kLargestChunkBytes = std::size_t{4} << 20;

}  // namespace

bool Arena::add_chunk(std::size_t least_size) noexcept {
  const std::size_t doubled =
      newest_ ? std::min(2 * newest_->size, kLargestChunkBytes) : kFirstChunkBytes;
  const std::size_t size = std::max(doubled, least_size);
  void* memory = ::operator new(sizeof(Chunk) + size, std::nothrow);
  if (!memory) return false;
  newest_ = new (memory) Chunk{newest_, size};
  if (!first_) first_ = newest_;
  fill_from(newest_);
  return true;
}

void Arena::fill_from(Chunk* chunk) {
  next_ = reinterpret_cast<std::byte*>(chunk + 1);
  left_ = chunk->size;
}

void Arena::reset(std::size_t budget) {
  free_chunks_until(first_);
  if (newest_) fill_from(newest_);
  used_ = 0;
  budget_ = budget;
}

void Arena::free_chunks_until(const Chunk* kept) {
  while (newest_ != kept) {
    Chunk* older = newest_->older;
    ::operator delete(newest_);
    newest_ = older;
  }
}

}  // namespace thresh::base

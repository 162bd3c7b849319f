// Pages that want to hurt, and the rule that each must end in a verdict at a cost that grows with
// its size: at twice the size at most three times the CPU time (least of three rounds), two seconds
// a page in a build without sanitizers, the memory of one worker, one megabyte of stack.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace thresh::test {

// Wherever a page holds one of these, no stage may lose it: it must be in the text or in a
// stripped block.
inline constexpr std::string_view kDeepest =
    "The harbour master counted nine grey herons beside the old stone pier.";
inline constexpr std::string_view kLast =
    "Two ferries left the quiet island before the early morning fog lifted.";

// What a page may end in besides a verdict.
enum class MayFail {
  kNever,
  kOnWholePage,  // too_complex if the pre-pass gave up: deep nesting, tags of many attributes, a
                 // hundred thousand errors, each of which Gumbo keeps
  kAlways,       // too_complex: it asks for more memory than a page may have
};

enum class Way {
  kAsItIs,
  kBehindPrefix,  // of mark-up that makes the pre-pass give up, so that Gumbo reads the whole page
};

struct HostileCase {
  std::size_t n;  // the page is made at this size and at twice this size
  MayFail may_fail;
  std::string (*body)(std::size_t n);
};

// Runs the case and checks all that must hold of it.
void check_hostile(const HostileCase& hostile, Way way);

// `piece` n times; each '@' in it becomes the number of the repetition.
std::string repeat(std::string_view piece, std::size_t n);

// n times `open`, kDeepest, n times `close`, and a paragraph with kLast.
std::string nest(std::string_view open, std::size_t n, std::string_view close);

// kLast in a paragraph.
std::string last_paragraph();

}  // namespace thresh::test

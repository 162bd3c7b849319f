#include "judge/hashing.hpp"

#include "base/ascii.hpp"

namespace thresh::judge {
namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_token_character(char c) {
  return base::is_alpha(c) || base::is_digit(c) || static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

std::uint32_t name_hash(std::string_view name) {
  std::uint32_t hash = 2166136261;
  for (std::size_t i = 0; i < name.size(); ++i) {
    char c = base::lower(name[i]);
    if (base::is_digit(c)) {
      if (i > 0 && base::is_digit(name[i - 1])) continue;
      c = '0';
    }
    hash = (hash ^ static_cast<unsigned char>(c)) * 16777619;
  }
  return hash;
}

void append_tokens(Kind kind, std::string_view value, std::size_t most, Hashes& out) {
  for (std::size_t at = 0, count = 0; at < value.size() && count < most;) {
    if (!is_token_character(value[at])) {
      ++at;
      continue;
    }
    std::size_t end = at + 1;
    while (end < value.size() && is_token_character(value[end]) &&
           !(is_upper(value[end]) && !is_upper(value[end - 1]))) {
      ++end;
    }
    out.push_back(named(kind, name_hash(value.substr(at, end - at))));
    ++count;
    at = end;
  }
}

void append_whole(Kind kind, std::string_view value, Hashes& out) {
  if (!value.empty()) out.push_back(named(kind, name_hash(value)));
}

}  // namespace thresh::judge

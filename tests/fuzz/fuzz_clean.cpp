// Text of a page, cleaned, is valid UTF-8 and cannot drive a terminal. The first byte picks the
// context.
#include <string>

#include "base/utf8.hpp"
#include "page/clean.hpp"
#include "promise.hpp"
#include "support/outputs.hpp"

using namespace thresh;
using namespace thresh::test;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  std::string raw;
  base::append_valid_utf8(raw, as_text(data + 1, size - 1));
  std::string clean = "before ";
  page::append_clean(clean, raw, static_cast<page::Context>(data[0] % 3));
  promise(clean.starts_with("before "), "it appends");
  promise(fault_in_text(clean).empty(), fault_in_text(clean));
  return 0;
}

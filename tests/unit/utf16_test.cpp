#include "page/utf16.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>

using thresh::page::utf16_by_zero_bytes;
using namespace std::string_literals;

namespace {

// Code units of two bytes, most significant first.
std::string big_endian(std::u16string_view text) {
  std::string out;
  for (const char16_t c : text) out += {static_cast<char>(c >> 8), static_cast<char>(c & 0xFF)};
  return out;
}

std::string swapped(std::string bytes) {
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) std::swap(bytes[i], bytes[i + 1]);
  return bytes;
}

}  // namespace

TEST_CASE("zero bytes of mark-up tell UTF-16 and its byte order") {
  for (const std::u16string_view text :
       {u"<p>plain words</p>", u"<html><p>\u0391\u03b8\u03ae\u03bd\u03b1 \u039d\u03ad\u03b1</p>"}) {
    CHECK(utf16_by_zero_bytes(big_endian(text)) == "utf-16be");
    CHECK(utf16_by_zero_bytes(swapped(big_endian(text))) == "utf-16le");
  }
}

TEST_CASE("stray zero bytes are not UTF-16") {
  CHECK(utf16_by_zero_bytes("").empty());
  CHECK(utf16_by_zero_bytes("<\0p\0"s).empty());
  CHECK(utf16_by_zero_bytes("<p>N\0U\0L\0s in a page of plain words</p>"s).empty());
  CHECK(utf16_by_zero_bytes("\0<p>a\0<p>b\0<p>c\0<p>d\0<p>e"s).empty());
  CHECK(utf16_by_zero_bytes(std::string(200, '\0')).empty());
}

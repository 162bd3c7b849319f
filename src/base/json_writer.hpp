// Writes JSON onto the end of a string.
//
// In: calls in the order of the document; the caller pairs begin and end, and puts a key before
// each value of an object. Out: valid UTF-8 without raw control characters, whatever the strings
// hold.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace thresh::base {

class JsonWriter {
 public:
  enum class Layout : std::uint8_t { kLine, kIndented };
  JsonWriter(std::string& out, Layout layout) : out_(out), layout_(layout) {}

  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void end_array() { close(']'); }
  void key(std::string_view name);

  void string(std::string_view text);
  void number(std::size_t value);
  void number(double value, int decimals);  // rounded; null if not finite
  void boolean(bool value);
  void null();

 private:
  void open(char bracket);
  void close(char bracket);
  void begin_value();
  void new_line();

  std::string& out_;
  Layout layout_;
  std::size_t depth_ = 0;
  bool needs_comma_ = false;  // something stands before in this object or array
  bool after_key_ = false;
};

// `text` in quotes, escaped.
void append_json_string(std::string& out, std::string_view text);

}  // namespace thresh::base

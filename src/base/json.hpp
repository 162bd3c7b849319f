// Reads JSON as it is found: in pages (JSON-LD) and in input records.
//
// In: any bytes. Out: a tree to look things up in. What pages get wrong and still means one thing
// is read: see json_repair.hpp; trailing commas, and whatever follows the first value, pass too.
// Never: recurses, throws, or costs more than a small multiple of the bytes.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>

namespace thresh::base {

// A value of a Json, cheap to copy; lives as long as that Json. A lookup that fails gives a value
// that does not exist, on which every further lookup fails too, so chains need no checks:
//   root["author"].at(0)["name"].string()
class JsonValue {
 public:
  JsonValue() = default;

  bool exists() const { return value_ != nullptr; }
  bool is_null() const;
  bool is_object() const;
  bool is_array() const;
  bool is_string() const;

  // Valid UTF-8, but may hold control characters; empty if this is no string.
  std::string_view string() const;
  std::optional<double> number() const;
  std::optional<bool> boolean() const;

  // Elements of an array, members of an object; 0 for anything else.
  std::size_t size() const;
  JsonValue at(std::size_t i) const;          // the i-th element, or value of the i-th member
  std::string_view key(std::size_t i) const;  // name of the i-th member

  // The first member of that name. Takes time linear in the members.
  JsonValue operator[](std::string_view key) const;

 private:
  friend class Json;
  explicit JsonValue(const void* value) : value_(value) {}
  const void* value_ = nullptr;
};

class Json {
 public:
  // nullopt if `text` is not JSON, or past the bounds of json_repair.hpp.
  static std::optional<Json> parse(std::string_view text);

  Json(Json&&) noexcept;
  Json& operator=(Json&&) noexcept;
  ~Json();

  JsonValue root() const;

 private:
  struct Tree;
  explicit Json(std::unique_ptr<Tree> tree);
  std::unique_ptr<Tree> tree_;
};

}  // namespace thresh::base

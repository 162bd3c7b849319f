#include "base/json.hpp"

#include <rapidjson/document.h>

#include <string>
#include <utility>

#include "base/json_repair.hpp"

namespace thresh::base {
namespace {

// Values live in a pool that is dropped whole: nothing recurses over them, not even to free them.
using Value = rapidjson::Value;
static_assert(!Value::AllocatorType::kNeedFree);

// The default parser recurses and overflows the stack on nested brackets.
constexpr unsigned kParseFlags = rapidjson::kParseIterativeFlag |
                                 rapidjson::kParseTrailingCommasFlag |
                                 rapidjson::kParseNanAndInfFlag | rapidjson::kParseStopWhenDoneFlag;

const Value& as_value(const void* value) {
  static const Value absent;
  return value != nullptr ? *static_cast<const Value*>(value) : absent;
}

std::string_view as_view(const Value& string) {
  return {string.GetString(), string.GetStringLength()};
}

const Value::Member& member(const Value& object, std::size_t i) {
  return object.MemberBegin()[static_cast<std::ptrdiff_t>(i)];
}

}  // namespace

// Strings of the tree are views into `text`, which is therefore kept and parsed in place.
struct Json::Tree {
  std::string text;
  rapidjson::Document document;
};

Json::Json(std::unique_ptr<Tree> tree) : tree_(std::move(tree)) {}
Json::Json(Json&&) noexcept = default;
Json& Json::operator=(Json&&) noexcept = default;
Json::~Json() = default;

std::optional<Json> Json::parse(std::string_view text) {
  std::optional<std::string> repaired = repair_json(text);
  if (!repaired) return std::nullopt;
  auto tree = std::make_unique<Tree>();
  tree->text = *std::move(repaired);
  tree->document.ParseInsitu<kParseFlags>(tree->text.data());
  if (tree->document.HasParseError()) return std::nullopt;
  return Json(std::move(tree));
}

JsonValue Json::root() const { return JsonValue(static_cast<const Value*>(&tree_->document)); }

bool JsonValue::is_null() const { return exists() && as_value(value_).IsNull(); }
bool JsonValue::is_object() const { return as_value(value_).IsObject(); }
bool JsonValue::is_array() const { return as_value(value_).IsArray(); }
bool JsonValue::is_string() const { return as_value(value_).IsString(); }

std::string_view JsonValue::string() const {
  return is_string() ? as_view(as_value(value_)) : std::string_view();
}

std::optional<double> JsonValue::number() const {
  const Value& value = as_value(value_);
  return value.IsNumber() ? std::optional(value.GetDouble()) : std::nullopt;
}

std::optional<bool> JsonValue::boolean() const {
  const Value& value = as_value(value_);
  return value.IsBool() ? std::optional(value.GetBool()) : std::nullopt;
}

std::size_t JsonValue::size() const {
  const Value& value = as_value(value_);
  return value.IsArray() ? value.Size() : value.IsObject() ? value.MemberCount() : 0;
}

JsonValue JsonValue::at(std::size_t i) const {
  if (i >= size()) return {};
  const Value& value = as_value(value_);
  return JsonValue(value.IsArray() ? &value.Begin()[i] : &member(value, i).value);
}

std::string_view JsonValue::key(std::size_t i) const {
  if (!is_object() || i >= size()) return {};
  return as_view(member(as_value(value_), i).name);
}

JsonValue JsonValue::operator[](std::string_view name) const {
  if (!is_object()) return {};
  const Value& object = as_value(value_);
  for (auto it = object.MemberBegin(); it != object.MemberEnd(); ++it) {
    if (as_view(it->name) == name) return JsonValue(&it->value);
  }
  return {};
}

}  // namespace thresh::base

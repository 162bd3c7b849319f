// JSON as pages write it: whatever is read can be walked, and its strings are valid UTF-8.
#include <vector>

#include "base/json.hpp"
#include "base/utf8.hpp"
#include "promise.hpp"

using namespace thresh;
using namespace thresh::test;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto is_valid = [](std::string_view text) {
    return base::valid_utf8_prefix(text) == text.size();
  };
  const std::optional<base::Json> json = base::Json::parse(as_text(data, size));
  if (!json) return 0;
  std::vector<base::JsonValue> open = {json->root()};
  while (!open.empty()) {
    const base::JsonValue value = open.back();
    open.pop_back();
    promise(value.exists(), "what is counted exists");
    promise(is_valid(value.string()), "strings are valid UTF-8");
    for (std::size_t i = 0; i < value.size(); ++i) {
      promise(!value.is_object() || is_valid(value.key(i)), "names are valid UTF-8");
      open.push_back(value.at(i));
    }
  }
  return 0;
}

#include "fetch/answer.hpp"

#include "base/ascii.hpp"

namespace thresh::fetch {

std::string_view Answer::header(std::string_view name) const {
  std::string_view rest = head;
  while (!rest.empty()) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(line.size() < rest.size() ? line.size() + 1 : rest.size());
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    if (base::equals_ignore_case(base::trim(line.substr(0, colon)), name)) {
      return base::trim(line.substr(colon + 1));
    }
  }
  return {};
}

}  // namespace thresh::fetch

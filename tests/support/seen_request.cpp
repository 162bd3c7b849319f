#include "support/seen_request.hpp"

#include <algorithm>

#include "base/ascii.hpp"

namespace thresh::test {

std::string SeenRequest::header(std::string_view name) const {
  std::string_view rest = head;
  while (!rest.empty()) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    const std::size_t colon = line.find(':');
    if (colon != line.npos && base::equals_ignore_case(line.substr(0, colon), name)) {
      return std::string(base::trim(line.substr(colon + 1)));
    }
  }
  return {};
}

SeenRequest parse_request(std::string head) {
  SeenRequest request;
  const std::size_t method_end = std::min(head.find(' '), head.size());
  request.method = head.substr(0, method_end);
  const std::size_t from = std::min(method_end + 1, head.size());
  request.target = head.substr(from, head.find(' ', from) - from);
  request.head = std::move(head);
  return request;
}

}  // namespace thresh::test

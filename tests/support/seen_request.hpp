// A request as the test server saw it.
#pragma once

#include <string>
#include <string_view>

namespace thresh::test {

struct SeenRequest {
  std::string method;
  std::string target;  // path and query as they came
  std::string head;    // request line and header lines

  // The first header line of that name, in any case; empty if there is none.
  std::string header(std::string_view name) const;
  std::string path() const { return target.substr(0, target.find('?')); }
};

SeenRequest parse_request(std::string head);

}  // namespace thresh::test

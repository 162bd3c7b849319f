// Which proxy a request goes through.
#pragma once

#include <string>

#include "fetch/target.hpp"
#include "thresh/fetch.hpp"

namespace thresh::fetch {

// Empty: none. Proxies::except_for is a list of host names parted by commas or spaces, each of
// which stands for its subdomains too; "*" stands for all hosts.
std::string proxy_for(const Proxies& proxies, const Target& target);

}  // namespace thresh::fetch

// A Fetcher against a server of ours, in one call.
#pragma once

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "support/fault_server.hpp"
#include "thresh/fetch.hpp"

namespace thresh::test {

// That allow the server's port alone.
inline FetchOptions options_for(const FaultServer& server) {
  FetchOptions options;
  options.allow_addresses = {server.exception()};
  options.delay_ms = 0;
  return options;
}

inline std::vector<Fetched> fetch_all(const FetchOptions& options,
                                      const std::vector<std::string>& urls,
                                      bool obey_robots = false) {
  Result<Fetcher> fetcher = Fetcher::create(options);
  REQUIRE(fetcher.ok());
  for (const std::string& url : urls) REQUIRE(fetcher->add(url, obey_robots));
  fetcher->close();
  std::vector<Fetched> all;
  while (std::optional<Fetched> fetched = fetcher->next()) all.push_back(std::move(*fetched));
  return all;
}

inline Fetched fetch(const FetchOptions& options, const std::string& url,
                     bool obey_robots = false) {
  std::vector<Fetched> all = fetch_all(options, {url}, obey_robots);
  REQUIRE(all.size() == 1);
  return std::move(all.front());
}

}  // namespace thresh::test

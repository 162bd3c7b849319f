// Links and runs the fetcher without a network: this machine's own address is refused.
#include <optional>

#include "thresh/fetch.hpp"

int main() {
  thresh::Result<thresh::Fetcher> fetcher = thresh::Fetcher::create({});
  if (!fetcher || !fetcher->add("http://127.0.0.1/", false)) return 1;
  fetcher->close();
  const std::optional<thresh::Fetched> fetched = fetcher->next();
  return fetched && !fetched->page && fetched->page.error().code == thresh::ErrorCode::kRefused ? 0
                                                                                                : 1;
}

// The public face of the engine.
#include <utility>

#include "fetch/engine.hpp"
#include "fetch/setup.hpp"
#include "fetch/store.hpp"
#include "thresh/fetch.hpp"

namespace thresh {

Result<Fetcher> Fetcher::create(FetchOptions options) {
  Result<std::unique_ptr<fetch::Setup>> setup = fetch::Setup::create(std::move(options));
  if (!setup) return setup.error();
  Result<fetch::Store> store = fetch::Store::open((*setup)->options());
  if (!store) return store.error();
  return Fetcher(std::make_unique<Engine>(std::move(*setup), std::move(*store)));
}

Fetcher::Fetcher(std::unique_ptr<Engine> engine) : engine_(std::move(engine)) {}
Fetcher::Fetcher(Fetcher&&) noexcept = default;
Fetcher& Fetcher::operator=(Fetcher&&) noexcept = default;
Fetcher::~Fetcher() = default;

bool Fetcher::add(std::string_view url, bool obey_robots) { return engine_->add(url, obey_robots); }
void Fetcher::close() { engine_->close(); }
std::optional<Fetched> Fetcher::next() { return engine_->next(); }
void Fetcher::stop() { engine_->stop(); }
FetchProgress Fetcher::progress() const { return engine_->progress(); }
std::optional<Error> Fetcher::failure() const { return engine_->failure(); }

}  // namespace thresh

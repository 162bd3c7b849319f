// What all transfers of a run share. Used on one thread at a time.
#pragma once

#include <memory>
#include <string>

#include "fetch/address_policy.hpp"
#include "fetch/handles.hpp"
#include "thresh/fetch.hpp"

namespace thresh::fetch {

class Setup {
 public:
  // Starts libcurl, reads the cookie file. Errors are kUsage, kNoInput and kIo.
  static Result<std::unique_ptr<Setup>> create(FetchOptions options);

  Setup(const Setup&) = delete;
  Setup& operator=(const Setup&) = delete;
  ~Setup();  // writes the cookie jar

  const FetchOptions& options() const { return options_; }
  const AddressPolicy& policy() const { return policy_; }
  const std::string& user_agent() const { return user_agent_; }

  // Requests and answers are to be as they were on the wire.
  bool archives() const { return !options_.warc_file.empty(); }

  // Cookies that live through the run; null: each URL has its own.
  CURLSH* cookies() const { return cookies_.get(); }

 private:
  Setup(FetchOptions options, AddressPolicy policy);
  void open_cookies();

  FetchOptions options_;
  AddressPolicy policy_;
  std::string user_agent_;
  Share cookies_;
};

// FetchOptions::cookie is cookies, not the name of a file that holds them.
inline bool is_literal_cookie(const std::string& cookie) {
  return cookie.find('=') != std::string::npos;
}

}  // namespace thresh::fetch

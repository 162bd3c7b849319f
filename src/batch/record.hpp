// What goes through the pool: a Record in, an Outcome out. Sources yield records, sinks take
// outcomes; files are one kind of source, and others join without a change to the pool.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>

#include "thresh/article.hpp"
#include "thresh/result.hpp"
#include "thresh/write.hpp"

namespace thresh::batch {

// A page to come. All strings but the bytes are valid UTF-8.
struct Record {
  std::string id;      // a file's name without .html and .gz, its path in a directory, "-"
  std::string source;  // as the caller named it; for a file of a directory, the path to it
  bool named = true;   // the caller named it; false for what was found in a directory

  std::string url;               // of the page, if it is known apart from its bytes
  std::string content_type;      // value of the Content-Type header; may be empty
  std::optional<HttpInfo> http;  // it was fetched, or was to be

  // Its bytes, decompressed, or why there are none. Called once, on a worker's thread.
  std::function<Result<std::string>()> load;
};

// What became of a record.
struct Outcome {
  std::string id;
  std::string source;
  bool named = true;
  std::optional<HttpInfo> http;

  std::optional<Error> error;         // none: the page was read
  Verdict verdict = Verdict::kEmpty;  // what it was, if it was read
  std::string content_kind;           // see Article::content_kind
  std::size_t word_count = 0;
  std::string unwanted;  // why it is left out although it was read; empty: it is not

  std::string output;  // what is to be written for it; may be empty
  std::size_t page_bytes = 0;
  double milliseconds = 0;
};

class Source {
 public:
  virtual ~Source() = default;

  // The next record in input order; nullopt at the end. Called by one thread at a time.
  virtual std::optional<Record> next() = 0;
};

class Sink {
 public:
  virtual ~Sink() = default;

  // Takes outcomes in input order, one at a time, from any thread. False ends the run: nothing
  // more is read or handed over.
  virtual bool put(Outcome outcome) = 0;
};

}  // namespace thresh::batch

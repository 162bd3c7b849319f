// A file that is written beside its final name and moved there when it is whole.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "thresh/result.hpp"

namespace thresh::cli {

// What is at the name stays until commit(), and for good if there is none. A name that is no
// regular file (/dev/null, a pipe) is written to directly. Errors are kIo and name the file.
class ReplacedFile {
 public:
  static Result<ReplacedFile> create(const std::string& path);

  // Writes behind what the file holds, directly.
  static Result<ReplacedFile> append(const std::string& path);

  ReplacedFile(ReplacedFile&& other) noexcept;
  ReplacedFile& operator=(ReplacedFile&&) = delete;
  ~ReplacedFile();

  std::optional<Error> write(std::string_view bytes);
  std::optional<Error> commit();

 private:
  ReplacedFile(std::string path, std::string temporary, int descriptor);

  std::string path_;
  std::string temporary_;  // empty: written directly
  int descriptor_;
};

// A whole file at once, in the same way; for any thread, one at a time for each folder.
std::optional<Error> write_beside(const std::string& path, std::string_view bytes);

}  // namespace thresh::cli

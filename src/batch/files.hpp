// Files, directories and standard input as a source of records.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "batch/directory.hpp"
#include "batch/record.hpp"

namespace thresh::batch {

// The name that stands for standard input.
inline constexpr std::string_view kStandardInput = "-";

bool is_directory(const std::string& path);

// Yields a record for each named file, whatever its name and whether or not it can be read, and for
// each page under a named directory. A directory that holds none or cannot be listed yields a
// record that loads as kNoInput.
class FileSource : public Source {
 public:
  // input: the descriptor that "-" reads.
  FileSource(std::vector<std::string> names, int input, std::size_t max_bytes);

  std::optional<Record> next() override;

 private:
  struct Directory {
    std::string name;
    DirectoryWalk walk;
    bool empty = true;
  };

  std::optional<Record> next_in_directory();
  Record file(const std::string& name) const;
  Record page(const std::string& directory, const DirectoryWalk::Found& found) const;

  std::vector<std::string> names_;
  std::size_t at_ = 0;
  std::optional<Directory> directory_;  // the one being walked
  int input_;
  std::size_t max_bytes_;
};

}  // namespace thresh::batch

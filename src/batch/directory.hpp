// The saved pages under a directory, in byte order of their relative paths.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace thresh::batch {

// Finds .html, .htm and .xhtml, each also with .gz. Leaves out links to directories, and the
// NAME_files that a browser puts beside NAME.html. Holds the listings from the root to the current
// place, no more.
class DirectoryWalk {
 public:
  struct Found {
    std::string path;   // relative to the root
    std::string error;  // why the directory `path` could not be listed; empty for a page
  };

  explicit DirectoryWalk(std::string root);

  std::optional<Found> next();

 private:
  // A directory ends in '/', as it does in the paths below it: this makes byte order of names in
  // each directory byte order of paths.
  struct Listing {
    std::string prefix;              // "", "a/", "a/b/"
    std::vector<std::string> names;  // those to come, last first
  };

  std::optional<Found> open(const std::string& prefix);

  std::string root_;
  bool started_ = false;
  std::vector<Listing> listings_;
};

}  // namespace thresh::batch

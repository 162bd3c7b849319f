#include "batch/directory.hpp"

#include <algorithm>
#include <filesystem>
#include <functional>
#include <string_view>
#include <system_error>
#include <unordered_set>
#include <utility>

#include "batch/names.hpp"

namespace thresh::batch {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kCompanionEnding = "_files";

// "NAME_files/" → "NAME"; empty for other directories and for pages.
std::string_view companion_of(std::string_view name) {
  if (!name.ends_with('/')) return {};
  name.remove_suffix(1);
  if (!name.ends_with(kCompanionEnding)) return {};
  return name.substr(0, name.size() - kCompanionEnding.size());
}

void drop_companions(std::vector<std::string>& names) {
  const auto is_companion = [](const std::string& name) { return !companion_of(name).empty(); };
  if (std::none_of(names.begin(), names.end(), is_companion)) return;
  std::unordered_set<std::string> pages;
  for (const std::string& name : names) {
    if (!name.ends_with('/')) pages.emplace(without_page_ending(name));
  }
  std::erase_if(names, [&pages](const std::string& name) {
    return pages.contains(std::string(companion_of(name)));
  });
}

// Pages and directories in `path`; directories end in '/'.
std::vector<std::string> list(const std::string& path, std::error_code& error) {
  std::vector<std::string> names;
  fs::directory_iterator entry(path, error);
  while (!error && entry != fs::directory_iterator()) {
    std::string name = entry->path().filename().native();
    std::error_code unknown;  // an entry that cannot be looked at is neither
    if (!entry->is_symlink(unknown) && entry->is_directory(unknown)) {
      names.push_back(std::move(name) + "/");
    } else if (is_page_name(name) && entry->is_regular_file(unknown)) {
      names.push_back(std::move(name));
    }
    entry.increment(error);
  }
  return names;
}

}  // namespace

DirectoryWalk::DirectoryWalk(std::string root) : root_(std::move(root)) {}

std::optional<DirectoryWalk::Found> DirectoryWalk::next() {
  if (!std::exchange(started_, true)) {
    if (std::optional<Found> failed = open("")) return failed;
  }
  while (!listings_.empty()) {
    Listing& listing = listings_.back();
    if (listing.names.empty()) {
      listings_.pop_back();
      continue;
    }
    std::string path = listing.prefix + listing.names.back();
    listing.names.pop_back();
    if (!path.ends_with('/')) return Found{std::move(path), {}};
    if (std::optional<Found> failed = open(path)) return failed;
  }
  return std::nullopt;
}

std::optional<DirectoryWalk::Found> DirectoryWalk::open(const std::string& prefix) {
  std::error_code error;
  std::vector<std::string> names = list(root_ + "/" + prefix, error);
  if (error) return Found{prefix, error.message()};
  drop_companions(names);
  std::sort(names.begin(), names.end(), std::greater<>());
  listings_.push_back({prefix, std::move(names)});
  return std::nullopt;
}

}  // namespace thresh::batch

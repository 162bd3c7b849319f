// Exit statuses, once: what run() returns, what help and man page say.
#pragma once

#include <string_view>

#include "thresh/result.hpp"

namespace thresh::cli {

// From 64 on these are the numbers of sysexits(3).
enum ExitCode : int {
  kExitArticle = 0,
  kExitNoArticle = 1,
  kExitUsage = 64,
  kExitData = 65,
  kExitNoInput = 66,
  kExitNoHost = 68,
  kExitUnavailable = 69,
  kExitIo = 74,
  kExitRefused = 77,
  kExitInterrupted = 130,
  kExitBrokenPipe = 141,  // as a shell reports a command that SIGPIPE ended
};

struct ExitCodeRow {
  ExitCode code;
  std::string_view meaning;
};
inline constexpr ExitCodeRow kExitCodes[] = {
    {kExitArticle, "An article was found. Directories and lists: all their pages were processed."},
    {kExitNoArticle,
     "The page was read, but holds no article. With --strict: a page of a directory or list "
     "failed."},
    {kExitUsage, "Wrong usage."},
    {kExitData,
     "A page is too large, too complex, took too long, is a damaged gzip file, or was to be read "
     "in an unknown encoding."},
    {kExitNoInput, "A file is missing or not readable, or a directory holds no pages."},
    {kExitNoHost, "The name of a host does not resolve."},
    {kExitUnavailable,
     "A page could not be fetched: no connection, a time-out, an HTTP status of 400 or more, too "
     "many redirects."},
    {kExitIo, "Reading or writing failed."},
    {kExitRefused, "robots.txt disallows the page, or its address is not public."},
    {kExitInterrupted, "Ctrl-C, while fetching: what was in flight was finished and written."},
    {kExitBrokenPipe, "Whoever read the output closed it early; nothing is printed about it."},
};

ExitCode exit_code(ErrorCode code);

}  // namespace thresh::cli

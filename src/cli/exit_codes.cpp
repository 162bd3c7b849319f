#include "cli/exit_codes.hpp"

namespace thresh::cli {

ExitCode exit_code(ErrorCode code) {
  switch (code) {
    case ErrorCode::kTooLarge:
    case ErrorCode::kTooComplex:
    case ErrorCode::kTimeout:
    case ErrorCode::kEncoding:
    case ErrorCode::kDamaged:
      return kExitData;
    case ErrorCode::kNoInput:
      return kExitNoInput;
    case ErrorCode::kIo:
      return kExitIo;
    case ErrorCode::kHost:
      return kExitNoHost;
    case ErrorCode::kConnection:
    case ErrorCode::kNetworkTimeout:
    case ErrorCode::kHttp:
    case ErrorCode::kRedirects:
    case ErrorCode::kRateLimited:
      return kExitUnavailable;
    case ErrorCode::kRobots:
    case ErrorCode::kRefused:
      return kExitRefused;
    case ErrorCode::kBadUrl:
    case ErrorCode::kUsage:
      return kExitUsage;
  }
  return kExitIo;  // not reached: the compiler warns of a code that has no case
}

}  // namespace thresh::cli

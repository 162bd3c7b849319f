// The redirect that a page asks for in its head: <meta http-equiv="refresh" content="0; url=…">.
#pragma once

#include <string>
#include <string_view>

namespace thresh::fetch {

// The URL as it is written, if the page asks to go there at once (within kMaxRefreshSeconds);
// else empty. Looks at the beginning of the page only, and not into comments, scripts and noscript.
inline constexpr int kMaxRefreshSeconds = 5;
std::string meta_refresh(std::string_view page);

}  // namespace thresh::fetch

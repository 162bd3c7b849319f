// Bytes of a page → UTF-8, and how its charset was found: BOM, the caller's option, Content-Type,
// <meta> prescan as the HTML standard says, detection, in this order. A declared charset that the
// bytes contradict is passed over.
//
// In: any bytes. Out: valid UTF-8 (invalid bytes are U+FFFD). Never: fails on bytes; only an
// unknown charset in `charset_option` is an error (kEncoding).
#pragma once

#include <string>
#include <string_view>

#include "thresh/article.hpp"
#include "thresh/result.hpp"

namespace thresh::page {

struct Decoded {
  // The page's own bytes where they are valid UTF-8 already (then `owned` is empty), else `owned`.
  std::string_view text(std::string_view bytes) const {
    return converted ? std::string_view(owned) : bytes.substr(bom_bytes);
  }

  bool converted = false;
  std::size_t bom_bytes = 0;
  std::string owned;
  Charset charset;
};

Result<Decoded> decode(std::string_view bytes, std::string_view content_type,
                       std::string_view charset_option);

}  // namespace thresh::page

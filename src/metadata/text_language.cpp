#include "metadata/text_language.hpp"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

namespace thresh::metadata {

std::string language_of_text(std::string_view text) {
  constexpr int kSurePercent = 80;
  const CLD2::CLDHints no_hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING,
                                   CLD2::UNKNOWN_LANGUAGE};
  constexpr bool kPlainText = true;
  CLD2::Language languages[3];
  int percents[3];
  double scores[3];
  int text_bytes = 0;
  bool reliable = false;
  CLD2::ExtDetectLanguageSummary(text.data(), static_cast<int>(text.size()), kPlainText, &no_hints,
                                 0, languages, percents, scores, nullptr, &text_bytes, &reliable);
  if (!reliable || percents[0] < kSurePercent || languages[0] == CLD2::UNKNOWN_LANGUAGE) return {};
  const std::string_view code = CLD2::LanguageCode(languages[0]);
  if (code == "iw") return "he";  // CLD2 has the codes of 1989
  return std::string(code.substr(0, code.find('-')));
}

}  // namespace thresh::metadata

// A page with a story, for tests of what the judge makes of the things around and inside it.
#pragma once

#include <string>
#include <string_view>

namespace thresh::test {

inline std::string story_paragraph(int number) {
  return "<p>Paragraph " + std::to_string(number) +
         " of the story tells that the harbour was closed on Monday, that the ferries stayed at "
         "their berths, and that nobody had been told the reason for it. The master of the port "
         "was not there, and his deputy had gone home at noon with the keys.</p>";
}

// <title> and <h1> say the same. `head` stands between headline and story, `inside` after its
// second paragraph, `outside` after all.
inline std::string story_page(std::string_view head, std::string_view inside = {},
                              std::string_view outside = {}) {
  std::string page =
      "<title>The harbour stays closed for a week</title><body><main>"
      "<h1>The harbour stays closed for a week</h1>";
  page += head;
  page += "<div>";
  page += story_paragraph(1) + story_paragraph(2);
  page += inside;
  page += story_paragraph(3) + story_paragraph(4);
  page += "</div></main>";
  page += outside;
  return page;
}

}  // namespace thresh::test

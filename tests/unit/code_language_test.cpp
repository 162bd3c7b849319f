#include "page/code_language.hpp"

#include <string>

#include "support/segmented.hpp"

namespace {

std::string language_of(std::string_view html) {
  const thresh::page::Document document = thresh::testing::document_of(html);
  REQUIRE(document.blocks.size() == 1);
  return std::string(document.str(document.blocks[0].language));
}

}  // namespace

TEST_CASE("the language of code is found as highlighters write it") {
  CHECK(language_of("<pre class='x language-python'>a</pre>") == "python");
  CHECK(language_of("<pre><code class='hljs lang-js'>a</code></pre>") == "js");
  CHECK(language_of("<pre><code class='hljs rust'>a</code></pre>") == "rust");
  CHECK(language_of("<pre class='brush: php; toolbar: false'>a</pre>") == "php");
  CHECK(language_of("<pre class='brush:css'>a</pre>") == "css");
  CHECK(language_of("<pre class='sourceCode haskell'>a</pre>") == "haskell");
  CHECK(language_of("<pre data-lang=c++>a</pre>") == "c++");
}

TEST_CASE("elements around code may name its language") {
  CHECK(language_of("<div class='highlight highlight-source-shell'><pre>a</pre></div>") == "shell");
  CHECK(language_of("<div class='highlight-c notranslate'><div><pre>a</pre></div></div>") == "c");
  CHECK(language_of("<div class='language-ruby'><div><pre><code>a</code></pre></div></div>") ==
        "ruby");
}

TEST_CASE("what is no language is not taken for one") {
  CHECK(language_of("<pre class='language-none'>a</pre>").empty());
  CHECK(language_of("<div class='lang-de'><pre class='wide'>a</pre></div>").empty());
  CHECK(language_of("<div class='highlight-box'><pre class='language-'>a</pre></div>").empty());
  CHECK(language_of("<pre class='language-&quot;&gt;'>a</pre>").empty());
}

#include "golden/harness/run.hpp"

#include "thresh/extract.hpp"
#include "thresh/write.hpp"

namespace thresh::golden {

Result<Output> run(const Fixture& fixture) {
  const Page page{fixture.source, fixture.facts.url, fixture.facts.content_type};
  const Result<Article> article = extract(page);
  if (!article) return article.error();

  WriteOptions options;
  options.boilerplate = true;
  const std::string source = "fixtures/pages/" + fixture.slug + "/source.html";
  Output output;
  output.json = write(*article, Format::kJson, options, {fixture.slug, source});
  output.text = plain_text(*article);
  output.title = article->metadata.title.value;
  output.verdict = verdict_name(article->verdict);
  for (const Block& block : article->boilerplate) output.stripped.push_back(block.text);
  return output;
}

}  // namespace thresh::golden

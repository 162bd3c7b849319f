// Any bytes are a page: no error but too_complex, sound outputs, and the same ones every time.
#include <string>

#include "promise.hpp"
#include "support/outputs.hpp"
#include "thresh/extract.hpp"

using namespace thresh;
using namespace thresh::test;

namespace {

std::string all_outputs(std::string_view bytes) {
  const Page page{bytes, "https://harbour.example/story", "text/html"};
  ExtractOptions options;
  options.limits.timeout_ms = 0;  // the clock must not decide what a fuzzer sees
  const Result<Article> article = extract(page, options);
  if (!article) {
    promise(article.error().code == ErrorCode::kTooComplex, article.error().message);
    return article.error().message;
  }
  std::string all;
  for (const Rendering& rendering : kRenderings) {
    const std::string output = render(*article, rendering);
    const std::string fault = fault_in_output(rendering, output);
    promise(fault.empty(), std::string(rendering.name) + ": " + fault);
    all += output;
  }
  return all;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = as_text(data, size);
  promise(all_outputs(bytes) == all_outputs(bytes), "same bytes, same outputs");
  return 0;
}

#include <iostream>
#include <iterator>

#include "thresh/extract.hpp"
#include "thresh/write.hpp"

int main() {
  const std::string bytes{std::istreambuf_iterator<char>(std::cin), {}};
  const thresh::Result<thresh::Article> article = thresh::extract({bytes, "", "text/html"});
  if (!article) return std::cerr << article.error().message << '\n', 1;
  std::cout << thresh::write(*article, thresh::Format::kText);
}

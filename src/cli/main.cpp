#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "thresh/extract.hpp"
#include "thresh/write.hpp"

int main(int argc, char** argv) {
  if (argc != 2) return 64;
  std::ifstream file(argv[1], std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  const auto article = thresh::extract({bytes, {}, {}});
  if (!article) return 65;
  std::cout << thresh::write(*article, thresh::Format::kText);
  return article->verdict == thresh::Verdict::kArticle ? 0 : 1;
}

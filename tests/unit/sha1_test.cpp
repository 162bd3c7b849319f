#include "base/sha1.hpp"

#include <doctest/doctest.h>

using namespace thresh::base;

TEST_CASE("the digests of the standard's examples come out") {
  CHECK(hex(sha1("")) == "da39a3ee5e6b4b0d3255bfef95601890afd80709");
  CHECK(hex(sha1("abc")) == "a9993e364706816aba3e25717850c26c9cd0d89d");
  CHECK(hex(sha1("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")) ==
        "84983e441c3bd26ebaae4aa1f95129e5e54670f1");
  CHECK(hex(sha1(std::string(1'000'000, 'a'))) == "34aa973cd4c4daa4f61eeb2bdbad27316534016f");
}

TEST_CASE("it does not matter in which pieces the bytes come") {
  const std::string bytes(200, 'x');
  for (std::size_t cut = 0; cut <= bytes.size(); ++cut) {
    Sha1 pieces;
    pieces.update(bytes.substr(0, cut));
    pieces.update(bytes.substr(cut));
    CHECK(pieces.finish() == sha1(bytes));
  }
}

TEST_CASE("base32 is what archives of web pages write") {
  CHECK(base32(sha1("")) == "3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ");
}

#include "fetch/meta_refresh.hpp"

#include <doctest/doctest.h>

#include <string>

using thresh::fetch::kMaxRefreshSeconds;
using thresh::fetch::meta_refresh;

namespace {

std::string in_head(const std::string& tag) {
  return "<!doctype html><html><head><title>Moved</title>" + tag + "</head><body><p>x";
}

}  // namespace

TEST_CASE("the URL of a refresh is read in all the forms that browsers take") {
  for (const std::string tag : {
           "<meta http-equiv=\"refresh\" content=\"0; url=/story\">",
           "<META CONTENT='0;URL=/story' HTTP-EQUIV='Refresh'>",
           "<meta http-equiv=refresh content=0;url=/story>",
           "<meta http-equiv = \"refresh\" content = \"0 ; url = '/story' \"/>",
           "<meta name=a content=b><meta http-equiv=refresh content=' 1 , URL=\"/story\"'>",
           "<meta http-equiv=refresh content='0; /story'>",
           "<style>a > b</style><meta http-equiv=refresh content='0; url=/story'>",
       }) {
    CHECK_MESSAGE(meta_refresh(in_head(tag)) == "/story", tag);
  }
  CHECK(meta_refresh(in_head("<meta http-equiv=refresh content='0; url=/a?b&amp;c'>")) == "/a?b&c");
}

TEST_CASE("what is no refresh to another page at once is none") {
  const std::string late = std::to_string(kMaxRefreshSeconds + 1);
  for (const std::string& tag : {
           std::string("<meta http-equiv=refresh content=5>"),
           "<meta http-equiv=refresh content='" + late + "; url=/story'>",
           std::string("<meta http-equiv=refresh content='soon; url=/story'>"),
           std::string("<meta http-equiv=refresh>"),
           std::string("<meta name=refresh content='0; url=/story'>"),
           std::string("<meta data-http-equiv=refresh content='0; url=/story'>"),
           std::string("<!-- <meta http-equiv=refresh content='0; url=/story'> -->"),
           std::string("<noscript><meta http-equiv=refresh content='0; url=/story'></noscript>"),
           std::string("<script>'<meta http-equiv=refresh content=\"0; url=/story\">'</script>"),
       }) {
    CHECK_MESSAGE(meta_refresh(in_head(tag)) == "", tag);
  }
  CHECK(meta_refresh("") == "");
  CHECK(meta_refresh("<") == "");
  CHECK(meta_refresh("<meta http-equiv=refresh content='0; url=/sto") == "");
}

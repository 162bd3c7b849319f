#include "metadata/sources.hpp"

#include "base/url.hpp"

namespace thresh::metadata {
namespace {

std::string from_meta(const Facts& facts, std::string_view name) {
  return std::string(meta_content(facts.document, name));
}

std::string from_json_ld(const Facts& facts, std::string_view path) {
  return facts.json_ld.string(path);
}

std::string from_link(const Facts& facts, std::string_view rel) {
  for (const page::LinkElement& link : facts.document.link_elements) {
    if (facts.document.str(link.rel) == rel) return std::string(facts.document.str(link.href));
  }
  return {};
}

std::string from_host(const Facts& facts, std::string_view prefix) {
  std::string host = base::url_host(facts.page_url);
  return host.starts_with(prefix) ? host.substr(prefix.size()) : host;
}

constexpr Source kSources[] = {
    {&Metadata::site, Kind::kText, "og:site_name", from_meta, "og:site_name"},
    {&Metadata::site, Kind::kText, "meta", from_meta, "application-name"},
    {&Metadata::site, Kind::kText, "json-ld", from_json_ld, "publisher.name"},
    {&Metadata::site, Kind::kText, "url", from_host, "www."},

    {&Metadata::description, Kind::kText, "og:description", from_meta, "og:description"},
    {&Metadata::description, Kind::kText, "meta", from_meta, "description"},
    {&Metadata::description, Kind::kText, "twitter:description", from_meta, "twitter:description"},
    {&Metadata::description, Kind::kText, "json-ld", from_json_ld, "description"},

    {&Metadata::section, Kind::kText, "article:section", from_meta, "article:section"},
    {&Metadata::section, Kind::kText, "json-ld", from_json_ld, "articleSection"},
    {&Metadata::section, Kind::kText, "parsely-section", from_meta, "parsely-section"},
    {&Metadata::section, Kind::kText, "meta", from_meta, "section"},

    {&Metadata::licence, Kind::kText, "link", from_link, "license"},
    {&Metadata::licence, Kind::kText, "json-ld", from_json_ld, "license"},
    {&Metadata::licence, Kind::kText, "json-ld", from_json_ld, "license.url"},
    {&Metadata::licence, Kind::kText, "dcterms.license", from_meta, "dcterms.license"},
    {&Metadata::licence, Kind::kText, "dc.rights", from_meta, "dc.rights"},
    {&Metadata::licence, Kind::kText, "dcterms.rights", from_meta, "dcterms.rights"},

    {&Metadata::canonical_url, Kind::kUrl, "link", from_link, "canonical"},
    {&Metadata::canonical_url, Kind::kUrl, "og:url", from_meta, "og:url"},

    {&Metadata::image, Kind::kUrl, "og:image", from_meta, "og:image"},
    {&Metadata::image, Kind::kUrl, "og:image", from_meta, "og:image:url"},
    {&Metadata::image, Kind::kUrl, "twitter:image", from_meta, "twitter:image"},
    {&Metadata::image, Kind::kUrl, "twitter:image", from_meta, "twitter:image:src"},
    {&Metadata::image, Kind::kUrl, "json-ld", from_json_ld, "image.url"},
    {&Metadata::image, Kind::kUrl, "json-ld", from_json_ld, "image"},
    {&Metadata::image, Kind::kUrl, "link", from_link, "image_src"},
};

}  // namespace

std::span<const Source> sources() { return kSources; }

std::string_view meta_content(const page::Document& document, std::string_view name) {
  for (const page::Meta& meta : document.metas) {
    if (!meta.content.empty() && document.str(meta.name) == name) return document.str(meta.content);
  }
  return {};
}

}  // namespace thresh::metadata

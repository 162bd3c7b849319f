// Article → JSON: one object for a page that was read and for one that failed. Each field always
// stands there, null where nothing is known. schema.cpp describes what is written here.
#include <optional>

#include "base/json_writer.hpp"
#include "write/body.hpp"
#include "write/fields.hpp"
#include "write/writers.hpp"

namespace thresh::writers {
namespace {

using base::JsonWriter;

constexpr std::size_t kSchemaVersion = 1;
constexpr int kDecimals = 4;

class RecordWriter {
 public:
  RecordWriter(std::string& out, JsonWriter::Layout layout) : json_(out, layout) {}

  void write(const Article& article, const WriteOptions& options, const Origin& origin) {
    json_.begin_object();
    write_origin(origin);
    string("url", article.url);
    json_.key("status");
    json_.string("ok");
    null("error");
    string("verdict", verdict_name(article.verdict));
    number("confidence", article.confidence);
    string("page_type", article.page_type ? page_type_name(*article.page_type) : "");
    write_metadata(article.metadata, article.text_source);
    json_.key("word_count");
    json_.number(article.word_count);
    json_.key("text");
    json_.string(plain_text(article, options.tables));
    array("blocks", article.blocks, &RecordWriter::write_block);
    if (options.boilerplate) {
      array("boilerplate", article.boilerplate, &RecordWriter::write_stripped);
    } else {
      null("boilerplate");
    }
    if (options.comments) {
      write_comments(article);
    } else {
      null("comments");
    }
    array("warnings", article.warnings, &RecordWriter::write_string);
    write_charset(article.charset);
    write_http(origin.http);
    write_unknown({"warc", "input"});
    json_.end_object();
  }

  void write(const Error& error, const Origin& origin) {
    json_.begin_object();
    write_origin(origin);
    null("url");
    json_.key("status");
    json_.string("error");
    json_.key("error");
    json_.begin_object();
    string("code", error_code_name(error.code));
    string("stage", error.stage);
    string("message", error.message);
    count("attempts", origin.http != nullptr ? origin.http->attempts : 0);
    json_.end_object();
    write_unknown({"verdict", "confidence", "page_type"});
    write_metadata({}, {});
    write_unknown(
        {"word_count", "text", "blocks", "boilerplate", "comments", "warnings", "charset"});
    write_http(origin.http);
    write_unknown({"warc", "input"});
    json_.end_object();
  }

 private:
  void write_origin(const Origin& origin) {
    json_.key("v");
    json_.number(kSchemaVersion);
    string("id", origin.id);
    string("source", origin.source);
  }

  void write_metadata(const Metadata& metadata, std::string_view text_source) {
    string("title", metadata.title.value);
    list("authors", metadata.authors);
    string("published", metadata.published.value);
    string("modified", metadata.modified.value);
    string("site", metadata.site.value);
    string("description", metadata.description.value);
    string("language", metadata.language.value);
    string("image", metadata.image.value);
    string("section", metadata.section.value);
    list("tags", metadata.tags);
    string("licence", metadata.licence.value);
    string("canonical_url", metadata.canonical_url.value);
    write_access(metadata.access);
    write_provenance(metadata, text_source);
  }

  void write_access(const AccessField& access) {
    json_.key("access");
    json_.begin_object();
    string("value", access_name(access.value));
    array("evidence", access.evidence, &RecordWriter::write_string);
    json_.end_object();
  }

  void write_provenance(const Metadata& metadata, std::string_view text_source) {
    json_.key("provenance");
    json_.begin_object();
    for (const MetadataField& row : kMetadataFields) {
      const Field& field = metadata.*row.field;
      if (!field.value.empty()) string(row.name, field.source);
    }
    for (const MetadataList& row : kMetadataLists) {
      const ListField& field = metadata.*row.field;
      if (!field.values.empty()) string(row.name, field.source);
    }
    if (!text_source.empty()) string("text", text_source);
    json_.end_object();
  }

  void write_block(const Block& block) {
    json_.begin_object();
    string("kind", label_name(block.label));
    json_.key("level");
    if (block.level > 0) {
      json_.number(static_cast<std::size_t>(block.level));
    } else {
      json_.null();
    }
    json_.key("in_text");
    json_.boolean(block.in_text);
    json_.key("text");
    json_.string(block.text);
    write_links(block);
    write_place(block);
    json_.end_object();
  }

  void write_comments(const Article& article) {
    json_.key("comments");
    json_.begin_array();
    for (const Block* comment : comments_of(article)) {
      json_.begin_object();
      json_.key("text");
      json_.string(comment->text);
      write_links(*comment);
      write_place(*comment);
      json_.end_object();
    }
    json_.end_array();
  }

  void write_links(const Block& block) {
    json_.key("links");
    json_.begin_array();
    for (const Link& link : block.links) write_link(block, link);
    json_.end_array();
  }

  void write_link(const Block& block, const Link& link) {
    const std::string_view text = block.text;
    json_.begin_object();
    json_.key("text");
    json_.string(link.span.begin < text.size() ? text.substr(link.span.begin, link.span.length)
                                               : std::string_view());
    json_.key("href");
    json_.string(link.href);
    json_.end_object();
  }

  void write_stripped(const Block& block) {
    json_.begin_object();
    string("label", label_name(block.label));
    json_.key("text");
    json_.string(block.text);
    number("score", block.score);
    string("reason", block.reason);
    write_place(block);
    json_.end_object();
  }

  void write_place(const Block& block) {
    json_.key("start");
    json_.number(block.begin);
    json_.key("end");
    json_.number(block.end);
  }

  void write_charset(const Charset& charset) {
    if (charset.name.empty()) return null("charset");
    json_.key("charset");
    json_.begin_object();
    string("name", charset.name);
    string("from", charset.from);
    json_.end_object();
  }

  void write_http(const HttpInfo* http) {
    if (http == nullptr) return null("http");
    json_.key("http");
    json_.begin_object();
    count("status", http->status);
    string("final_url", http->final_url);
    if (http->retry_after_s) {
      json_.key("retry_after");
      json_.number(static_cast<std::size_t>(*http->retry_after_s));
    } else {
      null("retry_after");
    }
    json_.end_object();
  }

  void write_string(const std::string& text) { json_.string(text); }

  void write_unknown(std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names) null(name);
  }

  void list(std::string_view name, const ListField& field) {
    if (field.values.empty()) return null(name);
    array(name, field.values, &RecordWriter::write_string);
  }

  template <class T>
  void array(std::string_view name, const std::vector<T>& items,
             void (RecordWriter::*write_item)(const T&)) {
    json_.key(name);
    json_.begin_array();
    for (const T& item : items) (this->*write_item)(item);
    json_.end_array();
  }

  void string(std::string_view name, std::string_view value) {
    if (value.empty()) return null(name);
    json_.key(name);
    json_.string(value);
  }

  void number(std::string_view name, std::optional<double> value) {
    if (!value) return null(name);
    json_.key(name);
    json_.number(*value, kDecimals);
  }

  // What cannot be 0.
  void count(std::string_view name, int value) {
    if (value <= 0) return null(name);
    json_.key(name);
    json_.number(static_cast<std::size_t>(value));
  }

  void null(std::string_view name) {
    json_.key(name);
    json_.null();
  }

  JsonWriter json_;
};

template <class... Arguments>
std::string record(JsonWriter::Layout layout, const Arguments&... arguments) {
  std::string out;
  RecordWriter(out, layout).write(arguments...);
  out += '\n';
  return out;
}

}  // namespace

std::string write_json(const Article& article, const WriteOptions& options, const Origin& origin) {
  return record(JsonWriter::Layout::kIndented, article, options, origin);
}

std::string write_jsonl(const Article& article, const WriteOptions& options, const Origin& origin) {
  return record(JsonWriter::Layout::kLine, article, options, origin);
}

std::string write_json_error(const Error& error, const Origin& origin) {
  return record(JsonWriter::Layout::kIndented, error, origin);
}

std::string write_jsonl_error(const Error& error, const Origin& origin) {
  return record(JsonWriter::Layout::kLine, error, origin);
}

}  // namespace thresh::writers

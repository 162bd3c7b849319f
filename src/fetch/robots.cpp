#include "fetch/robots.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <utility>

#include "base/ascii.hpp"
#include "fetch/robots_pattern.hpp"

namespace thresh::fetch {
namespace {

enum class Field : unsigned char { kUserAgent, kAllow, kDisallow, kCrawlDelay, kOther };

// Names of lines, and the mistakes in them that crawlers forgive.
struct FieldName {
  std::string_view name;
  Field field;
};
constexpr FieldName kFieldNames[] = {
    {"user-agent", Field::kUserAgent},   {"useragent", Field::kUserAgent},
    {"user agent", Field::kUserAgent},   {"allow", Field::kAllow},
    {"disallow", Field::kDisallow},      {"dissallow", Field::kDisallow},
    {"dissalow", Field::kDisallow},      {"disalow", Field::kDisallow},
    {"diasllow", Field::kDisallow},      {"disallaw", Field::kDisallow},
    {"crawl-delay", Field::kCrawlDelay}, {"crawldelay", Field::kCrawlDelay},
};

struct Line {
  Field field = Field::kOther;
  std::string_view value;
};

Field field_of(std::string_view name) {
  const auto* found = std::find_if(
      std::begin(kFieldNames), std::end(kFieldNames),
      [name](const FieldName& row) { return base::equals_ignore_case(row.name, name); });
  return found == std::end(kFieldNames) ? Field::kOther : found->field;
}

// "name: value # comment". The colon may be forgotten between two words.
Line read_line(std::string_view text) {
  text = base::trim(text.substr(0, text.find('#')));
  std::size_t mark = text.find(':');
  if (mark == std::string_view::npos) {
    mark = text.find_first_of(" \t");
    if (mark == std::string_view::npos) return {};
    const std::string_view value = base::trim(text.substr(mark));
    if (value.find_first_of(" \t") != std::string_view::npos) return {};
  }
  return {field_of(base::trim(text.substr(0, mark))), base::trim(text.substr(mark + 1))};
}

// Cuts the next line off `bytes`; lines end in LF, CR or both.
std::string_view cut_line(std::string_view& bytes) {
  const std::size_t end = bytes.find_first_of("\r\n");
  const std::string_view line = bytes.substr(0, end);
  const bool both = bytes.substr(line.size(), 2) == "\r\n";
  bytes.remove_prefix(std::min(bytes.size(), line.size() + (both ? 2 : 1)));
  return line;
}

// What is read of the file: no byte order mark, and no line that the limit cut in two.
std::string_view readable(std::string_view bytes) {
  if (bytes.substr(0, 3) == "\xEF\xBB\xBF") bytes.remove_prefix(3);
  if (bytes.size() < kMaxRobotsBytes) return bytes;  // else the caller may have cut it there
  const std::size_t end = bytes.substr(0, kMaxRobotsBytes).find_last_of("\r\n");
  return bytes.substr(0, end == std::string_view::npos ? 0 : end);
}

// The product's name alone: "thresh" of "thresh/1.0".
std::string_view product_of(std::string_view agent) {
  const auto* end = std::find_if_not(
      agent.begin(), agent.end(), [](char c) { return base::is_alpha(c) || c == '-' || c == '_'; });
  return agent.substr(0, static_cast<std::size_t>(end - agent.begin()));
}

bool is_everybody(std::string_view agent) {
  return agent.substr(0, 1) == "*" && (agent.size() == 1 || base::is_space(agent[1]));
}

// "2" or "0.5" seconds.
std::optional<std::chrono::milliseconds> read_delay(std::string_view text) {
  std::int64_t thousandths = 0;
  int decimals = -1;  // none before the point
  for (const char c : text) {
    if (c == '.' && decimals < 0) {
      decimals = 0;
    } else if (!base::is_digit(c)) {
      return std::nullopt;
    } else if (decimals < 3) {
      thousandths = std::min<std::int64_t>(thousandths * 10 + (c - '0'), INT32_MAX);
      if (decimals >= 0) ++decimals;
    }
  }
  if (text.empty() || text == ".") return std::nullopt;
  for (decimals = std::max(decimals, 0); decimals < 3; ++decimals) thousandths *= 10;
  return std::min(std::chrono::milliseconds(thousandths), kMaxCrawlDelay);
}

std::string_view path_of(std::string_view url) {
  url = url.substr(0, url.find('#'));
  if (url.substr(0, 1) == "/") return url;
  const std::size_t scheme_end = url.find("//");
  if (scheme_end == std::string_view::npos) return url;
  const std::size_t path = url.find_first_of("/?", scheme_end + 2);
  return path == std::string_view::npos ? std::string_view() : url.substr(path);
}

}  // namespace

// Takes the lines one by one and sorts their rules by whom they are for.
class RobotsReader {
 public:
  explicit RobotsReader(std::string_view product) : product_(product) {}

  void take(const Line& line) {
    if (line.field == Field::kOther) return;  // belongs to no group and ends none
    if (line.field == Field::kUserAgent) {
      take_agent(line.value);
      return;
    }
    in_names_ = false;
    if (for_us_) add(ours_, line);
    if (for_all_) add(everybodys_, line);
  }

  Robots robots() {
    Robots out = std::move(named_ ? ours_ : everybodys_);
    std::stable_sort(out.rules_.begin(), out.rules_.end(), [](const auto& a, const auto& b) {
      if (a.pattern.size() != b.pattern.size()) return a.pattern.size() > b.pattern.size();
      return a.allow && !b.allow;
    });
    return out;
  }

 private:
  // A group begins at the first of the lines that name its crawlers.
  void take_agent(std::string_view agent) {
    if (!in_names_) for_us_ = for_all_ = false;
    in_names_ = true;
    if (is_everybody(agent)) {
      for_all_ = true;
    } else if (base::equals_ignore_case(product_of(agent), product_)) {
      for_us_ = named_ = true;
    }
  }

  static void add(Robots& robots, const Line& line) {
    if (line.field == Field::kCrawlDelay) {
      const auto delay = read_delay(line.value);
      if (delay) robots.crawl_delay_ = std::max(*delay, robots.crawl_delay_.value_or(*delay));
    } else if (!line.value.empty()) {  // an empty rule matches nothing
      robots.rules_.push_back({comparable_pattern(line.value), line.field == Field::kAllow});
    }
  }

  std::string_view product_;
  Robots ours_;
  Robots everybodys_;
  bool named_ = false;     // a group is for us
  bool in_names_ = false;  // the last line named a crawler
  bool for_us_ = false;    // the group that is being read
  bool for_all_ = false;
};

Robots Robots::parse(std::string_view bytes, std::string_view product) {
  RobotsReader reader(product);
  for (bytes = readable(bytes); !bytes.empty();) reader.take(read_line(cut_line(bytes)));
  return reader.robots();
}

Robots Robots::disallow_all() {
  Robots robots;
  robots.rules_.push_back({"/", false});
  return robots;
}

Robots Robots::for_answer(int status, std::string_view bytes, std::string_view product) {
  if (status >= 200 && status < 300) return parse(bytes, product);
  return status >= 300 && status < 500 ? allow_all() : disallow_all();
}

bool Robots::allows(std::string_view url) const {
  std::string path = comparable_path(path_of(url));
  if (path.substr(0, 1) != "/") path.insert(0, 1, '/');
  if (path == "/robots.txt") return true;
  const auto rule = std::find_if(rules_.begin(), rules_.end(), [&path](const Rule& row) {
    return pattern_matches(row.pattern, path);
  });
  return rule == rules_.end() || rule->allow;
}

}  // namespace thresh::fetch

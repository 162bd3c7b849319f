// The stable names of the public enumerations: what JSON and --explain print.
#include <algorithm>
#include <iterator>

#include "thresh/article.hpp"
#include "thresh/result.hpp"

namespace thresh {
namespace {

constexpr std::string_view kErrorCodes[] = {
    "too_large",       "too_complex", "timeout",   "encoding",     "damaged",
    "no_input",        "io",          "bad_url",   "host",         "connection",
    "network_timeout", "http",        "redirects", "rate_limited", "robots",
    "refused",         "usage"};
static_assert(std::size(kErrorCodes) == static_cast<std::size_t>(ErrorCode::kUsage) + 1);

constexpr std::string_view kVerdicts[] = {"article",  "index",      "consent_wall", "paywall_stub",
                                          "js_shell", "error_page", "not_html",     "empty"};
static_assert(std::size(kVerdicts) == static_cast<std::size_t>(Verdict::kEmpty) + 1);

constexpr std::string_view kPageTypes[] = {"article", "forum",         "product", "collection",
                                           "listing", "documentation", "service"};
static_assert(std::size(kPageTypes) == kPageTypeCount);

constexpr std::string_view kAccess[] = {"unknown", "free", "declared_paid", "truncated"};
static_assert(std::size(kAccess) == static_cast<std::size_t>(Access::kTruncated) + 1);

struct LabelRow {
  std::string_view name;
  LabelGroup group;
};
constexpr LabelRow kLabels[] = {
    {"summary", LabelGroup::kBody},        {"heading", LabelGroup::kBody},
    {"paragraph", LabelGroup::kBody},      {"list", LabelGroup::kBody},
    {"quote", LabelGroup::kBody},          {"code", LabelGroup::kBody},
    {"table", LabelGroup::kBody},          {"title", LabelGroup::kBeside},
    {"caption", LabelGroup::kBeside},      {"subscription", LabelGroup::kStripped},
    {"newsletter", LabelGroup::kStripped}, {"appeal", LabelGroup::kStripped},
    {"consent", LabelGroup::kStripped},    {"advertisement", LabelGroup::kStripped},
    {"related", LabelGroup::kStripped},    {"sharing", LabelGroup::kStripped},
    {"comments", LabelGroup::kStripped},   {"navigation", LabelGroup::kStripped},
    {"byline", LabelGroup::kStripped},     {"legal", LabelGroup::kStripped},
    {"other", LabelGroup::kStripped},
};
static_assert(std::size(kLabels) == kLabelCount);

}  // namespace

std::string_view error_code_name(ErrorCode code) { return kErrorCodes[static_cast<int>(code)]; }
std::string_view verdict_name(Verdict verdict) { return kVerdicts[static_cast<int>(verdict)]; }
std::string_view page_type_name(PageType type) { return kPageTypes[static_cast<int>(type)]; }

std::optional<PageType> page_type_from_name(std::string_view name) {
  const auto at = std::find(std::begin(kPageTypes), std::end(kPageTypes), name);
  if (at == std::end(kPageTypes)) return std::nullopt;
  return static_cast<PageType>(at - std::begin(kPageTypes));
}

std::string_view access_name(Access access) { return kAccess[static_cast<int>(access)]; }
std::string_view label_name(Label label) { return kLabels[static_cast<int>(label)].name; }
LabelGroup label_group(Label label) { return kLabels[static_cast<int>(label)].group; }

}  // namespace thresh

// What the mark-up of a container says of its content: its tag, and the tokens of class, id, role
// and itemprop looked up in class_hints.inc.
//
// Never: matches parts of a token ("cookie" does not hit "cookies-recipe" beyond the token
// "cookies").
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <vector>

#include "judge/containers.hpp"
#include "page/document.hpp"
#include "thresh/article.hpp"

namespace thresh::judge {

class LabelSet {
 public:
  constexpr LabelSet() = default;
  constexpr LabelSet(std::initializer_list<Label> labels) {
    for (const Label label : labels) add(label);
  }

  constexpr void add(Label label) { bits_ |= bit(label); }
  constexpr void add(LabelSet other) { bits_ |= other.bits_; }
  constexpr bool has(Label label) const { return (bits_ & bit(label)) != 0; }
  constexpr bool overlaps(LabelSet other) const { return (bits_ & other.bits_) != 0; }
  constexpr bool empty() const { return bits_ == 0; }

 private:
  static constexpr std::uint32_t bit(Label label) { return 1U << static_cast<unsigned>(label); }
  std::uint32_t bits_ = 0;
};

inline constexpr LabelSet kPromptLabels = {Label::kSubscription, Label::kNewsletter, Label::kAppeal,
                                           Label::kConsent, Label::kAdvertisement};
inline constexpr LabelSet kAsideLabels = {Label::kRelated, Label::kSharing, Label::kComments,
                                          Label::kNavigation};
inline constexpr LabelSet kMetaLabels = {Label::kByline, Label::kLegal, Label::kOther,
                                         Label::kCaption};

// Of a class, id, role or itemprop value: split at what is no letter and at "aB", any case.
// Label::kParagraph stands for the body.
LabelSet hints_in(std::string_view value);

// Of each container, by itself and not by what it stands in. looks: find_looks().
std::vector<LabelSet> container_hints(const page::Document& document,
                                      const std::vector<std::uint32_t>& looks);

// Of each container and those it stands in, up to the page's body, whose names say nothing against
// what it holds: a page wrapped in class="has-newsletter" is no newsletter.
std::vector<LabelSet> inherit_hints(const page::Document& document, const BlockSums& sums,
                                    const std::vector<LabelSet>& hints);

}  // namespace thresh::judge

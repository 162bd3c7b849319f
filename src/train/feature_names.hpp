// The names of the features, in the order of judge::Feature.
#pragma once

namespace thresh::train {

inline constexpr const char* kFeatureNames[] = {
#define THRESH_FEATURE(enumerator, meaning) #enumerator,
#include "judge/features.inc"
#undef THRESH_FEATURE
};

}  // namespace thresh::train

// Validates JSON against thresh's own schema. Knows the keywords that schema uses; another one is a
// fault, so that none can be written and never checked.
#pragma once

#include <string>

#include "base/json.hpp"

namespace thresh::test {

// The first place that does not conform and why; empty if all does.
std::string schema_fault(base::JsonValue instance);

}  // namespace thresh::test

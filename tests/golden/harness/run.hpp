// Cleans a fixture's page the way the command does.
#pragma once

#include "golden/harness/check.hpp"
#include "golden/harness/fixture.hpp"
#include "thresh/result.hpp"

namespace thresh::golden {

Result<Output> run(const Fixture& fixture);

}  // namespace thresh::golden

// The JSON Schema of what write_json.cpp writes; a test holds the two together.
#include "thresh/write.hpp"

namespace thresh {

std::string_view json_schema() {
  return
#include "write/schema.json.inc"
      ;
}

}  // namespace thresh

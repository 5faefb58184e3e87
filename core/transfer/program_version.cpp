// The build says the version, the embedded migrations the schema. See the header.
#include "transfer/program_version.h"

#include "base/embedded.h"

namespace fintool {

std::string program_version() { return FINTOOL_VERSION; }

std::int64_t newest_known_schema() {
    return static_cast<std::int64_t>(embedded_migrations().size());
}

}  // namespace fintool

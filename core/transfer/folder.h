// A database -> a folder of files for other engines: DIR/YEAR/TABLE.copy, with schema.sql, load.sql
// (for psql) and manifest.json. A part whose files are as they would be written again is left as it
// is; what is cut off leaves whole parts, and the next run does the rest.
#pragma once

#include <cstdint>
#include <string>

#include "base/result.h"
#include "transfer/row_text.h"

namespace fintool {

struct FolderExport {
    std::size_t partitions = 0, written = 0;  // parts; those of them that were written now
    std::int64_t rows = 0, bytes = 0;         // of all files
};

Result<FolderExport> export_to_folder(const std::string& database, const std::string& folder,
                                      RowFormat format);

}  // namespace fintool

// One Reading -> its rows. Everything of a filing but what rests on other filings, too (labels,
// derived values: company_refresh.h). Runs inside the caller's transaction.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "facts/reading.h"
#include "store/connection.h"
#include "store/filing_limits.h"
#include "store/touched.h"
#include "store/warehouse.h"

namespace fintool {

// Ids of metrics are their filing's number times rows_per_filing, plus n, times 1000: what is
// derived from a value takes the next few, what is computed from it those of its formula. So they
// do not hang on what was stored before.
constexpr std::int64_t ids_per_metric = 1000;
constexpr std::int64_t made_ids_per_input = 10;

struct WrittenRelease {
    std::int64_t filing_id = 0;
    std::int64_t company_id = 0;  // 0: the release names none and holds nothing
    Touched touched;
    std::vector<const MetricFact*> facts;  // of the reading, as stored
    std::vector<std::string> check_forms;  // of the reading's checks, as stored
};

// Where a filing takes the place of one that was deleted: its number and company stay.
struct FilingPlace {
    std::int64_t filing_id = 0, company_id = 0;
};

// The company of the same release in another file, where that is stored. `fingerprint` may be
// empty.
std::optional<std::int64_t> twin_of(Connection& connection, const std::string& fingerprint,
                                    std::int64_t filing_id);
// Two releases whose company is not known are not of one company for that: each has its own.
std::string unknown_company(std::string_view path);

// The company that the release belongs to; its row is made where there is none. 0: see above.
std::int64_t company_of_release(Connection& connection, const Reading& reading,
                                const Source& source);

WrittenRelease write_release(Connection& connection, const Reading& reading, const Source& source,
                             FilingPlace place = {});

// Takes out everything that write_release stored for a filing. What is derived from it, its
// company's row and its periods are left to their refresh.
void delete_release(Connection& connection, std::int64_t filing_id, std::int64_t company_id);

}  // namespace fintool

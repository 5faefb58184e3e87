// What a release says about its company -> the company's row. Same CIK: same company; different
// CIKs: never; without one, the normalised name and the ticker decide together.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "facts/reading.h"
#include "store/connection.h"

namespace fintool {

// "TURBINE WORKS CORP /CA/" and "Turbine Works Corporation" are the same words.
std::string normalised_company_name(std::string_view name);
// "0000887568" whatever zeros are printed; empty where it is no number.
std::string normalised_cik(std::string_view cik);

// The company's id; its row is made where there is none. `twin`: the company of the same release
// in another file, which a CIK alone overrules.
std::int64_t match_company(Connection& connection, const Company& company,
                           std::optional<std::int64_t> twin = {});
// Remembers what this filing says, and makes the company's attributes those of its newest filing.
// True where the company's fiscal calendar has changed by that.
bool save_identity(Connection& connection, std::int64_t company_id, std::int64_t filing_id,
                   const Company& company, const Filing& filing);
// Makes the company's row anew from what its filings say. True as above.
bool refresh_company(Connection& connection, std::int64_t company_id);

}  // namespace fintool

// How much of one release a database holds: ids of its rows are its number times these, plus their
// place in it.
#pragma once

#include <cstdint>

#include "facts/reading.h"

namespace fintool {

constexpr std::int64_t rows_per_filing = 100000;
constexpr std::int64_t statements_per_filing = 1000;

inline bool is_too_big(const Reading& reading) {
    std::size_t rows = 0;
    for (const Statement& statement : reading.statements) rows += statement.rows.size();
    constexpr auto most = static_cast<std::size_t>(rows_per_filing);
    return reading.statements.size() >= static_cast<std::size_t>(statements_per_filing) ||
           rows >= most || reading.metrics.size() >= most || reading.checks.size() >= most ||
           reading.claims.size() >= most || reading.diagnostics.size() >= most;
}

}  // namespace fintool

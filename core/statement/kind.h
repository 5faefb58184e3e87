// What statement a table is: by its title, and by the rows that only such a statement has.
#pragma once

#include <string>
#include <vector>

#include "statement/labels.h"
#include "statement/statement.h"

namespace fintool {

// What one line of a title says.
struct TitleReading {
    Statement::Kind kind = Statement::Kind::other;
    bool names_kind = false;  // "CONSOLIDATED BALANCE SHEETS"
    bool secondary = false;   // segments, highlights, reconciliations, ratios, averages
    bool comprehensive = false;  // "Statements of Comprehensive Income", of whatever rows
    bool non_gaap = false;    // pro forma, adjusted, "excluding special items"
};
TitleReading read_title(std::string_view line);

struct KindReading {
    Statement::Kind kind = Statement::Kind::other;
    Statement::Basis basis = Statement::Basis::gaap;
    std::string title;    // the line that names the statement, else the nearest one above
    bool titled = false;  // the title names the kind
    bool secondary = false;
    int evidence = 0;  // rows that only this kind of statement has
};
KindReading read_kind(const Grid& grid, const std::vector<LabelledRow>& rows);

}  // namespace fintool

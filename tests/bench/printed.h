// A statement as it is to be printed: columns, rows, figures in printed units. What a page looks
// like is decided later; the keys are written from this, too.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "calendar.h"

namespace bench {

enum class StatementKind { income, balance, cashflow };
enum class UnitKind { money, per_share, shares };

struct Figure {
    std::int64_t coefficient = 0;
    int places = 0;
    bool dash = false;  // a zero that is printed as one

    bool operator==(const Figure&) const = default;
};

struct PrintedRow {
    enum class When { column, before, end };  // of a cash flow: its first and its last day

    std::string label;
    int depth = 0;
    UnitKind unit = UnitKind::money;
    std::vector<Figure> figures;  // one per column; none: a heading
    std::string metric;           // empty: none that a reader must know
    bool turned = false;          // the metric has the other sign
    When when = When::column;
    bool total = false;       // a ruler may stand above it
    bool last_total = false;  // and a double one below
    std::string tag;          // for pages that carry them

    bool operator==(const PrintedRow&) const = default;
};

struct PrintedStatement {
    StatementKind kind = StatementKind::income;
    std::string title;
    std::vector<Stretch> columns;
    std::vector<PrintedRow> rows;

    bool operator==(const PrintedStatement&) const = default;
};

}  // namespace bench

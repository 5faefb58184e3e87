// All that one release says, ready to be stored: who, what, when, and every number with its place.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "statement/statement.h"

namespace fintool {

struct Company {
    std::string name, ticker, exchange, cik, sic;
    std::string fiscal_year_end;  // "MM-DD"; empty where unknown
    std::string headquarters;     // the dateline: "CHATSWORTH, Calif."
    std::string website;
    std::vector<std::string> former_names;
};

struct Filing {
    enum class Status { read, no_statements, unreadable };
    std::string form, accession, title;
    std::optional<Date> released_on, period_end;
    int fiscal_year = 0;     // 0 where unknown
    int fiscal_quarter = 0;  // 1..4, 0 where unknown
    Status status = Status::read;
    std::string reason;  // why not, where it is not `read`
};

enum class Origin { reported, derived, computed, narrative, guidance };
std::string_view to_string(Origin origin);
std::string_view to_string(Filing::Status status);  // read | no statements | unreadable

// One value of one metric in this release. The sign is by meaning: a loss is negative, expenses,
// taxes and capital expenditures are positive.
struct MetricFact {
    std::string metric;
    Period period;
    Decimal value;  // whole units
    Unit unit;
    Statement::Basis basis = Statement::Basis::gaap;
    Origin origin = Origin::reported;
    Column::Vintage vintage = Column::Vintage::original;
    std::size_t statement = 0, row = 0, column = 0;  // where it is printed (origin reported)
    bool printed = true;               // false: no line item behind it (narrative, EX-27)
    std::string qualifier = "exact";   // exact | about | over | under
    std::optional<Decimal> low, high;  // guidance ranges
    std::string formula;               // how, where it is not simply printed
};

// A row of a statement gives at most two metrics ("basic and diluted").
struct CellRef {
    std::size_t statement = 0, row = 0, column = 0;
    bool operator==(const CellRef&) const = default;
};
struct Check {
    enum class Status { pass, fail, untested };
    std::string rule;  // kebab-case name of the identity
    std::optional<std::size_t> statement;
    Status status = Status::untested;
    std::optional<Decimal> expected, actual, tolerance;  // whole units
    std::string detail;                                  // one sentence with the labels and figures
    std::vector<CellRef> cells;                          // that took part
    // The sentence with its cells by number, "%1 = %2 + %3", where the rule knows it: "%1" is the
    // first cell's label and figure, of three cells "%4" the first one's label.
    std::string form = {};
};
enum class Proof { untested, consistent, proven, contradicted };
std::string_view to_string(Check::Status status);
std::string_view to_string(Proof proof);

struct Claim {
    std::string sentence;
    Span span;
    std::string metric;  // empty where it names none of the vocabulary
    std::optional<Period> period;
    std::optional<Decimal> value;
    Unit unit;
    std::string status = "untested";  // agrees | disagrees | untested
    std::string detail;
};

struct Reading {
    Company company;
    Filing filing;
    std::vector<Statement> statements;
    std::vector<MetricFact> metrics;
    std::vector<Check> checks;
    std::vector<std::vector<std::vector<Proof>>> proofs;  // [statement][row][column]; may be empty
    std::vector<Claim> claims;
    Diagnostics diagnostics;
};

std::string dump(const Reading& reading);

}  // namespace fintool

// Rows as they are: see the header. A number is neither read nor computed here. What changes is
// what hangs on the release's place: ids hold the filing's number, those of periods its company's.
#include "store/carried_release.h"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <array>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "store/company_match.h"
#include "store/periods.h"

namespace fintool {
namespace {

// A table with rows of one filing: the column by which they are found and how many numbers of it a
// filing has. Its other columns are asked of the schema.
struct CarriedTable {
    std::string_view name, key;
    std::int64_t numbers;
    std::string_view only;
};
constexpr std::int64_t metrics_per_filing = rows_per_filing * ids_per_metric;
constexpr CarriedTable filings = {"filings", "id", 1, ""};
constexpr std::array<CarriedTable, 9> tables = {{
    {"source_texts", "filing_id", 1, ""},
    {"statements", "filing_id", 1, ""},
    {"statement_columns", "statement_id", statements_per_filing, ""},
    {"line_items", "id", rows_per_filing, ""},
    {"line_item_values", "line_item_id", rows_per_filing, ""},
    {"metrics", "id", metrics_per_filing, " AND origin NOT IN ('derived', 'computed')"},
    {"checks", "filing_id", 1, ""},
    {"claims", "filing_id", 1, ""},
    {"diagnostics", "filing_id", 1, ""},
}};

// What is added to the numbers of a release on its way.
struct Shift {
    std::int64_t filing = 0, company = 0;
    std::int64_t periods() const { return company_periods(company); }
};

using ShiftOf = std::int64_t (*)(const Shift&);
ShiftOf shift_of(std::string_view table, std::string_view column) {
    if (column == "filing_id") return [](const Shift& s) { return s.filing; };
    if (column == "company_id") return [](const Shift& s) { return s.company; };
    if (column == "period_id") return [](const Shift& s) { return s.periods(); };
    if (column == "statement_id" || (column == "id" && table == "statements")) {
        return [](const Shift& s) { return s.filing * statements_per_filing; };
    }
    if (column == "line_item_id") return [](const Shift& s) { return s.filing * rows_per_filing; };
    if (column != "id") return nullptr;
    if (table == "filings") return [](const Shift& s) { return s.filing; };
    if (table == "metrics") return [](const Shift& s) { return s.filing * metrics_per_filing; };
    return [](const Shift& s) { return s.filing * rows_per_filing; };
}

class TableCopy {
public:
    TableCopy(Connection& from, Connection& to, const CarriedTable& table)
        : numbers_(table.numbers),
          columns_(read_columns(from, table)),
          select_(from.database(), "SELECT " + list(columns_) + " FROM " + std::string(table.name) +
                                       " WHERE " + std::string(table.key) + " BETWEEN ? AND ?" +
                                       std::string(table.only)),
          insert_(to.database(), "INSERT INTO " + std::string(table.name) + " (" + list(columns_) +
                                     ") VALUES (" + marks(columns_.size()) + ")") {}

    // `periods` gets those of the copied rows, as numbered in `from`.
    void copy(std::int64_t filing_id, const Shift& shift, std::set<std::int64_t>& periods) {
        select_.reset();
        select_.bind(1, filing_id * numbers_);
        select_.bind(2, filing_id * numbers_ + numbers_ - 1);
        while (select_.executeStep()) {
            insert_.reset();
            insert_.clearBindings();
            for (std::size_t i = 0; i < columns_.size(); ++i) {
                bind(static_cast<int>(i), columns_[i], shift, periods);
            }
            insert_.exec();
        }
    }

private:
    struct CopiedColumn {
        std::string name;
        ShiftOf shift;
        bool period;
    };

    static std::vector<CopiedColumn> read_columns(Connection& from, const CarriedTable& table) {
        std::vector<CopiedColumn> columns;
        SQLite::Statement& rows =
            from.bound("SELECT name FROM pragma_table_info(?) ORDER BY cid", table.name);
        while (rows.executeStep()) {
            const std::string name = rows.getColumn(0).getString();
            columns.push_back({name, shift_of(table.name, name), name == "period_id"});
        }
        return columns;
    }

    static std::string list(const std::vector<CopiedColumn>& columns) {
        std::string text;
        for (const CopiedColumn& c : columns) text += (text.empty() ? "" : ", ") + c.name;
        return text;
    }

    static std::string marks(std::size_t count) {
        std::string text = "?";
        for (std::size_t i = 1; i < count; ++i) text += ", ?";
        return text;
    }

    void bind(int i, const CopiedColumn& column, const Shift& shift,
              std::set<std::int64_t>& periods) {
        const SQLite::Column value = select_.getColumn(i);
        if (value.isNull()) return;
        if (value.isInteger()) {
            const std::int64_t number = value.getInt64();
            if (column.period) periods.insert(number);
            insert_.bind(i + 1, column.shift ? number + column.shift(shift) : number);
        } else if (value.isFloat()) {
            insert_.bind(i + 1, value.getDouble());
        } else if (value.isBlob()) {
            // The empty blob has no address, which would be bound as NULL.
            const void* const bytes = value.getBytes() == 0 ? "" : value.getBlob();
            insert_.bind(i + 1, bytes, value.getBytes());
        } else {
            insert_.bind(i + 1, value.getText());
        }
    }

    std::int64_t numbers_;
    std::vector<CopiedColumn> columns_;
    SQLite::Statement select_, insert_;
};

struct StoredIdentity {
    Company company;
    Filing filing;
    std::int64_t company_id = 0;  // 0: the release names none and holds nothing
    std::string path, fingerprint;
};

void read_company(Connection& from, std::int64_t filing_id, Company& company) {
    SQLite::Statement& row = from.bound(
        "SELECT name, ticker, exchange, cik, sic, fiscal_year_end, headquarters, website"
        " FROM filing_identities WHERE filing_id = ?",
        filing_id);
    if (!row.executeStep()) return;
    std::string* const fields[] = {&company.name,         &company.ticker, &company.exchange,
                                   &company.cik,          &company.sic,    &company.fiscal_year_end,
                                   &company.headquarters, &company.website};
    int column = 0;
    for (std::string* field : fields) *field = row.getColumn(column++).getString();
    row.reset();
}

StoredIdentity read_stored_identity(Connection& from, std::int64_t filing_id) {
    StoredIdentity found;
    SQLite::Statement& row = from.bound(
        "SELECT ifnull(company_id, 0), path, fingerprint, period_end, fiscal_year, fiscal_quarter"
        " FROM filings WHERE id = ?",
        filing_id);
    if (!row.executeStep()) return found;
    found.company_id = row.getColumn(0).getInt64();
    found.path = row.getColumn(1).getString();
    found.fingerprint = row.getColumn(2).getString();
    found.filing.period_end = parse_iso_date(row.getColumn(3).getString());
    found.filing.fiscal_year = static_cast<int>(row.getColumn(4).getInt64());
    found.filing.fiscal_quarter = static_cast<int>(row.getColumn(5).getInt64());
    row.reset();
    read_company(from, filing_id, found.company);
    // The store's own word for a release without a name: whether it has a twin is asked anew.
    if (found.company.name == unknown_company(found.path)) found.company.name.clear();
    return found;
}

// Of every filing that gives some: read at once, since few do.
std::map<std::int64_t, std::vector<std::string>> read_former_names(Connection& from) {
    std::map<std::int64_t, std::vector<std::string>> names;
    SQLite::Statement& rows =
        from.bound("SELECT filing_id, name FROM company_names WHERE former = 1");
    while (rows.executeStep()) {
        names[rows.getColumn(0).getInt64()].push_back(rows.getColumn(1).getString());
    }
    return names;
}

Period read_period(SQLite::Statement& row) {
    Period period;
    period.kind =
        row.getColumn(0).getString() == "instant" ? Period::Kind::instant : Period::Kind::duration;
    period.start = parse_iso_date(row.getColumn(1).getString()).value_or(Date{});
    period.end = parse_iso_date(row.getColumn(2).getString()).value_or(Date{});
    period.months = static_cast<int>(row.getColumn(3).getInt64());
    return period;
}

}  // namespace

struct ReleaseCarrier::State {
    State(Connection& f, Connection& t)
        : from(f), to(t), filing(f, t, filings), former(read_former_names(f)) {
        for (const CarriedTable& table : tables) rows.emplace_back(f, t, table);
    }

    struct Place {
        WrittenRelease written;
        Shift shift;
    };

    Place carry_identity(std::int64_t filing_id) {
        StoredIdentity found = read_stored_identity(from, filing_id);
        Company& company = found.company;
        if (const auto it = former.find(filing_id); it != former.end()) {
            company.former_names = it->second;
        }
        const auto twin = twin_of(to, found.fingerprint, 0);
        const bool named = !company.name.empty() || !company.cik.empty();
        const bool holds_something = found.company_id != 0;
        if (!named && !twin && holds_something) company.name = unknown_company(found.path);
        Place place;
        if (holds_something) place.written.company_id = match_company(to, company, twin);
        place.written.filing_id = *to.integer("SELECT ifnull(max(id), 0) + 1 FROM filings");
        place.shift = {place.written.filing_id - filing_id,
                       place.written.company_id - found.company_id};
        std::set<std::int64_t> none;
        filing.copy(filing_id, place.shift, none);
        if (holds_something) {
            place.written.touched.everything = save_identity(
                to, place.written.company_id, place.written.filing_id, company, found.filing);
        }
        return place;
    }

    void carry_rows(std::int64_t filing_id, Place& place) {
        std::set<std::int64_t> periods;
        for (TableCopy& table : rows) table.copy(filing_id, place.shift, periods);
        std::map<std::int64_t, Date> ends;
        for (const std::int64_t id : periods) {
            SQLite::Statement& row =
                from.bound("SELECT kind, start_on, end_on, months FROM periods WHERE id = ?", id);
            if (!row.executeStep()) continue;
            const Period period = read_period(row);
            row.reset();
            save_period(to, place.written.company_id, period, true);
            place.written.touched.add(period.end);
            ends[id] = period.end;
        }
        SQLite::Statement& metrics = from.bound(
            "SELECT name, period_id FROM metrics WHERE id BETWEEN ? AND ? AND origin NOT IN"
            " ('derived', 'computed')",
            filing_id * metrics_per_filing, (filing_id + 1) * metrics_per_filing - 1);
        while (metrics.executeStep()) {
            const auto end = ends.find(metrics.getColumn(1).getInt64());
            if (end == ends.end()) continue;
            place.written.touched.add(metrics.getColumn(0).getString(), end->second);
        }
    }

    Connection& from;
    Connection& to;
    TableCopy filing;
    std::vector<TableCopy> rows;
    std::map<std::int64_t, std::vector<std::string>> former;
};

ReleaseCarrier::ReleaseCarrier(Connection& from, Connection& to)
    : state_(std::make_unique<State>(from, to)) {}
ReleaseCarrier::ReleaseCarrier(ReleaseCarrier&&) noexcept = default;
ReleaseCarrier::~ReleaseCarrier() = default;

WrittenRelease ReleaseCarrier::carry(std::int64_t filing_id) {
    State::Place place = state_->carry_identity(filing_id);
    state_->carry_rows(filing_id, place);
    return place.written;
}

WrittenRelease ReleaseCarrier::carry_identity(std::int64_t filing_id) {
    return state_->carry_identity(filing_id).written;
}

}  // namespace fintool

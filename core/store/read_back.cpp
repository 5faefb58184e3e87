// Rows read back and compared by a hash per table: see the header. What should be there is worked
// out from the Reading itself, not from what release_writer.cpp has bound.
#include "store/read_back.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <optional>
#include <set>
#include <string_view>
#include <tuple>

#include "store/check_form.h"
#include "store/clean_text.h"
#include "store/periods.h"
#include "store/release_writer.h"

namespace fintool {
namespace {

// FNV-1a over the fields of one row, eight bytes at a time; NULL, numbers and texts differ also
// where they look alike.
class RowHash {
public:
    RowHash& null() { return mark('0'); }
    RowHash& integer(std::int64_t value) {
        mark('i');
        word(static_cast<std::uint64_t>(value));
        return *this;
    }
    RowHash& real(double value) {
        mark('r');
        word(std::bit_cast<std::uint64_t>(value));
        return *this;
    }
    RowHash& text(std::string_view value) {
        mark('t');
        for (; !value.empty(); value.remove_prefix(std::min<std::size_t>(value.size(), 8))) {
            std::uint64_t eight = value.size();
            std::memcpy(&eight, value.data(), std::min<std::size_t>(value.size(), 8));
            word(eight);
        }
        return *this;
    }
    RowHash& clean(std::string_view value) {
        return is_plain_text(value) ? text(value) : text(clean_text(value));
    }
    RowHash& clean_or_null(std::string_view value) {
        if (is_plain_text(value)) return value.empty() ? null() : text(value);
        const std::string cleaned = clean_text(value);
        return cleaned.empty() ? null() : text(cleaned);
    }
    RowHash& number(const std::optional<Decimal>& value) {
        if (!value) return null();
        const Decimal whole = normalized(*value);
        return whole.places == 0 ? integer(whole.coefficient) : real(to_real(*value));
    }
    RowHash& key(std::int64_t company_id, const std::optional<Period>& period) {
        const auto id = period && company_id != 0 ? period_key(company_id, *period) : std::nullopt;
        return id ? integer(*id) : null();
    }
    RowHash& stored(const StoredRow::Value& value) {
        switch (value.type) {
            case StoredRow::Type::null: return null();
            case StoredRow::Type::integer: return integer(value.integer);
            case StoredRow::Type::real: return real(value.real);
            case StoredRow::Type::text: break;
        }
        return text(value.text);
    }
    std::uint64_t value() const { return hash_; }

private:
    RowHash& mark(char kind) {
        word(static_cast<unsigned char>(kind));
        return *this;
    }
    void word(std::uint64_t value) {
        hash_ = (hash_ ^ value) * 0x100000001b3;
        hash_ ^= hash_ >> 29;
    }
    std::uint64_t hash_ = 0xcbf29ce484222325;
};

// Of a table's rows in any order.
template <class... Values>
std::uint64_t stored_hash(Connection& connection, const char* sql, const Values&... values) {
    std::uint64_t sum = 0;
    int columns = 0;
    connection.each(
        sql,
        [&](const StoredRow& row) {
            if (columns == 0) columns = row.columns();
            RowHash hash;
            for (int i = 0; i < columns; ++i) hash.stored(row.value(i));
            sum += hash.value();
        },
        values...);
    return sum;
}

struct Expected {
    const Reading& reading;
    const WrittenRelease& written;
    std::int64_t filing_id = written.filing_id, company_id = written.company_id;

    std::uint64_t filing() const {
        const Filing& f = reading.filing;
        const auto day = [](RowHash& row, const std::optional<Date>& date) {
            date && date->ok() ? row.text(to_string(*date)) : row.null();
        };
        const auto above_zero = [](RowHash& row, int number) {
            number > 0 ? row.integer(number) : row.null();
        };
        RowHash row;
        row.clean_or_null(f.form).clean_or_null(f.accession).clean_or_null(f.title);
        day(row, f.released_on);
        day(row, f.period_end);
        above_zero(row, f.fiscal_year);
        above_zero(row, f.fiscal_quarter > 4 ? 0 : f.fiscal_quarter);
        return row.text(to_string(f.status)).clean_or_null(f.reason).value();
    }

    std::uint64_t diagnostics() const {
        std::uint64_t sum = 0;
        for (const Diagnostic& d : reading.diagnostics) {
            RowHash row;
            row.clean(d.code).integer(static_cast<std::int64_t>(d.span.begin));
            row.integer(static_cast<std::int64_t>(d.span.end)).clean(d.message);
            sum += row.value();
        }
        return sum;
    }

    std::uint64_t statements() const {
        std::uint64_t sum = 0;
        std::int64_t ordinal = 0;
        for (const Statement& s : reading.statements) {
            RowHash row;
            row.integer(++ordinal).text(to_string(s.kind)).text(to_string(s.basis));
            row.clean_or_null(s.title).clean(s.currency).integer(s.first_line);
            sum += row.value();
        }
        return sum;
    }

    std::uint64_t columns() const {
        std::uint64_t sum = 0;
        std::int64_t ordinal = 0;
        for (const Statement& s : reading.statements) {
            ++ordinal;
            std::int64_t number = 0;
            for (const Column& c : s.columns) {
                RowHash row;
                row.integer(ordinal).integer(number++).clean_or_null(c.heading);
                row.key(company_id, c.period);
                row.text(to_string(c.vintage)).text(to_string(c.role));
                sum += row.value();
            }
        }
        return sum;
    }

    std::uint64_t line_items() const {
        std::uint64_t sum = 0;
        std::int64_t ordinal = 0;
        for (const Statement& s : reading.statements) {
            ++ordinal;
            std::int64_t number = 0;
            for (const Row& r : s.rows) {
                RowHash row;
                row.integer(ordinal).integer(number++).clean_or_null(r.section).clean(r.label);
                row.integer(r.depth).integer(r.first_line);
                sum += row.value();
            }
        }
        return sum;
    }

    std::uint64_t values() const {
        std::uint64_t sum = 0;
        std::int64_t item = filing_id * rows_per_filing;
        for (std::size_t s = 0; s < reading.statements.size(); ++s) {
            for (std::size_t r = 0; r < reading.statements[s].rows.size(); ++r) {
                ++item;
                const std::size_t count = std::min(reading.statements[s].rows[r].cells.size(),
                                                   reading.statements[s].columns.size());
                for (std::size_t c = 0; c < count; ++c) sum += cell(item, {s, r, c});
            }
        }
        return sum;
    }

    std::string_view proof_at(const CellRef& at) const {
        const auto& all = reading.proofs;
        const bool judged = at.statement < all.size() && at.row < all[at.statement].size() &&
                            at.column < all[at.statement][at.row].size();
        return to_string(judged ? all[at.statement][at.row][at.column] : Proof::untested);
    }

    std::uint64_t cell(std::int64_t item, const CellRef& at) const {
        const Row& r = reading.statements[at.statement].rows[at.row];
        const Cell& c = r.cells[at.column];
        const Column& column = reading.statements[at.statement].columns[at.column];
        if (std::holds_alternative<Blank>(c.value)) return 0;
        RowHash row;
        row.integer(item).integer(static_cast<std::int64_t>(at.column));
        row.key(company_id, period_of(column, c)).clean(c.raw).number(value_in_units(r, c));
        row.clean(to_string(unit_of(r, c))).text(proof_at(at));
        row.integer(static_cast<std::int64_t>(c.span.begin));
        return row.integer(static_cast<std::int64_t>(c.span.end)).value();
    }

    std::uint64_t metrics() const {
        std::uint64_t sum = 0;
        for (const MetricFact* f : written.facts) {
            RowHash row;
            row.clean(f->metric).key(company_id, f->period).number(f->value);
            row.clean(to_string(f->unit)).text(to_string(f->basis)).text(to_string(f->origin));
            row.text(to_string(f->vintage)).number(f->low).number(f->high);
            sum += row.clean(f->qualifier).clean_or_null(f->formula).value();
        }
        return sum;
    }

    std::uint64_t checks() const {
        std::uint64_t sum = 0;
        for (std::size_t i = 0; i < reading.checks.size(); ++i) {
            const Check& c = reading.checks[i];
            RowHash row;
            row.clean(c.rule).text(to_string(c.status)).number(c.expected).number(c.actual);
            const std::string& form = written.check_forms[i];
            row.number(c.tolerance).clean_or_null(form.empty() ? c.detail : "");
            sum += row.clean_or_null(form).value();
        }
        return sum;
    }

    std::uint64_t claims() const {
        std::uint64_t sum = 0;
        for (const Claim& c : reading.claims) {
            RowHash row;
            row.clean(c.sentence).integer(static_cast<std::int64_t>(c.span.begin));
            row.integer(static_cast<std::int64_t>(c.span.end)).clean_or_null(c.metric);
            row.key(company_id, c.period).number(c.value).text(c.status);
            sum += row.clean_or_null(c.detail).value();
        }
        return sum;
    }
};

// All but the printed rows and what is made of them.
std::string outline_that_differs(Connection& connection, const Expected& expected) {
    if (expected.filing() != stored_hash(connection,
                                         "SELECT form, accession, title, released_on, period_end,"
                                         " fiscal_year, fiscal_quarter, status, reason FROM filings"
                                         " WHERE id = ?",
                                         expected.filing_id)) {
        return "filings";
    }
    if (expected.diagnostics() !=
        stored_hash(connection,
                    "SELECT code, byte_start, byte_end, message FROM diagnostics"
                    " WHERE filing_id = ?",
                    expected.filing_id)) {
        return "diagnostics";
    }
    if (expected.statements() !=
        stored_hash(connection,
                    "SELECT ordinal, kind, basis, title, currency, first_line"
                    " FROM statements WHERE filing_id = ?",
                    expected.filing_id)) {
        return "statements";
    }
    if (expected.columns() !=
        stored_hash(connection,
                    "SELECT ordinal, column_no, heading, period_id, vintage, role"
                    " FROM statements s JOIN statement_columns ON statement_id = s.id"
                    " WHERE filing_id = ?",
                    expected.filing_id)) {
        return "statement_columns";
    }
    return "";
}

}  // namespace

std::vector<const MetricFact*> facts_to_store(const Reading& reading, std::int64_t company_id) {
    std::set<std::tuple<std::int64_t, std::string_view, std::string, Statement::Basis, Origin,
                        Column::Vintage>>
        seen;
    std::vector<const MetricFact*> facts;
    facts.reserve(reading.metrics.size());
    for (const MetricFact& fact : reading.metrics) {
        const auto period = company_id != 0 ? period_key(company_id, fact.period) : std::nullopt;
        if (!period) continue;
        const bool first = seen.emplace(*period, fact.metric, to_string(fact.unit), fact.basis,
                                        fact.origin, fact.vintage)
                               .second;
        if (first) facts.push_back(&fact);
    }
    return facts;
}

std::string table_that_differs(Connection& connection, const Reading& reading,
                               const WrittenRelease& written) {
    const Expected expected{reading, written};
    const std::int64_t filing_id = written.filing_id;
    const std::int64_t rows = filing_id * rows_per_filing;
    const std::int64_t last = rows + rows_per_filing - 1;
    const std::string outline = outline_that_differs(connection, expected);
    if (!outline.empty()) return outline;
    if (expected.line_items() !=
        stored_hash(connection,
                    "SELECT ordinal, row_no, section, label, depth, l.first_line"
                    " FROM statements s JOIN line_items l ON statement_id = s.id"
                    " WHERE filing_id = ?",
                    filing_id)) {
        return "line_items";
    }
    if (expected.values() !=
        stored_hash(connection,
                    "SELECT line_item_id, column_no, period_id, raw_text, value, unit,"
                    " proof, byte_start, byte_end FROM line_item_values"
                    " WHERE line_item_id BETWEEN ? AND ?",
                    rows, last)) {
        return "line_item_values";
    }
    // What is made of this filing's values has ids between theirs, and outlasts them until its own
    // refresh: the growth that a later filing's figures of the year before give.
    if (expected.metrics() !=
        stored_hash(connection,
                    "SELECT name, period_id, value, unit, basis, origin, vintage,"
                    " value_low, value_high, qualifier, formula FROM metrics"
                    " WHERE id BETWEEN ? AND ? AND id % ? = 0",
                    rows * ids_per_metric, last * ids_per_metric, ids_per_metric)) {
        return "metrics";
    }
    if (expected.checks() !=
        stored_hash(connection,
                    "SELECT rule, status, expected, actual, tolerance, detail, form"
                    " FROM checks WHERE filing_id = ?",
                    filing_id)) {
        return "checks";
    }
    if (expected.claims() !=
        stored_hash(connection,
                    "SELECT sentence, byte_start, byte_end, metric, period_id, value,"
                    " status, detail FROM claims WHERE filing_id = ?",
                    filing_id)) {
        return "claims";
    }
    return "";
}

}  // namespace fintool

// Companies mended by hand: a name of one's own, and two rows that are one company.
#include "store/company_match.h"
#include "store/periods.h"
#include "store/warehouse_state.h"

namespace fintool {
namespace {

Error no_company(std::int64_t id, const std::string& path) {
    return {Error::Code::not_found,
            "no company " + std::to_string(id) + " in " + path + ": fintool companies lists them"};
}

bool exists(Connection& connection, std::int64_t company_id) {
    return connection.integer("SELECT 1 FROM companies WHERE id = ?", company_id).has_value();
}

void delete_made_metrics(Connection& connection, std::int64_t company_id) {
    connection.run(
        "DELETE FROM metric_inputs WHERE metric_id IN (SELECT id FROM metrics WHERE company_id = ?"
        " AND origin IN ('derived', 'computed'))",
        company_id);
    connection.run("DELETE FROM metrics WHERE company_id = ? AND origin IN ('derived', 'computed')",
                   company_id);
}

// A period's id holds its company: `shift` takes it from one to the other.
void move_periods(Connection& connection, std::int64_t from, std::int64_t into,
                  std::int64_t shift) {
    connection.run(
        "INSERT INTO periods (id, company_id, kind, start_on, end_on, months, printed)"
        " SELECT id + ?3, ?2, kind, start_on, end_on, months, printed FROM periods"
        " WHERE company_id = ?1"
        " ON CONFLICT (id) DO UPDATE SET printed = max(printed, excluded.printed)",
        from, into, shift);
    connection.run(
        "UPDATE statement_columns SET period_id = period_id + ?2 WHERE statement_id IN"
        " (SELECT s.id FROM filings f JOIN statements s ON s.filing_id = f.id"
        " WHERE f.company_id = ?1)",
        from, shift);
    connection.run(
        "UPDATE line_item_values SET period_id = period_id + ?2 WHERE line_item_id IN"
        " (SELECT l.id FROM filings f JOIN statements s ON s.filing_id = f.id"
        " JOIN line_items l ON l.statement_id = s.id WHERE f.company_id = ?1)",
        from, shift);
    connection.run(
        "UPDATE claims SET period_id = period_id + ?2 WHERE filing_id IN"
        " (SELECT id FROM filings WHERE company_id = ?1)",
        from, shift);
}

}  // namespace

Status Warehouse::rename_company(std::int64_t company_id, std::string_view name) {
    bool found = false;
    auto status = state_->step("rename a company in", [&] {
        Connection& connection = state_->connection;
        found = exists(connection, company_id);
        connection.run("UPDATE companies SET name_by_hand = ? WHERE id = ?", OrNull(name),
                       company_id);
        if (found) refresh_company(connection, company_id);
    });
    if (status && !found) return no_company(company_id, state_->path);
    return status;
}

Status Warehouse::merge_companies(std::int64_t from, std::int64_t into) {
    if (from == into) {
        return Error{Error::Code::invalid_argument, "a company is not merged with itself"};
    }
    std::int64_t absent = 0;
    auto status = state_->step("merge companies in", [&] {
        Connection& connection = state_->connection;
        for (const std::int64_t id : {from, into}) {
            if (!exists(connection, id)) absent = id;
        }
        if (absent != 0) return;
        delete_made_metrics(connection, from);
        const std::int64_t shift = company_periods(into) - company_periods(from);
        move_periods(connection, from, into, shift);
        connection.run(
            "UPDATE metrics SET company_id = ?2, period_id = period_id + ?3 WHERE company_id = ?1",
            from, into, shift);
        connection.run("UPDATE company_names SET company_id = ?2 WHERE company_id = ?1", from,
                       into);
        connection.run("UPDATE filings SET company_id = ?2 WHERE company_id = ?1", from, into);
        connection.run("DELETE FROM periods WHERE company_id = ?", from);
        connection.run("DELETE FROM companies WHERE id = ?", from);
        state_->touched.erase(from);
        state_->touched[into].filing_gone = true;  // everything about it is made anew
    });
    if (status && absent != 0) return no_company(absent, state_->path);
    return status;
}

}  // namespace fintool

// Runs the rules and turns their outcome into a proof for every cell.
#include "facts/checks.h"

#include <algorithm>

#include "facts/checks_rules.h"

namespace fintool {
namespace {

// Rules whose exact tie says nothing about the last digit.
bool proves(const Check& check) { return check.rule != "eps-times-shares"; }

bool ties_exactly(const Check& check) {
    return check.expected && check.actual && compare(*check.expected, *check.actual) == 0;
}

struct Marks {
    bool exact = false, near = false, failed = false;

    Proof proof() const {
        if (failed) return exact ? Proof::consistent : Proof::contradicted;
        if (exact) return Proof::proven;
        return near ? Proof::consistent : Proof::untested;
    }
};

void mark(const Check& check, Marks& marks) {
    if (check.status == Check::Status::fail) marks.failed = true;
    if (check.status != Check::Status::pass) return;
    (proves(check) && ties_exactly(check) ? marks.exact : marks.near) = true;
}

}  // namespace

void check_statements(Reading& reading) {
    Workings workings(reading);
    check_sums(workings);
    check_balance(workings);
    check_columns(workings);
    check_between(workings);
    check_per_share(workings);
    check_scales(workings);
    check_lost_rows(workings);
    reading.proofs = proofs_of(reading, workings.checks);
    reading.checks = std::move(workings.checks);
}

Proofs proofs_of(const Reading& reading, const std::vector<Check>& checks) {
    std::vector<std::vector<std::vector<Marks>>> marks;
    for (const auto& statement : reading.statements) {
        auto& rows = marks.emplace_back();
        for (const auto& row : statement.rows) rows.emplace_back(row.cells.size());
    }
    for (const auto& check : checks) {
        for (const auto& cell : check.cells) {
            mark(check, marks[cell.statement][cell.row][cell.column]);
        }
    }
    Proofs proofs;
    for (const auto& statement : marks) {
        auto& rows = proofs.emplace_back();
        for (const auto& row : statement) {
            auto& cells = rows.emplace_back();
            for (const auto& cell : row) cells.push_back(cell.proof());
        }
    }
    return proofs;
}

Workings::Workings(const Reading& of) : reading(of) {
    for (const auto& statement : reading.statements) {
        amounts.push_back(read_amounts(statement));
        structures.push_back(find_structure(statement, amounts.back()));
    }
    for (const auto& fact : reading.metrics) {
        if (fact.origin != Origin::reported || !fact.printed) continue;
        metrics.try_emplace({fact.statement, fact.row}, fact.metric);
    }
}

std::string Workings::metric_of(std::size_t statement, std::size_t row) const {
    const auto found = metrics.find({statement, row});
    return found == metrics.end() ? std::string() : found->second;
}

Decimal in_whole_units(const AmountTable& amounts, std::int64_t value) {
    if (amounts.exponent < 0) {
        return normalized({value, static_cast<std::uint8_t>(-amounts.exponent)});
    }
    return scale_by({value, 0}, amounts.exponent).value_or(Decimal{value, 0});
}

std::string name_of(const Row& row) { return row.label.empty() ? "(no label)" : row.label; }

std::string name_with_figure(const Statement& statement, std::size_t row, std::size_t column) {
    const Row& printed = statement.rows[row];
    const std::string& raw = printed.cells[column].raw;
    return name_of(printed) + " " + (raw.empty() ? "(blank)" : raw);
}

}  // namespace fintool

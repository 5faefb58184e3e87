// Runs the rules and turns their outcome into a proof for every cell.
#include "facts/checks.h"

#include <algorithm>

#include "base/text.h"
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
    // All cells' marks in one list: where a statement's begin, and how far its rows lie apart.
    struct Place {
        std::size_t begin = 0, width = 0;
    };
    std::vector<Place> places;
    std::size_t size = 0;
    for (const auto& statement : reading.statements) {
        Place& place = places.emplace_back(Place{size, 0});
        for (const auto& row : statement.rows)
            place.width = std::max(place.width, row.cells.size());
        size += place.width * statement.rows.size();
    }
    std::vector<Marks> marks(size);
    const auto at = [&](std::size_t statement, std::size_t row, std::size_t column) -> Marks& {
        return marks[places[statement].begin + row * places[statement].width + column];
    };
    for (const auto& check : checks) {
        for (const auto& cell : check.cells) mark(check, at(cell.statement, cell.row, cell.column));
    }
    Proofs proofs(reading.statements.size());
    for (std::size_t i = 0; i < proofs.size(); ++i) {
        const auto& rows = reading.statements[i].rows;
        for (std::size_t row = 0; row < rows.size(); ++row) {
            auto& cells = proofs[i].emplace_back(rows[row].cells.size());
            for (std::size_t column = 0; column < cells.size(); ++column)
                cells[column] = at(i, row, column).proof();
        }
    }
    return proofs;
}

Workings::Workings(const Reading& of) : reading(of) {
    for (const auto& statement : reading.statements) {
        amounts.push_back(read_amounts(statement));
        structures.push_back(find_structure(statement, amounts.back()));
        metrics_.emplace_back(statement.rows.size());
        auto& words = words_.emplace_back();
        for (const Row& row : statement.rows) words.push_back(words_of(row.label));
    }
    for (const auto& fact : reading.metrics) {
        if (fact.origin != Origin::reported || !fact.printed) continue;
        std::string& metric = metrics_[fact.statement][fact.row];
        if (metric.empty()) metric = fact.metric;
    }
}

const std::string& Workings::metric_of(std::size_t statement, std::size_t row) const {
    return metrics_[statement][row];
}

Decimal in_whole_units(const AmountTable& amounts, std::int64_t value) {
    if (amounts.exponent < 0) {
        return normalized({value, static_cast<std::uint8_t>(-amounts.exponent)});
    }
    return scale_by({value, 0}, amounts.exponent).value_or(Decimal{value, 0});
}

std::string name_of(const Row& row) { return row.label.empty() ? "(no label)" : row.label; }

std::string numbered_name(const Row& row, std::size_t number) {
    return row.label.empty() ? name_of(row) : "%" + std::to_string(number);
}

std::string numbered_figure(const Statement& statement, std::size_t row, std::size_t number) {
    const std::string figure = "%" + std::to_string(number);
    return statement.rows[row].label.empty() ? name_of(statement.rows[row]) + figure : figure;
}

std::string name_with_figure(const Statement& statement, std::size_t row, std::size_t column) {
    const Row& printed = statement.rows[row];
    const std::string& raw = printed.cells[column].raw;
    return name_of(printed) + " " + (raw.empty() ? "(blank)" : closed_amount(raw));
}

}  // namespace fintool

// Statements written down in a test: a label and its printed amounts per row.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "statement/statement.h"

namespace hand_made {

// "(1,234)", "12.5", "-" (a dash), "" (a blank). No spans.
inline fintool::Cell cell(std::string_view raw) {
    fintool::Cell made;
    made.raw = raw;
    if (raw.empty()) return made;
    if (raw == "-") {
        made.value = fintool::Dash{};
        return made;
    }
    fintool::Number number;
    bool after_point = false;
    for (const char c : raw) {
        if (c == '.') after_point = true;
        if (!fintool::is_digit(c)) continue;
        number.value.coefficient = number.value.coefficient * 10 + (c - '0');
        if (after_point) ++number.value.places;
    }
    if (raw.front() == '(' || raw.front() == '-') {
        number.value.coefficient = -number.value.coefficient;
    }
    made.value = number;
    return made;
}

struct Line {
    std::string label;  // "Current assets:" alone is a heading; "= Total" has a rule above it
    std::vector<std::string> amounts;
};

// All rows are money in thousands of dollars; columns are periods unless changed afterwards.
inline fintool::Statement statement(fintool::Statement::Kind kind, const std::vector<Line>& lines) {
    fintool::Statement made;
    made.kind = kind;
    made.scale = fintool::Scale::thousands;
    made.scale_stated = true;
    std::string section;
    for (const auto& line : lines) {
        if (line.amounts.empty()) section = line.label;
        fintool::Row row;
        row.section = section;
        row.label = line.label;
        row.ruled_above = row.label.starts_with("=");
        if (row.ruled_above) row.label = fintool::trim(std::string_view(row.label).substr(1));
        row.unit = {fintool::Unit::Kind::money, "USD"};
        row.scale = made.scale;
        for (const auto& amount : line.amounts) row.cells.push_back(cell(amount));
        while (made.columns.size() < row.cells.size()) {
            made.columns.emplace_back().role = fintool::Column::Role::period;
        }
        made.rows.push_back(std::move(row));
    }
    for (auto& row : made.rows) row.cells.resize(made.columns.size());
    return made;
}

}  // namespace hand_made

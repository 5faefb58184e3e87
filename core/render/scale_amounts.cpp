// Amounts that are whole thousands or millions throughout a table, shown in those: "revenue, USD
// thousands". Exact: where one value would lose a digit all stay as they are. And the digits after
// the point, the same throughout a column.
#include <algorithm>

#include "base/text.h"
#include "render/numbers.h"
#include "render/render.h"

namespace fintool {
namespace {

struct AmountScale {
    std::int64_t factor;
    const char* word;
};
constexpr AmountScale scales[] = {{1'000'000, " millions"}, {1'000, " thousands"}};

// Currencies by their ISO code, and shares; a price per share or a percentage is no such amount.
bool is_amount(const std::string& unit) {
    const bool capitals = std::all_of(unit.begin(), unit.end(), is_upper);
    return (unit.size() == 3 && capitals) || unit == "shares";
}

// Does every number of the unit's columns divide, and is there one but zero?
bool divides(const ResultSet& table, const std::string& unit, std::int64_t factor) {
    bool any = false;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (table.columns[i].unit != unit) continue;
        for (const auto& row : table.rows) {
            if (std::holds_alternative<double>(row[i])) return false;
            const auto* value = std::get_if<std::int64_t>(&row[i]);
            if (value && *value % factor != 0) return false;
            any = any || (value && *value != 0);
        }
    }
    return any;
}

void divide(ResultSet& table, const std::string& unit, const AmountScale& scale) {
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        ResultSet::Column& column = table.columns[i];
        if (column.unit != unit) continue;
        // "revenue, USD" -> "revenue," over "USD thousands"
        column.title =
            column.name.substr(0, column.name.size() - unit.size() - 1) + "\n" + unit + scale.word;
        column.unit += scale.word;
        for (auto& row : table.rows) {
            if (auto* value = std::get_if<std::int64_t>(&row[i])) *value /= scale.factor;
        }
    }
}

// "0.1" under "0.09" reads as another thing than "0.10": a column has as many digits after the
// point as its longest number, and an amount per share its cents.
void level_points(ResultSet& table) {
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        ResultSet::Column& column = table.columns[i];
        if (column.unit.empty()) continue;
        std::size_t places = column.unit.ends_with("/share") ? 2 : 0;
        for (const auto& row : table.rows) {
            const std::string text = people_text(row[i], column.style);
            const std::size_t point = text.find('.');
            if (is_number(row[i]) && point != text.npos)
                places = std::max(places, text.size() - point - 1);
        }
        if (places > 0) column.places = static_cast<int>(places);
    }
}

}  // namespace

ResultSet with_scaled_amounts(ResultSet table) {
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const std::string unit = table.columns[i].unit;
        if (!is_amount(unit)) continue;
        for (const AmountScale& scale : scales) {
            if (!divides(table, unit, scale.factor)) continue;
            divide(table, unit, scale);
            break;
        }
    }
    level_points(table);
    return table;
}

}  // namespace fintool

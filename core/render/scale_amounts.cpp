// Amounts that are whole thousands or millions throughout a table, shown in those: "revenue, USD
// thousands". Exact: where one value would lose a digit all stay as they are.
#include <algorithm>

#include "base/text.h"
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
    return table;
}

}  // namespace fintool

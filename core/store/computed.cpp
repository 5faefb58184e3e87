// The table of formulas and how it is applied: see the header.
#include "store/computed.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <optional>
#include <string_view>
#include <tuple>

#include "store/release_writer.h"

namespace fintool {
namespace {

using Rule = Formula::Rule;

constexpr std::array<Formula, 8> formulas = {{
    {"gross_margin", "gross_profit", "revenue", Rule::percent},
    {"operating_margin", "operating_income", "revenue", Rule::percent},
    {"net_margin", "net_income", "revenue", Rule::percent},
    {"free_cash_flow", "operating_cash_flow", "capital_expenditures", Rule::difference},
    {"working_capital", "current_assets", "current_liabilities", Rule::difference},
    {"current_ratio", "current_assets", "current_liabilities", Rule::ratio},
    {"net_debt", "long_term_debt", "cash", Rule::difference},
    {"revenue_growth", "revenue", "revenue", Rule::growth},
}};

constexpr int computed_places = 4;  // of a percentage or a ratio

// metric, currency, basis, fiscal year, fiscal quarter (0: the year)
using Place = std::tuple<std::string_view, std::string_view, Statement::Basis, int, int>;
using Index = std::map<Place, const StoredMetric*>;

// "-13121000" -> "-13,121,000".
std::string grouped(Decimal value) {
    const std::string text = to_string(normalized(value));
    const std::size_t point = std::min(text.find('.'), text.size());
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool at_group = i < point && (point - i) % 3 == 0;
        if (at_group && i > 0 && text[i - 1] != '-') out += ',';
        out += text[i];
    }
    return out;
}

std::string named(const StoredMetric& input) {
    return input.value.metric + " " + grouped(input.value.value);
}

std::string dated(const StoredMetric& input) {
    return input.value.fiscal_label + " " + grouped(input.value.value);
}

// To four places; nothing where the divisor is not positive or the result is beyond all sense.
std::optional<Decimal> quotient(Decimal left, Decimal right, double factor) {
    const double divisor = to_real(right);
    if (divisor <= 0) return std::nullopt;
    const double scaled = factor * to_real(left) / divisor * std::pow(10.0, computed_places);
    if (std::abs(scaled) > 1e15) return std::nullopt;
    return normalized({std::llround(scaled), computed_places});
}

std::optional<Decimal> apply(Rule rule, Decimal left, Decimal right) {
    switch (rule) {
        case Rule::percent: return quotient(left, right, 100);
        case Rule::ratio: return quotient(left, right, 1);
        case Rule::difference: return subtract(left, right);
        case Rule::growth: {
            const auto change = subtract(left, right);
            return change ? quotient(*change, right, 100) : std::nullopt;
        }
    }
    return std::nullopt;
}

std::string formula_text(const Formula& formula, const StoredMetric& left,
                         const StoredMetric& right) {
    if (formula.rule == Rule::growth) return dated(left) + " / " + dated(right) + " - 1";
    const char* const sign = formula.rule == Rule::difference ? " - " : " / ";
    return named(left) + sign + named(right);
}

Unit unit_of(Rule rule, const Unit& inputs) {
    switch (rule) {
        case Rule::ratio: return {Unit::Kind::ratio, ""};
        case Rule::difference: return inputs;
        case Rule::percent:
        case Rule::growth: break;
    }
    return {Unit::Kind::percent, ""};
}

std::int64_t result_id(const Formula& formula, const StoredMetric& left) {
    return left.value.id + made_ids_per_input * (&formula - formulas.data() + 1);
}

std::optional<StoredMetric> compute(const Formula& formula, const StoredMetric& left,
                                    const StoredMetric& right) {
    const auto value = apply(formula.rule, left.value.value, right.value.value);
    if (!value) return std::nullopt;
    StoredMetric made = left;  // its period, basis and labels
    made.value.id = result_id(formula, left);
    made.value.metric = formula.metric;
    made.value.value = *value;
    made.value.unit = unit_of(formula.rule, left.value.unit);
    made.value.vintage = Column::Vintage::original;
    const auto age = [](const StoredMetric& m) {
        return std::tie(m.value.released_on, m.value.filing_id);
    };
    const StoredMetric& newest = age(left) < age(right) ? right : left;
    made.value.filing_id = newest.value.filing_id;
    made.value.released_on = newest.value.released_on;
    made.origin = Origin::computed;
    made.formula = formula_text(formula, left, right);
    made.inputs = {left.value.id, right.value.id};
    return made;
}

Place place_of(const StoredMetric& m, int quarter) {
    return {m.value.metric, m.value.unit.name, m.value.basis, m.fiscal_year, quarter};
}

Place place_of_right(const Formula& formula, Place left) {
    std::get<0>(left) = formula.right;
    if (formula.rule == Rule::growth) --std::get<3>(left);
    return left;
}

// An instant that ends a year stands for its quarter and its year, and gives one result.
void compute_all(const Formula& formula, const Index& index, std::vector<StoredMetric>& made) {
    constexpr int no_year = std::numeric_limits<int>::min();
    const auto first = index.lower_bound({formula.left, "", Statement::Basis::gaap, no_year, 0});
    for (auto at = first; at != index.end(); ++at) {
        const auto& [place, left] = *at;
        if (std::get<0>(place) != formula.left) break;
        if (left->value.unit.kind != Unit::Kind::money) continue;
        const bool year = std::get<4>(place) == 0;
        if (year && left->of_quarter) continue;
        const auto right = index.find(place_of_right(formula, place));
        if (right == index.end()) continue;
        if (auto result = compute(formula, *left, *right->second))
            made.push_back(*std::move(result));
    }
}

}  // namespace

std::vector<StoredMetric> compute_metrics(const std::vector<StoredMetric>& metrics) {
    Index index;
    for (const StoredMetric& m : metrics) {
        if (m.of_quarter) index.emplace(place_of(m, m.fiscal_quarter), &m);
        if (m.of_year) index.emplace(place_of(m, 0), &m);
    }
    std::vector<StoredMetric> made;
    for (const Formula& formula : formulas) compute_all(formula, index, made);
    return made;
}

std::span<const Formula> computed_formulas() { return formulas; }

std::string_view to_string(Formula::Rule rule) {
    switch (rule) {
        case Rule::percent: return "percent";
        case Rule::difference: return "difference";
        case Rule::ratio: return "ratio";
        case Rule::growth: break;
    }
    return "growth";
}

std::vector<std::string> formula_inputs() {
    std::vector<std::string> names;
    for (const Formula& formula : formulas) {
        names.emplace_back(formula.left);
        names.emplace_back(formula.right);
    }
    return names;
}

std::vector<std::string> formula_results() {
    std::vector<std::string> names;
    for (const Formula& formula : formulas) names.emplace_back(formula.metric);
    return names;
}

}  // namespace fintool

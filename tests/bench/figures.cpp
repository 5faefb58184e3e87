// Digits in groups of three, negatives in parentheses or with a sign, decimals as the unit has
// them.
#include "figures.h"

namespace bench {

std::string grouped(std::int64_t number) {
    std::string text = std::to_string(number < 0 ? -number : number);
    for (auto at = static_cast<int>(text.size()) - 3; at > 0; at -= 3) {
        text.insert(static_cast<std::size_t>(at), 1, ',');
    }
    return text;
}

namespace {

std::string digits(const Figure& figure, const Layout& layout) {
    std::int64_t size = figure.coefficient < 0 ? -figure.coefficient : figure.coefficient;
    std::int64_t unit = 1;
    for (int i = 0; i < figure.places; ++i) unit *= 10;
    std::string whole = layout.commas ? grouped(size / unit) : std::to_string(size / unit);
    if (figure.places == 0) return whole;
    if (whole == "0" && !layout.leading_zero) whole.clear();
    std::string rest = std::to_string(size % unit);
    rest.insert(0, static_cast<std::size_t>(figure.places) - rest.size(), '0');
    return whole + "." + rest;
}

}  // namespace

CellWords cell_words(const Figure& figure, const PrintedRow& row, bool first_row,
                     const Layout& layout) {
    CellWords made;
    const bool money = row.unit != UnitKind::shares;
    made.dollar =
        money &&
        (layout.dollars == 2 ||
         (layout.dollars == 1 && (first_row || row.last_total || row.unit == UnitKind::per_share)));
    if (figure.dash) {
        made.body = layout.dash;
        return made;
    }
    made.body = digits(figure, layout);
    if (figure.coefficient < 0) {
        made.body.insert(0, layout.minus_sign ? "-" : "(");
        if (!layout.minus_sign) made.closing = ")";
    }
    return made;
}

CellWords change_words(const Figure& now, const Figure& then) {
    if (then.coefficient <= 0 || now.coefficient <= 0) return {false, "NM", ""};
    const auto tenths = (now.coefficient - then.coefficient) * 1000 / then.coefficient;
    const auto size = tenths < 0 ? -tenths : tenths;
    if (size > 9999) return {false, "NM", ""};
    const std::string words = std::to_string(size / 10) + "." + std::to_string(size % 10);
    return tenths < 0 ? CellWords{false, "(" + words, ")%"} : CellWords{false, words, "%"};
}

}  // namespace bench

// Numbers as text. See the header.
#include "render/numbers.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace fintool {
namespace {

std::string shortest(double number) {
    std::array<char, 64> buffer{};
    char* const end = buffer.data() + buffer.size();
    const double size = std::fabs(number);
    const bool fixed = size < 1e15 && (size >= 1e-4 || size == 0);
    const auto made = fixed ? std::to_chars(buffer.data(), end, number, std::chars_format::fixed)
                            : std::to_chars(buffer.data(), end, number);
    return made.ec == std::errc() ? std::string(buffer.data(), made.ptr) : "";
}

// With `places` digits after the point; trimmed of the zeros at its end.
std::string rounded(double number, int places, bool trim) {
    std::array<char, 400> buffer{};
    const auto made = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number,
                                    std::chars_format::fixed, places);
    std::string out(buffer.data(), made.ptr);
    if (trim && out.find('.') != std::string::npos) {
        out.erase(out.find_last_not_of('0') + 1);
        if (out.back() == '.') out.pop_back();
    }
    const bool zero = out.find_first_not_of("-0.") == std::string::npos;
    return zero && out.front() == '-' ? out.substr(1) : out;
}

// "-1234567.5" -> "-1,234,567.5"
std::string grouped(std::string digits) {
    const std::size_t begin = digits.substr(0, 1) == "-" ? 1 : 0;
    std::size_t at = std::min(digits.find('.'), digits.size());
    while (at > begin + 3) {
        at -= 3;
        digits.insert(at, 1, ',');
    }
    return digits;
}

}  // namespace

bool is_number(const SqlValue& value) { return value.index() == 1 || value.index() == 2; }

bool is_numeric(const ResultSet& result, std::size_t column) {
    if (result.columns[column].style == ResultSet::Style::amount) return true;
    bool numbers = result.columns[column].style == ResultSet::Style::growth;
    for (const auto& row : result.rows) {
        if (std::holds_alternative<std::string>(row[column])) return false;
        numbers = numbers || is_number(row[column]);
    }
    return numbers;
}

std::string plain_text(const SqlValue& value) {
    if (const auto* integer = std::get_if<std::int64_t>(&value)) return std::to_string(*integer);
    if (const auto* real = std::get_if<double>(&value)) return shortest(*real);
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    return "";
}

std::string people_text(const SqlValue& value, ResultSet::Style style) {
    if (!is_number(value)) return plain_text(value);
    const auto* integer = std::get_if<std::int64_t>(&value);
    const double real = integer ? static_cast<double>(*integer) : *std::get_if<double>(&value);
    if (style == ResultSet::Style::growth && std::isfinite(real)) {
        const std::string digits = grouped(rounded(real, 1, false));
        return (real > 0 && digits != "0.0" ? "+" : "") + digits + "%";
    }
    const bool group = style == ResultSet::Style::grouped ||
                       (style == ResultSet::Style::automatic && std::fabs(real) >= 10'000);
    std::string text = plain_text(value);
    const double size = std::fabs(real);
    if (!integer && size >= 0.001 && size < 1e15) text = rounded(real, 4, true);
    const bool digits = text.find_first_not_of("-0123456789.") == std::string::npos;
    return group && digits ? grouped(text) : text;
}

std::string people_text(const SqlValue& value, const ResultSet::Column& column) {
    const auto* integer = std::get_if<std::int64_t>(&value);
    const auto* number = std::get_if<double>(&value);
    const double real = integer ? static_cast<double>(*integer) : number ? *number : 1e18;
    if (column.places < 0 || std::fabs(real) >= 1e15) return people_text(value, column.style);
    return grouped(rounded(real, column.places, false));
}

}  // namespace fintool

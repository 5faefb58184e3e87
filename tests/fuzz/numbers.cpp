// Numbers: what a cell says in any style, and that decimals and their arithmetic are exact.
#include "expect.h"
#include "statement/cells.h"
#include "statement/currency.h"
#include "statement/scale.h"
#include "value/interval.h"

using namespace fintool;

namespace {

void expect_exact(Decimal value) {
    const std::string printed = to_string(value);
    if (value.coefficient >= 0) {
        const auto again = parse_decimal(printed);
        fuzz::expect(again && *again == value, "a decimal reads as it is printed: " + printed);
    }
    fuzz::expect(compare(normalized(value), value) == 0, "normalizing changes no value");
    for (const int exponent : {0, 3, 6, 9}) {
        const auto scaled = scale_by(value, exponent);
        if (!scaled) continue;
        if (const auto twice = add(*scaled, *scaled)) {
            const auto once = subtract(*twice, *scaled);
            fuzz::expect(once && compare(*once, *scaled) == 0, "2a - a is a for " + printed);
        }
        if (const auto interval = printed_interval(value, exponent)) {
            fuzz::expect(contains(*interval, *scaled), "a figure lies in its interval: " + printed);
        }
    }
}

void expect_cell(std::string_view text, NumberStyle style) {
    MappedText mapped;
    mapped.append_verbatim(text, 0);
    const ReadCell read = read_cell(mapped, style);
    fuzz::expect_inside(read.cell.span, text.size(), "a cell");
    if (const auto* number = std::get_if<Number>(&read.cell.value)) expect_exact(number->value);
    fuzz::expect(read_digits(text, style).size <= text.size(), "digits end in the text");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const std::string_view text = fuzz::text_of(data, size);
    if (const auto value = parse_decimal(text)) expect_exact(*value);
    if (!is_valid_utf8(text)) return 0;  // what the document stage hands on is
    for (const bool comma_decimals : {false, true}) {
        for (const bool blank_groups : {false, true}) {
            expect_cell(text, {comma_decimals, blank_groups});
        }
    }
    read_scale(text);
    read_currency(text);
    return 0;
}

// The declarations that matter: see the header. Style text is most of a page's bytes, so each name
// is told apart by its length first.
#include "document/html_style.h"

#include <algorithm>

#include "base/text.h"

namespace fintool {

namespace {

bool has(std::string_view value, std::string_view word) {
    for (std::size_t at = 0; at + word.size() <= value.size(); ++at) {
        if (lower(value[at]) == word[0] && starts_with_ignoring_case(value.substr(at), word))
            return true;
    }
    return false;
}

bool is(std::string_view value, std::string_view word) {
    return value.size() >= word.size() && starts_with_ignoring_case(value, word) &&
           (value.size() == word.size() || !is_alnum(value[word.size()]));
}

// "-12.5pt" -> -16. Thousandths keep the arithmetic whole; without a unit, pixels.
int pixels(std::string_view value) {
    value = trim(value);
    const bool negative = !value.empty() && value.front() == '-';
    if (negative) value.remove_prefix(1);
    long long thousandths = 0;
    long long place = 1000;
    bool point = false;
    std::size_t i = 0;
    for (; i < value.size() && (is_digit(value[i]) || (value[i] == '.' && !point)); ++i) {
        if (value[i] == '.') {
            point = true;
        } else if (!point) {
            thousandths = std::min(thousandths * 10 + (value[i] - '0') * 1000, 10'000'000LL);
        } else {
            place /= 10;
            thousandths += (value[i] - '0') * place;
        }
    }
    const auto unit = value.substr(i);
    const long long factor = is(unit, "pt")   ? 1333
                             : is(unit, "in") ? 96000
                             : is(unit, "em") ? 13333
                             : is(unit, "cm") ? 37800
                             : is(unit, "mm") ? 3780
                             : is(unit, "pc") ? 16000
                             : is(unit, "%")  ? 5000
                                              : 1000;
    const auto whole = static_cast<int>((thousandths * factor + 500'000) / 1'000'000);
    return negative ? -whole : whole;
}

// The left one of "top right bottom left", "top sides bottom", "top sides", "all".
int left_of_box(std::string_view value) {
    std::string_view parts[4];
    std::size_t count = 0;
    value = trim(value);
    while (!value.empty() && count < 4) {
        const std::size_t end = std::min(value.find(' '), value.size());
        parts[count++] = value.substr(0, end);
        value = trim(value.substr(end));
    }
    return count == 0 ? 0 : pixels(parts[count == 4 ? 3 : count >= 2 ? 1 : 0]);
}

// "1px solid #000", "double black 2.25pt"; "none", "0", "transparent" and white are not seen.
bool seen_border(std::string_view value) {
    if (value == "none" || value == "0") return false;
    const bool line = has(value, "solid") || has(value, "double") || has(value, "groove") ||
                      has(value, "dashed") || has(value, "dotted") || has(value, "ridge") ||
                      has(value, "inset") || has(value, "outset");
    if (!line || has(value, "transparent") || has(value, "#ffffff") || has(value, "white")) {
        return false;
    }
    value = trim(value);
    for (std::size_t at = 0; at < value.size(); ++at) {
        const bool opens = at == 0 || is_space(value[at - 1]);
        if (!opens || !is_digit(value[at])) continue;
        const std::size_t end = std::min(value.find(' ', at), value.size());
        const auto width = value.substr(at, end - at);
        return width.find_first_of("123456789") != width.npos;
    }
    return true;
}

HtmlStyle::Align align_of(std::string_view value) {
    value = trim(value);
    if (is(value, "center") || is(value, "middle")) return HtmlStyle::Align::center;
    if (is(value, "right")) return HtmlStyle::Align::right;
    if (is(value, "left") || is(value, "justify")) return HtmlStyle::Align::left;
    return HtmlStyle::Align::inherited;
}

HtmlStyle::Display display_of(std::string_view value) {
    if (is(value, "none")) return HtmlStyle::Display::none;
    if (has(value, "table-row") && !has(value, "group")) return HtmlStyle::Display::row;
    if (has(value, "table-cell")) return HtmlStyle::Display::cell;
    if (is(value, "table") && !has(value, "table-")) return HtmlStyle::Display::table;
    return HtmlStyle::Display::normal;
}

HtmlStyle::Weight weight_of(std::string_view value) {
    if (has(value, "bold") || is(value, "600") || is(value, "700") || is(value, "800") ||
        is(value, "900")) {
        return HtmlStyle::Weight::bold;
    }
    return HtmlStyle::Weight::normal;
}

void apply(HtmlStyle& style, std::string_view name, std::string_view value) {
    const auto named = [&](std::string_view wanted) {
        return name.size() == wanted.size() && starts_with_ignoring_case(name, wanted);
    };
    switch (name.size()) {
        case 3:
            // Footnote marks: "position:relative;top:-3.5pt".
            if (named("top") && pixels(value) < -2) style.raised = true;
            break;
        case 4:
            if (named("font") && has(value, "bold")) style.weight = HtmlStyle::Weight::bold;
            break;
        case 6:
            if (named("margin")) style.indent += left_of_box(value);
            if (named("border")) style.rule_above = style.rule_below = seen_border(value);
            break;
        case 7:
            if (named("padding")) style.indent += left_of_box(value);
            if (named("display")) style.display = display_of(value);
            break;
        case 10:
            if (named("text-align")) style.align = align_of(value);
            if (named("visibility")) style.invisible = is(value, "hidden");
            if (named("border-top")) style.rule_above = seen_border(value);
            break;
        case 11:
            if (named("font-weight")) style.weight = weight_of(value);
            if (named("margin-left") || named("text-indent")) style.indent += pixels(value);
            break;
        case 12:
            if (named("padding-left")) style.indent += pixels(value);
            break;
        case 13:
            if (named("border-bottom")) style.rule_below = seen_border(value);
            break;
        case 14:
            if (named("vertical-align")) style.raised = is(value, "super");
            break;
        default: break;
    }
}

}  // namespace

HtmlStyle read_html_style(std::string_view style, std::string_view align) {
    HtmlStyle out;
    out.align = align_of(align);
    while (!style.empty()) {
        const std::size_t end = std::min(style.find(';'), style.size());
        const auto declaration = style.substr(0, end);
        const std::size_t colon = declaration.find(':');
        if (colon != declaration.npos) {
            apply(out, trim(declaration.substr(0, colon)), trim(declaration.substr(colon + 1)));
        }
        style.remove_prefix(std::min(end + 1, style.size()));
    }
    return out;
}

}  // namespace fintool

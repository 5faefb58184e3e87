// style="..." and align="..." -> the few things about a look that carry meaning in a release.
#pragma once

#include <string_view>

namespace fintool {

struct HtmlStyle {
    enum class Display { normal, none, table, row, cell };
    enum class Align { inherited, left, right, center };
    enum class Weight { inherited, normal, bold };
    Display display = Display::normal;
    Align align = Align::inherited;
    Weight weight = Weight::inherited;
    bool invisible = false;   // takes its place, prints nothing
    bool raised = false;      // a footnote mark
    bool rule_above = false;  // a border that is seen
    bool rule_below = false;
    int indent = 0;  // of its left edge, in pixels
};

HtmlStyle read_html_style(std::string_view style, std::string_view align);

}  // namespace fintool

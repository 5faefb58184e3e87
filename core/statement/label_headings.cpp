// Which headings are open where: see the header.
#include "statement/label_headings.h"

#include <utility>

#include "base/text.h"
#include "statement/label_line.h"
#include "statement/titles.h"

namespace fintool {

void Headings::stand_over(LabelledRow& row) {
    close_for(row);
    row.section = section();
    for (OpenHeading& heading : open_) {
        if (heading.child_indent < 0) heading.child_indent = row.indent;
    }
    end_with(row);
}

void Headings::push(OpenHeading heading) {
    // ":", " --" and " -" lead over to the rows.
    heading.text.resize(heading.text.find_last_not_of(": -") + 1);
    if (heading.text.empty()) return;
    while (!open_.empty()) {
        const OpenHeading& top = open_.back();
        if (top.centred && !heading.centred) break;
        // "NET INCOME PER SHARE" over "BASIC:" over rows, and then "DILUTED:", as deep as it.
        if (names_which(top.text) && names_which(heading.text) && heading.indent == top.indent) {
            open_.pop_back();
            break;
        }
        const bool outer = !heading.centred && is_capitals(top.text) && has_lower(heading.text);
        const bool fresh = top.child_indent < 0;
        const bool deeper = heading.indent > top.indent && !heading.centred;
        if (deeper || (outer && heading.indent >= top.indent) ||
            (fresh && heading.indent >= top.indent)) {
            break;
        }
        open_.pop_back();
    }
    open_.push_back(std::move(heading));
    // Releases nest six at most; a table of nothing but headings that none ends would give each row
    // all of them.
    constexpr std::size_t deepest = 12;
    if (open_.size() > deepest) open_.erase(open_.begin());
}

// A row that is not deeper than a heading whose rows were deeper stands outside of it.
void Headings::close_for(const LabelledRow& row) {
    while (!open_.empty()) {
        const OpenHeading& top = open_.back();
        const bool outside = top.child_indent > top.indent && row.indent <= top.indent;
        if (!outside || top.centred || is_capitals(top.text) || row.label.empty()) break;
        if (starts_with_ignoring_case(row.label, "total")) break;
        open_.pop_back();
    }
}

// "Total current assets" ends "Current assets", whatever stands within it.
void Headings::end_with(const LabelledRow& row) {
    const char first = first_of_words(row.label);
    if (first != 't' && first != 'n') return;
    const std::string words = words_of(row.label);
    if (!words.starts_with("total") && !words.starts_with("net cash")) return;
    const std::string rest = words.starts_with("total ") ? words.substr(6) : words;
    for (std::size_t i = open_.size(); i-- > 0;) {
        const std::string heading = words_of(open_[i].text);
        const bool ends = rest == "total" ? i + 1 == open_.size() && !is_capitals(open_[i].text)
                                          : has_phrase(rest, heading) || has_phrase(heading, rest);
        if (ends) {
            open_.resize(i);
            return;
        }
    }
    const bool flow = words.starts_with("net cash");
    for (std::size_t i = 0; flow && i < open_.size(); ++i) {
        if (has_phrase(words_of(open_[i].text), "activities")) {
            open_.resize(i);
            return;
        }
    }
}

std::string Headings::section() const {
    std::string all;
    for (const OpenHeading& heading : open_) {
        if (!all.empty()) all += " > ";
        all += heading.text;
    }
    return all;
}

}  // namespace fintool

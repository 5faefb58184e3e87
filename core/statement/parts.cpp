// "Leasing" over "Income Statement Information": a table of the release that splits the company's
// figures prints "Leasing" among the parts of its revenues and once more among those of its income.
#include "statement/parts.h"

#include <set>
#include <string>

#include "base/text.h"

namespace fintool {
namespace {

// Labels of rows that stand above another one under two headings or more: "Leasing" under
// "Revenues" and under "Income before taxes". The last row of a heading may be the whole company.
void add_parts(const Statement& statement, std::set<std::string>& parts) {
    std::set<std::pair<std::string, std::string>> seen;  // label and heading
    std::set<std::string> once;
    for (std::size_t i = 0; i + 1 < statement.rows.size(); ++i) {
        const Row& row = statement.rows[i];
        if (row.section.empty() || statement.rows[i + 1].section != row.section) continue;
        const std::string words = words_of(row.label);
        if (words.empty() || !seen.emplace(words, row.section).second) continue;
        if (!once.insert(words).second) parts.insert(words);
    }
}

}  // namespace

void leave_out_parts(std::vector<Candidate>& candidates) {
    std::set<std::string> parts;
    for (const Candidate& candidate : candidates) add_parts(candidate.statement, parts);
    for (Candidate& candidate : candidates) {
        if (candidate.reading.titled && parts.contains(words_of(candidate.reading.over_title)))
            candidate.statement.kind = Statement::Kind::other;
    }
}

}  // namespace fintool

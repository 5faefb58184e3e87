// One look at a filing's cells serves all of its checks. See the header.
#include "query/check_sentences.h"

#include <charconv>
#include <map>
#include <string>
#include <utility>

#include "base/text.h"
#include "store/check_form.h"

namespace fintool {
namespace {

// Cells by the place of their row in the filing, and their column.
using FilingCells = std::map<std::pair<std::int64_t, std::int64_t>, CheckedCell>;

constexpr const char* cells_sql = R"(
SELECT v.line_item_id % 100000, v.column_no, l.label, v.raw_text
FROM line_item_values v JOIN line_items l ON l.id = v.line_item_id
WHERE v.line_item_id BETWEEN :filing * 100000 AND :filing * 100000 + 99999)";

std::string text_of(const SqlValue& value) {
    const auto* text = std::get_if<std::string>(&value);
    return text ? *text : std::string();
}

Result<FilingCells> read_cells(Reader& reader, const SqlValue& filing) {
    const Result<ResultSet> found = reader.run(cells_sql, {{"filing", filing}});
    if (!found) return found.error();
    FilingCells cells;
    for (const auto& row : found->rows) {
        cells[{std::get<std::int64_t>(row[0]), std::get<std::int64_t>(row[1])}] = {
            text_of(row[2]), closed_amount(text_of(row[3]))};
    }
    return cells;
}

// " 13:1 8:1 "
std::vector<CheckedCell> cells_at(const std::string& places, const FilingCells& all) {
    std::vector<CheckedCell> cells;
    for (const std::string_view place : split(trim(places), ' ')) {
        std::int64_t row = 0, column = 0;
        const char* const end = place.data() + place.size();
        const auto colon = std::from_chars(place.data(), end, row);
        if (colon.ptr != end) std::from_chars(colon.ptr + 1, end, column);
        const auto found = all.find({row, column});
        cells.push_back(found == all.end() ? CheckedCell{} : found->second);
    }
    return cells;
}

}  // namespace

Status complete_sentences(Reader& reader, ResultSet& checks, std::size_t column) {
    if (checks.columns.size() < 3) return Done{};
    const std::size_t filing = checks.columns.size() - 3;
    SqlValue filing_read;
    FilingCells cells;
    for (auto& row : checks.rows) {
        const std::string form = text_of(row[filing + 2]);
        if (!form.empty()) {
            if (row[filing] != filing_read) {
                Result<FilingCells> read = read_cells(reader, row[filing]);
                if (!read) return read.error();
                cells = *std::move(read);
                filing_read = row[filing];
            }
            row[column] = sentence_of_form(form, cells_at(text_of(row[filing + 1]), cells));
        }
        row.resize(filing);
    }
    checks.columns.resize(filing);
    return Done{};
}

}  // namespace fintool

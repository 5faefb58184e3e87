// A ResultSet -> text: for people (table, markdown, html) or for programs (csv, tsv, json, ndjson).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "query/result_set.h"

namespace fintool {

enum class Format { table, csv, tsv, json, ndjson, markdown, html };

const std::vector<std::string>& format_names();
std::optional<Format> parse_format(std::string_view name);
// By a file's ending: "answer.csv"; nothing where it says none of them.
std::optional<Format> format_of_file(std::string_view path);
// Tables, markdown and pages show a question laid out for people; the others its tidy rows.
bool is_for_people(Format format);

struct RenderOptions {
    bool color = false;          // SGR sequences; only for a terminal that wants them
    bool guard_formulas = true;  // in csv and tsv
};

std::string render(const ResultSet& result, Format format, const RenderOptions& options = {});
// Several tables, one under the other; a page of them in html.
std::string render_all(const std::vector<ResultSet>& results, Format format,
                       const RenderOptions& options = {});

// "▁▃▅█"; empty for less than three numbers.
std::string sparkline(const std::vector<SqlValue>& values);
// With a column of them at the right, where any row has one.
ResultSet with_sparklines(ResultSet table);
// Amounts in whole thousands or millions, said in their columns' titles; for people.
ResultSet with_scaled_amounts(ResultSet table);
// Rows become columns. For people the cells are texts as their styles have them.
ResultSet transposed(const ResultSet& table, bool for_people, bool sparklines = false);

std::string render_table(const ResultSet& result, const RenderOptions& options);
std::string render_csv(const ResultSet& result, const RenderOptions& options);
std::string render_tsv(const ResultSet& result, const RenderOptions& options);
std::string render_json(const ResultSet& result);
std::string render_ndjson(const ResultSet& result);
std::string render_markdown(const ResultSet& result);
std::string render_html(const std::vector<ResultSet>& results);
// Bars for a terminal; `series` has the columns of series_sql() at least.
std::string render_chart(const ResultSet& series, bool unicode);

}  // namespace fintool

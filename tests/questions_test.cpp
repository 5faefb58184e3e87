// tests/questions/*.txt: questions with their answers, over the samples, over the seeds where these
// are at hand, and wrong ones with what is said of them.
#include <doctest/doctest.h>

#include <filesystem>

#include "base/text.h"
#include "query/answer.h"
#include "query/series_sql.h"
#include "render/numbers.h"
#include "run_program.h"

namespace {

using fintool::plain_text;
using fintool::ResultSet;

constexpr std::size_t most_rows = 12;

std::string lines_of(const std::string& text, const char* mark) {
    std::string out;
    for (const std::string_view line : fintool::split(text, '\n')) {
        out += std::string(mark) + std::string(line) + "\n";
    }
    return out;
}

std::string row_text(const std::vector<fintool::SqlValue>& row,
                     const std::vector<std::size_t>& columns) {
    std::string out;
    for (const std::size_t i : columns) {
        const std::string text = plain_text(row[i]);
        out += (out.empty() ? "" : ", ") + (text.empty() ? "-" : text);
    }
    return out;
}

std::vector<std::size_t> columns_of(const ResultSet& table, bool series) {
    namespace at = fintool::series_column;
    if (series) {
        return {at::ticker, at::metric, at::fiscal_label, at::value,
                at::unit,   at::qoq,    at::yoy,          at::origin};
    }
    std::vector<std::size_t> all;
    for (std::size_t i = 0; i < table.columns.size(); ++i) all.push_back(i);
    return all;
}

std::string table_text(const ResultSet& table, bool series) {
    std::string out;
    if (!series) out += "| " + table.title + "\n";
    for (std::size_t i = 0; i < table.rows.size() && i < most_rows; ++i) {
        out += "| " + row_text(table.rows[i], columns_of(table, series)) + "\n";
    }
    if (table.rows.size() > most_rows) {
        out += "| and " + std::to_string(table.rows.size() - most_rows) + " rows more\n";
    }
    return out;
}

std::string answer_text(fintool::Reader& reader, const std::string& text) {
    const auto question = fintool::understand(reader, text);
    if (!question) return lines_of(question.error().message, "! ");
    const bool statement = !question->statement.empty();
    const auto form = statement ? fintool::AnswerForm::tables : fintool::AnswerForm::tidy;
    const auto answer = fintool::answer(reader, *question, {}, form);
    if (!answer) return lines_of(answer.error().message, "! ");
    std::string out;
    if (!statement) {
        out += table_text(answer->series, true);
    } else {
        for (const ResultSet& panel : answer->panels) out += table_text(panel, false);
    }
    for (const std::string& note : answer->series.notes) out += "= " + note + "\n";
    return out;
}

// The file with every answer made anew.
std::string renewed(fintool::Reader& reader, const std::string& path, std::size_t& questions) {
    std::string out;
    std::string text = fintool::read_whole_file(path);
    if (!text.empty() && text.back() == '\n') text.pop_back();
    for (const std::string_view line : fintool::split(text, '\n')) {
        const bool answer = line.starts_with("| ") || line.starts_with("= ") ||
                            line.starts_with("! ") || line == "!";
        if (!answer) out += std::string(line) + "\n";
        if (!line.starts_with("? ")) continue;
        ++questions;
        out += answer_text(reader, std::string(line.substr(2)));
    }
    return out;
}

void check_questions(const std::string& name, const std::string& releases, std::size_t at_least) {
    REQUIRE(run_program::is_built());
    const run_program::Folder folder("questions");
    const auto made =
        run_program::shell(folder, "ln -s '" + releases + "' in && fintool ingest -q in/*");
    REQUIRE_MESSAGE(made.exit_code == 0, made.out);
    auto reader = fintool::Reader::open((folder.path() / "fintool.db").string());
    REQUIRE_MESSAGE(reader, reader.error().message);
    const std::string path = FINTOOL_SOURCE_DIR "/tests/questions/" + name + ".txt";
    std::size_t questions = 0;
    const std::string text = renewed(*reader, path, questions);
    CHECK(questions >= at_least);
    const auto difference = fintool::golden_difference(path, text);
    CHECK_MESSAGE(difference.empty(), difference);
}

}  // namespace

TEST_CASE("questions: the samples answer seventy of them") {
    check_questions("samples", FINTOOL_SOURCE_DIR "/data/samples", 70);
}

TEST_CASE("questions: forty wrong ones are told what is wrong with them") {
    check_questions("wrong", FINTOOL_SOURCE_DIR "/data/samples", 40);
}

TEST_CASE("questions: the seeds answer forty of them") {
    if (!std::filesystem::exists(FINTOOL_SHARED_DIR "/seeds")) {
        MESSAGE("skipped: there is no ../shared/seeds");
        return;
    }
    check_questions("seeds", FINTOOL_SHARED_DIR "/seeds", 40);
}

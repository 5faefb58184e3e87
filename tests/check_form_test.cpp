// The sentences of checks that pass, taken apart for the store and put together again for people.
#include "store/check_form.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "golden.h"
#include "ingest.h"
#include "query/overview.h"
#include "store_readings.h"

namespace fs = std::filesystem;
using fintool::CheckedCell;
using fintool::form_of_sentence;
using fintool::sentence_of_form;
using namespace store_readings;

TEST_CASE("check form: labels and figures are numbered and come back") {
    const std::vector<CheckedCell> cells = {
        {"Total revenues", "9,952"}, {"Products", "7,460"}, {"Services", "2,492"}};
    const std::string sum = "Total revenues 9,952 = Products 7,460 + Services 2,492";
    CHECK(form_of_sentence(sum, cells) == "=+");
    CHECK(sentence_of_form("=+", cells) == sum);
    CHECK(sentence_of_form("%1 = %2 + %3", cells) == sum);
    CHECK(form_of_sentence("Total revenues 9,952 = Products 7,460", cells) == "=");
    CHECK(form_of_sentence("Products 7,460 = Total revenues 9,952", cells) == "%2 = %1");
    CHECK(form_of_sentence("Total revenues 9,952", cells) == "%1");
    CHECK(form_of_sentence("=+", cells) == "");
    const std::string rows = "Total revenues 9,952 = the 2 rows from Products to Services";
    CHECK(form_of_sentence(rows, cells) == "%1 = the 2 rows from %5 to %6");
    CHECK(sentence_of_form(form_of_sentence(rows, cells), cells) == rows);
}

TEST_CASE("check form: a sentence that would come out otherwise has no form") {
    const std::vector<CheckedCell> cells = {{"Margin", "12"}, {"Growth", "3"}};
    CHECK(form_of_sentence("Margin 12 is %1 of 100", cells) == "");
    CHECK(form_of_sentence("Margin 125 and more", cells) == "");
    CHECK(form_of_sentence("", cells) == "");
    CHECK(sentence_of_form("", cells) == "");
    CHECK(sentence_of_form("100% %9 %0 %", cells) == "100% %9 %0 %");
    CHECK(sentence_of_form("%1", {}) == "%1");
}

TEST_CASE("check form: of labels that begin alike the longest is meant") {
    const std::vector<CheckedCell> cells = {{"Revenue", "9"}, {"Revenue", "95"}, {"", "7"}};
    CHECK(form_of_sentence("Revenue 95 exceeds Revenue 9", cells) == "%2 exceeds %1");
    CHECK(form_of_sentence("Revenues, Revenue 9", cells) == "%4s, %1");
}

TEST_CASE("check form: every sentence of the samples is shown as it was made") {
    const TemporaryFolder folder;
    const std::string path = folder.file("s.db");
    std::vector<std::string> made;
    {
        auto warehouse = Warehouse::open(path);
        REQUIRE(warehouse);
        REQUIRE(warehouse->begin_batch());
        std::vector<std::string> samples;
        for (const auto& entry : fs::directory_iterator(FINTOOL_SOURCE_DIR "/data/samples")) {
            samples.push_back(entry.path().string());
        }
        std::sort(samples.begin(), samples.end());
        for (const std::string& sample : samples) {
            const std::string bytes = fintool::read_whole_file(sample);
            const auto reading = fintool::read_release(bytes);
            for (const auto& check : reading.checks) made.push_back(check.detail);
            REQUIRE(warehouse->save(reading, source_of(bytes, sample)));
        }
        REQUIRE(warehouse->commit_batch());
    }
    auto reader = fintool::Reader::open(path);
    REQUIRE(reader);
    const auto shown = fintool::list_checks(*reader, {}, true);
    REQUIRE(shown);
    CHECK(shown->columns.size() == 9);
    REQUIRE(shown->rows.size() == made.size());
    for (std::size_t i = 0; i < made.size(); ++i) {
        CHECK(std::get<std::string>(shown->rows[i][8]) == made[i]);
    }
    CHECK(rows(path,
               "SELECT count(*) > 100, sum(length(form)) < 25 * count(*) FROM checks WHERE"
               " status = 'pass' AND form IS NOT NULL") == "1|1");
    CHECK(rows(path, "SELECT count(*) FROM checks WHERE detail IS NULL AND form IS NULL") == "0");
}

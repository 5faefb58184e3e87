// A small database made by hand from the contract's names, for the tests of query/.
#pragma once

#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "query/names.h"

namespace fintool::query_fixture {

namespace fs = std::filesystem;

// A folder of its own for each test, gone at its end.
struct Folder {
    fs::path path;
    Folder() {
        path = fs::temp_directory_path() / ("fintool-query-test-" + std::to_string(getpid()));
        fs::remove_all(path);
        fs::create_directories(path);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() { fs::remove_all(path); }
    std::string file(const std::string& name) const { return (path / name).string(); }
};

std::string make_database(const Folder& folder);

inline Reader open_reader(const std::string& file) {
    auto reader = Reader::open(file);
    REQUIRE_MESSAGE(reader, reader.error().message);
    return std::move(*reader);
}

inline std::string slurp(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

inline std::string text_of(const SqlValue& value) {
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    if (const auto* integer = std::get_if<std::int64_t>(&value)) return std::to_string(*integer);
    if (const auto* real = std::get_if<double>(&value)) {
        return std::to_string(*real).substr(0, std::to_string(*real).find('.') + 3);
    }
    return "-";
}

inline std::string one_line(const ResultSet& result, const std::vector<std::size_t>& columns) {
    std::string out;
    for (const auto& row : result.rows) {
        if (!out.empty()) out += " | ";
        for (const std::size_t i : columns) out += (i == columns[0] ? "" : " ") + text_of(row[i]);
    }
    return out;
}

inline Names fixture_names() {
    Names names;
    names.companies = {company_name(1, "Quillfeather Instruments, Inc.", "QFI", "0000000001"),
                       company_name(2, "Larkmoor Bancorp", "LARK", ""),
                       company_name(3, "Larkmoor Timber Co.", "", "")};
    for (const char* name : {"revenue", "net_income", "eps_diluted", "cash", "cost_of_revenue",
                             "research_and_development", "backlog"}) {
        names.metrics.push_back(metric_name(name, "", 1));
    }
    return names;
}

}  // namespace fintool::query_fixture

// What a question or an SQL statement answers: columns and rows of plain values, and remarks.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace fintool {

using SqlValue = std::variant<std::monostate, std::int64_t, double, std::string>;

struct ResultSet {
    struct Column {
        std::string name;
        std::string title;    // for people; the name where empty
    };
    std::vector<Column> columns;
    std::vector<std::vector<SqlValue>> rows;
    std::vector<std::string> notes;  // what the answer rests on; never on stdout in csv
    bool truncated = false;
};

}  // namespace fintool

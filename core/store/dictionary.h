// The comments inside CREATE TABLE and CREATE VIEW -> the rows of data_dictionary.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fintool {

struct Meaning {
    std::string column;  // empty: of the table or view as a whole
    std::string text;
    bool operator==(const Meaning&) const = default;
};

// Reads our own layout: comment lines under the first line are about the table; a comment behind
// "name TYPE ...," or "... AS name," is about that column.
std::vector<Meaning> read_meanings(std::string_view create_statement);

}  // namespace fintool

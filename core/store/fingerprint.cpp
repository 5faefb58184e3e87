// Periods, labels and amounts in their order; layout, titles and prose are left out.
#include "store/fingerprint.h"

#include "base/sha256.h"
#include "base/text.h"

namespace fintool {

std::string fingerprint_of(const Reading& reading) {
    std::string printed;
    printed.reserve(std::size_t{1} << 14);  // of most releases all of it
    bool numbers = false;
    for (const Statement& statement : reading.statements) {
        for (const Column& column : statement.columns) {
            if (column.period) printed += to_string(*column.period) + "\n";
        }
        for (const Row& row : statement.rows) {
            printed += words_of(row.label) + "\n";
            for (const Cell& cell : row.cells) {
                const auto value = value_in_units(row, cell);
                if (!value) continue;
                numbers = true;
                printed += to_string(*value) + "\n";
            }
        }
    }
    return numbers ? sha256_hex(printed) : "";
}

}  // namespace fintool

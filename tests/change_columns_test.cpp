// A column between what was reported and what is reported now is no figure of its own.
#include "statement/change_columns.h"

#include <doctest/doctest.h>

#include "hand_made.h"

using namespace fintool;
using Kind = Statement::Kind;
using Role = Column::Role;
using Vintage = Column::Vintage;

namespace {

// Three columns of one quarter, of these vintages.
Statement quarter_of(std::vector<hand_made::Line> lines, std::vector<Vintage> vintages) {
    Statement statement = hand_made::statement(Kind::income, std::move(lines));
    statement.columns.resize(vintages.size());
    for (std::size_t i = 0; i < vintages.size(); ++i) {
        Column& column = statement.columns[i];
        column.role = Role::period;
        column.period = duration_to(make_date(2008, 9, 30), {3, Length::In::months});
        column.vintage = vintages[i];
    }
    settle_change_columns(statement);
    return statement;
}

}  // namespace

TEST_CASE("change columns: what restates the figures is told by arithmetic") {
    const std::vector<hand_made::Line> lines = {{"Net sales", {"17,456", "(733)", "16,723"}},
                                                {"Cost of sales", {"3,000", "-", "3,000"}},
                                                {"Gross profit", {"14,456", "(733)", "13,723"}}};
    const auto forth = quarter_of(lines, {Vintage::previous, Vintage::original, Vintage::restated});
    CHECK(forth.columns[1].role == Role::change);
    CHECK(!forth.columns[1].period);
    CHECK(forth.columns[0].period);
    CHECK(forth.columns[2].period);
    // "As Restated | As Previously Reported | Difference"
    const auto last = quarter_of({{"Net sales", {"16,723", "17,456", "(733)"}},
                                  {"Cost of sales", {"3,000", "3,000", "-"}},
                                  {"Gross profit", {"13,723", "14,456", "(733)"}}},
                                 {Vintage::restated, Vintage::previous, Vintage::original});
    CHECK(last.columns[2].role == Role::change);
}

TEST_CASE("change columns: between two readings of one quarter stands no third") {
    const auto misprinted = quarter_of({{"Net sales", {"17,456", "(733)", "16,723"}},
                                        {"Cost of sales", {"3,000", "1", "3,000"}},
                                        {"Gross profit", {"14,456", "(373)", "13,723"}}},
                                       {Vintage::previous, Vintage::original, Vintage::restated});
    CHECK(misprinted.columns[1].role == Role::other);
    CHECK(!misprinted.columns[1].period);
}

TEST_CASE("change columns: the difference of two parts stays what it is") {
    const auto parts = quarter_of({{"Net sales", {"17,456", "733", "18,189"}},
                                   {"Cost of sales", {"3,000", "100", "3,100"}},
                                   {"Gross profit", {"14,456", "633", "15,089"}}},
                                  {Vintage::original, Vintage::original, Vintage::original});
    CHECK(parts.columns[1].role == Role::period);
}

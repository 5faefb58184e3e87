// What a row counts by what the rows around it count, or by the heading of its whole table.
#pragma once

#include "grid/grid.h"
#include "statement/statement.h"

namespace fintool {

// Makes rows of cents per share, too, between two rows per share, and behind one under "Diluted".
// In a table that prints cents throughout only where no figure in it is larger than a share's.
void settle_bridges(Statement& statement, bool cents);
// Makes the rows of a table that its title, or the words beside its columns' names, say is per
// share such, where all its figures can be; those of one of percentages likewise.
void settle_by_title(Statement& statement, const Grid& grid);
// Makes whole results under a heading of amounts per share, beside such amounts, money.
void settle_numerators(Statement& statement);
// Makes rows of options, warrants and treasury stock between two share counts such, too.
void settle_share_counts(Statement& statement);
// Makes a builder's "New contracts" homes, where another row counts homes or communities.
void settle_orders_of_homes(Statement& statement);
// Makes "New stores" of a table of guidance stores.
void settle_openings_ahead(Statement& statement);
// Makes "Homes" right over "Dollars" of one section homes.
void settle_homes_beside_dollars(Statement& statement);
// Makes rows that add up to "Total employees" count them, too.
void settle_parts_of_count(Statement& statement);
// Makes "Orders" a count beside "Revenue per order".
void settle_priced_things(Statement& statement);
// Makes rows between one printed in percent and a total of 100% percent.
void settle_shares_of_total(Statement& statement);

// Bare figures below a row of "100.0%" are percentages, too.
void settle_parts_of_whole(Statement& statement);

}  // namespace fintool

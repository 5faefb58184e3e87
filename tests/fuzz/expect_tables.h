// What must hold for the blocks and tables of any document, whatever it was read from.
#pragma once

#include "document/document.h"
#include "expect.h"
#include "grid/grid.h"
#include "statement/statement.h"

namespace fintool::fuzz {

// Blocks, tables and statements of a document of `size` bytes.
void expect_tables(const Document& document, std::size_t size);
void expect_statement(const Statement& statement, std::size_t size);

}  // namespace fintool::fuzz

// Fixed-width, tab and pipe text: lines, cells, grids and the statements that they make.
#include "document/readers.h"
#include "expect_tables.h"

using namespace fintool;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    fuzz::expect_tables(read_text(fuzz::text_of(data, size), {0, size}), size);
    return 0;
}

// A company, its books and a fiscal quarter in, the whole release and its keys out.
#pragma once

#include <cstdint>
#include <string>

#include "ledger.h"

namespace bench {

struct Release {
    std::string name;  // 2003-q2.txt
    std::string bytes;
    std::string look;  // its layout in words
    std::string keys;  // lines, as tests/bench/read_back.py reads them
};

Release release(std::uint64_t seed, const Company& company, const Ledger& books, int year,
                int quarter);

}  // namespace bench

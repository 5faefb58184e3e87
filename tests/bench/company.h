// A number in, a made-up company out: names of our own syllables, a fiscal calendar, a size.
#pragma once

#include <cstdint>
#include <string>

#include "calendar.h"

namespace bench {

struct Company {
    std::uint64_t number = 0;
    std::string name;      // Brindmere Optics, Inc.
    std::string called;    // Brindmere
    std::string ticker;    // one of its own
    std::string exchange;  // Nasdaq, NYSE, AMEX
    std::string city;      // of the dateline
    std::string officer;   // who is quoted
    std::string trade;     // what it makes, for the prose
    std::string cik;       // ten digits
    FiscalCalendar calendar;
    int first_year = 1998;  // fiscal, of its first release
    std::int64_t scale = 1000;

    bool operator==(const Company&) const = default;
};

// Two numbers never share a name or a ticker.
Company company(std::uint64_t seed, std::uint64_t number);

}  // namespace bench

// What of a company a batch has changed: so much of what rests on it is made anew.
#pragma once

#include <algorithm>
#include <set>
#include <string>

#include "value/date.h"

namespace fintool {

struct Touched {
    std::set<std::string> metrics;                                       // names with a new value
    Date first = make_date(2199, 12, 31), last = make_date(1900, 1, 1);  // ends of their periods
    bool everything = false;   // the fiscal calendar has moved: all labels may change
    bool filing_gone = false;  // what only that filing said goes, too

    void add(const std::string& metric, Date end) {
        metrics.insert(metric);
        add(end);
    }
    void add(Date end) {
        first = std::min(first, end);
        last = std::max(last, end);
    }
    void add(const Touched& other) {
        metrics.insert(other.metrics.begin(), other.metrics.end());
        first = std::min(first, other.first);
        last = std::max(last, other.last);
        everything = everything || other.everything;
        filing_gone = filing_gone || other.filing_gone;
    }
};

}  // namespace fintool

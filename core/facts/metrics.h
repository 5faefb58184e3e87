// The vocabulary (data/metrics.csv) and how printed rows are matched to it: the whole normalised
// label, then section and statement, then structure; never a substring. Unmatched rows stay so.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "facts/reading.h"

namespace fintool {

struct Metric {
    std::string name, title;
    Unit::Kind unit_kind = Unit::Kind::money;
    bool instant = false;
    bool additive = false;    // quarters of a year sum to the year
    std::string us_gaap_tag;  // may be empty
    Statement::Kind statement = Statement::Kind::other;
};

// In the order of data/metrics.csv.
const std::vector<Metric>& metric_vocabulary();
const Metric* find_metric(std::string_view name);  // null where there is none of that name

// A label of the user's own (`fintool map`): it stands over the vocabulary's.
struct OwnLabel {
    std::string label;   // as given; compared as canonical_label() says
    std::string metric;  // of the vocabulary; empty: rows of this label mean nothing
    std::optional<Statement::Kind> statement;  // that it holds in; else every one but "other"
};

// Metrics of the primary statements (and of non-gaap ones, with their basis), signs by meaning.
std::vector<MetricFact> extract_metrics(const std::vector<Statement>& statements,
                                        Diagnostics& diagnostics,
                                        const std::vector<OwnLabel>& own = {});

}  // namespace fintool

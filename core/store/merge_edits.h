// What people have set or mended in databases that are merged: labels, saved queries, companies
// joined and renamed by hand. The target stands over the inputs, the first input over the others.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "store/connection.h"
#include "store/merge_input.h"

namespace fintool {

using MergeInputs = std::vector<std::unique_ptr<MergeInput>>;

// Each gives what was not taken over, a sentence each. All run inside the caller's transaction.
std::vector<std::string> take_over_labels(Connection& to, const MergeInputs& inputs);
std::vector<std::string> take_over_queries(Connection& to, const MergeInputs& inputs);
// After the companies are joined.
struct NameByHand {
    std::int64_t company_id = 0;  // in the target
    std::string name;
};
std::vector<NameByHand> names_by_hand(Connection& to, const MergeInputs& inputs,
                                      std::vector<std::string>& remarks);

// Two companies of the target that are one in an input, and by hand: matching that input's releases
// anew gives two as well.
struct JoinedCompanies {
    std::int64_t from = 0, into = 0;
};
std::vector<JoinedCompanies> joined_by_hand(Connection& to, MergeInput& input);

}  // namespace fintool

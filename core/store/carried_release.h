// A stored release of one database -> the same rows in another, numbered anew, its company matched
// anew. What rests on several releases is left to the refresh. Runs inside the caller's
// transaction.
#pragma once

#include <cstdint>
#include <memory>

#include "store/connection.h"
#include "store/release_writer.h"

namespace fintool {

class ReleaseCarrier {
public:
    // Both outlive the carrier.
    ReleaseCarrier(Connection& from, Connection& to);
    ReleaseCarrier(ReleaseCarrier&&) noexcept;
    ~ReleaseCarrier();

    WrittenRelease carry(std::int64_t filing_id);
    // Only what companies are matched by: the filing, its company and its names.
    WrittenRelease carry_identity(std::int64_t filing_id);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace fintool

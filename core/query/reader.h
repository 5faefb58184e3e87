// A database opened for questions only: a guarded, read-only connection on which any statement may
// be tried. Nothing here writes, makes a file or outlives its time limit.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "query/result_set.h"

namespace fintool {

struct SqlParameter {
    std::string name;  // without its ":"
    SqlValue value;
};

struct SqlLimits {
    double seconds = 0;         // 0: none
    std::int64_t max_rows = 0;  // 0: none
    // Called a second after the time limit where SQLite cannot be interrupted (it is inside one
    // long function call); it must not return. Null: the statement runs on.
    void (*hard_stop)() = nullptr;
    bool own_sql = false;  // made here of a question, not typed
};

class Reader {
public:
    // An absent file is an error and none is made; so is one that is not ours or not current.
    static Result<Reader> open(const std::string& path);

    Reader(Reader&&) noexcept;
    Reader& operator=(Reader&&) noexcept;
    ~Reader();

    // One statement: SELECT, WITH, EXPLAIN or VALUES. What is wrong with the text itself is
    // invalid_argument, shown with a caret; a limit is `timeout` or `sql`.
    Result<ResultSet> run(std::string_view sql, const std::vector<SqlParameter>& parameters = {},
                          const SqlLimits& limits = {});
    // The names of the statement's parameters, without their sign.
    Result<std::vector<std::string>> parameters_of(std::string_view sql);

    const std::string& path() const;

private:
    struct State;
    explicit Reader(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace fintool

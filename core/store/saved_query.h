// A user's own canned query -> kept in the database beside the program's, also when the program
// makes its own anew. Whether the SQL only reads is for the caller to have tried.
#pragma once

#include <string>

#include "base/result.h"

namespace fintool {

struct SavedQuery {
    std::string name, title, help, sql;
};

// True where one of that name was there before. A name of the program's own is refused.
Result<bool> save_query(const std::string& database, const SavedQuery& query);
// not_found where the user has saved none of that name.
Status forget_query(const std::string& database, const std::string& name);

}  // namespace fintool

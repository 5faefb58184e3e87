// Opening, batches and saving: the border of the stage, where exceptions become Errors.
#include "store/warehouse.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>

#include <set>

#include "store/company_refresh.h"
#include "store/connection.h"
#include "store/database_file.h"
#include "store/release_writer.h"
#include "store/schema.h"

namespace fintool {
namespace {

// Above this size the whole file is not read each time that it is opened: `fintool verify` does.
constexpr std::int64_t quick_check_limit = std::int64_t{64} << 20;

void configure(Connection& connection) {
    connection.script(
        "PRAGMA foreign_keys = OFF;"  // kept by construction; verify checks them
        "PRAGMA journal_mode = DELETE;"
        "PRAGMA synchronous = FULL;"
        "PRAGMA cell_size_check = ON;"
        "PRAGMA trusted_schema = OFF;"
        "PRAGMA cache_size = -65536;"
        "PRAGMA temp_store = MEMORY;");
}

// Behind the header: is it really ours, whole and unaltered?
std::optional<Error> refusal(Connection& connection, const DatabaseFile& file,
                             const std::string& path) {
    if (file.size <= quick_check_limit) {
        const auto found = connection.text("PRAGMA quick_check(1)").value_or("no answer");
        if (found != "ok") {
            return Error{Error::Code::schema, path + " is damaged (" + found +
                                                  "); restore a backup, or ingest into a new file"};
        }
    }
    const std::int64_t mark = connection.integer("PRAGMA application_id").value_or(0);
    const bool filled = connection.integer("SELECT 1 FROM sqlite_master").has_value();
    if (mark != fintool_application_id) {
        return filled ? std::optional(not_ours(path, "it holds other tables")) : std::nullopt;
    }
    const std::int64_t schema = schema_of(connection);
    if (schema > newest_schema()) return newer_schema(path, schema);
    if (schema < newest_schema()) {
        return Error{Error::Code::schema,
                     path + " was written by an older fintool (schema " + std::to_string(schema) +
                         " of " + std::to_string(newest_schema()) + "): run fintool migrate"};
    }
    const std::string altered = schema_difference(connection);
    if (altered.empty()) return std::nullopt;
    return Error{Error::Code::schema, "the schema of " + path + " is not fintool's: " + altered +
                                          "; restore a backup, or ingest into a new file"};
}

bool too_big(const Reading& reading) {
    std::size_t rows = 0;
    for (const Statement& statement : reading.statements) rows += statement.rows.size();
    return reading.statements.size() >= static_cast<std::size_t>(statements_per_filing) ||
           rows >= static_cast<std::size_t>(rows_per_filing) ||
           reading.metrics.size() >= static_cast<std::size_t>(first_derived_row);
}

}  // namespace

struct Warehouse::State {
    State(const std::string& file, Connection::Mode mode) : path(file), connection(file, mode) {}

    std::string path;
    Connection connection;
    std::set<std::int64_t> touched;  // companies of the open batch
    bool in_batch = false;

    // Runs `work`; what it throws is an Error that begins "cannot <doing> <path>".
    template <class Work>
    Status guarded(std::string_view doing, Work work) {
        try {
            work();
            return Done{};
        } catch (const SQLite::Exception& exception) {
            return sql_error(exception, doing, path);
        }
    }
    void roll_back() {
        if (connection.in_transaction()) connection.script("ROLLBACK");
        touched.clear();
        in_batch = false;
    }
};

Warehouse::Warehouse(std::unique_ptr<State> state) : state_(std::move(state)) {}
Warehouse::Warehouse(Warehouse&&) noexcept = default;
Warehouse& Warehouse::operator=(Warehouse&&) noexcept = default;
Warehouse::~Warehouse() {
    if (state_) (void)close();
}

Result<Warehouse> Warehouse::open(const std::string& path) {
    const auto file = examine_database_file(path);
    if (!file) return file.error();
    try {
        auto state = std::make_unique<State>(path, Connection::Mode::create);
        if (file->exists && !file->empty) {
            if (auto error = refusal(state->connection, *file, path)) return *std::move(error);
        }
        configure(state->connection);
        migrate_schema(state->connection);
        apply_texts(state->connection);
        return Warehouse(std::move(state));
    } catch (const SQLite::Exception& exception) {
        return sql_error(exception, "open the database", path);
    }
}

Result<bool> Warehouse::knows(std::string_view sha256) {
    bool known = false;
    auto status = state_->guarded("read", [&] {
        known = state_->connection.integer("SELECT 1 FROM filings WHERE sha256 = ?", sha256)
                    .has_value();
    });
    if (!status) return std::move(status).error();
    return known;
}

Status Warehouse::begin_batch() {
    auto status =
        state_->guarded("write to", [&] { state_->connection.script("BEGIN IMMEDIATE"); });
    state_->in_batch = status.has_value();
    return status;
}

Status Warehouse::save(const Reading& reading, const Source& source) {
    if (!state_->in_batch) {
        return Error{Error::Code::invalid_argument, "no batch is open for " + source.path};
    }
    if (too_big(reading)) {
        return Error{Error::Code::invalid_argument,
                     "cannot store " + source.path + ": it has more rows than a filing may have"};
    }
    Connection& connection = state_->connection;
    auto status = state_->guarded("store " + source.path + " in", [&] {
        connection.script("SAVEPOINT release");
        const std::int64_t company = write_release(connection, reading, source);
        connection.script("RELEASE release");
        if (company != 0) state_->touched.insert(company);
    });
    if (status) return status;
    if (connection.in_transaction()) {
        auto undone = state_->guarded("undo a release in", [&] {
            connection.script("ROLLBACK TO release; RELEASE release");
        });
        if (!undone) state_->roll_back();
    } else {
        state_->roll_back();  // a full disk takes the whole transaction with it
    }
    return status;
}

Status Warehouse::commit_batch() {
    if (!state_->in_batch) {
        return Error{Error::Code::io,
                     "the batch was rolled back: nothing of it is in " + state_->path};
    }
    auto status = state_->guarded("finish the batch in", [&] {
        for (const std::int64_t company : state_->touched) {
            refresh_metrics(state_->connection, company);
        }
        state_->connection.script("COMMIT");
    });
    if (status) {
        state_->touched.clear();
        state_->in_batch = false;
    } else {
        (void)state_->guarded("roll back", [&] { state_->roll_back(); });
    }
    return status;
}

Status Warehouse::close() {
    if (!state_) return Done{};
    auto status = state_->guarded("close", [&] { state_->roll_back(); });
    state_.reset();
    return status;
}

}  // namespace fintool

// Opening, batches and saving: the border of the stage, where exceptions become Errors.
#include "store/warehouse.h"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>

#include <charconv>

#include "store/company_match.h"
#include "store/company_refresh.h"
#include "store/connection.h"
#include "store/database_file.h"
#include "store/periods.h"
#include "store/read_back.h"
#include "store/release_writer.h"
#include "store/schema.h"
#include "store/warehouse_state.h"

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

Error refused_as_too_big(const Source& source) {
    return {Error::Code::invalid_argument,
            "cannot store " + source.path + ": it has more rows than a filing may have"};
}

void refresh_touched(Connection& connection, std::int64_t company_id, const Touched& touched) {
    if (!touched.filing_gone) return refresh_metrics(connection, company_id, touched);
    forget_unprinted_periods(connection, company_id);
    if (connection.integer("SELECT 1 FROM filings WHERE company_id = ?", company_id)) {
        refresh_company(connection, company_id);
        refresh_metrics(connection, company_id, touched);
    } else {
        connection.run("DELETE FROM metrics WHERE company_id = ?", company_id);
        connection.run("DELETE FROM periods WHERE company_id = ?", company_id);
        connection.run("DELETE FROM companies WHERE id = ?", company_id);
    }
}

}  // namespace

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

Status Warehouse::State::guarded(const std::string& doing, const std::function<void()>& work) {
    try {
        work();
        return Done{};
    } catch (const SQLite::Exception& exception) {
        return sql_error(exception, doing, path);
    }
}

Status Warehouse::State::step(const std::string& doing, const std::function<void()>& work) {
    if (!in_batch) {
        return Error{Error::Code::invalid_argument,
                     "cannot " + doing + " " + path + ": no batch is open"};
    }
    auto status = guarded(doing, [&] {
        connection.script("SAVEPOINT step");
        work();
        connection.script("RELEASE step");
    });
    if (status) return status;
    if (connection.in_transaction()) {
        const auto undone =
            guarded(doing, [&] { connection.script("ROLLBACK TO step; RELEASE step"); });
        if (undone) return status;
    }
    (void)guarded(doing, [&] { roll_back(); });  // a full disk takes the whole batch with it
    return status;
}

void Warehouse::State::roll_back() {
    if (connection.in_transaction()) connection.script("ROLLBACK");
    touched.clear();
    in_batch = false;
}

Warehouse::Warehouse(std::unique_ptr<State> state) : state_(std::move(state)) {}
Warehouse::Warehouse(Warehouse&&) noexcept = default;
Warehouse& Warehouse::operator=(Warehouse&&) noexcept = default;
Warehouse::~Warehouse() {
    try {
        if (state_) (void)close();
    } catch (const std::bad_alloc&) {
        return;  // closing the connection rolls back, and takes no memory
    }
}

Result<Warehouse> Warehouse::open(const std::string& path, Patience patience) {
    const auto file = examine_database_file(path);
    if (!file) return file.error();
    try {
        auto state = std::make_unique<State>(path, Connection::Mode::create, std::move(patience));
        if (file->exists && !file->empty) {
            if (auto error = refusal(state->connection, *file, path)) return *std::move(error);
        }
        configure(state->connection);
        bring_up_to_date(state->connection);
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

std::uint64_t prefix_of(std::string_view sha256) {
    std::uint64_t prefix = 0;
    std::from_chars(sha256.data(), sha256.data() + std::min<std::size_t>(sha256.size(), 16), prefix,
                    16);
    return prefix;
}

Result<std::vector<std::uint64_t>> Warehouse::known_prefixes() {
    std::vector<std::uint64_t> all;
    auto status = state_->guarded("read", [&] {
        SQLite::Statement& rows =
            state_->connection.bound("SELECT sha256 FROM filings ORDER BY sha256");
        while (rows.executeStep()) all.push_back(prefix_of(rows.getColumn(0).getString()));
    });
    if (!status) return std::move(status).error();
    return all;
}

Status Warehouse::begin_batch() {
    auto status =
        state_->guarded("write to", [&] { state_->connection.script("BEGIN IMMEDIATE"); });
    state_->in_batch = status.has_value();
    return status;
}

void Warehouse::State::keep(const WrittenRelease& written, const Reading& reading) {
    const std::string table = table_that_differs(connection, reading, written);
    if (!table.empty()) {
        throw SQLite::Exception("the rows read back from " + table + " are not those stored");
    }
    if (written.company_id != 0) touched[written.company_id].add(written.touched);
}

Status Warehouse::save(const Reading& reading, const Source& source) {
    if (is_too_big(reading)) return refused_as_too_big(source);
    return state_->step("store " + source.path + " in", [&] {
        state_->keep(write_release(state_->connection, reading, source), reading);
    });
}

Status Warehouse::save_again(const Reading& reading, const Source& source) {
    if (is_too_big(reading)) return refused_as_too_big(source);
    return state_->step("store " + source.path + " again in", [&] {
        Connection& connection = state_->connection;
        FilingPlace place;
        place.filing_id =
            connection.integer("SELECT id FROM filings WHERE sha256 = ?", source.sha256)
                .value_or(0);
        if (place.filing_id != 0) {
            const std::int64_t before =
                connection.integer("SELECT company_id FROM filings WHERE id = ?", place.filing_id)
                    .value_or(0);
            // Matched while its names are still there, so that its company stays the same one.
            place.company_id = company_of_release(connection, reading, source);
            delete_release(connection, place.filing_id, before);
            if (before != 0) state_->touched[before].filing_gone = true;
        }
        state_->keep(write_release(connection, reading, source, place), reading);
    });
}

Status Warehouse::commit_batch() {
    if (!state_->in_batch) {
        return Error{Error::Code::io,
                     "the batch was rolled back: nothing of it is in " + state_->path};
    }
    auto status = state_->guarded("finish the batch in", [&] {
        for (const auto& [company_id, touched] : state_->touched) {
            refresh_touched(state_->connection, company_id, touched);
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

void Warehouse::roll_back_batch() {
    (void)state_->guarded("roll back", [&] { state_->roll_back(); });
}

Status Warehouse::close() {
    if (!state_) return Done{};
    auto status = state_->guarded("close", [&] { state_->roll_back(); });
    state_.reset();
    return status;
}

}  // namespace fintool

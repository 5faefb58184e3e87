// libpq behind Result. See the header.
#include "transfer/postgres_connection.h"

#include <algorithm>
#include <optional>

#include "base/loaded_symbol.h"
#include "base/text.h"

#ifdef FINTOOL_HAS_LIBPQ
#include <dlfcn.h>
#include <libpq-fe.h>
#endif

namespace fintool {

bool is_postgres_url(std::string_view target) {
    return target.starts_with("postgresql://") || target.starts_with("postgres://");
}

std::string without_password(std::string_view url) {
    const std::size_t host = url.find("://");
    if (host == url.npos) return "postgresql://...";
    std::string out(url);
    const std::size_t authority_end = std::min(url.find_first_of("/?", host + 3), url.size());
    const std::size_t at = url.substr(0, authority_end).rfind('@');
    const std::size_t colon = at == url.npos ? url.npos : url.find(':', host + 3);
    if (at != url.npos && colon < at) out.erase(colon, at - colon);
    for (const std::string_view name : {"password=", "sslpassword="}) {
        for (std::size_t i = out.find(name); i != out.npos; i = out.find(name, i + name.size())) {
            const std::size_t begin = i + name.size();
            out.replace(begin, std::min(out.find('&', begin), out.size()) - begin, "...");
        }
    }
    return out;
}

#ifdef FINTOOL_HAS_LIBPQ
namespace {

// Loaded when a session is asked for: with its TLS and directory libraries libpq would make every
// start of the program slower by half.
struct Libpq {
    decltype(&::PQclear) clear = nullptr;
    decltype(&::PQconnectdbParams) connectdb_params = nullptr;
    decltype(&::PQconninfoFree) conninfo_free = nullptr;
    decltype(&::PQconninfoParse) conninfo_parse = nullptr;
    decltype(&::PQerrorMessage) error_message = nullptr;
    decltype(&::PQexec) exec = nullptr;
    decltype(&::PQfinish) finish = nullptr;
    decltype(&::PQgetResult) next_result = nullptr;
    decltype(&::PQgetlength) length_of = nullptr;
    decltype(&::PQgetvalue) value_of = nullptr;
    decltype(&::PQnfields) nfields = nullptr;
    decltype(&::PQntuples) ntuples = nullptr;
    decltype(&::PQputCopyData) put_copy_data = nullptr;
    decltype(&::PQputCopyEnd) put_copy_end = nullptr;
    decltype(&::PQresultErrorField) result_error_field = nullptr;
    decltype(&::PQresultErrorMessage) result_error_message = nullptr;
    decltype(&::PQresultStatus) result_status = nullptr;
    decltype(&::PQserverVersion) server_version = nullptr;
    decltype(&::PQsetNoticeProcessor) set_notice_processor = nullptr;
    decltype(&::PQstatus) status = nullptr;
};

std::optional<Libpq> load_libpq() {
    void* const library = ::dlopen("libpq.so.5", RTLD_NOW | RTLD_LOCAL);
    if (!library) return std::nullopt;
    Libpq all;
    const bool found = find_symbol(library, "PQclear", all.clear) &&
                       find_symbol(library, "PQconnectdbParams", all.connectdb_params) &&
                       find_symbol(library, "PQconninfoFree", all.conninfo_free) &&
                       find_symbol(library, "PQconninfoParse", all.conninfo_parse) &&
                       find_symbol(library, "PQerrorMessage", all.error_message) &&
                       find_symbol(library, "PQexec", all.exec) &&
                       find_symbol(library, "PQfinish", all.finish) &&
                       find_symbol(library, "PQgetResult", all.next_result) &&
                       find_symbol(library, "PQgetlength", all.length_of) &&
                       find_symbol(library, "PQgetvalue", all.value_of) &&
                       find_symbol(library, "PQnfields", all.nfields) &&
                       find_symbol(library, "PQntuples", all.ntuples) &&
                       find_symbol(library, "PQputCopyData", all.put_copy_data) &&
                       find_symbol(library, "PQputCopyEnd", all.put_copy_end) &&
                       find_symbol(library, "PQresultErrorField", all.result_error_field) &&
                       find_symbol(library, "PQresultErrorMessage", all.result_error_message) &&
                       find_symbol(library, "PQresultStatus", all.result_status) &&
                       find_symbol(library, "PQserverVersion", all.server_version) &&
                       find_symbol(library, "PQsetNoticeProcessor", all.set_notice_processor) &&
                       find_symbol(library, "PQstatus", all.status);
    return found ? std::optional(all) : std::nullopt;
}

const std::optional<Libpq>& loaded() {
    static const std::optional<Libpq> library = load_libpq();
    return library;
}

const Libpq& pq() { return *loaded(); }

struct Clear {
    void operator()(PGresult* result) const { pq().clear(result); }
};
using Answer = std::unique_ptr<PGresult, Clear>;

std::string state_of(const PGresult* result) {
    const char* state = pq().result_error_field(result, PG_DIAG_SQLSTATE);
    return state ? state : "";
}

// What a person does about it, by PostgreSQL's code.
std::string hint_of(const std::string& state) {
    if (state == "53100") return "make room there, then export again: parts that are whole stay";
    if (state == "42501") return "give this user the right to create and write, or name another";
    if (state.starts_with("28")) return "see user and password ($PGPASSWORD, ~/.pgpass)";
    if (state == "3D000") return "make the database first: createdb";
    if (state.starts_with("53") || state.starts_with("57")) {
        return "export again when the server can: parts that are whole stay";
    }
    if (state == "2BP01") return "take away what depends on it, then export again";
    return "";
}

std::string text_of_password(const std::string& url) {
    std::string password;
    PQconninfoOption* options = pq().conninfo_parse(url.c_str(), nullptr);
    for (const PQconninfoOption* option = options; option && option->keyword; ++option) {
        if (std::string_view(option->keyword) == "password" && option->val) password = option->val;
    }
    pq().conninfo_free(options);
    return password;
}

bool can_be_read(const std::string& url) {
    PQconninfoOption* options = pq().conninfo_parse(url.c_str(), nullptr);
    pq().conninfo_free(options);
    return options != nullptr;
}

}  // namespace

void PostgresConnection::Finish::operator()(pg_conn* connection) const { pq().finish(connection); }

Error PostgresConnection::failed(const std::string& doing, const std::string& state,
                                 std::string message) const {
    message = trim(message);
    std::replace(message.begin(), message.end(), '\t', ' ');  // libpq indents its advice
    for (std::size_t at = 0;
         !password_.empty() && (at = message.find(password_)) != message.npos;) {
        message.replace(at, password_.size(), "...");
    }
    const bool lost = connection_ && pq().status(connection_.get()) == CONNECTION_BAD;
    const std::string hint =
        lost
            ? "the connection is lost: export again, parts that are whole stay and the rest follows"
            : hint_of(state);
    return {Error::Code::io, "cannot " + doing + " in " + name_ + ": " + message +
                                 (hint.empty() ? "" : "\n" + hint)};
}

Error PostgresConnection::connection_error(const std::string& doing) const {
    return failed(doing, "", pq().error_message(connection_.get()));
}

Result<PostgresConnection> PostgresConnection::open(const std::string& url) {
    PostgresConnection made;
    made.name_ = without_password(url);
    if (!loaded()) {
        return Error{Error::Code::not_found,
                     "libpq is not installed, without which fintool cannot speak to " + made.name_ +
                         ": install libpq5, or export to a folder and load that with psql"
                         " (load.sql)"};
    }
    // What libpq says of a URL that it cannot read repeats it, with its password.
    if (!can_be_read(url)) {
        return Error{Error::Code::invalid_argument,
                     made.name_ +
                         " is no address of PostgreSQL: postgresql://USER@HOST:PORT/DATABASE is"
                         " (a password is best kept in ~/.pgpass or $PGPASSWORD)"};
    }
    made.password_ = text_of_password(url);
    const char* const names[] = {"dbname", "application_name", "connect_timeout", nullptr};
    const char* const values[] = {url.c_str(), "fintool export", "30", nullptr};
    made.connection_.reset(pq().connectdb_params(names, values, 1));
    if (pq().status(made.connection_.get()) != CONNECTION_OK) {
        Error error = made.failed("open a session", "", pq().error_message(made.connection_.get()));
        error.message.resize(error.message.find("\nthe connection is lost"));
        error.message +=
            "\nsee that the server runs, and user, password ($PGPASSWORD, ~/.pgpass) "
            "and database";
        return error;
    }
    if (pq().server_version(made.connection_.get()) < 130000) {
        return Error{Error::Code::invalid_argument,
                     made.name_ + ": its PostgreSQL is older than 13: use a newer server"};
    }
    pq().set_notice_processor(
        made.connection_.get(), [](void*, const char*) {}, nullptr);
    return made;
}

Status PostgresConnection::run(const std::string& sql, const std::string& doing) {
    const Answer result(pq().exec(connection_.get(), sql.c_str()));
    const ExecStatusType status = pq().result_status(result.get());
    if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_EMPTY_QUERY) {
        return Done{};
    }
    return failed(doing, state_of(result.get()), pq().error_message(connection_.get()));
}

Result<PostgresConnection::Rows> PostgresConnection::rows(const std::string& sql,
                                                          const std::string& doing) {
    const Answer result(pq().exec(connection_.get(), sql.c_str()));
    if (pq().result_status(result.get()) != PGRES_TUPLES_OK) {
        return failed(doing, state_of(result.get()), pq().error_message(connection_.get()));
    }
    Rows rows;
    for (int i = 0; i < pq().ntuples(result.get()); ++i) {
        auto& row = rows.emplace_back();
        for (int j = 0; j < pq().nfields(result.get()); ++j) {
            row.emplace_back(pq().value_of(result.get(), i, j),
                             static_cast<std::size_t>(pq().length_of(result.get(), i, j)));
        }
    }
    return rows;
}

Status PostgresConnection::begin_copy(const std::string& sql, const std::string& doing) {
    const Answer result(pq().exec(connection_.get(), sql.c_str()));
    if (pq().result_status(result.get()) == PGRES_COPY_IN) return Done{};
    return failed(doing, state_of(result.get()), pq().error_message(connection_.get()));
}

Status PostgresConnection::copy(std::string_view bytes, const std::string& doing) {
    if (bytes.empty()) return Done{};
    const int size = static_cast<int>(bytes.size());
    if (pq().put_copy_data(connection_.get(), bytes.data(), size) == 1) return Done{};
    return connection_error(doing);
}

Status PostgresConnection::end_copy(const std::string& doing) {
    if (pq().put_copy_end(connection_.get(), nullptr) != 1) return connection_error(doing);
    Status status = Done{};
    for (Answer result(pq().next_result(connection_.get())); result;
         result.reset(pq().next_result(connection_.get()))) {
        if (pq().result_status(result.get()) == PGRES_COMMAND_OK || !status) continue;
        status = failed(doing, state_of(result.get()), pq().result_error_message(result.get()));
    }
    return status;
}

#else

void PostgresConnection::Finish::operator()(pg_conn*) const {}

Result<PostgresConnection> PostgresConnection::open(const std::string& url) {
    return Error{Error::Code::invalid_argument,
                 "this fintool was built without libpq and cannot speak to " +
                     without_password(url) +
                     ": build it where libpq-dev is installed, or export to a folder and load that"
                     " with psql (load.sql)"};
}

Error PostgresConnection::failed(const std::string& doing, const std::string&,
                                 std::string message) const {
    return {Error::Code::io, "cannot " + doing + ": " + message};
}
Error PostgresConnection::connection_error(const std::string& doing) const {
    return failed(doing, "", "no libpq");
}
Status PostgresConnection::run(const std::string&, const std::string& doing) {
    return connection_error(doing);
}
Result<PostgresConnection::Rows> PostgresConnection::rows(const std::string&,
                                                          const std::string& doing) {
    return connection_error(doing);
}
Status PostgresConnection::begin_copy(const std::string&, const std::string& doing) {
    return connection_error(doing);
}
Status PostgresConnection::copy(std::string_view, const std::string& doing) {
    return connection_error(doing);
}
Status PostgresConnection::end_copy(const std::string& doing) { return connection_error(doing); }

#endif

}  // namespace fintool

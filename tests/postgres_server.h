// A PostgreSQL server for one test: on the loopback, on a port and in a folder of its own, gone
// with the test however that ends. From Debian's postgresql-15, run as a user without rights.
#pragma once

#include <sys/types.h>

#include <memory>
#include <string>

namespace fintool {

class PostgresServer {
public:
    // Null where no server is installed, or it does not start; `why` says so.
    static std::unique_ptr<PostgresServer> start(std::string& why);
    ~PostgresServer();
    PostgresServer(const PostgresServer&) = delete;
    PostgresServer& operator=(const PostgresServer&) = delete;

    // postgresql://postgres@127.0.0.1:PORT/postgres
    std::string url(const std::string& database = "postgres") const;
    const std::string& folder() const { return folder_; }
    // chown to the user that the server runs as.
    void give(const std::string& path) const;

private:
    PostgresServer() = default;
    bool make_folder(const std::string& bin, std::string& why);
    bool run(const std::string& bin, std::string& why);
    std::string folder_, user_;
    int port_ = 0;
    pid_t process_ = -1;
};

}  // namespace fintool

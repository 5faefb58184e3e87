// initdb, postgres, and their end. See the header.
#include "postgres_server.h"

#include <netinet/in.h>
#include <pwd.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <thread>
#include <vector>

#include "golden.h"
#include "transfer/postgres_connection.h"

namespace fintool {
namespace {

namespace fs = std::filesystem;

// The newest that Debian's packages have put there.
std::string find_programs() {
    std::vector<std::string> found;
    std::error_code none;
    for (const auto& version : fs::directory_iterator("/usr/lib/postgresql", none)) {
        const std::string bin = version.path().string() + "/bin";
        if (fs::exists(bin + "/postgres") && fs::exists(bin + "/initdb")) found.push_back(bin);
    }
    std::sort(found.begin(), found.end());
    return found.empty() ? "" : found.back();
}

int free_port() {
    const int probe = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* const any = reinterpret_cast<sockaddr*>(&address);
    int port = 0;
    if (::bind(probe, any, size) == 0 && ::getsockname(probe, any, &size) == 0) {
        port = ntohs(address.sin_port);
    }
    ::close(probe);
    return port;
}

std::vector<std::string> as_user(const std::string& user) {
    if (user.empty()) return {"setpriv", "--pdeathsig", "QUIT"};
    const passwd* const entry = ::getpwnam(user.c_str());
    return {"setpriv",
            "--reuid=" + std::to_string(entry->pw_uid),
            "--regid=" + std::to_string(entry->pw_gid),
            "--clear-groups",
            "--pdeathsig",
            "QUIT"};
}

std::string shell_line(const std::vector<std::string>& words) {
    std::string line;
    for (const std::string& word : words) line += (line.empty() ? "" : " ") + word;
    return line;
}

}  // namespace

bool PostgresServer::make_folder(const std::string& bin, std::string& why) {
    // Short, since the name of a socket has 107 bytes at most.
    std::string name = (fs::temp_directory_path() / "fintool-pg-XXXXXX").string();
    if (!::mkdtemp(name.data())) {
        why = "no folder for a server can be made";
        return false;
    }
    folder_ = name;
    give(folder_);
    std::vector<std::string> words = as_user(user_);
    words.insert(words.end(), {bin + "/initdb", "-D", folder_ + "/data", "-A", "trust", "-U",
                               "postgres", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync",
                               ">" + folder_ + "/log", "2>&1"});
    if (std::system(("cd / && " + shell_line(words)).c_str()) == 0) return true;
    why = "initdb: " + read_whole_file(folder_ + "/log");
    return false;
}

bool PostgresServer::run(const std::string& bin, std::string& why) {
    port_ = free_port();
    std::vector<std::string> words = as_user(user_);
    words.insert(words.end(),
                 {bin + "/postgres", "-D", folder_ + "/data", "-p", std::to_string(port_), "-c",
                  "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=" + folder_, "-c",
                  "fsync=off", "-c", "max_connections=20", "-c", "shared_buffers=32MB", "-c",
                  "logging_collector=off"});
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    process_ = ::fork();
    if (process_ == 0) {
        const std::string log = folder_ + "/log";
        if (!std::freopen(log.c_str(), "a", stderr) || ::dup2(2, 1) < 0 || ::chdir("/") != 0) {
            ::_exit(127);
        }
        ::execvp(arguments[0], arguments.data());
        ::_exit(127);
    }
    for (int i = 0; i < 200; ++i) {
        if (PostgresConnection::open(url())) return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        if (::waitpid(process_, nullptr, WNOHANG) == process_) {
            process_ = -1;
            break;
        }
    }
    why = "postgres does not start: " + read_whole_file(folder_ + "/log");
    return false;
}

std::unique_ptr<PostgresServer> PostgresServer::start(std::string& why) {
    const std::string bin = find_programs();
    if (bin.empty()) {
        why = "no PostgreSQL server is installed (postgresql-15)";
        return nullptr;
    }
    std::unique_ptr<PostgresServer> server(new PostgresServer);
    // The server refuses to run as root.
    if (::geteuid() == 0) server->user_ = ::getpwnam("postgres") ? "postgres" : "nobody";
    if (!server->make_folder(bin, why) || !server->run(bin, why)) return nullptr;
    return server;
}

PostgresServer::~PostgresServer() {
    if (process_ > 0) {
        ::kill(process_, SIGQUIT);
        ::waitpid(process_, nullptr, 0);
    }
    std::error_code ignored;
    if (!folder_.empty()) fs::remove_all(folder_, ignored);
}

std::string PostgresServer::url(const std::string& database) const {
    return "postgresql://postgres@127.0.0.1:" + std::to_string(port_) + "/" + database;
}

void PostgresServer::give(const std::string& path) const {
    if (user_.empty()) return;
    const passwd* const entry = ::getpwnam(user_.c_str());
    [[maybe_unused]] const int given = ::chown(path.c_str(), entry->pw_uid, entry->pw_gid);
}

}  // namespace fintool

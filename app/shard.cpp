// Shares of the releases: see the header.
#include "shard.h"

#include <charconv>

namespace fintool::app {
namespace {

bool read_number(std::string_view text, unsigned& number) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size();
}

}  // namespace

bool Shard::holds(std::string_view sha256) const {
    if (of == 1) return true;
    std::uint64_t hash = 0;
    const std::string_view head = sha256.substr(0, 16);
    std::from_chars(head.data(), head.data() + head.size(), hash, 16);
    return hash % of == number - 1;
}

Result<Shard> read_shard(const std::string& text) {
    if (text.empty()) return Shard{};
    const std::size_t slash = text.find('/');
    const std::string_view all = text;
    Shard shard;
    const bool read = slash != text.npos && read_number(all.substr(0, slash), shard.number) &&
                      read_number(all.substr(slash + 1), shard.of);
    if (read && shard.number >= 1 && shard.number <= shard.of) return shard;
    return Error{Error::Code::invalid_argument,
                 "--shard " + text + ": I/N is expected, with I from 1 to N: 2/8"};
}

}  // namespace fintool::app

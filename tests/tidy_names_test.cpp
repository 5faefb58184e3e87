// Two types of one name in one namespace link without a word and break at run time: the header of
// each type's name is its only one.
#include <doctest/doctest.h>

#include <map>
#include <string>

#include "tidy_sources.h"

TEST_CASE("tidy: a type of a header has a name of its own") {
    std::map<std::string, std::string> home;
    for (const auto& file : tidy::sources()) {
        if (!file.path.starts_with("core/") || !file.path.ends_with(".h")) continue;
        for (const auto& line : file.code) {
            for (const std::string keyword : {"struct ", "class ", "enum class "}) {
                if (!line.starts_with(keyword) || line.find('{') == std::string::npos) continue;
                const auto begin = keyword.size();
                auto end = begin;
                while (end < line.size() && tidy::is_word_char(line[end])) ++end;
                if (line.substr(end, 2) == "::") continue;  // a member of another type
                const auto name = line.substr(begin, end - begin);
                const auto [known, fresh] = home.emplace(name, file.path);
                CHECK_MESSAGE(fresh, name << " is in " << known->second << " and " << file.path);
            }
        }
    }
    CHECK(home.size() > 40);
}

// What people have set in databases that are merged: see the header.
#include "store/merge_edits.h"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <map>
#include <set>

#include "store/carried_release.h"
#include "store/schema.h"

namespace fintool {
namespace {

std::string label_text(const std::pair<std::string, std::string>& key, const OwnMeaning& own) {
    const std::string where = key.second.empty() ? "" : " (" + key.second + ")";
    return "\"" + own.printed + "\"" + where;
}

std::string meaning_text(const OwnMeaning& own) {
    return own.metric.empty() ? "nothing" : own.metric;
}

bool same_query(const SavedQuery& a, const SavedQuery& b) {
    return a.title == b.title && a.help == b.help && a.sql == b.sql;
}

std::optional<SavedQuery> query_called(Connection& connection, const std::string& name) {
    SQLite::Statement& row =
        connection.bound("SELECT title, help, sql FROM canned_queries WHERE name = ?", name);
    if (!row.executeStep()) return std::nullopt;
    SavedQuery query{name, row.getColumn(0).getString(), row.getColumn(1).getString(),
                     row.getColumn(2).getString()};
    row.reset();
    return query;
}

std::int64_t company_by_hash(Connection& connection, const std::string& sha256) {
    return connection.integer("SELECT company_id FROM filings WHERE sha256 = ?", sha256)
        .value_or(0);
}

// In which companies of the target those of an input are found.
using Places = std::map<std::int64_t, std::set<std::int64_t>>;
Places places_of(Connection& to, MergeInput& input) {
    Places places;
    SQLite::Statement& rows = input.connection().bound(
        "SELECT company_id, sha256 FROM filings WHERE company_id IS NOT NULL");
    while (rows.executeStep()) {
        const std::int64_t place = company_by_hash(to, rows.getColumn(1).getString());
        if (place != 0) places[rows.getColumn(0).getInt64()].insert(place);
    }
    return places;
}

// The company of the target for each that matching an input's releases by themselves gives: by its
// first release there.
using Groups = std::map<std::int64_t, std::map<std::int64_t, std::int64_t>>;
Groups matched_by_themselves(Connection& to, MergeInput& input) {
    Connection scratch("", Connection::Mode::create);
    migrate_schema(scratch);
    ReleaseCarrier carrier(input.connection(), scratch);
    Groups groups;  // by company of the input, then of `scratch`
    SQLite::Statement& rows = input.connection().bound(
        "SELECT id, company_id, sha256 FROM filings WHERE company_id IS NOT NULL ORDER BY id");
    scratch.script("BEGIN");
    while (rows.executeStep()) {
        const WrittenRelease matched = carrier.carry_identity(rows.getColumn(0).getInt64());
        const std::int64_t place = company_by_hash(to, rows.getColumn(2).getString());
        if (place == 0) continue;
        groups[rows.getColumn(1).getInt64()].try_emplace(matched.company_id, place);
    }
    return groups;
}

}  // namespace

std::vector<std::string> take_over_labels(Connection& to, const MergeInputs& inputs) {
    std::vector<std::string> remarks;
    OwnMeanings all = read_meanings_of(to);
    for (const auto& input : inputs) {
        for (const auto& [key, own] : read_meanings_of(input->connection())) {
            const auto [at, added] = all.try_emplace(key, own);
            if (added) {
                to.run(
                    "INSERT INTO own_labels (label, statement, metric, printed)"
                    " VALUES (?, ?, ?, ?)",
                    key.first, key.second, own.metric, own.printed);
            } else if (at->second.metric != own.metric) {
                remarks.push_back("the label " + label_text(key, own) + " means " +
                                  meaning_text(at->second) + "; " + input->path() + " had it as " +
                                  meaning_text(own));
            }
        }
    }
    return remarks;
}

std::vector<std::string> take_over_queries(Connection& to, const MergeInputs& inputs) {
    std::vector<std::string> remarks;
    for (const auto& input : inputs) {
        for (const SavedQuery& query : input->saved_queries()) {
            const auto there = query_called(to, query.name);
            const bool taken =
                to.integer("SELECT 1 FROM sqlite_master WHERE name = ?", query.name).has_value();
            if (!there && !taken) {
                to.run("INSERT INTO canned_queries (name, title, help, sql) VALUES (?, ?, ?, ?)",
                       query.name, query.title, Verbatim{query.help}, Verbatim{query.sql});
            } else if (!there || !same_query(*there, query)) {
                remarks.push_back("the saved query " + query.name + " of " + input->path() +
                                  " was left out: there is another of that name");
            }
        }
    }
    return remarks;
}

std::vector<NameByHand> names_by_hand(Connection& to, const MergeInputs& inputs,
                                      std::vector<std::string>& remarks) {
    std::map<std::int64_t, std::string> given;  // already there, or by an earlier input
    std::vector<NameByHand> names;
    for (const auto& input : inputs) {
        SQLite::Statement& rows = input->connection().bound(
            "SELECT name_by_hand, (SELECT sha256 FROM filings WHERE company_id = companies.id"
            " ORDER BY coalesce(released_on, period_end, '') DESC, id DESC LIMIT 1)"
            " FROM companies WHERE name_by_hand IS NOT NULL ORDER BY id");
        while (rows.executeStep()) {
            const std::string name = rows.getColumn(0).getString();
            const std::int64_t company = company_by_hash(to, rows.getColumn(1).getString());
            if (company == 0) continue;
            const auto before = to.text("SELECT name_by_hand FROM companies WHERE id = ?", company);
            const auto [at, first] = given.try_emplace(company, before.value_or(name));
            if (at->second != name) {
                remarks.push_back("the company " + at->second + " is called " + name + " in " +
                                  input->path());
            } else if (first && !before) {
                names.push_back({company, name});
            }
        }
    }
    return names;
}

std::vector<JoinedCompanies> joined_by_hand(Connection& to, MergeInput& input) {
    const Places places = places_of(to, input);
    const auto parted = [](const auto& place) { return place.second.size() > 1; };
    if (std::none_of(places.begin(), places.end(), parted)) return {};
    std::vector<JoinedCompanies> joined;
    for (const auto& [company, by_themselves] : matched_by_themselves(to, input)) {
        std::set<std::int64_t> parts;
        for (const auto& [matched, place] : by_themselves) parts.insert(place);
        for (const std::int64_t part : parts) {
            if (part != *parts.begin()) joined.push_back({part, *parts.begin()});
        }
    }
    return joined;
}

}  // namespace fintool

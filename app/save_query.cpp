// fintool query --save NAME "SQL or question", and --forget NAME: the user's own canned queries.
#include <algorithm>

#include "base/text.h"
#include "commands.h"
#include "log.h"
#include "query/answer.h"
#include "query/canned.h"
#include "query/sql_text.h"
#include "store/saved_query.h"

namespace fintool::app {
namespace {

// A letter, then letters, digits and underscores: as a view could be called.
bool is_name(const std::string& name) {
    if (name.empty() || name.size() > 60 || !is_alpha(name[0])) return false;
    for (const char c : name) {
        if (!is_alnum(c) && c != '_') return false;
    }
    return true;
}

Error bad_name(const std::string& name) {
    return {Error::Code::invalid_argument,
            "--save " + name + ": a name of letters, digits and underscores, please"};
}

// Defaults of parameters stand before the SQL, as in the program's own queries.
Result<std::string> with_defaults(Reader& reader, const std::string& sql,
                                  const std::vector<std::string>& given) {
    const Result<std::vector<std::string>> names = reader.parameters_of(sql);
    if (!names) return names.error();
    std::string head;
    for (const std::string& item : given) {
        const std::size_t equals = item.find('=');
        const std::string name = item.substr(0, equals);
        if (std::find(names->begin(), names->end(), name) == names->end() ||
            equals == std::string::npos || item.find_first_of("'\n") != std::string::npos) {
            return Error{Error::Code::invalid_argument,
                         "--param " + item + ": name=value is expected, of a :name in the SQL"};
        }
        head += ":" + name + " = '" + item.substr(equals + 1) + "'\n";
    }
    return head;
}

// Tries the text as it would be asked, and makes of it what is kept.
Result<SavedQuery> made_query(Reader& reader, const std::string& text,
                              const QueryOptions& options) {
    SavedQuery query{query_name(options.save), options.title, "", ""};
    if (!is_name(query.name)) return bad_name(options.save);
    if (understand(reader, options.save)) {
        return Error{Error::Code::invalid_argument,
                     "--save " + options.save + ": that is a question already; take another name"};
    }
    if (looks_like_sql(text)) {
        const auto head = with_defaults(reader, text, options.parameters);
        if (!head) return head.error();
        for (const std::string_view line : split(*head, '\n')) {
            if (!line.empty()) query.sql += "-- " + std::string(line) + "\n";
        }
        query.sql += std::string(trim(text));
        if (query.title.empty()) query.title = fold_space(text).substr(0, 60);
        return query;
    }
    const Result<Question> question = understand(reader, text);
    if (!question) return question.error();
    query.help = std::string(question_mark) + fold_space(text);
    query.sql = sql_of(*question);
    if (query.title.empty()) query.title = to_string(*question);
    return query;
}

}  // namespace

int save_as_query(const std::string& text, const Common& common, const QueryOptions& options) {
    SavedQuery query;
    {
        Result<Reader> reader = Reader::open(common.database);
        if (!reader) return failure(reader.error());
        const Result<SavedQuery> made = made_query(*reader, text, options);
        if (!made) return failure(made.error());
        query = *made;
    }
    const Result<bool> saved = save_query(common.database, query);
    if (!saved) return failure(saved.error());
    note(query.name + (*saved ? " saved in place of the former one" : " saved") + " in " +
         common.database + ": fintool query " + query.name);
    return done;
}

int forget_saved_query(const Common& common, const std::string& name) {
    if (const Status gone = forget_query(common.database, query_name(name)); !gone) {
        return failure(gone.error());
    }
    note(query_name(name) + " is taken out of " + common.database);
    return done;
}

}  // namespace fintool::app

// The question parser: a clause at a time, names by their longest match. See the header.
#include "query/question.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "base/text.h"
#include "query/canned.h"
#include "query/question_tokens.h"
#include "query/sql_text.h"

namespace fintool {
namespace {

struct StepWord {
    std::string_view word;
    Question::Step step;
};
constexpr std::array step_words = {
    StepWord{"quarter", Question::Step::quarter},   StepWord{"quarters", Question::Step::quarter},
    StepWord{"quarterly", Question::Step::quarter}, StepWord{"year", Question::Step::year},
    StepWord{"years", Question::Step::year},        StepWord{"yearly", Question::Step::year},
    StepWord{"annual", Question::Step::year},       StepWord{"annually", Question::Step::year},
    StepWord{"half", Question::Step::half},         StepWord{"halves", Question::Step::half},
    StepWord{"ttm", Question::Step::ttm},
};

constexpr std::array clause_words = {
    std::string_view("by"),   std::string_view("per"),   std::string_view("for"),
    std::string_view("of"),   std::string_view("in"),    std::string_view("since"),
    std::string_view("from"), std::string_view("until"), std::string_view("last"),
    std::string_view("as"),   std::string_view("with")};

class Parser {
public:
    Parser(std::string_view text, const Names& names)
        : text_(text), names_(names), tokens_(question_tokens(text)) {}

    Result<Question> parse() {
        while (at_ < tokens_.size()) {
            if (const Status done = parse_clause(); !done) return done.error();
        }
        if (question_.metrics.empty()) {
            return wrong(text_.size(),
                         "which metric? `revenue by quarter` is a question, and so is "
                         "`net_income, cash by year for ACME`");
        }
        if (last_years_) question_.last *= periods_of_year(question_.step);
        return question_;
    }

private:
    static int periods_of_year(Question::Step step) {
        if (step == Question::Step::year) return 1;
        return step == Question::Step::half ? 2 : 4;
    }

    static Status done() { return Done{}; }

    Error wrong(std::size_t byte, const std::string& message) const {
        const std::size_t line_end = message.find('\n');
        std::string out = message.substr(0, line_end) + with_caret(text_, byte);
        if (line_end != std::string::npos) out += message.substr(line_end);
        return {Error::Code::invalid_argument, out};
    }

    // The words of `count` tokens from here on; empty where they do not go together.
    std::string words(std::size_t count) const {
        std::string out;
        for (std::size_t i = at_; i < at_ + count; ++i) {
            if (i >= tokens_.size() || tokens_[i].comma) return "";
            if (tokens_[i].quoted && count > 1) return "";
            out += (out.empty() ? "" : " ") + tokens_[i].words;
        }
        return out;
    }
    std::string typed(std::size_t count) const {
        const Span span = join(tokens_[at_].span, tokens_[at_ + count - 1].span);
        return std::string(text_.substr(span.begin, span.end - span.begin));
    }
    bool here(std::string_view word) const {
        return at_ < tokens_.size() && !tokens_[at_].quoted && tokens_[at_].words == word;
    }
    bool at_clause() const {
        return std::any_of(clause_words.begin(), clause_words.end(),
                           [&](std::string_view word) { return here(word); });
    }
    std::size_t byte() const {
        return at_ < tokens_.size() ? tokens_[at_].span.begin : text_.size();
    }

    Status parse_clause() {
        if (tokens_[at_].comma || here("and")) {
            ++at_;
            return done();
        }
        if (here("by") || here("per")) {
            ++at_;
            if (take_step()) return done();
            return wrong(byte(), "by quarter, year, half or ttm is what can follow here");
        }
        if (here("for") || here("of")) {
            const bool of = here("of");  // "last 8 quarters of revenue", "revenue of ACME"
            ++at_;
            if (of && take_metric()) return done();
            return parse_companies();
        }
        if (here("as")) return parse_as();
        if (here("with") && follows("sources")) {
            at_ += 2;
            question_.sources = true;
            return done();
        }
        if (take_metric() || take_step()) return done();
        if (const std::optional<Status> taken = parse_time()) return *taken;
        if (take_bare_company()) return done();
        return unknown_word();
    }

    bool follows(std::string_view word) const {
        return at_ + 1 < tokens_.size() && tokens_[at_ + 1].words == word;
    }

    // "as chart", "as first reported", "as of 2006-09-01".
    Status parse_as() {
        ++at_;
        if (here("a")) ++at_;
        if (here("chart")) {
            question_.chart = true;
        } else if (here("first") && follows("reported")) {
            question_.first_reported = true;
            ++at_;
        } else if (here("of")) {
            ++at_;
            const auto day = match_period(tokens_, at_);
            if (!day || day->point.kind != PeriodPoint::Kind::day) {
                return wrong(byte(), "as of which day? 2006-09-01 is how one is written");
            }
            question_.as_of = day->point.day;
        } else {
            return wrong(byte(),
                         "as chart, as first reported or as of DATE is what can stand here");
        }
        ++at_;
        return done();
    }

    // "in 2008", "since Q2 FY2009", "from 2004q3 to 2005q2", "last 8 quarters", or a bare period.
    std::optional<Status> parse_time() {
        if (here("last") || here("latest")) return parse_last();
        const bool since = here("since") || here("from");
        const bool until = here("until") || here("to") || here("through");
        if (since || until || here("in") || here("during"))
            ++at_;
        else if (!match_period(tokens_, at_))
            return std::nullopt;
        const auto period = match_period(tokens_, at_);
        if (!period) {
            return Status(wrong(byte(),
                                "which period? FY2009, Q2 FY2009, 2008, 2008q3 or a day "
                                "(2008-09-30) can stand here"));
        }
        at_ += period->tokens;
        if (!until) question_.from = period->point;
        if (!since) question_.to = period->point;
        return done();
    }

    Status parse_last() {
        ++at_;
        question_.last = 1;
        if (at_ < tokens_.size()) {
            const std::string& word = tokens_[at_].words;
            int number = 0;
            const auto read = std::from_chars(word.data(), word.data() + word.size(), number);
            if (read.ptr == word.data() + word.size() && number > 0 && number < 10'000) {
                question_.last = number;
                ++at_;
            }
        }
        const bool years = here("year") || here("years");
        if (years || here("quarter") || here("quarters") || here("periods"))
            ++at_;
        else
            return wrong(byte(), "last how many quarters or years? `last 8 quarters` is one way");
        last_years_ = years;
        return done();
    }

    bool take_step() {
        for (const StepWord& step : step_words) {
            if (!here(step.word)) continue;
            question_.step = step.step;
            ++at_;
            return true;
        }
        return false;
    }

    bool take_metric() {
        for (std::size_t count = 6; count > 0; --count) {
            const std::string wanted = words(count);
            const MetricName* metric = wanted.empty() ? nullptr : find_metric_name(names_, wanted);
            if (!metric) continue;
            auto& metrics = question_.metrics;
            if (std::count(metrics.begin(), metrics.end(), metric->name) == 0) {
                metrics.push_back(metric->name);
            }
            at_ += count;
            return true;
        }
        return false;
    }

    // "ACME revenue by quarter": only what names one company exactly.
    bool take_bare_company() {
        for (std::size_t count = 6; count > 0; --count) {
            const std::string wanted = words(count);
            if (wanted.empty()) continue;
            const auto found = find_companies(names_, wanted);
            if (found.size() != 1) continue;
            add_company(*found[0]);
            at_ += count;
            return true;
        }
        return false;
    }

    Status parse_companies() {
        if (here("all")) {
            ++at_;
            question_.companies.clear();
            return done();
        }
        do {
            if (const Status taken = take_company(); !taken) return taken.error();
        } while (at_ + 1 < tokens_.size() && take_separator());
        return done();
    }

    // A comma goes on with companies unless a metric or a clause follows it.
    bool take_separator() {
        if (!tokens_[at_].comma && !here("and")) return false;
        const std::size_t before = at_++;
        const std::vector<std::string> kept = question_.metrics;
        const bool other = at_clause() || take_metric();
        question_.metrics = kept;
        at_ = other ? before : before + 1;
        return !other;
    }

    Status take_company() {
        if (at_ >= tokens_.size())
            return wrong(byte(), "for which company? a ticker, a name or all");
        for (std::size_t count = 8; count > 0; --count) {
            const std::string wanted = words(count);
            if (wanted.empty()) continue;
            const auto found = find_companies(names_, wanted);
            if (found.empty()) continue;
            if (found.size() > 1) return ambiguous(typed(count), found);
            add_company(*found[0]);
            at_ += count;
            return done();
        }
        std::size_t count = 1;
        while (at_ + count < tokens_.size() && !words(count + 1).empty() && count < 8) ++count;
        std::vector<std::string> like;
        for (std::size_t n = count; n > 0 && like.empty(); --n)
            like = companies_like(names_, words(n));
        std::string message = "there is no company \"" + typed(1) + "\" in this database\n";
        message +=
            like.empty() ? "`fintool companies` lists those that there are" : did_you_mean(like);
        return wrong(byte(), message);
    }

    Error ambiguous(const std::string& typed, const std::vector<const CompanyName*>& found) const {
        std::string message = "\"" + typed + "\" may be more than one company\n";
        std::vector<std::string> names;
        for (const CompanyName* company : found) {
            names.push_back(company->name +
                            (company->ticker.empty() ? "" : " (" + company->ticker + ")"));
            if (names.size() == 5) break;
        }
        return wrong(byte(), message + did_you_mean(names));
    }

    void add_company(const CompanyName& company) {
        auto& all = question_.companies;
        if (std::find(all.begin(), all.end(), company) == all.end()) all.push_back(company);
    }

    Error unknown_word() const {
        std::vector<std::string> like;
        for (std::size_t count = 4; count > 0 && like.empty(); --count) {
            if (const std::string wanted = words(count); !wanted.empty()) {
                like = metrics_like(names_, wanted);
            }
        }
        const bool first = question_.metrics.empty();
        std::string message = "\"" + typed(1) + "\" is ";
        message += first ? "no metric of this database" : "not understood here";
        message += "\n";
        if (!like.empty()) {
            message += did_you_mean(like);
        } else if (first) {
            message += "`fintool query --list` lists the metrics and the canned queries";
        } else {
            message +=
                "expected: by quarter, by year, for COMPANY, or another metric after a comma";
        }
        return wrong(byte(), message);
    }

    std::string_view text_;
    const Names& names_;
    std::vector<QuestionToken> tokens_;
    std::size_t at_ = 0;
    bool last_years_ = false;
    Question question_;
};

}  // namespace

Result<Question> parse_question(std::string_view text, const Names& names) {
    return Parser(text, names).parse();
}

Result<Question> understand(Reader& reader, std::string_view text) {
    const Result<Names> vocabulary = read_names(reader, NamesWanted::vocabulary);
    if (!vocabulary) return vocabulary.error();
    if (Result<Question> question = parse_question(text, *vocabulary)) return question;
    const Result<Names> names = read_names(reader, NamesWanted::all);
    if (!names) return names.error();
    Result<Question> question = parse_question(text, *names);
    if (question) return question;
    std::vector<std::string> canned;
    for (const CannedQuery& query : canned_queries()) canned.push_back(query.name);
    const std::vector<std::string> like = nearest(text, canned, 1);
    if (like.empty()) return question;
    Error error = question.error();
    error.message += "\nor the canned query " + like.front() + "?";
    return error;
}

std::string to_string(const Question& question) {
    std::string out;
    for (const std::string& metric : question.metrics) out += (out.empty() ? "" : ", ") + metric;
    out += " by " + std::string(step_name(question.step));
    std::string companies;
    for (const CompanyName& company : question.companies) {
        companies += (companies.empty() ? " for " : ", ") + company.name;
    }
    out += companies.empty() ? " for all" : companies;
    if (question.from && question.from == question.to) {
        out += " in " + to_string(*question.from);
    } else {
        if (question.from) out += " from " + to_string(*question.from);
        if (question.to) out += " to " + to_string(*question.to);
    }
    if (question.last > 0) out += ", the last " + std::to_string(question.last);
    if (question.first_reported) out += ", as first reported";
    if (!question.as_of.empty()) out += ", as of " + question.as_of;
    if (question.chart) out += ", as chart";
    return out + (question.sources ? ", with sources" : "");
}

std::string_view step_name(Question::Step step) {
    switch (step) {
        case Question::Step::quarter: return "quarter";
        case Question::Step::year: return "year";
        case Question::Step::half: return "half year";
        case Question::Step::ttm: return "twelve months";
    }
    return "";
}

}  // namespace fintool

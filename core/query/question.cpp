// The question parser: a clause at a time, names by their longest match. See the header.
#include "query/question.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/text.h"
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
};

constexpr std::array clause_words = {std::string_view("by"), std::string_view("per"),
                                     std::string_view("for"), std::string_view("of")};

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
        return question_;
    }

private:
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
            return wrong(byte(), "by quarter or by year is what can follow here");
        }
        if (here("for") || here("of")) {
            ++at_;
            return parse_companies();
        }
        if (take_metric() || take_step() || take_bare_company()) return done();
        return unknown_word();
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
    return parse_question(text, *names);
}

std::string to_string(const Question& question) {
    std::string out;
    for (const std::string& metric : question.metrics) out += (out.empty() ? "" : ", ") + metric;
    out += question.step == Question::Step::quarter ? " by quarter" : " by year";
    std::string companies;
    for (const CompanyName& company : question.companies) {
        companies += (companies.empty() ? " for " : ", ") + company.name;
    }
    return out + (companies.empty() ? " for all" : companies);
}

}  // namespace fintool

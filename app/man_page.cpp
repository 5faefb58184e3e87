// fintool(1), from the command line's own definitions: docs/fintool.1 is what this prints, held to
// it by a test.
#include "base/text.h"
#include "command_help.h"

namespace fintool::app {
namespace {

constexpr const char* head = R"(.\" Made by `fintool __man`; change app/man_page.cpp or the options.
.TH FINTOOL 1 "" "fintool" "User Commands"
.SH NAME
fintool \- earnings releases into a SQLite database, and answers from it
.SH SYNOPSIS
.B fintool
.RI [ options ]
.I command
.RI [ arguments ]
.SH EXAMPLES
.nf
)";

constexpr const char* question_section = R"(.SH QUESTIONS
Words in any sensible order; plain years and 2008q3 are calendar ones, FY2009 and Q2 FY2009 the
company's own; ends are inclusive.
.PP
.nf
METRIC[, METRIC ...] | margin of METRIC | row "PRINTED LABEL"
| income statement | balance sheet | cash flow
[by quarter | year | half | ttm | release]
[for COMPANY[, COMPANY ...] | for all]
[in 2008 | since Q2 FY2009 | until 2008q3 | from X to Y | last 8 quarters]
[growth | yoy | qoq] [as % of METRIC]
[as first reported | as of 2006-09-01] [as chart] [with sources]
.fi
)";

constexpr const char* foot = R"(.SH EXIT STATUS
0 done, 1 failed or partly failed, 2 wrong usage, 124 time limit, 130 interrupted.
.SH ENVIRONMENT
.TP
.B FINTOOL_DB
the database where \-\-db is not given
.TP
.B NO_COLOR, TERM
no colour where NO_COLOR is set or TERM is dumb
.TP
.B FINTOOL_PAGER, PAGER
shows what is longer than the terminal
.TP
.B SOURCE_DATE_EPOCH
seconds that stand for now in what is stored
.SH SEE ALSO
sqlite3(1)
)";

// Dashes that are options, backslashes and leading dots as roff wants them.
std::string roff(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '\\') {
            out += "\\e";
        } else if (c == '-') {
            out += "\\-";
        } else {
            out += c;
        }
    }
    return out.starts_with(".") || out.starts_with("'") ? "\\&" + out : out;
}

std::string entry(const std::string& term, const std::string& text) {
    return ".TP\n.B " + roff(term) + "\n" + roff(text) + "\n";
}

std::string options_text(const CommandHelp& command) {
    std::string out;
    for (const OptionHelp& option : command.options) {
        std::string term;
        for (const std::string& name : option.names) term += (term.empty() ? "" : ", ") + name;
        out += entry(term + (option.takes_value ? " VALUE" : ""), option.text);
    }
    return out;
}

}  // namespace

std::string man_page(const ProgramHelp& program) {
    std::string out = std::string(head) + roff(examples_of("")) + ".fi\n.SH COMMANDS\n";
    for (const CommandHelp& command : program) {
        if (command.name.empty()) continue;
        out += ".SS fintool " + roff(command.name) + "\n" + roff(command.text) + "\n";
        for (const std::string& argument : command.arguments) {
            const std::size_t colon = argument.find(": ");
            out += entry(argument.substr(0, colon), argument.substr(colon + 2));
        }
        out += options_text(command);
    }
    out +=
        std::string(question_section) + ".SH OPTIONS\nThese stand before or behind any command.\n";
    return out + options_text(program.front()) + foot;
}

}  // namespace fintool::app

// What --help opens with: a few command lines to start from, by command.
#include <array>

#include "command_help.h"

namespace fintool::app {
namespace {

struct Examples {
    std::string_view command, lines;
};
constexpr std::array all_examples = {
    Examples{"", R"x(  fintool ingest releases/                    read files and folders
  fintool query "revenue by quarter"          ask in words
  fintool query "eps, cash by year for CPST"  several metrics of one company
  fintool query "SELECT * FROM quarterly_metrics LIMIT 5"
  fintool show CPST Q2 FY2009                 a release as it was printed
)x"},
    Examples{"ingest", R"x(  fintool ingest releases/                    a folder, whatever is in it
  fintool ingest release.txt q2.html.gz       files, compressed or not
  curl -s URL | fintool ingest -              from a pipe
)x"},
    Examples{"merge", R"x(  fintool ingest releases/ --shard 1/2 --db one.db    on one machine
  fintool ingest releases/ --shard 2/2 --db two.db    on another
  fintool merge one.db two.db --into all.db           as if one had read all
)x"},
    Examples{"query", R"x(  fintool query "revenue by quarter for CPST"
  fintool query "net income, gross margin by year since FY2008" --format csv
  fintool query "income statement for CPST in Q2 FY2009"
  fintool query "net_income as % of revenue, last 8 quarters as chart"
  fintool query 'row "accrued warranty reserve" by quarter'
  fintool query restatements                  a canned query; --list names them all
  fintool query "SELECT * FROM reported_facts WHERE label LIKE :l" --param l=%debt%
  fintool query --save mine "revenue by ttm"  from then on: fintool query mine
)x"},
    Examples{"show", R"x(  fintool show                                the releases there are
  fintool show CPST Q2 FY2009                 one of them, as printed
)x"},
    Examples{"trace",
             R"x(  fintool trace "revenue Q2 FY2009 for CPST"  file, line and bytes of a number
)x"},
    Examples{"check",
             R"x(  fintool check                               what does not add up, anywhere
  fintool check CPST Q2 FY2009 --all          every check of one release
)x"},
    Examples{"completion", R"x(  eval "$(fintool completion bash)"           in ~/.bashrc
  fintool completion fish | source
)x"},
    Examples{"export",
             R"x(  fintool export --to out                     files for PostgreSQL and others
  fintool export --to postgresql://me@localhost/releases
)x"},
    Examples{"report", R"x(  fintool report -o report.html               a page of every company
  fintool report CPST -o capstone.html
)x"},
};

}  // namespace

std::string_view examples_of(std::string_view command) {
    for (const Examples& examples : all_examples) {
        if (examples.command == command) return examples.lines;
    }
    return "";
}

}  // namespace fintool::app

// Rendering and writing. See the header.
#include "output.h"

#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "base/text.h"
#include "log.h"
#include "pager.h"
#include "query/names.h"

namespace fintool::app {
namespace {

bool wants_color(const Common& common, const Shape& shape) {
    if (common.color == "always") return true;
    if (common.color == "never" || !shape.output.empty() || !stdout_is_terminal()) return false;
    const char* no_color = std::getenv("NO_COLOR");
    const char* term = std::getenv("TERM");
    return !(no_color && *no_color) && term && std::strcmp(term, "dumb") != 0;
}

bool write_all(std::FILE* file, std::string_view text) {
    const bool written = std::fwrite(text.data(), 1, text.size(), file) == text.size();
    return std::fflush(file) == 0 && written;
}

}  // namespace

std::optional<Format> format_of(const Shape& shape) {
    if (shape.format.empty()) {
        return format_of_file(shape.output).value_or(Format::table);
    }
    if (const auto format = parse_format(shape.format)) return format;
    std::string names;
    for (const std::string& name : format_names()) names += (names.empty() ? "" : ", ") + name;
    const std::string hint = did_you_mean(nearest(shape.format, format_names()));
    failure("--format " + shape.format + ": there is " + names + (hint.empty() ? "" : "; " + hint));
    return std::nullopt;
}

int write_out(std::string_view text, const std::string& name) {
    if (name.empty() || name == "-") {
        if (write_all(stdout, text)) return done;
        failure(std::string("cannot write to stdout: ") + std::strerror(errno));
        return failed;
    }
    std::FILE* file = std::fopen(name.c_str(), "wb");
    const bool written = file && write_all(file, text);
    const bool closed = file && std::fclose(file) == 0;
    if (written && closed) return done;
    failure("cannot write " + name + ": " + std::strerror(errno));
    return failed;
}

int write_answer(std::vector<ResultSet> panels, const ResultSet& tidy, const Common& common,
                 const Shape& shape) {
    const std::optional<Format> format = format_of(shape);
    if (!format) return wrong_usage;
    const RenderOptions options{wants_color(common, shape), !shape.raw_csv};
    const bool people = is_for_people(*format);
    if (shape.transpose && !people && panels.size() > 1) {
        failure("--transpose: " + std::to_string(panels.size()) +
                " tables do not go into one file of " +
                format_names()[static_cast<std::size_t>(*format)] +
                ": ask for one company, or for one metric");
        return wrong_usage;
    }
    const bool sparklines = *format == Format::table && has_unicode();
    for (ResultSet& panel : panels) {
        if (people) panel = with_scaled_amounts(std::move(panel));
        if (shape.transpose) {
            panel = transposed(panel, people, sparklines && !panel.rows_are_series);
        } else if (sparklines && panel.rows_are_series) {
            panel = with_sparklines(std::move(panel));
        }
    }
    const bool wide = shape.transpose && !people && !panels.empty();
    const std::string text = people ? render_all(panels, *format, options)
                                    : render(wide ? panels.front() : tidy, *format, options);
    const bool paged = people && shape.output.empty() && show_in_pager(text);
    const int code = paged ? done : write_out(text, shape.output);
    if (code != done) return code;
    if (is_for_people(*format) && !panels.empty()) {
        for (const std::string& remark : panels.front().notes) note(remark);
    }
    say_notes(tidy);
    return done;
}

void say_notes(const ResultSet& result) {
    if (result.cut_after > 0) {
        warning("the answer was cut after " + std::to_string(result.cut_after) +
                " rows (--max-rows)");
    }
    for (const std::string& remark : result.notes) note(remark);
}

bool has_unicode() {
    for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
        const char* value = std::getenv(name);
        if (!value || !*value) continue;
        const std::string locale = lower(value);
        return locale.find("utf-8") != std::string::npos ||
               locale.find("utf8") != std::string::npos;
    }
    return false;
}

int write_answer(const ResultSet& result, const Common& common, const Shape& shape) {
    ResultSet panel = result;
    panel.notes.clear();
    return write_answer({panel}, result, common, shape);
}

}  // namespace fintool::app

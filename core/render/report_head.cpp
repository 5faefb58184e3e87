// The head of a report: its styles, for light and dark, wide and narrow, screen and paper.
#include "render/escape.h"
#include "render/report.h"

namespace fintool {
namespace {

constexpr const char* styles = R"(
:root { color-scheme: light dark; --ink: #1b1f24; --dim: #667085; --line: #d8dde3;
  --paper: #ffffff; --card: #f6f8fa; --gain: #2f6f9f; --loss: #b3432b; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e9ed; --dim: #9aa4b0; --line: #343b44;
  --paper: #14171b; --card: #1d2228; --gain: #6fb1dd; --loss: #e2836d; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1rem 1.2rem 5rem; max-width: 76rem; background: var(--paper);
  color: var(--ink); font: 15px/1.45 system-ui, -apple-system, "Segoe UI", sans-serif; }
h1 { font-size: 1.5rem; margin: .5rem 0; } h2 { font-size: 1.25rem; margin: 2.5rem 0 .2rem; }
h3 { font-size: 1rem; margin: 1.6rem 0 .4rem; }
nav a { margin-right: 1rem; } a { color: var(--gain); }
.dim { color: var(--dim); } p { margin: .3rem 0; }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr)); gap: .8rem; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 8px;
  padding: .7rem .9rem; break-inside: avoid; }
.card b { display: block; font-size: 1.25rem; font-variant-numeric: tabular-nums; }
svg { width: 100%; height: auto; max-height: 11rem; margin-top: .4rem; }
svg text { font-size: 11px; fill: var(--dim); } svg line { stroke: var(--line); }
.gain { fill: var(--gain); } .loss { fill: var(--loss); }
.made { fill-opacity: .35; stroke-width: 1; } .gain.made { stroke: var(--gain); }
.loss.made { stroke: var(--loss); }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: .88rem; }
caption { text-align: left; font-weight: 600; padding: .3rem 0; }
th, td { padding: .15rem .7rem; border-bottom: 1px solid var(--line); text-align: left;
  white-space: pre-line; vertical-align: top; }
td:first-child { white-space: pre-wrap; min-width: 11rem; }
th { vertical-align: bottom; } .n { text-align: right; white-space: nowrap; }
td[data-s] { cursor: help; } td[data-s]:hover, td[data-s]:focus { background: var(--card);
  outline: 1px solid var(--gain); }
td[data-s]:hover::after, td[data-s]:focus::after { content: attr(data-s); position: fixed; left: 0;
  right: 0; bottom: 0; padding: .6rem 1.2rem; background: var(--ink); color: var(--paper);
  text-align: left; white-space: normal; font-size: .9rem; z-index: 2; }
sup { color: var(--dim); font-size: .7em; }
@media (max-width: 40rem) { body { padding: .6rem .7rem 5rem; }
  .cards { grid-template-columns: 1fr; }
  th:first-child, td:first-child { position: sticky; left: 0; background: var(--paper);
  min-width: 8rem; max-width: 45vw; } }
@media print { :root { --ink: #000; --dim: #444; --line: #bbb; --paper: #fff; --card: #fff;
  --gain: #2f6f9f; --loss: #b3432b; } body { max-width: none; padding: 0; font-size: 10pt; }
  nav { display: none; } section + section { break-before: page; } .wide { overflow: visible; }
  table { font-size: 8pt; } tr, svg { break-inside: avoid; } td[data-s]::after { content: none; } }
)";

}  // namespace

std::string report_head(const std::string& title) {
    return "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
           "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
           "style-src 'unsafe-inline'\">\n"
           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
           "<meta name=\"generator\" content=\"fintool\">\n<title>" +
           html_text(title) + "</title>\n<style>" + styles + "</style>\n</head>\n<body>\n";
}

}  // namespace fintool

#!/usr/bin/env python3
# Holds a database against the figures that generated releases print: every cell of the three
# statements (kind, label, end, months, value, unit), none beside them, and the metrics of the rows.
# Streams: one release in memory at a time. Exit 1 where anything differs.
#   tests/bench/read_back.py KEYS DB [--show N]
import argparse
import collections
import datetime
import sqlite3
import sys

CELLS = '''SELECT s.kind, i.label, p.end_on, p.months, v.value, v.unit
FROM statements AS s JOIN line_items AS i ON i.statement_id = s.id
JOIN line_item_values AS v ON v.line_item_id = i.id JOIN periods AS p ON p.id = v.period_id
WHERE s.filing_id = ? AND s.kind <> 'other' AND s.basis = 'gaap' AND v.value IS NOT NULL'''
METRICS = '''SELECT m.name, p.end_on, p.months, m.value, m.unit
FROM filings AS f JOIN metrics AS m ON m.company_id = f.company_id AND m.filing_id = f.id
JOIN periods AS p ON p.id = m.period_id
WHERE f.id = ? AND m.origin = 'reported' AND m.basis = 'gaap' '''


def plain(label):
    """Case, punctuation and spaces do not count."""
    return ''.join(c for c in label.lower() if c.isalnum())


def number(value):
    return repr(int(value) if float(value).is_integer() else float(value))


class Release:
    """What one release prints: counted cells, and metrics by (name, end, months, unit)."""

    def __init__(self, path, look):
        self.path, self.look = path, look
        self.about = []  # cells whose day no release prints: (day, rest of the cell)
        self.cells = collections.Counter()
        self.metrics = {}
        self.kind, self.columns = None, []

    def add(self, fields):
        if fields[0] == 'S':
            self.kind, self.columns = fields[1], []
        elif fields[0] == 'C':
            self.columns.append(fields[1:])
        else:
            self.add_row(*fields[1:6], fields[6:])

    def add_row(self, unit, when, metric, sign, label, values):
        for (end, months, before, day_known), value in zip(self.columns, values, strict=True):
            day, length = {'column': (end, int(months)), 'before': (before, 0),
                           'end': (end, 0)}[when]
            if when == 'before' and day_known == 'about':
                self.about.append((self.kind, plain(label), day, length, number(value), unit))
            self.cells[self.kind, plain(label), day, length, number(value), unit] += 1
            if metric:
                meant = -float(value) if sign == '-' else float(value)
                self.metrics[metric, day, length, unit] = number(meant + 0)


def releases(path):
    with open(path, encoding='utf-8') as lines:
        current = None
        for line in lines:
            fields = line.rstrip('\n').split('\t')
            if fields[0] == 'R':
                if current:
                    yield current
                current = Release(*fields[1:3])
            else:
                current.add(fields)
        if current:
            yield current


class Count:
    def __init__(self, show):
        self.show = show
        self.releases = self.whole = self.cells = self.missing = self.extra = 0
        self.metrics = self.absent = self.wrong = 0

    def tell(self, release, what, which):
        if self.show > 0:
            self.show -= 1
            print(f'{release.path} ({release.look}): {what}: {" | ".join(map(str, which))}')


def allow_for_days(release, missing, extra):
    """A stored day within a week of one that the release does not print is that day."""
    for cell in release.about:
        for other in list(extra):
            if missing[cell] and cell[:2] + cell[3:] == other[:2] + other[3:]:
                apart = datetime.date.fromisoformat(cell[2]) - datetime.date.fromisoformat(other[2])
                if abs(apart.days) <= 7:
                    missing -= collections.Counter([cell])
                    extra -= collections.Counter([other])
                    break
    return missing, extra


def compare(release, filing, db, count):
    found = collections.Counter()
    if filing is not None:
        for kind, label, end, months, value, unit in db.execute(CELLS, (filing,)):
            found[kind, plain(label), end, months, number(value), unit] += 1
    missing, extra = release.cells - found, found - release.cells
    if missing and extra:
        missing, extra = allow_for_days(release, missing, extra)
    count.cells += release.cells.total()
    count.missing += missing.total()
    count.extra += extra.total()
    for what, cells in (('missing', missing), ('extra', extra)):
        for cell in cells:
            count.tell(release, what, cell)
    stored = collections.defaultdict(set)
    if filing is not None:
        for name, end, months, value, unit in db.execute(METRICS, (filing,)):
            stored[name, end, months, unit].add(number(value))
    wrong = absent = 0
    for key, value in release.metrics.items():
        if not stored[key]:
            absent += 1
            count.tell(release, 'no metric', key + (value,))
        elif stored[key] != {value}:
            wrong += 1
            count.tell(release, 'metric', key + (value, 'stored', *sorted(stored[key])))
    count.metrics += len(release.metrics)
    count.absent += absent
    count.wrong += wrong
    count.whole += not (missing or extra or absent or wrong)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('keys')
    parser.add_argument('database')
    parser.add_argument('--show', type=int, default=20)
    options = parser.parse_args()
    db = sqlite3.connect(f'file:{options.database}?mode=ro', uri=True)
    filings = {path.split('releases/')[-1]: number
               for number, path in db.execute('SELECT id, path FROM filings')}
    count = Count(options.show)
    for release in releases(options.keys):
        count.releases += 1
        compare(release, filings.get(release.path), db, count)
    print(f'read back: {count.whole} of {count.releases} releases whole; '
          f'{count.cells - count.missing} of {count.cells} cells, {count.extra} extra; '
          f'{count.metrics - count.absent - count.wrong} of {count.metrics} metrics, '
          f'{count.wrong} wrong')
    return 0 if count.releases and count.whole == count.releases else 1


sys.exit(main())

"""Transcribed releases: the keys of ../shared and of tests/keys, and how a database scores."""
import csv
import json
import os
import re
import subprocess
import sys
import tempfile
from collections import defaultdict

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SHARED = os.path.join(os.path.dirname(TOP), 'shared')
SCORE = os.path.join(SHARED, 'score', 'score')
OWN = os.path.join(TOP, 'tests', 'keys')
CELLS = 'file,statement,row,label,end,months,value,unit'.split(',')
METRICS = 'file,metric,end,months,value,unit'.split(',')


def number(text):
    """A number as printed; None where the cell holds none."""
    text = text.strip()
    if re.fullmatch(r'[-\u2013\u2014]+', text):
        return 0.0
    match = re.fullmatch(r'(\()?([-\u2212\u2013])?(\d*\.?\d+)\)?', re.sub(r'[$£€¥,%\s]', '', text))
    if not match:
        return None
    value = float(match.group(3))
    return -value if match.group(1) or match.group(2) else value


def tidy(value):
    value = round(value, 6)
    return str(int(value)) if value == int(value) else repr(value)


class Key:
    """One file of tests/keys; the README there says its form. Rows as the scorer reads them."""

    def __init__(self, path):
        self.cells, self.metrics = [], []
        self.file = self.statement = None
        self.scale, self.currency, self.columns, self.row = 1, 'USD', [], 0
        with open(path, encoding='utf-8') as handle:
            for line_no, line in enumerate(handle, 1):
                line = line.split(' #')[0].rstrip()
                if not line.strip() or line.startswith('#'):
                    continue
                try:
                    self.read(line)
                except ValueError as error:
                    sys.exit(f'{path}:{line_no}: {error}: {line}')

    def read(self, line):
        word, _, rest = line.partition(' ')
        if '|' in line:
            self.read_row([part.strip() for part in line.split('|')])
        elif word == 'file':
            self.file = rest.strip()
        elif word == 'statement' and rest in ('income', 'balance', 'cashflow'):
            self.statement, self.row = rest, 0
        elif word == 'scale':
            self.scale = int(rest)
        elif word == 'currency':
            self.currency = rest.strip()
        elif word == 'columns' and all(re.fullmatch(r'\d{4}-\d\d-\d\d/\d+', one)
                                       for one in rest.split()):
            self.columns = [one.split('/') for one in rest.split()]
        else:
            raise ValueError('neither a row nor a setting')

    def read_row(self, parts):
        count = len(self.columns)
        label, values, rest = parts[0], parts[1:1 + count], parts[1 + count:]
        if len(values) != count:
            raise ValueError(f'{len(values)} values for {count} columns')
        unit, scale, metrics, columns = self.currency, self.scale, [], self.columns
        for part in filter(None, rest):
            if part.startswith('='):
                metrics = part[1:].split()
            elif part.startswith('at '):
                columns = [(day, '0') for day in part.split()[1:]]
                if len(columns) != count:
                    raise ValueError(f'{len(columns)} days for {count} columns')
            else:
                unit, _, times = part.partition(' ')
                if not re.fullmatch(r'[A-Z]{3}(/share)?|shares|percent|ratio|units', unit):
                    raise ValueError(f'no unit {unit!r}')
                scale = int(times or 1)
        self.row += 1
        for text, (end, months) in zip(values, columns):
            value = number(text)
            if value is None:
                continue
            self.cells.append([self.file, self.statement, str(self.row), label, end, months,
                               tidy(value * scale), unit])
            for name in metrics:
                sign = -1 if name.startswith('-') else 1
                self.metrics.append([self.file, name.lstrip('-'), end, months,
                                     tidy(sign * value * scale), unit])


def own_keys():
    """File name -> kind ("cells" or "metrics") -> (header, rows), of tests/keys."""
    found = {}
    for name in sorted(os.listdir(OWN)):
        if name.endswith('.key'):
            key = Key(os.path.join(OWN, name))
            found[key.file] = {
                'cells': (CELLS, [dict(zip(CELLS, row)) for row in key.cells]),
                'metrics': (METRICS, [dict(zip(METRICS, row)) for row in key.metrics])}
    return found


def shared_keys():
    """The same of ../shared/keys."""
    folder = os.path.join(SHARED, 'keys')
    paths = [os.path.join(folder, name) for name in ('seeds.cells.csv', 'seeds.metrics.csv')]
    paths += sorted(os.path.join(folder, 'dev', name)
                    for name in os.listdir(os.path.join(folder, 'dev')) if name.endswith('.csv'))
    found = defaultdict(dict)
    for path in paths:
        with open(path, newline='') as handle:
            reader = csv.DictReader(handle)
            kind = 'metrics' if 'metric' in reader.fieldnames else 'cells'
            for row in reader:
                found[row['file']].setdefault(kind, (reader.fieldnames, []))[1].append(row)
    return found


def path_of(name):
    """Where the keyed release lies; None where it does not."""
    for folder in ('seeds', 'corpus/dev', 'corpus/wild'):
        path = os.path.join(SHARED, folder, name)
        if os.path.exists(path):
            return path
    return None


def write_keys(folder, name, keys):
    """The csv files that the scorer takes of one release; their paths."""
    paths = []
    for kind, (header, rows) in sorted(keys.items()):
        paths.append(os.path.join(folder, f'{name}.{kind}.csv'))
        with open(paths[-1], 'w', newline='') as handle:
            writer = csv.DictWriter(handle, header)
            writer.writeheader()
            writer.writerows(rows)
    return paths


def score_file(database, name, keys):
    """The scorer's figures for one file, and its lines about what was missed."""
    with tempfile.TemporaryDirectory() as folder:
        run = [sys.executable, SCORE, database, *write_keys(folder, name, keys)]
        figures = json.loads(subprocess.run(run + ['--json'], capture_output=True, text=True,
                                            check=True).stdout)
        lines = subprocess.run(run + ['--misses', '1000'], capture_output=True, text=True,
                               check=True).stdout.splitlines()
    return figures, [line for line in lines if line.startswith(('missed', 'wrong', 'absent'))]

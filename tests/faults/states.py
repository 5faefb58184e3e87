# What a database file holds, for scripts/faults: all its rows as one hash, and how many releases.
# Looks at a copy where the file may have a journal to roll back, so that fintool meets it as it is.
import collections
import hashlib
import os
import shutil
import sqlite3

# broken: a sentence where the file is not sound; rows: a hash over the schema and all rows; tables:
# the SQL of tables and indexes.
State = collections.namedtuple('State', 'broken releases rows tables', defaults=(None,))
NOTHING = State(None, 0, '')


def state_of(database, *more):
    """With the answers of `more` statements; without `filings` all is as good as absent then."""
    if not os.path.exists(database) or os.path.getsize(database) == 0:
        return NOTHING
    db = sqlite3.connect(database)
    try:
        found = db.execute('PRAGMA integrity_check').fetchall()
        if found != [('ok',)]:
            return State(f'integrity_check: {found[:3]}', 0, '')
        if db.execute('PRAGMA foreign_key_check').fetchall():
            return State('foreign_key_check: rows that point nowhere', 0, '')
        tables = {name for name, in db.execute('SELECT name FROM sqlite_master')}
        if 'filings' not in tables and not more:
            return NOTHING
        releases = (db.execute('SELECT count(*) FROM filings').fetchone()[0]
                    if 'filings' in tables else 0)
        rows = hashlib.sha256()
        for line in db.iterdump():
            rows.update(line.encode('utf-8', 'surrogateescape') + b'\n')
        for statement in more:
            rows.update(repr(db.execute(statement).fetchall()).encode())
        made = db.execute("SELECT sql FROM sqlite_master WHERE type IN ('table', 'index')"
                          " ORDER BY 1").fetchall()
        return State(None, releases, rows.hexdigest(), made)
    except sqlite3.DatabaseError as error:
        return State(f'cannot be read: {error}', 0, '')
    finally:
        db.close()


def state_of_copy(database, folder, *more):
    copy = os.path.join(folder, 'look.db')
    for end in ('', '-journal'):
        if os.path.exists(copy + end):
            os.remove(copy + end)
        if os.path.exists(database + end):
            shutil.copy(database + end, copy + end)
    return state_of(copy, *more)


def made_up_releases(folder, count):
    """Small releases of made-up companies: enough of them for several transactions."""
    os.makedirs(folder)
    for number in range(count):
        name = f'LARKMOOR WORKS {number % 7} INC.'
        year = 1990 + number // 7
        with open(os.path.join(folder, f'release-{number:04}.txt'), 'w') as out:
            out.write(f'''{name} REPORTS SECOND QUARTER RESULTS

                          {name}
                 CONSOLIDATED STATEMENTS OF OPERATIONS
                 (In thousands, except per share data)

                                   Three Months Ended
                                        June 30,
                                    {year}       {year - 1}
                                  --------   --------
Net sales                         $ {6100 + number:6,}   $ {5100 + number:6,}
Cost of sales                       {3000 + number:6,}     {2500 + number:6,}
Net income                        $  1,200   $  1,100
Net income per share, diluted     $   0.12   $   0.11
''')
    return folder

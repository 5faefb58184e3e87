# The kinds of faults of scripts/faults: each kind is a list of (name, fault), a fault is a function
# of a folder of its own that returns what it harmed, or None. A fault that was not injected is a
# failure of the harness, and counts as harm.
import functools
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import time

import states

HERE = os.path.dirname(os.path.abspath(__file__))
KILLED, INTERRUPTED = 128 + signal.SIGKILL, 130


def spread(count, points):
    """At most about `points` places of 1..count, the last one among them."""
    step = max(1, count // max(1, points))
    return sorted({*range(1, count + 1, step), count}) if count else []


# strace: a call that fails, or kills, at its Nth time.

def traced(folder, call, inject=None, database=None):
    """The command before the program. Opens are counted for the database and its journal only."""
    trace = os.path.join(folder, 'trace')
    command = ['strace', '-f', '-qq', '-o', trace, '-e', f'trace={call}']
    if call == 'openat':
        command += ['-P', database, '-P', database + '-journal']
    return command + (['-e', f'inject={call}:{inject}'] if inject else [])


def trace_of(folder):
    with open(os.path.join(folder, 'trace'), errors='replace') as handle:
        return handle.read()


def start(sweep, folder, source, before):
    """A database that holds the first `before` releases; an absent one for none."""
    database = os.path.join(folder, 'fault.db')
    if before:
        sweep.database(source, before, database)
    return database


def count_calls(sweep, source, before, call):
    folder = sweep.place()
    database = start(sweep, folder, source, before)
    sweep.ingest(database, source, traced(folder, call, None, database))
    return trace_of(folder).count(call + '(')


def not_as_told(effect, code, said, trace):
    """Why the run did not meet the fault, or did not end as it should have."""
    if 'signal=KILL' in effect:
        return None if code == KILLED else f'was not killed (exit {code}): {said}'
    if 'signal=INT' in effect:
        if 'SIGINT' not in trace:
            return 'no signal was injected'
        return None if code in (0, INTERRUPTED) else f'exit {code}: {said}'
    if 'INJECTED' not in trace:
        return 'nothing was injected'
    return None if code in (0, 1) else f'exit {code}: {said}'  # 0: the call need not succeed


def call_fault(sweep, source, before, call, effect, folder):
    database = start(sweep, folder, source, before)
    code, said = sweep.ingest(database, source, traced(folder, call, effect, database))
    wrong = not_as_told(effect, code, said, trace_of(folder))
    return wrong or sweep.harm(database, source, code, said, before)


def call_faults(sweep, source, before, call, effect, on=''):
    count = count_calls(sweep, source, before, call)
    for place in spread(count, sweep.points):
        told = f'{effect}:when={place}{on}'
        yield f'{told} of {count}', functools.partial(call_fault, sweep, source, before, call, told)


def twice_fault(sweep, place, effect, folder):
    """Killed while it writes, then the recovery from that fails."""
    database = start(sweep, folder, sweep.samples, 2)
    first = sweep.ingest(database, sweep.samples,
                         traced(folder, 'pwrite64', f'signal=KILL:when={place}'))
    if first[0] != KILLED:
        return f'was not killed (exit {first[0]})'
    code, said = sweep.ingest(database, sweep.samples, traced(folder, 'pwrite64', effect))
    wrong = not_as_told(effect, code, said, trace_of(folder))
    return wrong or sweep.harm(database, sweep.samples, code, said, 2)


def twice_faults(sweep):
    count = count_calls(sweep, sweep.samples, 2, 'pwrite64')
    for place in spread(count, sweep.points):
        for effect in ('error=EIO:when=1', 'signal=KILL:when=2'):
            yield (f'killed at {place}, then {effect}',
                   functools.partial(twice_fault, sweep, place, effect))


# Commands that change what is there: after a fault the file is as before, or as after.

CHANGES = [['forget', 'capstone-2004-09.txt'], ['companies', 'rename', '1', 'Larkmoor'],
           ['map', 'Research and development', 'none'], ['ingest', '--again']]


def change_fault(sweep, command, effect, after, folder):
    database = start(sweep, folder, sweep.samples, 4)
    before = states.state_of(database)
    code, said = sweep.run([*command, '--db', database], sweep.samples,
                           traced(folder, 'pwrite64', effect))
    wrong = not_as_told(effect, code, said, trace_of(folder))
    left = states.state_of_copy(database, folder)
    if wrong or left.broken:
        return wrong or left.broken
    if left.rows not in (before.rows, after.rows):
        return 'is neither as before nor as after'
    code, said = sweep.run(['verify', '--db', database], sweep.samples)
    return None if code == 0 else f'verify: exit {code}: {said}'


def change_faults(sweep):
    for command in CHANGES:
        folder = sweep.place()
        database = start(sweep, folder, sweep.samples, 4)
        code, said = sweep.run([*command, '--db', database], sweep.samples,
                               traced(folder, 'pwrite64'))
        if code != 0:
            raise RuntimeError(f'{command}: {said}')
        count, after = trace_of(folder).count('pwrite64('), states.state_of(database)
        for place in spread(count, sweep.points // 2):
            for effect in ('signal=KILL', 'error=ENOSPC'):
                told = f'{effect}:when={place}'
                yield (f'{" ".join(command)}: {told} of {count}',
                       functools.partial(change_fault, sweep, command, told, after))


# A migration leaves the old schema or the new one, and a backup that is whole or not there.

def old_database(folder, script):
    """A database of an earlier schema, or of none yet but with our mark."""
    database = os.path.join(folder, 'fault.db')
    db = sqlite3.connect(database)
    db.executescript(script)
    db.close()
    return database


def old_schemas():
    yield 0, "PRAGMA application_id = 0x46494E54; CREATE TABLE notes AS SELECT 'mine' AS text;"
    folder = os.path.join(HERE, '../migrations')
    newest = len(os.listdir(os.path.join(HERE, '../../migrations')))
    for schema in range(1, newest):
        with open(os.path.join(folder, f'schema-{schema}.dump')) as handle:
            yield schema, handle.read()


def migration_fault(sweep, script, effect, after, folder):
    database = old_database(folder, script)
    before = states.state_of(database, 'PRAGMA user_version')
    code, said = sweep.run(['migrate', '--db', database], None, traced(folder, 'pwrite64', effect))
    wrong = not_as_told(effect, code, said, trace_of(folder))
    left = states.state_of_copy(database, folder, 'PRAGMA user_version')
    if wrong or left.broken:
        return wrong or left.broken
    if left.rows not in (before.rows, after.rows):
        return 'is neither of the old schema nor of the new one'
    for name in os.listdir(folder):
        if name.endswith('.backup') and states.state_of(
                os.path.join(folder, name), 'PRAGMA user_version').rows != before.rows:
            return 'the backup is not the old database'
    code, said = sweep.run(['migrate', '--db', database])
    if code != 0:
        return f'migrating again: exit {code}: {said}'
    if states.state_of(database, 'PRAGMA user_version').rows != after.rows:
        return 'migrating again gives another database'
    return None


def migration_faults(sweep):
    for schema, script in old_schemas():
        folder = sweep.place()
        database = old_database(folder, script)
        code, said = sweep.run(['migrate', '--db', database], None, traced(folder, 'pwrite64'))
        if code != 0:
            raise RuntimeError(f'migrate: {said}')
        after = states.state_of(database, 'PRAGMA user_version')
        count = trace_of(folder).count('pwrite64(')
        for place in spread(count, sweep.points):
            for effect in ('signal=KILL', 'error=EIO', 'error=ENOSPC'):
                told = f'{effect}:when={place}'
                yield (f'schema {schema}: {told} of {count}',
                       functools.partial(migration_fault, sweep, script, told, after))


# Signals at any time.

def signal_fault(sweep, which, delay, folder):
    database = os.path.join(folder, 'fault.db')
    running = subprocess.Popen([sweep.program, 'ingest', '.', '--db', database], cwd=sweep.many,
                               stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL,
                               env=dict(os.environ, SOURCE_DATE_EPOCH='0'))
    time.sleep(delay)
    running.send_signal(which)
    code = running.wait()
    # A signal that comes before the handler stands ends the program by itself.
    if code not in (0, -which, INTERRUPTED):
        return f'exit {code}'
    return sweep.harm(database, sweep.many, code, '')


def signal_faults(sweep, which):
    folder = sweep.place()
    begin = time.monotonic()
    sweep.database(sweep.many, 230, os.path.join(folder, 'time.db'))
    took = time.monotonic() - begin
    chance = random.Random(7)
    for _ in range(sweep.points):
        delay = chance.uniform(0.0, took)
        yield f'after {delay:.3f} s', functools.partial(signal_fault, sweep, which, delay)


# Room that runs out: memory, the size of a file, the disk, and stdout.

def malloc_command(folder, source_of_malloc, **settings):
    return ['env', f'LD_PRELOAD={source_of_malloc}', *(f'{k}={v}' for k, v in settings.items())]


def built_malloc(sweep):
    library = os.path.join(sweep.place(), 'failing_malloc.so')
    subprocess.run(['cc', '-O1', '-shared', '-fPIC', '-o', library,
                    os.path.join(HERE, 'failing_malloc.c'), '-ldl'], check=True)
    return library


def malloc_fault(sweep, library, settings, folder):
    database = start(sweep, folder, sweep.samples, 0)
    code, said = sweep.ingest(database, sweep.samples,
                              malloc_command(folder, library, **settings))
    if 'INJECTED' not in said:
        return 'nothing was injected'
    if code not in (0, 1):
        return f'exit {code}: {said[-300:]}'
    return sweep.harm(database, sweep.samples, code, said)


def malloc_faults(sweep):
    library = built_malloc(sweep)
    folder = sweep.place()
    counted = os.path.join(folder, 'count')
    sweep.ingest(os.path.join(folder, 'count.db'), sweep.samples,
                 malloc_command(folder, library, MALLOC_COUNT_TO=counted))
    with open(counted) as handle:
        count = int(handle.read())
    chance = random.Random(11)  # not at even steps, which may meet one place again and again
    for place in sorted(chance.sample(range(1, count + 1), min(count, sweep.points))):
        for settings in ({'MALLOC_FAILS_AT': place},
                         {'MALLOC_FAILS_AT': place, 'MALLOC_FAILS_ON': 1}):
            on = ' and all after' if len(settings) > 1 else ''
            yield (f'malloc {place} of {count}{on}',
                   functools.partial(malloc_fault, sweep, library, settings))


def limit_fault(sweep, limit, folder):
    database = start(sweep, folder, sweep.samples, 0)
    code, said = sweep.ingest(database, sweep.samples, ['prlimit', limit])
    if limit.startswith('--fsize') and code != 1:
        return f'exit {code}: {said}'
    if code not in (0, 1, 127):  # 127: not even the program's libraries fit
        return f'exit {code}: {said}'
    return sweep.harm(database, sweep.samples, code, said)


def limit_faults(sweep, option, sizes):
    for size in sizes:
        yield f'{option}={size}', functools.partial(limit_fault, sweep, f'{option}={size}')


def file_sizes(sweep):
    folder = sweep.place()
    sweep.database(sweep.samples, 4, os.path.join(folder, 'size.db'))
    size = os.path.getsize(os.path.join(folder, 'size.db'))
    return [size * i // (sweep.points + 1) for i in range(sweep.points)]


def disk_fault(sweep, kilobytes, folder):
    disk = os.path.join(folder, 'disk')
    os.makedirs(disk)
    subprocess.run(['mount', '-t', 'tmpfs', '-o', f'size={kilobytes}k', 'none', disk], check=True)
    try:
        database = os.path.join(disk, 'fault.db')
        code, said = sweep.ingest(database, sweep.samples)
        if code not in (0, 1):
            return f'exit {code}: {said}'
        if code == 1 and not ('full' in said or 'I/O' in said):
            return f'does not say that the disk is full: {said}'
        subprocess.run(['mount', '-o', 'remount,size=64m', disk], check=True)
        return sweep.harm(database, sweep.samples, code, said)
    finally:
        subprocess.run(['umount', disk], check=True)


def disk_faults(sweep):
    if os.geteuid() != 0 or not can_mount(sweep.place()):
        print('a full disk: skipped, mounting takes root')
        return
    for size in spread(1200, sweep.points):
        yield f'{size} KiB', functools.partial(disk_fault, sweep, size)


def can_mount(folder):
    done = subprocess.run(['mount', '-t', 'tmpfs', 'none', folder], stderr=subprocess.DEVNULL)
    if done.returncode == 0:
        subprocess.run(['umount', folder], check=True)
    return done.returncode == 0


SAYING = [['query', 'revenue by quarter'], ['query', 'revenue', '--format', 'json'],
          ['query', 'SELECT 1', '--format', 'csv'], ['query', '--list'], ['query', 'margins'],
          ['query', 'revenue', '--show-sql'], ['show'], ['status'], ['companies'],
          ['trace', 'revenue for CPST'], ['check', '--all'], ['map'], ['completion', 'bash'],
          ['report', '-o', '/dev/full'], ['--help'], ['--version'], ['query', '--help']]


def stdout_fault(sweep, command, folder):
    database = start(sweep, folder, sweep.samples, 4)
    with open('/dev/full', 'w') as full:
        done = subprocess.run([sweep.program, *command, '--db', database],
                              stdin=subprocess.DEVNULL, stdout=full, stderr=subprocess.PIPE)
    said = done.stderr.decode('utf-8', 'replace')
    if done.returncode != 1 or 'cannot write' not in said:
        return f'exit {done.returncode}: {said}'
    return None


def stdout_faults(sweep):
    for command in SAYING:
        yield ' '.join(command), functools.partial(stdout_fault, sweep, command)


def all_kinds(sweep, only):
    """(kind, its faults), those whose name has the word."""
    samples, many = sweep.samples, sweep.many

    def calls(name, *rest, **more):
        return name, functools.partial(call_faults, sweep, *rest, **more)

    kinds = [
        calls('killed at a write', samples, 0, 'pwrite64', 'signal=KILL'),
        calls('killed at a write, after others', samples, 2, 'pwrite64', 'signal=KILL'),
        calls('killed at a write, many releases', many, 120, 'pwrite64', 'signal=KILL'),
        calls('killed at a sync', samples, 0, 'fdatasync', 'signal=KILL'),
        calls('killed at an unlink', samples, 2, 'unlink', 'signal=KILL'),
        ('killed and then recovery fails', functools.partial(twice_faults, sweep)),
        calls('write fails with EIO', samples, 0, 'pwrite64', 'error=EIO'),
        calls('write fails with EIO, and all after', samples, 2, 'pwrite64', 'error=EIO', '+'),
        calls('write fails with EIO, many releases', many, 120, 'pwrite64', 'error=EIO'),
        calls('write finds no space', samples, 2, 'pwrite64', 'error=ENOSPC'),
        calls('write finds no space, and all after', samples, 0, 'pwrite64', 'error=ENOSPC', '+'),
        calls('write finds no space, many releases', many, 120, 'pwrite64', 'error=ENOSPC', '+'),
        calls('sync fails', samples, 0, 'fdatasync', 'error=EIO'),
        calls('sync fails, after others', samples, 2, 'fdatasync', 'error=EIO', '+'),
        calls('sync finds no space', many, 120, 'fdatasync', 'error=ENOSPC'),
        calls('unlink fails', samples, 0, 'unlink', 'error=EIO'),
        calls('unlink fails, and all after', samples, 2, 'unlink', 'error=EACCES', '+'),
        calls('open fails', samples, 0, 'openat', 'error=EIO'),
        calls('open fails, after others', samples, 2, 'openat', 'error=EMFILE'),
        calls('open finds no space', samples, 0, 'openat', 'error=ENOSPC', '+'),
        calls('interrupted at a write', samples, 0, 'pwrite64', 'signal=INT'),
        calls('interrupted at a write, many releases', many, 0, 'pwrite64', 'signal=INT'),
        ('killed at any time', lambda: signal_faults(sweep, signal.SIGKILL)),
        ('interrupted at any time', lambda: signal_faults(sweep, signal.SIGINT)),
        ('a change fails', functools.partial(change_faults, sweep)),
        ('a migration fails', functools.partial(migration_faults, sweep)),
        ('an allocation fails', functools.partial(malloc_faults, sweep)),
        ('little memory', lambda: limit_faults(
            sweep, '--as', [(12 << 20) + (i << 21) for i in range(min(sweep.points, 30))])),
        ('a limit on files', lambda: limit_faults(sweep, '--fsize', file_sizes(sweep))),
        ('a full disk', functools.partial(disk_faults, sweep)),
        ('a full stdout', functools.partial(stdout_faults, sweep)),
    ]
    for name, faults in kinds:
        if only in name:
            yield name, faults()

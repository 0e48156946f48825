#!/usr/bin/env python3
"""Commands on a terminal: progress with steps and counts, Ctrl-C, silence elsewhere: terminal.py PROGRAM SAMPLE

The terminal is a pseudo-terminal that this script reads; Ctrl-C is its character, which reaches the
program as it does when a person presses it.
"""

import os
import pathlib
import pty
import re
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time

PROGRAM, SAMPLE = (str(pathlib.Path(each).resolve()) for each in sys.argv[1:3])
SCRATCH = pathlib.Path(tempfile.mkdtemp())
WRITERS = {  # command: its arguments behind the job
    "analyze": ["--lang", "en", "-o", "result"],
    "check": ["--lang", "en", "-o", "result"],
    "balance": ["--lang", "en", "-o", "result"],
    "plan": ["--lang", "en", "-o", "result"],
}
FAREWELL = "tenglong: interrupted; nothing is left behind, and an earlier result is as it was"
faults = []


def on_terminal(arguments, interrupt):
    """Runs the program with all three streams on a terminal: its exit code and what was shown."""
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(SCRATCH)
        os.environ.update(TMPDIR=str(SCRATCH / "tmp"), LC_ALL="C.UTF-8")
        os.execv(PROGRAM, [PROGRAM, *arguments])
    shown = b""
    pressed = False
    limit = time.monotonic() + 120
    while time.monotonic() < limit:
        if not select.select([terminal], [], [], 1)[0]:
            continue
        try:
            read = os.read(terminal, 65536)
        except OSError:  # the other end is closed
            break
        if not read:
            break
        shown += read
        if interrupt and not pressed and b"] measuring areas" in shown:
            os.write(terminal, b"\x03")
            pressed = True
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    os.close(terminal)
    return code, shown.decode(errors="replace")


def expect(holds, what):
    if not holds:
        faults.append(what)


(SCRATCH / "tmp").mkdir()
job = SAMPLE + "/job.toml"

# A whole run: each step with the time since the start, what it counts, and no line left at the end.
code, shown = on_terminal(["analyze", job, *WRITERS["analyze"]], interrupt=False)
expect(code == 1, f"analyze ended with {code}")  # the account of the sample does not hold
lines = shown.split("\r\x1b[K")
steps = [line for line in lines if re.match(r"\[\d+ s\] ", line)]
for step in ("reading the inputs 1/", "measuring areas", "vacant ground", "evidence", "writing"):
    expect(any(step in each for each in steps), f"no step '{step}' was shown")
expect("\n" not in "".join(steps), "a line of progress was ended instead of written over")
expect(lines[-1].startswith("云浦市"), f"the summary does not stand at the line's start: {lines[-1][:80]!r}")

# Elsewhere nothing is said.
quiet = subprocess.run([PROGRAM, "analyze", job, "--overwrite", *WRITERS["analyze"]], cwd=SCRATCH,
                       capture_output=True, check=False)
expect(quiet.returncode == 1 and quiet.stderr == b"", f"stderr is no terminal, but has {quiet.stderr!r}")
shutil.rmtree(SCRATCH / "result")

# Ctrl-C in the middle of every command that surveys and writes.
for command, arguments in WRITERS.items():
    code, shown = on_terminal([command, job, *arguments], interrupt=True)
    expect(code == 130, f"{command} ended with {code} after Ctrl-C: {shown[-200:]!r}")
    expect(shown.rstrip().endswith(FAREWELL), f"{command} said after Ctrl-C: {shown[-200:]!r}")
    left = [str(each.relative_to(SCRATCH)) for each in SCRATCH.rglob("*") if each.name != "tmp"]
    expect(not left, f"{command} left {left}")

# The commands that read a result, and the one that looks at a folder, at different moments: some end before.
# A result for them to read stands where they may not leave anything.
subprocess.run([PROGRAM, "analyze", job, "-q", "-o", "given"], cwd=SCRATCH, check=False)
READERS = {
    "init": ["init", "data", "--lang", "en"],
    "whatif": ["whatif", job, "--figure", "tax_line", "--from", "3", "--to", "8", "--steps", "5", "--lang", "en"],
    "explain": ["explain", "given", "330699001001GB00001", "--lang", "en"],
    "export": ["export", "given", "--to", "out/all.gpkg", "--lang", "en"],
    "masked export": ["export", "given", "--to", "out/all.gpkg", "--mask", "--lang", "en"],
    "diff": ["diff", "given", "given", "-o", "out", "--lang", "en"],
}
shutil.copytree(SAMPLE, SCRATCH / "data", ignore=shutil.ignore_patterns("*.toml"))
before = sorted(SCRATCH.rglob("*"))
for command, arguments in READERS.items():
    for wait in (0.05, 0.4):
        run = subprocess.Popen([PROGRAM, *arguments], cwd=SCRATCH, stdout=subprocess.DEVNULL,
                               stderr=subprocess.PIPE, text=True,
                               env={**os.environ, "TMPDIR": str(SCRATCH / "tmp"), "LC_ALL": "C.UTF-8"})
        time.sleep(wait)
        run.send_signal(signal.SIGINT)
        said = run.communicate()[1]
        # Before the program listens the signal ends it as any other.
        if run.returncode in (130, -signal.SIGINT):
            expect(run.returncode != 130 or said.rstrip().endswith(FAREWELL), f"{command} said: {said!r}")
            left = [each for each in sorted(SCRATCH.rglob("*")) if each not in before]
            expect(not left, f"{command} left {left} after {wait} s")
        else:
            expect(run.returncode in (0, 1), f"{command} ended with {run.returncode}: {said!r}")
            shutil.rmtree(SCRATCH / "out", ignore_errors=True)
            for each in SCRATCH.glob("data/*.toml"):
                each.unlink()

shutil.rmtree(SCRATCH)
print("\n".join(faults) or "well told, and well ended")
sys.exit(1 if faults else 0)

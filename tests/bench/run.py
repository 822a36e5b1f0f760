"""Run every ``bench_*.py`` beside this file, each in a process of its own; arguments pick by a part of the name.

Numbers among the arguments are sizes, handed on to the measurements: ``make bench ARGS="site 20000"``.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent


def main(arguments: list[str]) -> int:
    """Return 0, or 1 when a measurement failed or none was picked."""
    picks = [argument for argument in arguments if not argument.isdigit()]
    sizes = [argument for argument in arguments if argument.isdigit()]
    benches = [
        path for path in sorted(HERE.glob("bench_*.py")) if not picks or any(pick in path.name for pick in picks)
    ]
    if not benches:
        print(f"no measurement in {HERE.name}/ is named {' or '.join(picks) or 'bench_*.py'}", file=sys.stderr)
        return 1
    failed = []
    for bench in benches:
        print(f"== {bench.stem}", flush=True)
        if subprocess.run([sys.executable, str(bench), *sizes], check=False).returncode:
            failed.append(bench.name)
    if failed:
        print(f"failed: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""``python -m yange``: the command line."""

from yange.cli import main

if __name__ == "__main__":
    main()

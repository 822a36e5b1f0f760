"""Watch a list of policies: what changed since a day and what is coming, for ``yange watch``.

``read_list`` reads the list, ``watched`` works out what is to be said, and ``printed`` prints it as text, Markdown or
HTML; ``mail`` makes a whole message. The sentences are those of the site: of its feeds for events, of its comparison
pages for clauses.
"""

from yange.watch.printing import FORMS, mail, printed
from yange.watch.result import WatchEntry, WatchOutput
from yange.watch.watch_list import ListEntry, read_list
from yange.watch.watching import watched

__all__ = ["FORMS", "ListEntry", "WatchEntry", "WatchOutput", "mail", "printed", "read_list", "watched"]

"""The tables of the library, as rows: each takes a file from one schema version to the next.

A row, once released, is never edited: files that it made exist. Statements only; what runs them is
``database``. Nothing derived is kept here but the search index, words of titles, and stories.
"""

from typing import NamedTuple

APPLICATION = 0x43525244
"""Marks the file as ours (``CRRD``), so that another program's database is not written to."""


class Migration(NamedTuple):
    """What takes a file from the version before to ``version``, in one transaction."""

    version: int
    why: str
    statements: tuple[str, ...]


_SOURCES = (
    """CREATE TABLE source (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        address TEXT NOT NULL UNIQUE,  -- absolute path, or URL
        kind TEXT NOT NULL,
        title TEXT,
        added TEXT NOT NULL,
        refreshed TEXT,                -- when it was last read to its end
        problem TEXT                   -- what was wrong at the last reading
    )""",
)

# `key` says which article it is whatever it is called (see identity.py); `reading`, `note` and
# `anchor` refer to it and not to `number`, so that they live without the article.
_ARTICLES = (
    """CREATE TABLE article (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        key TEXT NOT NULL UNIQUE,
        version TEXT NOT NULL,         -- of the current text
        versions INTEGER NOT NULL,     -- how many texts it has had
        title TEXT NOT NULL,
        title_is_made INTEGER NOT NULL,
        title_folded TEXT NOT NULL,
        outlet TEXT,
        outlet_folded TEXT,
        agency TEXT,
        day TEXT,                      -- published, YYYY-MM-DD
        language TEXT,
        words INTEGER NOT NULL,
        summary_only INTEGER NOT NULL,
        is_read INTEGER NOT NULL,      -- as `reading` says; here for lists
        added TEXT NOT NULL,
        changed TEXT NOT NULL
    )""",
    "CREATE INDEX article_version ON article (version)",
    # Beyond their order these hold all that a filter asks of an article: reading an index of a
    # hundred thousand takes a third of the time that reading the table takes.
    "CREATE INDEX article_newest ON article (day DESC, number, language, is_read)",
    "CREATE INDEX article_outlet ON article (outlet_folded IS NULL, outlet_folded, day DESC)",
    "CREATE INDEX article_title ON article (title_folded, number, outlet_folded)",
    """CREATE TABLE version (
        article INTEGER NOT NULL,
        number INTEGER NOT NULL,       -- 1, 2, …
        version TEXT NOT NULL,         -- hash of the text
        place TEXT NOT NULL,           -- where it was read
        seen TEXT NOT NULL,
        record TEXT NOT NULL,          -- the article but its text, JSON
        text BLOB NOT NULL,            -- UTF-8, lone surrogates included
        UNIQUE (article, number)
    )""",
    """CREATE TABLE holding (
        source INTEGER NOT NULL REFERENCES source (number),
        article INTEGER NOT NULL,
        PRIMARY KEY (source, article)
    ) WITHOUT ROWID""",
    "CREATE INDEX holding_article ON holding (article)",
    # Articles taken off the shelf whose texts are still to be cleared away, a few at a time.
    "CREATE TABLE leftover (article INTEGER PRIMARY KEY)",
    "CREATE TABLE title_word (word TEXT PRIMARY KEY) WITHOUT ROWID",
)

_MARKS = (
    """CREATE TABLE reading (
        article TEXT PRIMARY KEY,      -- key
        read TEXT,                     -- when; NULL: unread
        read_version TEXT,
        place_version TEXT,            -- the text that `start` counts in
        start INTEGER,
        quote BLOB, before BLOB, after BLOB
    ) WITHOUT ROWID""",
    """CREATE TABLE note (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        article TEXT NOT NULL,         -- key
        article_id TEXT NOT NULL,
        article_title TEXT NOT NULL,
        version TEXT NOT NULL,
        start INTEGER NOT NULL,
        quote BLOB NOT NULL, before BLOB NOT NULL, after BLOB NOT NULL,
        words TEXT,                    -- NULL: a bookmark
        made TEXT NOT NULL,
        changed TEXT NOT NULL
    )""",
    "CREATE INDEX note_article ON note (article)",
    """CREATE TABLE anchor (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        left_article TEXT NOT NULL,    -- key; the lesser of the two
        left_version TEXT NOT NULL,
        left_start INTEGER NOT NULL,
        left_quote BLOB NOT NULL, left_before BLOB NOT NULL, left_after BLOB NOT NULL,
        right_article TEXT NOT NULL,
        right_version TEXT NOT NULL,
        right_start INTEGER NOT NULL,
        right_quote BLOB NOT NULL, right_before BLOB NOT NULL, right_after BLOB NOT NULL,
        made TEXT NOT NULL
    )""",
    "CREATE INDEX anchor_articles ON anchor (left_article, right_article)",
)

_MEMORY = (
    """CREATE TABLE session (
        shelf TEXT PRIMARY KEY,
        record TEXT NOT NULL,          -- JSON
        saved TEXT NOT NULL
    ) WITHOUT ROWID""",
    "CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
)

# All of it is made of the articles and can be made again. A *sketch* is what grouping keeps of an
# article; `posting` leads from a rare term, or a run of words, to the articles that have it.
_STORIES = (
    """CREATE TABLE sketch (
        article INTEGER PRIMARY KEY,   -- number
        version TEXT NOT NULL,         -- the text it was made of
        day TEXT,                      -- the article's, as it was then
        story INTEGER,                 -- NULL: still to be placed
        was INTEGER,                   -- the story it was in with its text before
        account INTEGER,               -- number of the article whose text it repeats, or its own
        lead TEXT NOT NULL,            -- orders articles of one day, whenever they arrived
        language TEXT,
        terms BLOB NOT NULL,
        shingles BLOB NOT NULL
    )""",
    "CREATE INDEX sketch_story ON sketch (story, day, lead)",
    """CREATE TABLE posting (
        term INTEGER NOT NULL,
        day INTEGER NOT NULL,          -- ordinal; 0: undated
        article INTEGER NOT NULL,
        PRIMARY KEY (term, day, article)
    ) WITHOUT ROWID""",
    # In how many articles a term is; terms share a place now and then.
    "CREATE TABLE term_count (page INTEGER PRIMARY KEY, counts BLOB NOT NULL)",
    """CREATE TABLE story (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        heir INTEGER,                  -- the story it became part of
        stale INTEGER NOT NULL,        -- what follows is of fewer articles than it has
        title_from INTEGER,            -- article
        first TEXT, newest TEXT,
        articles INTEGER NOT NULL,
        accounts INTEGER NOT NULL,
        outlets INTEGER NOT NULL,
        copies INTEGER NOT NULL,
        agency TEXT
    )""",
    "CREATE INDEX story_newest ON story (newest DESC, number DESC) WHERE heir IS NULL",
    "CREATE INDEX story_stale ON story (number) WHERE stale",
    # Whoever changes articles, here it is noted for stories. New ones have larger numbers than any
    # that was sketched; a trigger for them would make an import take a third longer.
    "CREATE TABLE sketch_due (article INTEGER PRIMARY KEY)",
    """CREATE TRIGGER article_went AFTER DELETE ON article BEGIN
        INSERT OR IGNORE INTO sketch_due VALUES (old.number);
    END""",
    """CREATE TRIGGER article_changed AFTER UPDATE OF version, day ON article
    WHEN old.version IS NOT new.version OR old.day IS NOT new.day BEGIN
        INSERT OR IGNORE INTO sketch_due VALUES (new.number);
    END""",
    """CREATE TRIGGER article_relabelled AFTER UPDATE OF title, outlet, agency ON article
    WHEN old.title IS NOT new.title OR old.outlet IS NOT new.outlet OR old.agency IS NOT new.agency
    BEGIN
        UPDATE story SET stale = 1
        WHERE number = (SELECT story FROM sketch WHERE article = new.number);
    END""",
)

MIGRATIONS: tuple[Migration, ...] = (
    Migration(
        1,
        "sources, articles with their versions, read state, notes, anchors, sessions, settings",
        (*_SOURCES, *_ARTICLES, *_MARKS, *_MEMORY, f"PRAGMA application_id = {APPLICATION}"),
    ),
    Migration(2, "articles on one event, grouped into stories", _STORIES),
)
"""In order of version. The search index is made apart (``index``): not every SQLite can."""

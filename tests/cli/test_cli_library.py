"""The library from the command line: add, sources, refresh, remove, search, and ids looked up."""

import io
import json
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.serving import Site, serving

from crisis_reader.article import Article
from crisis_reader.cli import main
from crisis_reader.library import Library, library_path
from crisis_reader.sources.standard_input import content
from crisis_reader.text import Span

FIRST = "President Ana Roca of Ruritania resigned on Monday before the assembly.\n"
SECOND = "The court of Ruritania met on Friday and heard the speaker, Leo Paz.\n"
PAGE = "<html><head>{}</head><body><article><h1>{}</h1>{}</article></body></html>"
LINKED = '<script type="application/ld+json">{"@type": "NewsArticle"}</script>'


class Told:
    """Runs commands on one library, and what they printed."""

    def __init__(self, capsys: pytest.CaptureFixture[str], data: Path) -> None:
        self._capsys = capsys
        self._data = data
        self.out = self.err = ""

    def __call__(self, *words: str) -> int:
        """Run a command; its exit code."""
        code = main([*words, "--data-dir", str(self._data)])
        self.out, self.err = self._capsys.readouterr()
        return code


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Told:
    """Commands on an empty library."""
    return Told(capsys, tmp_path / "data")


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A folder of two articles."""
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "fall.txt").write_text(FIRST)
    (folder / "court.txt").write_text(SECOND)
    return folder


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """A site, and settings that allow to ask it."""
    settings = tmp_path / "config" / "crisis-reader" / "config.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text("[network]\nallow_private = true\npause = 0\n")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    with serving() as served:
        yield served


def test_a_source_is_added_and_read(run: Told, news: Path) -> None:
    """Standard output stays empty; what was done and what follows is told beside it."""
    assert run("add", str(news)) == 0
    assert run.out == ""
    assert f"added {news}: 2 new articles" in run.err
    assert "'crisis-reader samples' opens the samples" in run.err
    assert run("add", str(news)) == 0
    assert "among your sources already" in run.err
    assert "samples" not in run.err


def test_one_bad_source_does_not_stop_the_rest(run: Told, news: Path) -> None:
    """The others are added; nothing but bad ones is wrong usage."""
    assert run("add", str(news / "none.txt"), str(news)) == 1
    assert "no such file or folder" in run.err
    assert "2 new articles" in run.err
    assert run("add", str(news / "none.txt")) == 2


def test_what_could_not_be_read_of_a_source(run: Told, news: Path) -> None:
    """It is told, and kept with the source."""
    (news / "empty.txt").write_text("")
    assert run("add", str(news)) == 1
    assert "empty.txt: is empty" in run.err
    assert run("sources") == 0
    assert "Problem: " in run.out


def test_sources_are_listed(run: Told, news: Path) -> None:
    """One a line, or as one document."""
    assert run("sources") == 0
    assert (run.out, "no sources yet" in run.err) == ("", True)
    run("add", str(news))
    run("sources")
    assert run.out.startswith(f"1: folder {news}, 2 articles, read 2")
    run("sources", "--format", "json")
    (source,) = json.loads(run.out)["sources"]
    assert (source["address"], source["kind"], source["article_count"]) == (str(news), "folder", 2)


def test_commands_work_on_the_library(run: Told, news: Path) -> None:
    """Once it has a source: whole, by id, by name; the samples are not found there."""
    assert run("list") == 0
    assert "(sample)" in run.out
    run("add", str(news))
    assert run("list") == 0
    assert len(run.out.splitlines()) == 2
    assert "(sample)" not in run.out
    short = run.out.split(":")[0]
    assert run("show", short) == 0
    assert run("show", "court") == 0
    assert SECOND.strip() in run.out
    assert run("compare", "court", "fall") == 0
    assert run("succession") == 0
    assert "Ana Roca" in run.out
    assert run("chronicle") == 0
    assert run("show", "bolivia-wire-departure") == 2


def test_an_empty_library_is_none(run: Told, news: Path) -> None:
    """After the last source is taken off the samples are back."""
    run("add", str(news))
    assert run("remove", str(news)) == 0
    assert f"removed {news}: 2 articles taken off" in run.err
    run("list")
    assert "(sample)" in run.out


def test_sources_are_taken_off_by_number_or_not_at_all(run: Told, news: Path) -> None:
    """A mistyped one among several changes nothing."""
    run("add", str(news))
    assert run("remove", "1", "9") == 2
    assert "not among the sources" in run.err
    assert run("remove", "1") == 0


def test_a_readers_own_files_count_in_the_library(run: Told, news: Path) -> None:
    """They lie beside the sources."""
    run("add", str(news))
    joined = '[[event]]\nperson = "Leo Paz"\noffice = "President of Ruritania"\nkind = "claim"\n'
    (news / "corrections.toml").write_text(f'{joined}date = 2031-05-06\nsource = "radio"\n')
    assert run("succession") == 0
    assert "Leo Paz" in run.out


def test_refreshing(run: Told, news: Path) -> None:
    """All, or those named; how much is new and changed is told."""
    assert run("refresh") == 0
    assert "no sources yet" in run.err
    run("add", str(news))
    (news / "court.txt").write_text(SECOND.replace("Friday", "Sunday"))
    (news / "new.txt").write_text("A minister resigned in Lima.")
    assert run("refresh") == 0
    assert run.err == "1 new article, 1 changed, in 1 source\n"
    assert run("refresh", str(news)) == 0
    assert run("refresh", "7") == 2


def test_feeds_and_their_full_texts(run: Told, site: Site) -> None:
    """Added by the front page, fetched in full when asked for."""
    item = "<item><title>Court meets</title><link>/a</link><description>S</description></item>"
    site.put("/feed", f"<rss version='2.0'><channel>{item}</channel></rss>", "text/xml")
    link = '<link rel="alternate" type="application/rss+xml" href="/feed">'
    site.put("/", PAGE.format(link, "Front", ""))
    site.put("/a", PAGE.format(LINKED, "Court meets", f"<p>{SECOND * 8}</p>"))
    assert run("add", site.url("/")) == 0
    assert f"added {site.url('/feed')}: 1 new article" in run.err
    run("list", "--format", "json")
    assert json.loads(run.out)["articles"][0]["summary_only"]
    assert run("refresh", "--full") == 0
    assert "no new articles, 1 changed" in run.err
    assert run("show", site.url("/a")) == 0
    assert SECOND.strip() in run.out
    assert site.paths().count("/a") == 1
    run("sources", "--format", "opml")
    assert f'xmlUrl="{site.url("/feed")}"' in run.out


def test_a_front_page_as_a_page(run: Told, site: Site) -> None:
    """Where that is asked for."""
    link = '<link rel="alternate" type="application/rss+xml" href="/feed">'
    site.put("/", PAGE.format(link, "Front", f"<p>{SECOND * 8}</p>"))
    assert run("add", "--page", site.url("/")) == 0
    run("sources")
    assert f"1: page {site.url('/')}, 1 article" in run.out


def test_an_address_is_opened_without_adding_it(run: Told, site: Site) -> None:
    """It is fetched, as the reader's settings allow."""
    address = site.put("/a", PAGE.format(LINKED, "Court meets", f"<p>{SECOND * 8}</p>"))
    assert run("show", address) == 0
    assert "Title: Court meets" in run.out
    run("sources")
    assert run.out == ""


def test_a_list_of_feeds(run: Told, site: Site, tmp_path: Path) -> None:
    """Every feed becomes a source; those that can't be read are told."""
    item = "<item><title>Court meets</title></item>"
    feed = site.put("/feed", f"<rss version='2.0'><channel>{item}</channel></rss>", "text/xml")
    rows = f'<outline xmlUrl="{feed}"/><outline xmlUrl="{site.url("/gone")}"/>'
    (tmp_path / "feeds.opml").write_text(f"<opml version='2.0'><body>{rows}</body></opml>")
    assert run("add", str(tmp_path / "feeds.opml")) == 1
    assert f"added {feed}: 1 new article" in run.err
    assert f"{site.url('/gone')}: is not there (404)" in run.err


def test_searching_the_library(run: Told, news: Path) -> None:
    """Best first, with the place; ids are those that show takes."""
    run("add", str(news))
    assert run("search", "leo", "paz") == 0
    first, second = run.out.splitlines()
    assert second.startswith('  Found: "')
    assert "Leo Paz" in second
    assert run("show", first.split(":")[0]) == 0
    assert SECOND.strip() in run.out
    assert run("search", "nothing-of-it") == 0
    assert (run.out, "nothing was found" in run.err) == ("", True)


def test_searching_elsewhere(run: Told, news: Path) -> None:
    """The samples while the library is empty, or the sources named."""
    assert run("search", "quorum", "--limit", "2") == 0
    assert run.out.count("  Found") == 2
    assert run("search", "assembly", "--from", str(news)) == 0
    assert len(run.out.splitlines()) == 2
    assert run("search", "assembly", "--from", str(news / "none.txt")) == 2


def test_hits_as_json(run: Told, news: Path) -> None:
    """Every span slices to its words."""
    run("add", str(news))
    assert run("search", '"speaker leo"', "--format", "json") == 0
    document = json.loads(run.out)
    (hit,) = document["hits"]
    assert document["query"] == '"speaker leo"'
    assert hit["at"]["quote"] == "speaker, Leo"
    assert SECOND[hit["at"]["start"] : hit["at"]["end"]] == "speaker, Leo"
    assert hit["article"]["title"].startswith("The court of Ruritania")


@pytest.mark.parametrize(
    "words", [["search"], ["search", "x", "--limit", "0"], ["search", "x", "--limit", "many"]]
)
def test_wrong_usage_of_search(run: Told, words: list[str]) -> None:
    """Nothing to search for, and no number of hits."""
    assert run(*words) == 2


def test_a_remark_on_a_query(run: Told) -> None:
    """What can't be used is told, the rest counts."""
    assert run("search", "quorum", "after:yesterday") == 0
    assert "after:yesterday was left out" in run.err
    assert run.out


def test_standard_input(run: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    """Looked at, or added."""
    for words in (["show", "-"], ["add", "-"]):
        content.cache_clear()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(FIRST.encode())))
        assert run(*words) == 0
    content.cache_clear()
    run("list")
    assert "Ana Roca" in run.out


def test_a_library_that_is_none(run: Told, tmp_path: Path) -> None:
    """It is told what it is, and left alone."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "library.sqlite3").write_bytes(b"something else" * 100)
    assert run("list") == 1
    assert "library.sqlite3" in run.err
    assert run("add", str(tmp_path)) == 1


def test_too_many_for_one_line(run: Told, tmp_path: Path) -> None:
    """Half a minute is not what was asked for; the message says how to choose."""
    rows = (json.dumps({"text": f"{SECOND} {n}"}) for n in range(1_001))
    (tmp_path / "many.jsonl").write_text("\n".join(rows))
    run("add", str(tmp_path / "many.jsonl"))
    assert run("succession") == 2
    assert "1,001 articles are more" in run.err


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    """A file with two reports of a court's year, and two of a later flood."""
    court = "Judge Ilva Tormund of Corwall and clerk Pell Asquith heard the Brenwick harbour case"
    flood = "President Ana Roca of Ruritania resigned in Lindmoor after the Vestergate dam broke"
    rows = [
        {"text": f"{court}. {end}", "outlet": outlet, "published": f"2031-05-0{day}", "title": end}
        for day, outlet, end in ((3, "Herald", "Nobody else came."), (4, "Post", "It was brief."))
    ]
    rows += [
        {"text": f"{flood}. {end}", "outlet": outlet, "published": f"2032-07-0{day}", "title": end}
        for day, outlet, end in ((3, "Herald", "Roads are shut."), (4, "Post", "Boats were sent."))
    ]
    place = tmp_path / "years.jsonl"
    place.write_text("\n".join(map(json.dumps, rows)))
    return place


@pytest.mark.parametrize("command", ["succession", "chronicle"])
def test_without_names_the_newest_story_is_the_scope(
    run: Told, stories: Path, command: str
) -> None:
    """The heading says out of how many, a notice which it is; names and --from take all of them."""
    run("add", str(stories))
    assert run(command) == 0
    assert "rom 2 of 4 articles" in run.out
    assert "Roads are shut" in run.out
    assert "Nobody else came" not in run.out
    assert "notice: your library: this is its newest story of several articles" in run.err
    for words in ([str(stories)], ["--from", str(stories)]):
        assert run(command, *words) == 0
        assert "rom 4 articles" in run.out
        assert "newest story" not in run.err
    assert run(command, "--format", "json") == 0
    assert json.loads(run.out)["scope"] == "from 2 of 4 articles"


def test_the_list_tells_which_are_one_account(run: Told, tmp_path: Path) -> None:
    """A cut copy of an agency's text counts as the text it is cut from; other texts do not."""
    said = [
        f"Harbour master Ilva Tormund counted {n + 20} crates on the Brenwick quay at {n} bells."
        for n in range(24)
    ]
    rows = [
        {"text": f"BRENWICK (Reuters) - {' '.join(said[:end])}", "outlet": outlet, "title": "Quay"}
        for outlet, end in (("Herald", 24), ("Post", 24), ("Tribune", 20))
    ]
    rows.append({"text": FIRST, "outlet": "Herald", "title": "Fall"})
    (tmp_path / "quay.jsonl").write_text("\n".join(map(json.dumps, rows)))
    run("add", str(tmp_path / "quay.jsonl"))
    assert run("list") == 0
    lines = run.out.splitlines()
    told = [line for line in lines if "agency text, in 3 outlets" in line]
    assert len(lines) == 4
    assert len(told) == 3
    (fullest,) = (line for line in told if line.endswith("in 3 outlets."))
    key = fullest.split(":")[0]
    assert sum(line.endswith(f", as {key}.") for line in told) == 2
    run("list", "--format", "json")
    articles = json.loads(run.out)["articles"]
    ids = {article["short_id"]: article["id"] for article in articles}
    accounts = [article["account"] for article in articles if article["account"]]
    assert accounts == 3 * [{"article": ids[key], "agency": "Reuters", "outlets": 3, "articles": 3}]
    other = next(line.split(":")[0] for line in told if line != fullest)
    run("list", other)
    assert run.out.endswith("; agency text, in 3 outlets.\n")


@pytest.mark.parametrize("option", ["--as-of", "--known-by"])
def test_a_day_chooses_a_story_that_had_begun(run: Told, stories: Path, option: str) -> None:
    """A later one has nothing to tell of it; an outlet is a scope of its own."""
    run("add", str(stories))
    assert run("chronicle", option, "2031-06-01") == 0
    assert "Nobody else came" in run.out
    assert "Roads are shut" not in run.out
    assert "rom 2 of 4 articles" in run.out
    run("chronicle", option, "2030-06-01")
    assert "newest story" not in run.err
    assert run("chronicle", "--outlet", "Post") == 0
    assert "rom 2 articles" in run.out
    assert "newest story" not in run.err


@pytest.mark.parametrize("command", ["list", "succession"])
def test_many_that_are_in_no_story_yet_are_told(
    run: Told, stories: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    """A command does not group for minutes: it does without, and says so."""
    monkeypatch.setattr("crisis_reader.cli.pool._MOST_GROUPED", 3)
    run("add", str(stories))
    assert run(command) == 0
    assert "4 of its articles are in no story yet" in run.err
    assert "newest story" not in run.err


def test_a_story_of_all_there_is_needs_no_word(run: Told, stories: Path) -> None:
    """Nothing was left out, so nothing is said."""
    stories.write_text("\n".join(stories.read_text().splitlines()[:2]))
    run("add", str(stories))
    assert run("succession") == 0
    assert "rom 2 articles" in run.out
    assert "newest story" not in run.err


def test_the_library_is_named_before_the_command(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, news: Path
) -> None:
    """Options of all commands may stand in front; behind ``--`` a word is a source."""
    data = str(tmp_path / "data")
    assert main(["--data-dir", data, "add", str(news)]) == 0
    assert main([f"--data-dir={data}", "--log", str(tmp_path / "log"), "list"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 2
    assert "began list" in (tmp_path / "log").read_text()
    assert main(["--data-dir", data, "samples"]) == 2
    assert "needs a terminal" in capsys.readouterr().err


def test_the_limits_of_reading_are_the_readers(
    run: Told, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The notice says which setting to raise, so the commands take it as well."""
    settings = tmp_path / "settings" / "crisis-reader" / "config.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text("[reading]\nmax_characters = 10000\n")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))
    (tmp_path / "long.txt").write_text(f"{SECOND} " * 900)
    assert run("succession", str(tmp_path / "long.txt")) == 0
    assert "only the first" in run.err
    settings.write_text("[reading]\nmax_characters = 10000000\n")
    run("succession", str(tmp_path / "long.txt"))
    assert "only the first" not in run.err


def test_a_feeds_outlet_is_found_also_with_full_texts(run: Told, site: Site) -> None:
    """The page says nothing of it; the feed did."""
    page = site.put("/a", PAGE.format("", "Court meets", f"<p>{SECOND}</p>" * 9))
    item = f"<item><title>Court</title><link>{page}</link><description>Met.</description></item>"
    feed = f"<rss version='2.0'><channel><title>The Ruritania Post</title>{item}</channel></rss>"
    run("add", site.put("/feed", feed, "application/rss+xml"))
    assert run("refresh", "--full") == 0
    assert run("search", "speaker", "outlet:ruritania") == 0
    assert "The Ruritania Post" in run.out


@pytest.mark.parametrize(
    "words",
    [
        ["list", "{}"],
        ["show", "{}"],
        ["succession", "{}"],
        ["search", "court", "--from", "{}"],
        ["list"],
        ["search", "court"],
        ["add", "{}"],
        ["refresh"],
    ],
    ids=" ".join,
)
def test_bad_settings_are_told(run: Told, site: Site, news: Path, words: list[str]) -> None:
    """As a notice: what was asked for is done, and nothing was lost."""
    del site
    settings = news.parent / "config" / "crisis-reader" / "config.toml"
    run("add", str(news / "court.txt"))
    settings.write_text("[network]\nmax_seconds = 'long'\n")
    assert run(*(word.format(news / "court.txt") for word in words)) == 0
    assert f"notice: {settings}: 'max_seconds' has to be a number" in run.err


def test_notes_are_listed(run: Told, news: Path, tmp_path: Path) -> None:
    """Those of the library and those on what was only looked at; nothing in them is a command."""
    assert run("notes") == 0
    assert (run.out, "no notes yet" in run.err) == ("", True)
    run("add", str(news))
    now = datetime(2031, 5, 6, tzinfo=UTC)
    with Library.open(library_path(str(tmp_path / "data"))) as library:
        article = next(iter(library.articles))
        library.marks.add_note(article, Span(0, 9), "ask\x1b[2J her", now=now)
        other = Article.from_text("Looked at only.", title="Elsewhere", id="x")
        library.marks.add_note(other, Span(0, 6), None, now=now)
    assert run("notes") == 0
    first, written, second = run.out.splitlines()
    assert first.startswith("1: note of 6 May 2031, on ")
    assert first.endswith(f': "{article.text[:9]}"')
    assert written == "  You wrote: ask␛[2J her"
    assert second == '2: bookmark of 6 May 2031, on "Elsewhere": "Looked"'
    assert run("notes", "--format", "json") == 0
    notes = json.loads(run.out)["notes"]
    assert [note["words"] for note in notes] == ["ask\x1b[2J her", None]


def test_an_overview_of_too_many(run: Told, tmp_path: Path) -> None:
    """It says how to name fewer."""
    lines = "".join(f'{{"text": "Court number {n} met."}}\n' for n in range(101))
    (tmp_path / "many.jsonl").write_text(lines)
    assert run("overview", str(tmp_path / "many.jsonl")) == 2
    assert "101 articles are more than one overview holds (100)" in run.err


def test_the_library_is_exported_and_read_back(run: Told, news: Path, tmp_path: Path) -> None:
    """An article a line, front matter in keys of its own; another library takes the file."""
    (news / "noted.md").write_text(
        f"---\noutlet: Gazette\ndate: 2031-05-06\n---\n\n{SECOND}x\x1b[2J"
    )
    run("add", str(news))
    assert run("export") == 0
    assert "\x1b" not in run.out
    lines = [json.loads(line) for line in run.out.splitlines()]
    noted = next(one for one in lines if one["outlet"] == "Gazette")
    whole = (news / "noted.md").read_text()
    assert noted["text"] == whole[noted["text_start"] :]
    assert "outlet:" not in noted["text"]
    corpus = tmp_path / "out.jsonl"
    corpus.write_text(run.out)
    other = tmp_path / "other"
    assert main(["add", str(corpus), "--data-dir", str(other)]) == 0
    with Library.open(library_path(str(other))) as library:
        found = {(a.title, a.outlet, a.published, a.text) for a in library.articles}
    with Library.open(library_path(str(tmp_path / "data"))) as library:
        kept = {(a.title, a.outlet, a.published, a.text) for a in library.articles}
    assert {one[:3] for one in found} == {one[:3] for one in kept}
    assert len(found) == len(kept) == len(lines)


def test_articles_named_are_exported(run: Told, news: Path) -> None:
    """Without adding anything to the library."""
    assert run("export", str(news / "fall.txt")) == 0
    assert json.loads(run.out)["text"] == FIRST
    assert run("list") == 0
    assert "sample" in run.out


def test_comparing_without_names_takes_the_newest_and_its_closest(
    run: Told, tmp_path: Path
) -> None:
    """As c does in the list: what was chosen is told, of the library and of sources alike."""
    stories = tmp_path / "flood.jsonl"
    flood = "President Ana Roca of Ruritania resigned in Lindmoor after the Vestergate dam broke"
    end = "Minister Ivo Kern of Ruritania opened the Vestergate gates"
    rows = [
        {"text": f"{flood}. Some 4,200 people left.", "title": "Roads are shut.", "day": 3},
        {"text": f"{end}: Ana Roca had resigned over the Lindmoor dam. 4,200 had to leave.",
         "title": "Boats were sent.", "day": 4},
        {"text": "The bakers of Ostrel sold no bread.", "title": "No bread.", "day": 9},
    ]  # fmt: skip
    stories.write_text(
        "\n".join(json.dumps({**row, "published": f"2032-07-0{row['day']}"}) for row in rows)
    )
    run("add", str(stories))
    told = "'Boats were sent.'"
    for words in ([], ["--from", str(stories)]):
        assert run("compare", *words) == 0
        assert run.out.splitlines()[0].startswith('A is "Boats were sent."')
        assert run.out.splitlines()[1].startswith('B is "Roads are shut."')
        assert told in run.err
        assert "is compared with the closest to it, 'Roads are shut.' (" in run.err
        key = run.err.partition(f"{told} (")[2].partition(")")[0]
        assert run("compare", key, *words) == 0
        assert run.out.splitlines()[1].startswith('B is "Roads are shut."')


def test_where_nothing_tells_of_the_same_there_is_nothing_to_compare(
    run: Told, tmp_path: Path
) -> None:
    """It says what to do; no two articles are compared that have nothing to do with each other."""
    for name, words in (("a", FIRST), ("b", "The bakers of Ostrel sold no bread in the spring.")):
        (tmp_path / f"{name}.txt").write_text(words)
    assert run("compare", "--from", str(tmp_path)) == 2
    assert "name those to compare" in run.err


def test_too_many_to_look_for_a_pair(
    run: Told, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder is not grouped for minutes."""
    monkeypatch.setattr("crisis_reader.cli.pool._MOST_GROUPED", 1)
    for name, words in (("a", FIRST), ("b", SECOND)):
        (tmp_path / f"{name}.txt").write_text(words)
    assert run("compare", "--from", str(tmp_path)) == 2
    assert "2 articles are too many" in run.err


def test_one_file_has_nothing_to_be_compared_with(run: Told, tmp_path: Path) -> None:
    """It lies in no library: nothing is looked for."""
    (tmp_path / "a.txt").write_text(FIRST)
    assert run("compare", str(tmp_path / "a.txt")) == 2
    assert "comparing takes two articles or more" in run.err

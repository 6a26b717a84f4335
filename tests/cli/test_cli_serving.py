"""Starting the server: what is told where it can't be."""

import importlib.util
import os
import socket
from pathlib import Path

import pytest

from crisis_reader.cli import main
from crisis_reader.cli.serving import is_loopback


def test_without_the_extra(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is missing is told with what to type."""
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    monkeypatch.setattr("crisis_reader.cli.serving.find_spec", lambda _name: None)
    assert main(["serve"]) == 2
    assert "pip install 'crisis-reader[serve]'" in capsys.readouterr().err


def test_a_port_that_is_taken(capsys: pytest.CaptureFixture[str]) -> None:
    """The port is named, and what to do."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        assert main(["serve", "--port", port]) == 1
    said = capsys.readouterr().err
    assert f"port {port}" in said
    assert "another --port" in said


@pytest.mark.parametrize("host", ["no such host", "x" * 300, ""])
def test_a_host_that_is_none(host: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A name that leads nowhere is told, not traced back."""
    assert main(["serve", "--host", host]) in (1, 2)
    assert "serve on" in capsys.readouterr().err


@pytest.mark.parametrize("port", ["-1", "65536", "http", "²"])
def test_a_port_that_is_none(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Numbers only, and those that there are."""
    assert main(["serve", f"--port={port}"]) == 2
    assert "is no port" in capsys.readouterr().err


def test_standard_input_is_not_served(capsys: pytest.CaptureFixture[str]) -> None:
    """Each page would need it again."""
    assert main(["serve", "-"]) == 2
    assert "save it to a file" in capsys.readouterr().err


def test_which_hosts_are_this_machine() -> None:
    """All other ones get a warning."""
    assert all(map(is_loopback, ["localhost", "127.0.0.1", "127.9.9.9", "::1"]))
    assert not any(map(is_loopback, ["0.0.0.0", "::", "192.168.1.5", "news.example", ""]))


def test_the_terminal_of_the_server_is_not_the_pages(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A copy goes to the browser, not to the tmux that the server runs in."""
    from crisis_reader.cli import page_server  # noqa: PLC0415 - loads the web server

    started: list[str] = []

    def serve_on(self: page_server.PageServer, listening: socket.socket) -> None:
        listening.close()
        started.append(self.command)

    monkeypatch.setattr(page_server.PageServer, "serve_on", serve_on)
    monkeypatch.setenv("TMUX", "/tmp/tmux-0/default,1,0")
    assert main(["serve", "--port", "0", "--data-dir", "a b", "--", "it's", "list"]) == 0
    assert "TMUX" not in os.environ
    (command,) = started
    assert command.startswith("exec ")
    assert "'it'\"'\"'s' list" in command
    assert f"'{Path('a b').absolute()}'" in command

"""The command that shows the screen in a browser: the app, served on this machine.

Each page that is opened is an app of its own on the same sources and the same library.
"""

import os
import shlex
import socket
import sys
from importlib.util import find_spec
from ipaddress import ip_address

from crisis_reader.cli.options import FINE, INCOMPLETE, WRONG_USAGE, Options
from crisis_reader.cli.output import complain, mention

_OF_THE_TERMINAL = ("TMUX", "STY", "LINES", "COLUMNS")
"""What tells of the terminal in which the server runs, and not of the page."""


def serve(options: Options) -> int:
    """Serve the screen until ``Ctrl+C``."""
    if find_spec("textual_serve") is None:
        complain("the browser takes one package more: pip install 'crisis-reader[serve]'")
        return WRONG_USAGE
    if "-" in options.names:
        complain("'-' can't be served: each page reads the sources anew; save it to a file")
        return WRONG_USAGE
    try:
        listening = _listening(options.host, options.port)
    except (OSError, UnicodeError) as error:
        told = getattr(error, "strerror", None) or str(error)
        complain(f"can't serve on {options.host}, port {options.port} ({told}); try another --port")
        return INCOMPLETE
    to_others = not is_loopback(options.host)
    if to_others:
        mention(
            f"warning: whoever reaches this machine as {options.host} can read your library, add "
            "to it, and read and write files as you; nothing asks them for a password"
        )
    from crisis_reader.cli.page_server import PageServer  # noqa: PLC0415 - loads the web server

    for name in _OF_THE_TERMINAL:
        os.environ.pop(name, None)
    port = listening.getsockname()[1]
    server = PageServer(_command(options), host=options.host, port=port, to_others=to_others)
    mention(f"open {server.address} in a browser; Ctrl+C ends it")
    server.serve_on(listening)
    return FINE


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches what is served there."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _listening(host: str, port: int) -> socket.socket:
    """A socket on which pages can be asked for from now on.

    Raises:
        OSError: If the port is taken, or there is no such host.
        UnicodeError: If the host can't be one.
    """
    family, _, _, _, where = socket.getaddrinfo(
        host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
    )[0]
    return socket.create_server((str(where[0]), port), family=family)


def _command(options: Options) -> str:
    """What starts an app on the same sources, for a shell."""
    words = [sys.executable, "-P", "-m", "crisis_reader"]
    if options.data_dir is not None:
        words += ["--data-dir", os.path.abspath(options.data_dir)]  # noqa: PTH100 - text
    if options.log is not None:
        words += ["--log", os.path.abspath(options.log)]  # noqa: PTH100 - the same
    return "exec " + shlex.join([*words, "--", *options.names])

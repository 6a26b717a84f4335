"""Files, folders, pages and feeds become articles; what can't be read becomes a problem.

The only room of the core that touches the disk or the network. Public: :func:`open_source`,
:func:`open_sources` for several at once, :func:`bundled_articles`, the folder of the samples, and
:func:`side_files`, a reader's corrections, orders and concepts beside the articles.
"""

from crisis_reader.sources.bundled import bundled_articles
from crisis_reader.sources.limits import Limits
from crisis_reader.sources.opening import distinct, open_source, open_sources, read_source
from crisis_reader.sources.records import Loaded
from crisis_reader.sources.side_files import SideFile, SideFiles, read_side_file, side_files

__all__ = [
    "Limits",
    "Loaded",
    "SideFile",
    "SideFiles",
    "bundled_articles",
    "distinct",
    "open_source",
    "open_sources",
    "read_side_file",
    "read_source",
    "side_files",
]

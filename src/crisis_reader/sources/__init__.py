"""Files and folders become articles; whatever can't be read becomes a problem that says why.

The only room of the core that touches the disk. Public: :func:`open_source`, :func:`open_sources`
for several at once, and :func:`bundled_articles`, the folder of the samples.
"""

from crisis_reader.sources.bundled import bundled_articles
from crisis_reader.sources.opening import distinct, open_source, open_sources
from crisis_reader.sources.records import Loaded

__all__ = ["Loaded", "bundled_articles", "distinct", "open_source", "open_sources"]

"""What a reader types and which articles it finds: the index, its words, hits and snippets."""

"""What a reader does to articles: reads them, notes, anchors; and what was open last."""

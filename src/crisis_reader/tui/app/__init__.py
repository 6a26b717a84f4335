"""The app: its keys, what it does for its screens, how it starts and leaves.

`reader` is the app itself. It inherits one part after another, each of which knows those before
it: `part` (jobs, words in the bar of keys), `giving` (copies, files), `power` (lines), `matching`,
`memory` (what is kept), `marking` (notes, anchors), `gathering` (reading sources), `watching`,
`adding`, `opening`, `grouping` (stories), `viewing`.
"""

"""The one file on the disk: its place, its tables, how it is opened, read and written safely."""

"""Jobs: work done off the screen, in threads and processes, into files and clipboards.

They touch no widget; what they find comes back as messages or as results.
"""

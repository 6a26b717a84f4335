"""The session: what is open, listed, marked, compared; data without textual and rich."""

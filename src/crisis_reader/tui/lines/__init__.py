"""Lines: what panes say, as styled lines of everyday words; pure, without textual and rich."""

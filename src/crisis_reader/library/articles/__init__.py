"""What is on the shelf and where it came from: articles, their versions, their sources."""

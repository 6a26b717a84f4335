"""Articles by the event they tell of: sketched, held against each other, grouped, kept."""

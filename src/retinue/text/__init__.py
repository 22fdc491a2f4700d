"""Text as such: which language it is in, and folding that keeps offsets."""

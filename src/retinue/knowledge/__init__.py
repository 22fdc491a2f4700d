"""What the news takes for known, in every language: states, places, bodies, people, posts."""

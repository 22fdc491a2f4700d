"""The room for one name written in many scripts; nothing lives here yet."""

"""What is said is kept: the database of the Slack app, and what is read from it."""

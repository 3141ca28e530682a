"""What is known: facts and views, their units, and reading them from files."""

"""What is believed: sources and their fingerprints, quotes in them, figures in quotes."""

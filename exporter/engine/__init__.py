"""What serves size and speed, and knows nothing of facts."""

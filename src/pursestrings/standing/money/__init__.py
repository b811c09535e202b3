"""What money a string is tied to, who holds it, and what falls due."""

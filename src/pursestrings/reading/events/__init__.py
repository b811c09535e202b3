"""What happened, who did it, and to whom."""

"""What the register covers, and what it is known to lack."""

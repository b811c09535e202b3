"""What `check` looks for in a register, one subject a file."""

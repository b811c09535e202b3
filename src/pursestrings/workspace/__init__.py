"""The workspace: one user's documents, findings and decisions."""

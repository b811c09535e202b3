"""The register: dated, sourced facts of law, policy, money and who said what."""

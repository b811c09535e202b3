"""The grammar of attribution: from a paragraph to sources, cues and contents, by rules and word lists."""

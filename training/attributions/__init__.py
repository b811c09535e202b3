"""How the encoder is trained: corpora, network, losses, fitting, export."""

"""Courts and agencies: what orders protect and whom, what notices promise, what holdings bind."""

"""Kit: the parts that all pictures are made of."""

"""From decisions to what leaves the house: both copies, their proof, register and manifest."""

"""Finding what a document says of people: model, rules, patterns, lists; entities; propagation.

Knows flows and mentions; no format.
"""

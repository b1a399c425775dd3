"""What a page shows beside its text: signatures, stamps, photographs, codes.

Looks at pixels alone, with arrays and no model: each kind of thing is told by its shape. What
is found is suggested, never acted upon.
"""

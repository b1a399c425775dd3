"""What runs in a process of its own: reading, detection, rendering, export.

Files come from strangers and engines crash, so nothing that parses runs in the process of the
window or of the command (DESIGN, « Desktop »). Each job can be killed without loss.
"""

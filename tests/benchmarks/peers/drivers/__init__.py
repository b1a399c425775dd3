"""One program a tool, run by that tool's own Python; it reads a job from stdin (JSON) and prints
what the tool gave (JSON). Standard library and the tool alone: nothing of ours is there."""

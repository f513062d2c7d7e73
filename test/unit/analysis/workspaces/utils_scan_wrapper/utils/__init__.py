from .graph import compile, scan

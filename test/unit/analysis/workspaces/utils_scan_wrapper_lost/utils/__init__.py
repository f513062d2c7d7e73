from .graph import scan

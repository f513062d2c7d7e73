# `kept` is another one here, and rest, too.
kept = []

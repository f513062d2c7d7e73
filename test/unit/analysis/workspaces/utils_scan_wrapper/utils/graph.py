import pytensor

_REGISTRY = {}


def scan(fn, **kwargs):
    outputs, updates = pytensor.scan(fn, **kwargs)
    for var, expr in updates.items():
        _REGISTRY[var] = expr
    return outputs


def compile(inputs, outputs, updates=None):
    merged = dict(_REGISTRY)
    merged.update(updates or {})
    return pytensor.function(inputs, outputs, updates=merged)

import pytensor


def scan(fn, **kwargs):
    outputs, _ = pytensor.scan(fn, **kwargs)
    return outputs

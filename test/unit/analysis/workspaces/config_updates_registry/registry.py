from collections import OrderedDict

_updates = OrderedDict()


def register(updates):
    for k, v in updates.items():
        _updates[k] = v


def collected():
    return list(_updates.items())

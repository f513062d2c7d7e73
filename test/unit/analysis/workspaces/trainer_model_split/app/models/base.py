class Model(object):
    """Keeps what is needed to compile."""

    def __init__(self):
        self.params = []
        self.updates = []

    def add_updates(self, updates):
        self.updates.extend(updates.items() if hasattr(updates, 'items') else updates)

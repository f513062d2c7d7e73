class Model(object):
    def __init__(self):
        self.params = []
        self.updates = []

    def add_updates(self, updates):
        self.updates.extend(updates.items())

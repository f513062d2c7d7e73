import aesara


class Filter:
    def __init__(self, counter):
        self.counter = counter

    def _advance(self, y, mean):
        return 0.5 * (y + mean), self.counter.record()

    def run(self, y):
        means, stats = aesara.scan(self._advance, sequences=[y], outputs_info=[y[0]])
        return means

/** Ordinary Python made from a few committed pieces, as much as a bench wants; the same every time. */

const pieces: readonly string[] = [
  `    def normalize_NN(self, values, axis=None, *, keep=False):
        """Scale the values so that they sum to one.

        Values that are all zero are returned as they are; see \`total_NN\`.
        """
        total = self.total_NN(values, axis=axis)
        if total == 0 or not self.options.get('scale', True):
            return list(values) if keep else values
        return [value / total for value in values if value is not None]
`,
  `    def total_NN(self, values, axis=None):
        # Sums are kept per axis, because most callers ask again for the same one.
        key = (id(values), axis)
        try:
            return self._totals[key]
        except KeyError:
            pass
        result = sum(value * self.weights[index] for index, value in enumerate(values))
        self._totals[key] = result
        return result
`,
  `    def report_NN(self, stream=sys.stdout, width=72):
        for name, (count, size) in sorted(self.sizes.items(), key=lambda item: -item[1][1]):
            line = '%-30s %8d %10.2f' % (name[:30], count, size / 1024.0)
            if len(line) > width and not self.verbose:
                line = line[:width - 3] + '...'
            print(line, file=stream)
        print(f'{len(self.sizes)} entries, {self.limit - 1!r} at most: {self.path:>{width}}', file=stream)
`,
  `    @property
    def state_NN(self):
        if self._state is None or self._state['version'] < 2:
            self._state = {'version': 2, 'items': [], 'seen': set(), **self.defaults}
            while self.queue and (item := self.queue.pop()) not in self._state['seen']:
                self._state['items'].append(item)
                self._state['seen'].add(item.name.lower().replace('-', '_'))
        elif self.strict:
            raise ValueError('state %r is stale' % (self._state,))
        return self._state
`,
];

/** One class with methods, \`lineCount\` lines or a little more. */
export function classSource(name: string, lineCount: number): string {
  const parts = [`class ${name}(Base):\n    """What ${name} holds."""\n\n    limit = 1 << 16\n`];
  let lines = 4;
  for (let index = 0; lines < lineCount; index++) {
    const piece = pieces[index % pieces.length]!.replaceAll('NN', String(index));
    parts.push(piece);
    lines += piece.split('\n').length;
  }
  return parts.join('\n');
}

/** A module of about so many characters. */
export function moduleSource(length: number): string {
  const parts = [
    '"""A module for measuring."""\nimport sys\nfrom collections import OrderedDict as Ordered\n',
  ];
  let total = parts[0]!.length;
  for (let index = 0; total < length; index++) {
    const part = classSource(`Part${index}`, 120);
    parts.push(part);
    total += part.length + 2;
  }
  return parts.join('\n\n');
}

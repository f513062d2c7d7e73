"""A matrix of fractions with operators, determinant and inverse."""
from fractions import Fraction
from functools import reduce
from itertools import permutations


class Matrix:
    def __init__(self, rows):
        self.rows = [[Fraction(x) for x in row] for row in rows]
        if len({len(row) for row in self.rows}) > 1:
            raise ValueError("rows differ in length")

    @classmethod
    def identity(cls, n):
        return cls([[int(i == j) for j in range(n)] for i in range(n)])

    @property
    def shape(self):
        return len(self.rows), len(self.rows[0])

    def __add__(self, other):
        return Matrix([[a + b for a, b in zip(r, s)] for r, s in zip(self.rows, other.rows)])

    def __matmul__(self, other):
        if self.shape[1] != other.shape[0]:
            raise ValueError(f"shapes {self.shape} and {other.shape} do not fit")
        columns = list(zip(*other.rows))
        return Matrix([[sum(a * b for a, b in zip(row, col)) for col in columns] for row in self.rows])

    def __pow__(self, n):
        result = Matrix.identity(len(self.rows))
        base = self
        while n:
            if n & 1:
                result = result @ base
            base = base @ base
            n >>= 1
        return result

    def __mul__(self, factor):
        return Matrix([[factor * x for x in row] for row in self.rows])

    __rmul__ = __mul__

    def __eq__(self, other):
        return isinstance(other, Matrix) and self.rows == other.rows

    def __str__(self):
        return "\n".join(" ".join(f"{str(x):>6}" for x in row) for row in self.rows)

    def __repr__(self):
        return f"Matrix({[[str(x) for x in row] for row in self.rows]})"

    def determinant(self):
        n = len(self.rows)
        total = 0
        for p in permutations(range(n)):
            sign = (-1) ** sum(p[i] > p[j] for i in range(n) for j in range(i + 1, n))
            total += sign * reduce(lambda a, b: a * b, (self.rows[i][p[i]] for i in range(n)), 1)
        return total

    def inverse(self):
        n = len(self.rows)
        work = [row + [Fraction(int(i == j)) for j in range(n)] for i, row in enumerate(self.rows)]
        for column in range(n):
            pivot = next((r for r in range(column, n) if work[r][column]), None)
            if pivot is None:
                raise ZeroDivisionError("singular matrix")
            work[column], work[pivot] = work[pivot], work[column]
            work[column] = [x / work[column][column] for x in work[column]]
            for r in range(n):
                if r != column:
                    factor = work[r][column]
                    work[r] = [x - factor * y for x, y in zip(work[r], work[column])]
        return Matrix([row[n:] for row in work])


a = Matrix([[2, 1, 1], [1, 3, 2], [1, 0, "1/2"]])
print(a)
print(a.determinant(), repr(a.inverse()))
print(a @ a.inverse() == Matrix.identity(3), (a + a) == 2 * a, a == 5)
print(Matrix([[1, 1], [1, 0]]) ** 30)
for attempt in (lambda: a @ Matrix([[1, 2]]), lambda: Matrix([[1, 2], [2, 4]]).inverse(), lambda: Matrix([[1], [1, 2]])):
    try:
        attempt()
    except (ValueError, ZeroDivisionError) as error:
        print(type(error).__name__ + ":", error)
try:
    {a: 1}
except TypeError as error:
    print(error)

"""HumanEval-style functions with doctest-like examples and a check function."""
from typing import List, Tuple


def has_close_elements(numbers: List[float], threshold: float) -> bool:
    """ Check if any two numbers are closer than threshold.
    >>> has_close_elements([1.0, 2.0, 3.0], 0.5)
    False
    """
    for idx, elem in enumerate(numbers):
        for idx2, elem2 in enumerate(numbers):
            if idx != idx2:
                distance = abs(elem - elem2)
                if distance < threshold:
                    return True
    return False


def separate_paren_groups(paren_string: str) -> List[str]:
    result = []
    current_string = []
    current_depth = 0
    for c in paren_string:
        if c == '(':
            current_depth += 1
            current_string.append(c)
        elif c == ')':
            current_depth -= 1
            current_string.append(c)
            if current_depth == 0:
                result.append(''.join(current_string))
                current_string.clear()
    return result


def mean_absolute_deviation(numbers: List[float]) -> float:
    mean = sum(numbers) / len(numbers)
    return sum(abs(x - mean) for x in numbers) / len(numbers)


def intersperse(numbers: List[int], delimeter: int) -> List[int]:
    if not numbers:
        return []
    return [x for n in numbers for x in (n, delimeter)][:-1]


def rolling_max(numbers: List[int]) -> List[int]:
    running_max = None
    result = []
    for n in numbers:
        running_max = n if running_max is None else max(running_max, n)
        result.append(running_max)
    return result


def sum_product(numbers: List[int]) -> Tuple[int, int]:
    s, p = 0, 1
    for n in numbers:
        s += n
        p *= n
    return s, p


def check(candidate, cases):
    for args, want in cases:
        got = candidate(*args)
        assert got == want, f"{candidate.__name__}{args}: {got} != {want}"
    print(candidate.__name__, "passed", len(cases))


check(has_close_elements, [(([1.0, 2.0, 3.9, 4.0, 5.0, 2.2], 0.3), True), (([1.0, 2.0, 5.9, 4.0, 5.0], 0.8), False)])
check(separate_paren_groups, [(('(()()) ((())) () ((())()())',), ['(()())', '((()))', '()', '((())()())'])])
check(intersperse, [(([], 7), []), (([5, 6, 3, 2], 8), [5, 8, 6, 8, 3, 8, 2])])
check(rolling_max, [(([3, 2, 3, 100, 3],), [3, 3, 3, 100, 100])])
try:
    check(sum_product, [(([],), (0, 1)), (([3, 5, 7],), (15, 100))])
except AssertionError as e:
    print("AssertionError:", e)
print(mean_absolute_deviation([1.0, 2.0, 3.0, 4.0]), has_close_elements.__doc__.splitlines()[1].strip())

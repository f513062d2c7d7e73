# isinstance and issubclass with the forms of typing
import typing, collections
for t, v in ((typing.Callable, print), (typing.List, [1]), (typing.Dict, {}), (typing.Iterable, []), (typing.Sequence, ()), (typing.Hashable, 1), (typing.Tuple, (1,)), (typing.Mapping, {}), (typing.Set, set()), (typing.Deque, collections.deque())):
    print(t, isinstance(v, t), isinstance(3.5, t))
print(issubclass(list, typing.List), issubclass(int, typing.Callable))
for t in (typing.List[int], typing.Union[int, str], typing.Optional[int], typing.Any):
    try:
        print(isinstance(1, t))
    except TypeError as e:
        print(e)
for t in (1, 'a', [int], list[int]):
    try:
        print(issubclass(int, t))
    except TypeError as e:
        print(e)

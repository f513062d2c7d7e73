Arrays of byte strings and of unicode in Python 2.

# %% byte strings
import numpy as np

a = np.array(['a', 'bc'])
print a, repr(a), a.dtype, a.dtype.name  # => ['a' 'bc'] array(['a', 'bc'], dtype='|S2') |S2 string16
print type(a[0]), isinstance(a[0], str), [a[0]], a.tolist()  # => <type 'numpy.string_'> True ['a'] ['a', 'bc']
print a == 'a', a != 'bc', a < 'b'  # => [ True False] [ True False] [ True False]
u = np.array([u'a', u'bcd'])
print u, u.dtype.name, type(u[0]), u == 'a'  # => [u'a' u'bcd'] unicode96 <type 'numpy.unicode_'> [ True False]
print repr(a.astype('U')), repr(u.astype('S'))  # => array([u'a', u'bc'], dtype='<U2') array(['a', 'bcd'], dtype='|S3')
a[0] = 'xyz'
print a, np.unique(['b', 'a', 'b']), ','.join(a), np.dtype(str), np.dtype(unicode)  # => ['xy' 'bc'] ['a' 'b'] xy,bc |S0 <U0

# What these programs show was written down from CPython.
# %% unittest: tests, messages, reports
import unittest, io, re, sys
class Calc:
    def add(self, a, b): return a + b
    def div(self, a, b):
        if b == 0: raise ValueError("Cannot divide by zero")
        return a / b
class TestCalc(unittest.TestCase):
    @classmethod
    def setUpClass(cls): print('setUpClass'); cls.shared = [1]
# => setUpClass
# => setUpClass
# => setUpClass
# => setUpClass
    @classmethod
    def tearDownClass(cls): print('tearDownClass')
# => tearDownClass
# => tearDownClass
# => tearDownClass
# => tearDownClass
    def setUp(self): print('setUp', self._testMethodName); self.c = Calc(); self.addCleanup(print, 'cleaned')
# => setUp test_add
# => setUp test_div
# => setUp test_error
# => setUp test_expected
# => setUp test_fail
# => setUp test_fail2
# => setUp test_skip2
# => setUp test_sub
# => setUp test_unexpected
# => setUp test_add
# => setUp test_div
# => setUp test_error
# => setUp test_expected
# => setUp test_fail
# => setUp test_fail2
# => setUp test_skip2
# => setUp test_sub
# => setUp test_unexpected
# => setUp test_add
# => setUp test_add
# => setUp test_div
# => setUp test_error
# => setUp test_expected
# => setUp test_fail
# => setUp test_fail2
# => setUp test_skip2
# => setUp test_sub
# => setUp test_unexpected
    def tearDown(self): print('tearDown')
# => tearDown
# => tearDown
# => tearDown
# => tearDown
# => tearDown
# => tearDown
# => tearDown
# => tearDown
# => tearDown
# => tearDown
# => tearDown
# => tearDown
# => tearDown
# => tearDown
# => tearDown
# => tearDown
# => tearDown
# => tearDown
# => tearDown
# => tearDown
# => tearDown
# => tearDown
# => tearDown
# => tearDown
# => tearDown
# => tearDown
# => tearDown
# => tearDown
    def test_add(self):
        "Adds numbers"
        self.assertEqual(self.c.add(1, 2), 3)
    def test_div(self):
        with self.assertRaises(ValueError) as cm: self.c.div(1, 0)
        print(cm.exception, self.id(), self, repr(self), self.shortDescription())
# => Cannot divide by zero __main__.TestCalc.test_div test_div (__main__.TestCalc.test_div) <__main__.TestCalc testMethod=test_div> None
# => Cannot divide by zero __main__.TestCalc.test_div test_div (__main__.TestCalc.test_div) <__main__.TestCalc testMethod=test_div> None
# => Cannot divide by zero __main__.TestCalc.test_div test_div (__main__.TestCalc.test_div) <__main__.TestCalc testMethod=test_div> None
        self.assertRaises(ValueError, self.c.div, 1, 0)
        with self.assertRaisesRegex(ValueError, 'divide'): self.c.div(1, 0)
    def test_fail(self): self.assertEqual([1, 2, 3], [1, 2, 4, 5])
    def test_fail2(self): self.assertEqual('hello world', 'hello there', 'my message')
    def test_error(self): self.c.nope
    @unittest.skip('later')
    def test_skip(self): pass
    @unittest.expectedFailure
    def test_expected(self): self.assertTrue(False)
    @unittest.expectedFailure
    def test_unexpected(self): pass
    def test_sub(self):
        for i in range(4):
            with self.subTest(i=i): self.assertEqual(i % 2, 0)
    def test_skip2(self): self.skipTest('no')
class TestMore(unittest.TestCase):
    def check(self, f, *a, **k):
        try: f(*a, **k); print('ok')
# => ok
# => ok
# => ok
        except AssertionError as e: print(e)
# => 0 is not true
# => [1] is not false
# => [] is not []
# => 3 is not None
# => unexpectedly None
# => 1 not found in [2]
# => 2 unexpectedly found in [2]
# => 1 is not an instance of <class 'str'>
# => 1 is an instance of <class 'int'>
# => 2 not less than 1
# => 1 not greater than or equal to 2
# => 1.0 != 1.1 within 7 places (0.10000000000000009 difference)
# => 1 != 3 within 1 delta (2 difference)
# => 1.0 == 1.00000001 within 7 places
# => {'a': 1} != {'a': 2, 'b': 3}
# => - {'a': 1}
# => + {'a': 2, 'b': 3}
# => Items in the first set but not the second:
# => 1
# => Items in the second set but not the first:
# => 3
# => Element counts were not equal:
# => First has 2, Second has 1:  1
# => First has 0, Second has 1:  3
# => Regex didn't match: 'x+' not found in 'abc'
# => Regex matched: 'b' matches 'b' in 'abc'
# => 'a\nb\n' != 'a\nc\n'
# =>   a
# => - b
# => + c
# =>
# => 'aaaa[34 chars]aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' != 'aaaa[34 chars]aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab'
# => - aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
# => ?                                                                                                    ^
# => + aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab
# => ?                                                                                                    ^
# =>
# => Tuples differ: (1, 2) != (1,)
# =>
# => First tuple contains 1 additional elements.
# => First extra element 1:
# => 2
# =>
# => - (1, 2)
# => ?    --
# =>
# => + (1,)
# => 1 != 2 : msg
# => 1 == 1
# => ValueError not raised by int
# => boo
# => {1: 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'} != {1: 'yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy'}
# => - {1: 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'}
# => + {1: 'yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy'}
# => Sequences differ: [1] != (2,)
# =>
# => First differing element 0:
# => 1
# => 2
# =>
# => - [1]
# => + (2,)
# => 'a' != 'b'
# => - a
# => + b
# =>
# => Second sequence is not a list: (1,)
# => Items in the first set but not the second:
# => 'a'
# => Items in the second set but not the first:
# => 'b'
# => Lists differ: [0, 1[327 chars]5, 86, 87, 88, 89, 90, 91, 92, 93, 94, 95, 96, 97, 98, 99] != [0, 1[327 chars]5, 86, 87, 88, 89, 90, 91, 92, 93, 94, 95, 96, 97, 98, 99, 100]
# =>
# => Second list contains 1 additional elements.
# => First extra element 100:
# => 100
# =>
# => Diff is 721 characters long. Set self.maxDiff to None to see it.
# => 0 is not true
# => [1] is not false
# => [] is not []
# => 3 is not None
# => unexpectedly None
# => 1 not found in [2]
# => 2 unexpectedly found in [2]
# => 1 is not an instance of <class 'str'>
# => 1 is an instance of <class 'int'>
# => 2 not less than 1
# => 1 not greater than or equal to 2
# => 1.0 != 1.1 within 7 places (0.10000000000000009 difference)
# => 1 != 3 within 1 delta (2 difference)
# => 1.0 == 1.00000001 within 7 places
# => {'a': 1} != {'a': 2, 'b': 3}
# => - {'a': 1}
# => + {'a': 2, 'b': 3}
# => Items in the first set but not the second:
# => 1
# => Items in the second set but not the first:
# => 3
# => Element counts were not equal:
# => First has 2, Second has 1:  1
# => First has 0, Second has 1:  3
# => Regex didn't match: 'x+' not found in 'abc'
# => Regex matched: 'b' matches 'b' in 'abc'
# => 'a\nb\n' != 'a\nc\n'
# =>   a
# => - b
# => + c
# =>
# => 'aaaa[34 chars]aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' != 'aaaa[34 chars]aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab'
# => - aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
# => ?                                                                                                    ^
# => + aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab
# => ?                                                                                                    ^
# =>
# => Tuples differ: (1, 2) != (1,)
# =>
# => First tuple contains 1 additional elements.
# => First extra element 1:
# => 2
# =>
# => - (1, 2)
# => ?    --
# =>
# => + (1,)
# => 1 != 2 : msg
# => 1 == 1
# => ValueError not raised by int
# => boo
# => {1: 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'} != {1: 'yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy'}
# => - {1: 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'}
# => + {1: 'yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy'}
# => Sequences differ: [1] != (2,)
# =>
# => First differing element 0:
# => 1
# => 2
# =>
# => - [1]
# => + (2,)
# => 'a' != 'b'
# => - a
# => + b
# =>
# => Second sequence is not a list: (1,)
# => Items in the first set but not the second:
# => 'a'
# => Items in the second set but not the first:
# => 'b'
# => Lists differ: [0, 1[327 chars]5, 86, 87, 88, 89, 90, 91, 92, 93, 94, 95, 96, 97, 98, 99] != [0, 1[327 chars]5, 86, 87, 88, 89, 90, 91, 92, 93, 94, 95, 96, 97, 98, 99, 100]
# =>
# => Second list contains 1 additional elements.
# => First extra element 100:
# => 100
# =>
# => Diff is 721 characters long. Set self.maxDiff to None to see it.
# => 0 is not true
# => [1] is not false
# => [] is not []
# => 3 is not None
# => unexpectedly None
# => 1 not found in [2]
# => 2 unexpectedly found in [2]
# => 1 is not an instance of <class 'str'>
# => 1 is an instance of <class 'int'>
# => 2 not less than 1
# => 1 not greater than or equal to 2
# => 1.0 != 1.1 within 7 places (0.10000000000000009 difference)
# => 1 != 3 within 1 delta (2 difference)
# => 1.0 == 1.00000001 within 7 places
# => {'a': 1} != {'a': 2, 'b': 3}
# => - {'a': 1}
# => + {'a': 2, 'b': 3}
# => Items in the first set but not the second:
# => 1
# => Items in the second set but not the first:
# => 3
# => Element counts were not equal:
# => First has 2, Second has 1:  1
# => First has 0, Second has 1:  3
# => Regex didn't match: 'x+' not found in 'abc'
# => Regex matched: 'b' matches 'b' in 'abc'
# => 'a\nb\n' != 'a\nc\n'
# =>   a
# => - b
# => + c
# =>
# => 'aaaa[34 chars]aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' != 'aaaa[34 chars]aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab'
# => - aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
# => ?                                                                                                    ^
# => + aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab
# => ?                                                                                                    ^
# =>
# => Tuples differ: (1, 2) != (1,)
# =>
# => First tuple contains 1 additional elements.
# => First extra element 1:
# => 2
# =>
# => - (1, 2)
# => ?    --
# =>
# => + (1,)
# => 1 != 2 : msg
# => 1 == 1
# => ValueError not raised by int
# => boo
# => {1: 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'} != {1: 'yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy'}
# => - {1: 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'}
# => + {1: 'yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy'}
# => Sequences differ: [1] != (2,)
# =>
# => First differing element 0:
# => 1
# => 2
# =>
# => - [1]
# => + (2,)
# => 'a' != 'b'
# => - a
# => + b
# =>
# => Second sequence is not a list: (1,)
# => Items in the first set but not the second:
# => 'a'
# => Items in the second set but not the first:
# => 'b'
# => Lists differ: [0, 1[327 chars]5, 86, 87, 88, 89, 90, 91, 92, 93, 94, 95, 96, 97, 98, 99] != [0, 1[327 chars]5, 86, 87, 88, 89, 90, 91, 92, 93, 94, 95, 96, 97, 98, 99, 100]
# =>
# => Second list contains 1 additional elements.
# => First extra element 100:
# => 100
# =>
# => Diff is 721 characters long. Set self.maxDiff to None to see it.
        except Exception as e: print(type(e), e)
# => <class 'TypeError'> assertRaises() arg 1 must be an exception type or tuple of exception types
# => <class 'TypeError'> assertRaises() arg 1 must be an exception type or tuple of exception types
# => <class 'TypeError'> assertRaises() arg 1 must be an exception type or tuple of exception types
    def test_all(self):
        c = self.check
        c(self.assertTrue, 0); c(self.assertFalse, [1]); c(self.assertIs, [], []); c(self.assertIsNone, 3); c(self.assertIsNotNone, None)
        c(self.assertIn, 1, [2]); c(self.assertNotIn, 2, [2]); c(self.assertIsInstance, 1, str); c(self.assertNotIsInstance, 1, int)
        c(self.assertLess, 2, 1); c(self.assertGreaterEqual, 1, 2); c(self.assertAlmostEqual, 1.0, 1.1); c(self.assertAlmostEqual, 1.0, 1.00000001)
        c(self.assertAlmostEqual, 1, 3, delta=1); c(self.assertNotAlmostEqual, 1.0, 1.00000001); c(self.assertDictEqual, {'a': 1}, {'a': 2, 'b': 3})
        c(self.assertSetEqual, {1, 2}, {2, 3}); c(self.assertCountEqual, [1, 1, 2], [1, 2, 3]); c(self.assertRegex, 'abc', 'x+'); c(self.assertNotRegex, 'abc', 'b')
        c(self.assertEqual, 'a\nb\n', 'a\nc\n'); c(self.assertEqual, 'a' * 100, 'a' * 99 + 'b'); c(self.assertEqual, (1, 2), (1,)); c(self.assertEqual, 1, 2, 'msg'); c(self.assertNotEqual, 1, 1)
        c(self.assertRaises, ValueError, int, '3'); c(self.fail, 'boo'); c(self.assertEqual, {1: 'x'*50}, {1: 'y'*50}); c(self.assertSequenceEqual, [1], (2,)); c(self.assertMultiLineEqual, 'a', 'b')
        c(self.assertListEqual, [1], (1,)); c(self.assertEqual, frozenset('a'), frozenset('b')); c(self.assertEqual, list(range(100)), list(range(101)))
        c(self.assertRaises, 3, int, 'x')
        with self.assertRaises(AssertionError) as cm:
            with self.assertRaises((TypeError, ValueError)): pass
        print(cm.exception)
# => (<class 'TypeError'>, <class 'ValueError'>) not raised
# => (<class 'TypeError'>, <class 'ValueError'>) not raised
# => (<class 'TypeError'>, <class 'ValueError'>) not raised
class Empty(unittest.TestCase): pass
def norm(s): return re.sub(r'in \d+\.\d+s', 'in Xs', re.sub(r'(?m)^Traceback.*\n(  .*\n)*', '', s))
for v in (1, 2):
    s = io.StringIO()
    r = unittest.TextTestRunner(stream=s, verbosity=v).run(unittest.defaultTestLoader.loadTestsFromTestCase(TestCalc))
# => cleaned
# => cleaned
# => cleaned
# => cleaned
# => cleaned
# => cleaned
# => cleaned
# => cleaned
# => cleaned
# => cleaned
# => cleaned
# => cleaned
# => cleaned
# => cleaned
# => cleaned
# => cleaned
# => cleaned
# => cleaned
    print(norm(s.getvalue()))
# => ..ExFFssFFu
# => ======================================================================
# => ERROR: test_error (__main__.TestCalc.test_error)
# => ----------------------------------------------------------------------
# => AttributeError: 'Calc' object has no attribute 'nope'
# =>
# => ======================================================================
# => FAIL: test_fail (__main__.TestCalc.test_fail)
# => ----------------------------------------------------------------------
# => AssertionError: Lists differ: [1, 2, 3] != [1, 2, 4, 5]
# =>
# => First differing element 2:
# => 3
# => 4
# =>
# => Second list contains 1 additional elements.
# => First extra element 3:
# => 5
# =>
# => - [1, 2, 3]
# => ?        ^
# =>
# => + [1, 2, 4, 5]
# => ?        ^^^^
# =>
# =>
# => ======================================================================
# => FAIL: test_fail2 (__main__.TestCalc.test_fail2)
# => ----------------------------------------------------------------------
# => AssertionError: 'hello world' != 'hello there'
# => - hello world
# => + hello there
# =>  : my message
# =>
# => ======================================================================
# => FAIL: test_sub (__main__.TestCalc.test_sub) (i=1)
# => ----------------------------------------------------------------------
# => AssertionError: 1 != 0
# =>
# => ======================================================================
# => FAIL: test_sub (__main__.TestCalc.test_sub) (i=3)
# => ----------------------------------------------------------------------
# => AssertionError: 1 != 0
# =>
# => ======================================================================
# => UNEXPECTED SUCCESS: test_unexpected (__main__.TestCalc.test_unexpected)
# => ----------------------------------------------------------------------
# => Ran 9 tests in Xs
# =>
# => FAILED (failures=4, errors=1, skipped=2, expected failures=1, unexpected successes=1)
# =>
# => test_add (__main__.TestCalc.test_add)
# => Adds numbers ... ok
# => test_div (__main__.TestCalc.test_div) ... ok
# => test_error (__main__.TestCalc.test_error) ... ERROR
# => test_expected (__main__.TestCalc.test_expected) ... expected failure
# => test_fail (__main__.TestCalc.test_fail) ... FAIL
# => test_fail2 (__main__.TestCalc.test_fail2) ... FAIL
# => test_skip (__main__.TestCalc.test_skip) ... skipped 'later'
# => test_skip2 (__main__.TestCalc.test_skip2) ... skipped 'no'
# => test_sub (__main__.TestCalc.test_sub) ...
# =>   test_sub (__main__.TestCalc.test_sub) (i=1) ... FAIL
# =>   test_sub (__main__.TestCalc.test_sub) (i=3) ... FAIL
# => test_unexpected (__main__.TestCalc.test_unexpected) ... unexpected success
# =>
# => ======================================================================
# => ERROR: test_error (__main__.TestCalc.test_error)
# => ----------------------------------------------------------------------
# => AttributeError: 'Calc' object has no attribute 'nope'
# =>
# => ======================================================================
# => FAIL: test_fail (__main__.TestCalc.test_fail)
# => ----------------------------------------------------------------------
# => AssertionError: Lists differ: [1, 2, 3] != [1, 2, 4, 5]
# =>
# => First differing element 2:
# => 3
# => 4
# =>
# => Second list contains 1 additional elements.
# => First extra element 3:
# => 5
# =>
# => - [1, 2, 3]
# => ?        ^
# =>
# => + [1, 2, 4, 5]
# => ?        ^^^^
# =>
# =>
# => ======================================================================
# => FAIL: test_fail2 (__main__.TestCalc.test_fail2)
# => ----------------------------------------------------------------------
# => AssertionError: 'hello world' != 'hello there'
# => - hello world
# => + hello there
# =>  : my message
# =>
# => ======================================================================
# => FAIL: test_sub (__main__.TestCalc.test_sub) (i=1)
# => ----------------------------------------------------------------------
# => AssertionError: 1 != 0
# =>
# => ======================================================================
# => FAIL: test_sub (__main__.TestCalc.test_sub) (i=3)
# => ----------------------------------------------------------------------
# => AssertionError: 1 != 0
# =>
# => ======================================================================
# => UNEXPECTED SUCCESS: test_unexpected (__main__.TestCalc.test_unexpected)
# => ----------------------------------------------------------------------
# => Ran 9 tests in Xs
# =>
# => FAILED (failures=4, errors=1, skipped=2, expected failures=1, unexpected successes=1)
# =>
    print(r, r.testsRun, len(r.failures), len(r.errors), len(r.skipped), r.wasSuccessful())
# => <unittest.runner.TextTestResult run=9 errors=1 failures=4> 9 4 1 2 False
# => <unittest.runner.TextTestResult run=9 errors=1 failures=4> 9 4 1 2 False
s = unittest.TestSuite(); s.addTest(TestCalc('test_add')); s.addTests([TestMore('test_all')]); print(s.countTestCases())  # => 2
o = io.StringIO(); _ = unittest.TextTestRunner(o).run(s); print(norm(o.getvalue()))
# => cleaned
# => ..
# => ----------------------------------------------------------------------
# => Ran 2 tests in Xs
# =>
# => OK
# =>
if __name__ == '__main__':
    sys.stderr = io.StringIO()
    p = unittest.main(argv=['x'], exit=False)
# => cleaned
# => cleaned
# => cleaned
# => cleaned
# => cleaned
# => cleaned
# => cleaned
# => cleaned
# => cleaned
    print(norm(sys.stderr.getvalue()))
# => ..ExFFssFFu.
# => ======================================================================
# => ERROR: test_error (__main__.TestCalc.test_error)
# => ----------------------------------------------------------------------
# => AttributeError: 'Calc' object has no attribute 'nope'
# =>
# => ======================================================================
# => FAIL: test_fail (__main__.TestCalc.test_fail)
# => ----------------------------------------------------------------------
# => AssertionError: Lists differ: [1, 2, 3] != [1, 2, 4, 5]
# =>
# => First differing element 2:
# => 3
# => 4
# =>
# => Second list contains 1 additional elements.
# => First extra element 3:
# => 5
# =>
# => - [1, 2, 3]
# => ?        ^
# =>
# => + [1, 2, 4, 5]
# => ?        ^^^^
# =>
# =>
# => ======================================================================
# => FAIL: test_fail2 (__main__.TestCalc.test_fail2)
# => ----------------------------------------------------------------------
# => AssertionError: 'hello world' != 'hello there'
# => - hello world
# => + hello there
# =>  : my message
# =>
# => ======================================================================
# => FAIL: test_sub (__main__.TestCalc.test_sub) (i=1)
# => ----------------------------------------------------------------------
# => AssertionError: 1 != 0
# =>
# => ======================================================================
# => FAIL: test_sub (__main__.TestCalc.test_sub) (i=3)
# => ----------------------------------------------------------------------
# => AssertionError: 1 != 0
# =>
# => ======================================================================
# => UNEXPECTED SUCCESS: test_unexpected (__main__.TestCalc.test_unexpected)
# => ----------------------------------------------------------------------
# => Ran 10 tests in Xs
# =>
# => FAILED (failures=4, errors=1, skipped=2, expected failures=1, unexpected successes=1)
# =>
    try: unittest.main(argv=['x', 'TestMore'], verbosity=2)
    except SystemExit as e: print('exit', e.code)  # => exit 0

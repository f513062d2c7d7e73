/**
 * The public names of NumPy's namespace (1.24.2 and 2.4.6): what is in them and not in ScanLens is refused by name, what
 * is not in them does not exist. And what NumPy says about names that it no longer has.
 */

const words = (text: string): string[] => text.trim().split(/\s+/);

const inBoth = words(`
False_ ScalarType True_ abs absolute add all allclose amax amin angle any append apply_along_axis
apply_over_axes arange arccos arccosh arcsin arcsinh arctan arctan2 arctanh argmax argmin argpartition argsort
argwhere around array array2string array_equal array_equiv array_repr array_split array_str asanyarray asarray
asarray_chkfinite ascontiguousarray asfortranarray asmatrix atleast_1d atleast_2d atleast_3d average bartlett
base_repr binary_repr bincount bitwise_and bitwise_not bitwise_or bitwise_xor blackman block bmat bool_
broadcast broadcast_arrays broadcast_shapes broadcast_to busday_count busday_offset busdaycalendar byte bytes_
c_ can_cast cbrt cdouble ceil char character choose clip clongdouble column_stack common_type complex128
complex256 complex64 complexfloating compress concatenate conj conjugate convolve copy copysign copyto
corrcoef correlate cos cosh count_nonzero cov cross csingle ctypeslib cumprod cumsum datetime64
datetime_as_string datetime_data deg2rad degrees delete diag diag_indices diag_indices_from diagflat diagonal
diff digitize divide divmod dot double dsplit dstack dtype e ediff1d einsum einsum_path emath empty empty_like
equal errstate euler_gamma exp exp2 expand_dims expm1 extract eye fabs fft fill_diagonal finfo fix flatiter
flatnonzero flexible flip fliplr flipud float128 float16 float32 float64 float_power floating floor
floor_divide fmax fmin fmod format_float_positional format_float_scientific frexp from_dlpack frombuffer
fromfile fromfunction fromiter frompyfunc fromregex fromstring full full_like gcd generic genfromtxt geomspace
get_include get_printoptions getbufsize geterr geterrcall gradient greater greater_equal half hamming hanning
heaviside histogram histogram2d histogram_bin_edges histogramdd hsplit hstack hypot i0 identity iinfo imag
index_exp indices inexact inf info inner insert int16 int32 int64 int8 int_ intc integer interp intersect1d
intp invert is_busday isclose iscomplex iscomplexobj isfinite isfortran isin isinf isnan isnat isneginf
isposinf isreal isrealobj isscalar issubdtype iterable ix_ kaiser kron lcm ldexp left_shift less less_equal
lexsort lib linalg linspace little_endian load loadtxt log log10 log1p log2 logaddexp logaddexp2 logical_and
logical_not logical_or logical_xor logspace longdouble longlong ma mask_indices matmul matrix max maximum
may_share_memory mean median memmap meshgrid mgrid min min_scalar_type minimum mintypecode mod modf moveaxis
multiply nan nan_to_num nanargmax nanargmin nancumprod nancumsum nanmax nanmean nanmedian nanmin nanpercentile
nanprod nanquantile nanstd nansum nanvar ndarray ndenumerate ndim ndindex nditer negative nested_iters newaxis
nextafter nonzero not_equal number object_ ogrid ones ones_like outer packbits pad partition percentile pi
piecewise place poly poly1d polyadd polyder polydiv polyfit polyint polymul polynomial polysub polyval
positive power printoptions prod promote_types ptp put put_along_axis putmask quantile r_ rad2deg radians
random ravel ravel_multi_index real real_if_close rec recarray reciprocal record remainder repeat require
reshape resize result_type right_shift rint roll rollaxis roots rot90 round row_stack s_ save savetxt savez
savez_compressed sctypeDict searchsorted select set_printoptions setbufsize setdiff1d seterr seterrcall
setxor1d shape shares_memory short show_config show_runtime sign signbit signedinteger sin sinc single sinh
size sort sort_complex spacing split sqrt square squeeze stack std str_ subtract sum swapaxes take
take_along_axis tan tanh tensordot test testing tile timedelta64 trace transpose tri tril tril_indices
tril_indices_from trim_zeros triu triu_indices triu_indices_from true_divide trunc typecodes typename ubyte
ufunc uint uint16 uint32 uint64 uint8 uintc uintp ulonglong union1d unique unpackbits unravel_index
unsignedinteger unwrap ushort vander var vdot vectorize void vsplit vstack where zeros zeros_like
`);

const onlyBefore2 = words(`
ALLOW_THREADS AxisError BUFSIZE CLIP ComplexWarning DataSource ERR_CALL ERR_DEFAULT ERR_IGNORE ERR_LOG
ERR_PRINT ERR_RAISE ERR_WARN FLOATING_POINT_SUPPORT FPE_DIVIDEBYZERO FPE_INVALID FPE_OVERFLOW FPE_UNDERFLOW
Inf Infinity MAXDIMS MAY_SHARE_BOUNDS MAY_SHARE_EXACT ModuleDeprecationWarning NAN NINF NZERO NaN PINF PZERO
RAISE RankWarning SHIFT_DIVIDEBYZERO SHIFT_INVALID SHIFT_OVERFLOW SHIFT_UNDERFLOW Tester TooHardError
UFUNC_BUFSIZE_DEFAULT UFUNC_PYVALS_NAME VisibleDeprecationWarning WRAP add_docstring add_newdoc
add_newdoc_ufunc alltrue asfarray bool8 byte_bounds cast cfloat chararray clongfloat compare_chararrays compat
complex_ cumproduct deprecate deprecate_with_doc disp fastCopyAndTranspose find_common_type float_
format_parser get_array_wrap geterrobj in1d infty issctype issubclass_ issubsctype kernel_version longcomplex
longfloat lookfor mat math maximum_sctype msort nbytes numarray obj2sctype oldnumeric product recfromcsv
recfromtxt round_ safe_eval sctype2char sctypes set_numeric_ops set_string_function seterrobj singlecomplex
sometrue source string_ tracemalloc_domain trapz unicode_ use_hugepage version who
`);

const onlySince2 = words(`
acos acosh asin asinh astype atan atan2 atanh bitwise_count bitwise_invert bitwise_left_shift
bitwise_right_shift bool concat core cumulative_prod cumulative_sum dtypes exceptions f2py isdtype long
matrix_transpose matvec permute_dims pow strings trapezoid typing ulong unique_all unique_counts
unique_inverse unique_values unstack vecdot vecmat
`);

const byVersion = { 1: new Set([...inBoth, ...onlyBefore2]), 2: new Set([...inBoth, ...onlySince2]) };

/** The public names of a version. */
export const numpyNames = (numpy: 1 | 2): ReadonlySet<string> => byVersion[numpy];

/** Names that NumPy 2 removed, with its advice. */
export const removedIn2: Readonly<Record<string, string>> = {
  DataSource: "It's still available as `np.lib.npyio.DataSource`.",
  Inf: 'Use `np.inf` instead.',
  Infinity: 'Use `np.inf` instead.',
  NINF: 'Use `-np.inf` instead.',
  NZERO: 'Use `-0.0` instead.',
  NaN: 'Use `np.nan` instead.',
  PINF: 'Use `np.inf` instead.',
  PZERO: 'Use `0.0` instead.',
  add_docstring: "It's still available as `np.lib.add_docstring`.",
  add_newdoc: "It's still available as `np.lib.add_newdoc`.",
  add_newdoc_ufunc: "It's an internal function and doesn't have a replacement.",
  alltrue: 'Use `np.all` instead.',
  asfarray: 'Use `np.asarray` with a proper dtype instead.',
  byte_bounds: "Now it's available under `np.lib.array_utils.byte_bounds`",
  cast: 'Use `np.asarray(arr, dtype=dtype)` instead.',
  cfloat: 'Use `np.complex128` instead.',
  clongfloat: 'Use `np.clongdouble` instead.',
  compare_chararrays: "It's still available as `np.char.compare_chararrays`.",
  complex_: 'Use `np.complex128` instead.',
  deprecate: 'Emit `DeprecationWarning` with `warnings.warn` directly, or use `typing.deprecated`.',
  deprecate_with_doc: 'Emit `DeprecationWarning` with `warnings.warn` directly, or use `typing.deprecated`.',
  fastCopyAndTranspose: 'Use `arr.T.copy()` instead.',
  find_common_type:
    'Use `numpy.promote_types` or `numpy.result_type` instead. To achieve semantics for the `scalar_types` argument, use `numpy.result_type` and pass the Python values `0`, `0.0`, or `0j`.',
  float_: 'Use `np.float64` instead.',
  format_parser: "It's still available as `np.rec.format_parser`.",
  get_array_wrap: '',
  geterrobj: 'Use the np.errstate context manager instead.',
  infty: 'Use `np.inf` instead.',
  issctype: 'Use `issubclass(rep, np.generic)` instead.',
  issubclass_: 'Use `issubclass` builtin instead.',
  issubsctype: 'Use `np.issubdtype` instead.',
  longcomplex: 'Use `np.clongdouble` instead.',
  longfloat: 'Use `np.longdouble` instead.',
  lookfor: "Search NumPy's documentation directly.",
  mat: 'Use `np.asmatrix` instead.',
  maximum_sctype:
    'Use a specific dtype instead. You should avoid relying on any implicit mechanism and select the largest dtype of a kind explicitly in the code.',
  nbytes: 'Use `np.dtype(<dtype>).itemsize` instead.',
  obj2sctype: 'Use `np.dtype(obj).type` instead.',
  recfromcsv: 'Use `np.genfromtxt` with comma delimiter instead.',
  recfromtxt: 'Use `np.genfromtxt` instead.',
  round_: 'Use `np.round` instead.',
  safe_eval: 'Use `ast.literal_eval` instead.',
  sctype2char: 'Use `np.dtype(obj).char` instead.',
  sctypes: 'Access dtypes explicitly instead.',
  set_numeric_ops:
    'For the general case, use `PyUFunc_ReplaceLoopBySignature`. For ndarray subclasses, define the ``__array_ufunc__`` method and override the relevant ufunc.',
  set_string_function:
    'Use `np.set_printoptions` instead with a formatter for custom printing of NumPy objects.',
  seterrobj: 'Use the np.errstate context manager instead.',
  singlecomplex: 'Use `np.complex64` instead.',
  sometrue: 'Use `np.any` instead.',
  source: 'Use `inspect.getsource` instead.',
  string_: 'Use `np.bytes_` instead.',
  tracemalloc_domain: "It's now available from `np.lib`.",
  unicode_: 'Use `np.str_` instead.',
  who: 'Use an IDE variable explorer or `locals()` instead.',
};

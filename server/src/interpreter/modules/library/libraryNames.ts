/**
 * Which names each library has: those that ScanLens knows but one library does not have, and those that a library has but
 * ScanLens does not know. The first raise AttributeError, the second refuse by name.
 */
import type { LibraryName } from '../../../graph/dialects.ts';

const words = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '');

/** Names of the tensor module that the library does not have. */
export const absentNames: Readonly<Record<LibraryName, readonly string[]>> = {
  theano: words(`
    abs sign reciprocal sigmoid softplus full full_like expand_dims subtract multiply divide true_divide floor_divide
    equal not_equal less less_equal greater greater_equal second logical_not squeeze_all size
  `),
  aesara: words(`
    second size identity fill_like
  `),
  pytensor: words(`
    abs_ sgn inv unbroadcast addbroadcast patternbroadcast second size identity tensor_copy round_half_to_even
  `),
};

/** Names of \`theano.tensor\` and its heirs that ScanLens does not know. */
export const refusedTensorNames: readonly string[] = words(`
  angle argsort argtopk batched_dot batched_tensordot bincount broadcast_arrays broadcast_to broadcast_shape choose
  chi2sf complex complex_from_polar conj cscalar cvector cmatrix zscalar zvector zmatrix ctensor3 ztensor3 deg2rad
  diag diagonal diff erf erfc erfcinv erfcx erfinv ExtractDiag extract_constant fmatrix_ gamma gammaln grad gradient
  hessian imag indices inverse_permutation isclose allclose isfinite j0 j1 jn jv i0 i1 iv jacobian joins kron
  linspace logspace geomspace log1mexp logaddexp logsumexp logit expit matrix_inverse max_and_argmax mgrid ogrid
  moveaxis nan_to_num nextafter nlinalg slinalg linalg opt ones_diag outer_ permute_row_elements Print polygamma psi
  ptp qr rad2deg random raw_random real repeat Rop Lop roll searchsorted set_diff shape_i sort split stacklists
  std_ swapaxes take tensordot tensor5 tensor6 tensor7 ltensor5 dtensor5 ftensor5 tile topk topk_and_argtopk tri
  tril triu tril_indices triu_indices trace tri_gamma unique vander vdot verify_grad xlogx where_
  as_scalar scalar_from_tensor tensor_from_scalar ScalarFromTensor TensorFromScalar Alloc AllocEmpty Elemwise
  CAReduce Subtensor IncSubtensor MakeVector Join DimShuffle Dot Reshape ARange bernoulli normal uniform
  conv conv2d pool signal fft rfft irfft erfcinv_ sigmoid_ basic elemwise extra_ops subtensor type var sharedvar
  shared_randomstreams blas math shape_ special optimize vectorize pad flip moveaxis_ rot90 hstack vstack dstack
  atleast_1d atleast_2d atleast_3d atleast_Nd concatenate_ minimum_ matmul matvec vecmat vecdot inner einsum cov
  median percentile quantile logcumsumexp gt_ square_ cbrt sinc hypot copysign heaviside trapz interp interpolate1d
  empty empty_like identity_ meshgrid mean_ nonzero_values flatnonzero choose_ default dtensor4_ get_vector_length
  assert_op printing slogdet det pinv solve cholesky svd eigh
`);

/** The same for the library's own module. */
export const refusedLibraryNames: readonly string[] = words(`
  grad gradient clone clone_replace printing sandbox gof gpuarray gpuarray_ misc sparse typed_list tests
  scan_checkpoints Rop Lop OpFromGraph Op Apply Type Container Param dump_ wrap_py as_op dot sparse_grad
  subgraph_grad pp pprint debugprint dprint d3viz pydotprint scalar shared_constructor simplify graph link raise_op
  breakpoint xtensor loop rewriting tensor_ predefined_modes get_mode utils foldl_ reduce_ map_ ndarray filter
  pickle_utils jacobian hessian
`);

/** Modules below the tensor module of which nothing is known. */
export const refusedTensorModules: Readonly<Record<LibraryName, readonly string[]>> = {
  theano: words('shared_randomstreams extra_ops signal nlinalg slinalg raw_random'),
  aesara: words('random nlinalg slinalg extra_ops signal'),
  pytensor: words('random nlinalg slinalg extra_ops linalg special signal'),
};

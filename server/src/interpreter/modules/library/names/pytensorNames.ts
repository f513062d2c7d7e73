/**
 * Table of the names in PyTensor 3.3.0's modules, as `dir()` gives them, without what they import from elsewhere. By the path of
 * the module below the package; '' is the package itself.
 */
import { type ModuleNames, words } from './moduleNames.ts';

export const pytensorNames: ModuleNames = {
  '': words(`
      In Lop Mode OpFromGraph Out Rop basic config dprint function get_mode grad ifelse map pullback
      pushforward pytensor scan shared wrap_jax wrap_py
    `),
  tensor: words(`
      Constant NoneConst NoneSliceConst Op TensorConstant TensorLike TensorType TensorVariable Variable
      abs add all allclose alloc and_ angle any arange arccos arccosh arcsin arcsinh arctan arctan2
      arctanh argmax argmin argsort as_tensor as_tensor_variable atleast_1d atleast_2d atleast_3d
      atleast_Nd bartlett batched_dot batched_tensordot bcol betainc betaincinv bincount bitwise_and
      bitwise_not bitwise_or bitwise_xor blas_c blas_headers bmatrix broadcast_arrays broadcast_shape
      broadcast_to brow bscalar btensor3 btensor4 btensor5 btensor6 btensor7 bvector cast ccol ceil
      ceil_intdiv chi2sf choose clip cmatrix col cols complex complex_from_polar complex_matrix_types
      complex_scalar_types complex_types complex_vector_types compress concat_with_broadcast concatenate
      conj conjugate constant cos cosh cov crow cscalar ctensor3 ctensor4 ctensor5 ctensor6 ctensor7
      cumprod cumsum cvector dcol dcols deg2rad dense_dot diag diagonal diff digamma divmod dmatrices
      dmatrix dot drow drows dscalar dscalars dtensor3 dtensor3s dtensor4 dtensor4s dtensor5 dtensor5s
      dtensor6 dtensor6s dtensor7 dtensor7s dvector dvectors e einsum elemwise_cgen empty empty_like eq
      equal erf erfc erfcinv erfcx erfinv euler_gamma exp exp2 expand_dims expit expm1 extract_diag eye
      fcol fcols fill fill_diagonal fill_diagonal_offset flatnonzero flatten flip float_matrix_types
      float_scalar_types float_types float_vector_types floor floor_div fmatrices fmatrix frow frows
      fscalar fscalars ftensor3 ftensor3s ftensor4 ftensor4s ftensor5 ftensor5s ftensor6 ftensor6s
      ftensor7 ftensor7s full full_like fvector fvectors gamma gammainc gammaincc gammainccinv
      gammaincinv gammal gammaln gammau ge geomspace get_scalar_constant_value
      get_underlying_scalar_constant_value get_vector_length grad greater greater_equal gt hessian
      horizontal_stack hyp2f1 i0 i1 icol icols identity identity_like imag imatrices imatrix
      inc_subtensor inf int_div int_matrix_types int_scalar_types int_types int_vector_types interp
      interpolate1d inverse_permutation invert iround irow irows is_flat iscalar iscalars isclose
      isfinite isinf isnan isneginf isposinf itensor3 itensor3s itensor4 itensor4s itensor5 itensor5s
      itensor6 itensor6s itensor7 itensor7s iv ive ivector ivectors j0 j1 jacobian join join_dims jv kn
      kv kve largest lcol lcols le less less_equal linspace lmatrices lmatrix log log10 log1mexp log1p
      log1pexp log2 logaddexp logspace logsumexp lrow lrows lscalar lscalars lt ltensor3 ltensor3s
      ltensor4 ltensor4s ltensor5 ltensor5s ltensor6 ltensor6s ltensor7 ltensor7s lvector lvectors
      make_slice matmul matrices matrix matrix_transpose matvec max max_and_argmax maximum mean median
      mgrid min minimum mod moveaxis mul nan nan_to_num ndtri_exp neg neq newaxis none_type_t nonzero
      nonzero_values not_equal ogrid ones ones_like or_ outer owens_t pack pad permute_row_elements pi
      polygamma pow power prod psi ptp pytensor rad2deg ravel_multi_index real reciprocal repeat reshape
      roll round round_half_away_from_zero round_half_to_even row rows scalar scalar_from_tensor scalars
      searchsorted second set_subtensor sgn shape shape_padaxis shape_padleft shape_padright sigmoid
      sign sin singledispatch sinh slice_at_axis slicetype smallest softplus sort specify_broadcastable
      specify_shape split split_dims sqr sqrt square squeeze stack stacklists std sub sum swapaxes
      switch symbolic take take_along_axis tan tanh tensor tensor3 tensor3s tensor4 tensor4s tensor5
      tensor5s tensor6 tensor6s tensor7 tensor7s tensor_copy tensor_from_scalar tensordot tile trace
      transfer transpose tri tri_gamma tril tril_indices tril_indices_from triu triu_indices
      triu_indices_from true_div trunc unique unpack unravel_index values_eq_approx_always_true var
      vecdot vecmat vector vectorize vectors vertical_stack wcol where wrow wscalar wtensor3 wtensor4
      wtensor5 wtensor6 wtensor7 wvector xor zcol zeros zeros_like zmatrix zrow zscalar ztensor3
      ztensor4 ztensor5 ztensor6 ztensor7 zvector
    `),
  'tensor.basic': words(`
      ARange Alloc AllocDiag AllocEmpty Apply AxisError Blockwise COp CachedEquilibrimDB CheckAndRaise
      Choose Constant DimShuffle DisconnectedType Elemwise EquilibriumDB ExtractDiag Eye FunctionGraph
      HasDataType HasShape Join MakeVector MakeVectorPrinter NoneTypeT Nonzero NotScalarConstantError
      Number Op Output ParamsType PermuteRowElements Printer RewriteDatabaseQuery ScalarConstant
      ScalarFromTensor ScalarVariable Shape Shape_i Split SymbolicOp TensorConstant TensorFromScalar
      TensorType TensorVariable Variable alloc alloc_diag arange as_tensor as_tensor_variable atleast_1d
      atleast_2d atleast_3d atleast_Nd cast choose concatenate config constant diag diagonal
      disconnected_type discrete_dtypes empty empty_like equal_computations expand_dims extract_constant
      extract_diag eye fill flatnonzero flatten float_dtypes full full_like get_normalized_batch_axes
      get_scalar_constant_value get_underlying_scalar_constant_value get_vector_length grad_undefined
      horizontal_stack identity identity_like infer_shape_db infer_static_shape int32 int_dtypes
      integer_dtypes inverse_permutation is_flat ix_ join make_vector matrix_transpose mgrid
      min_informative_str moveaxis nonzero nonzero_values normalize_axis_index normalize_axis_tuple
      ogrid ones ones_like permute_row_elements pprint register_infer_shape register_transfer roll
      scalar_elemwise scalar_from_tensor second set_precedence shape shape_padaxis shape_padleft
      shape_padright shape_tuple specify_broadcastable split stack stacklists swapaxes switch
      take_along_axis tensor tensor_copy tensor_from_scalar tile trace transfer transpose tri tril
      tril_indices tril_indices_from triu triu_indices triu_indices_from type_cast uint_dtypes
      values_eq_approx_always_true vectorize_alloc vectorize_extract_diag vectorize_join
      vectorize_make_vector vectorize_node_fallback vectorize_scalar_from_tensor
      vectorize_tensor_from_scalar vertical_stack where zeros zeros_like
    `),
  'tensor.math': words(`
      All Apply Argmax Assert BinaryScalarOp Blockwise CAReduce COp DenseTensorType DisconnectedType Dot
      Elemwise FixedOpCAReduce Max Min MulWithoutZeros NonZeroDimsCAReduce Op ParamsType Prod
      ProdWithoutZeros Sum TensorLike TensorVariable Variable abs add all allclose alloc and_ angle any
      arange arccos arccosh arcsin arcsinh arctan arctan2 arctanh argmax argmin as_tensor_variable
      betainc betaincinv bitwise_and bitwise_not bitwise_or bitwise_xor ceil ceil_intdiv chi2sf clip
      complex complex_dtypes complex_from_polar concatenate config conj conjugate constant
      continuous_dtypes cos cosh cov dedent deg2rad dense_dot digamma disconnected_type discrete_dtypes
      divmod dot eq equal erf erfc erfcinv erfcx erfinv exp exp2 expand_dims expit expm1 float16_atol
      float16_rtol float32_atol float32_rtol float64_atol float64_rtol float_dtypes floor floor_div
      gamma gammainc gammaincc gammainccinv gammaincinv gammal gammaln gammau ge
      get_normalized_batch_axes greater greater_equal gt hyp2f1 i0 i1 imag int_div int_dtypes invert
      iround isclose isfinite isinf isinf_ isnan isnan_ isneginf isposinf iv ive j0 j1 jv kn kv kve
      largest le less less_equal log log10 log1mexp log1p log1pexp log2 logaddexp logsumexp lt
      makeKeepDims matmul matvec max max_and_argmax maximum mean median min minimum mod mod_check mul
      mul_without_zeros nan_to_num neg neq normalize_axis_tuple normalize_reduce_axis not_equal
      ones_like or_ outer owens_t polygamma pow power pprint prod psi ptp rad2deg real reciprocal round
      round_half_away_from_zero round_half_to_even scalar_elemwise sgn shape sigmoid sign sin sinh
      smallest softplus specify_shape sqr sqrt square stack std sub sum switch tan tanh tensor tensordot
      tri_gamma true_div trunc uint_dtypes var variadic_add variadic_mul vecdot vecmat
      vectorize_argmax_node vectorize_node_dot xor
    `),
  'tensor.elemwise': words(`
      Apply CAReduce COp DimShuffle DimShufflePrinter DisconnectedType Elemwise ExternalCOp
      MethodNotDefined NullType OpenMPOp ParamsType Printer TensorType TensorVariable as_tensor_variable
      broadcast_static_dim_lengths cgen config continuous_dtypes dedent disconnected_type
      discrete_dtypes failure_code float_dtypes frozendict get_normalized_batch_axes get_scalar_type
      get_vector_length import_func_from_string int64 lvector normalize_axis_tuple normalize_reduce_axis
      pprint scalar_elemwise scalar_identity uniq unzip upcast vectorize_careduce vectorize_dimshuffle
    `),
  'tensor.extra_ops': words(`
      Apply Assert Bartlett COp Collection Constant CpuContiguous CumOp EnumList FillDiagonal
      FillDiagonalOffset Generic LOCAL_BITWIDTH NotScalarConstantError Op PYTHON_INT_BITWIDTH ParamsType
      RavelMultiIndex Repeat SearchsortedOp Shape_i TensorLike TensorType TensorVariable Unique
      UnravelIndex Variable advanced_inc_subtensor1 alloc as_tensor_variable bartlett bartlett_ bincount
      broadcast_arrays broadcast_shape broadcast_shape_iter broadcast_to compress concat_with_broadcast
      cpu_contiguous cumprod cumsum dedent diff disconnected_type dvector fill_diagonal fill_diagonal_
      fill_diagonal_offset fill_diagonal_offset_ ge geomspace grad_undefined gt int_dtypes int_t
      integer_dtypes join linspace log logspace lt maximum minimum normalize_axis_index
      normalize_reduce_axis old_np_unique prod pt_abs pt_all pt_eq pt_max pt_sum ravel_multi_index
      repeat searchsorted second set_subtensor sign squeeze switch to_one_hot unique unravel_index
      upcast vectorize_cum_op
    `),
  'tensor.nlinalg': words(`
      Det Eig Eigh KroneckerProduct Lstsq MatrixInverse MatrixPinv SLogDet SVD TensorInv TensorSolve det
      eig eigh inv kron lstsq matrix_dot matrix_inverse matrix_power norm pinv slogdet svd tensorinv
      tensorsolve trace
    `),
  'tensor.slinalg': words(`
      BaseBlockDiagonal BlockDiagonal Cholesky CholeskySolve Eigvalsh Expm LU LUFactor
      PivotToPermutations QR QZ Schur Solve SolveBase SolveTriangular block_diag cho_solve cholesky
      eigvalsh expm lu lu_factor lu_solve ordqz pivot_to_permutation qr qz schur solve
      solve_continuous_lyapunov solve_discrete_are solve_discrete_lyapunov solve_sylvester
      solve_triangular
    `),
  'tensor.linalg': words(`
      BaseBlockDiagonal BlockDiagonal Cholesky CholeskySolve Det Eig Eigh Eigvalsh Expm KroneckerProduct
      LU LUFactor LUFactorTridiagonal Lstsq MatrixInverse MatrixPinv PivotToPermutations QR QZ SLogDet
      SVD Schur Solve SolveBase SolveLUFactorTridiagonal SolveTriangular TensorInv TensorSolve
      block_diag cho_solve cholesky constructors decomposition det dtype_utils eig eigh eigvalsh expm
      inv inverse kron lstsq lu lu_factor lu_solve matrix_dot matrix_inverse matrix_power norm ordqz
      pinv pivot_to_permutation products qr qz schur slogdet solve solve_continuous_lyapunov
      solve_discrete_are solve_discrete_lyapunov solve_sylvester solve_triangular solvers summary svd
      tensorinv tensorsolve trace tridiagonal_lu_factor tridiagonal_lu_solve
    `),
  'tensor.special': words(`
      DisconnectedType LogSoftmax Softmax TensorSymbolicOp XLog1PY XLogY as_tensor_variable beta betaln
      disconnected_type eq exp factorial gamma gammaln get_normalized_batch_axes log log1p log_softmax
      logit mul normalize_axis_tuple poch softmax sum switch vectorize_softmax_node xlog1py xlogy
    `),
  'tensor.signal': words(`
      convolve1d convolve2d
    `),
  'tensor.signal.conv': words(`
      AbstractConvolveNd Apply Blockwise COp Constant Convolve1d Convolve2d Op TensorVariable as_scalar
      as_tensor_variable convolve1d convolve2d disconnected_type flip join lazy_scipy_module maximum
      minimum numpy_convolve pad scipy_signal switch tensor type_cast upcast zeros
    `),
  'tensor.random': words(`
      RandomStream bernoulli beta betabinom binomial categorical cauchy chisquare choice default_rng
      dirichlet exponential gamma gengamma geometric gumbel halfcauchy halfnormal hypergeometric
      integers invgamma laplace logistic lognormal multinomial multivariate_normal nbinom
      negative_binomial normal pareto permutation poisson rewriting rng shared_rng standard_normal t
      triangular truncexpon uniform vonmises wald weibull
    `),
  'tensor.random.basic': words(`
      BernoulliRV BetaBinomialRV BetaRV BinomialRV CategoricalRV CauchyRV ChoiceWithoutReplacement
      DirichletRV ExponentialRV GammaRV GenGammaRV GeometricRV GumbelRV HalfCauchyRV HalfNormalRV
      HyperGeometricRV IntegersRV InvGammaRV LaplaceRV LogNormalRV LogisticRV MultinomialRV MvNormalRV
      NegBinomialRV NormalRV ParetoRV PermutationRV PoissonRV RandomVariable ScipyRandomVariable
      StudentTRV TriangularRV TruncExponentialRV UniformRV VonMisesRV WaldRV WeibullRV
      as_tensor_variable bernoulli beta betabinom binomial broadcast_params broadcast_shapes categorical
      cauchy chisquare choice dirichlet exponential faster_broadcast_to faster_ndindex gamma gengamma
      geometric get_vector_length gumbel halfcauchy halfnormal hypergeometric integers invgamma laplace
      lazy_scipy_module logistic lognormal multinomial multivariate_normal nbinom negative_binomial
      normal normalize_size_param np_broadcast_shapes np_cholesky np_eigh np_einsum np_sqrt np_svd
      pareto permutation poisson rayleigh specify_shape sqrt standard_normal stats t triangular
      truncexpon uniform vonmises vsearchsorted wald weibull
    `),
  'tensor.random.utils': words(`
      Generator ModuleType NoneConst NoneTypeT RandomStream ScalarVariable TensorVariable Variable
      as_tensor_variable broadcast_arrays broadcast_params broadcast_to compute_batch_shape
      custom_rng_deepcopy deepcopy explicit_expand_dims faster_broadcast_to get_vector_length int_dtypes
      maximum normalize_size_param params_broadcast_shapes shape_padleft specify_shape
      supp_shape_from_ref_param_shape wraps zip_longest
    `),
  'tensor.random.op': words(`
      AbstractRNGConstructor Apply DefaultGeneratorMakerOp NoneConst NoneTypeT Op OpWithCoreShape
      RNGConsumerOp RandomGeneratorType RandomType RandomVariable RandomVariableWithCoreShape
      ScalarVariable TensorType TensorVariable Variable as_tensor_variable compute_batch_shape
      concatenate config constant custom_rng_deepcopy default_rng equal_computations
      explicit_expand_dims get_vector_length infer_static_shape normalize_size_param safe_signature
      shape_tuple vectorize_random_variable
    `),
  'tensor.random.type': words(`
      AbstractRandomGeneratorType Generator RandomGeneratorType RandomType T Type TypeVar as_rng
      gen_states_keys numpy_bit_gens random_generator_type
    `),
  'tensor.random.variable': words(`
      OptionalApplyType RNG_AND_DRAW RandomGeneratorSharedVariable RandomGeneratorType
      RandomGeneratorVariable SharedVariable TensorVariable TypeAlias UNSET Variable
      random_generator_type randomgen_constructor rng shared_constructor shared_rng warn_reuse wraps
    `),
  'tensor.shape': words(`
      Apply COp DenseTensorType DisconnectedType EllipsisType HasShape NoneConst NoneTypeT
      NotScalarConstantError Number Op ParamsType Reshape Shape ShapeValueType Shape_i SpecifyShape
      TensorConstant TensorType TensorVariable Variable as_tensor_variable dedent disconnected_type
      get_vector_length int_dtypes normalize_axis_tuple register_shape_c_code register_shape_i_c_code
      reshape shape shape_i shape_padaxis shape_padleft shape_padright shape_tuple specify_broadcastable
      specify_shape tensor typing_cast vectorize_shape
    `),
  'tensor.sharedvar': words(`
      SharedVariable TensorSharedVariable TensorType TensorVariable load_shared_variable
      scalar_constructor shared_constructor tensor_constructor
    `),
  'tensor.sort': words(`
      Apply ArgSortOp KIND KIND_VALUES Op SortOp TensorType arange argsort as_tensor_variable eq ge
      grad_undefined sort switch
    `),
  'tensor.subtensor': words(`
      AdvancedIncSubtensor AdvancedIncSubtensor1 AdvancedIncSubtensorPrinter AdvancedSubtensor
      AdvancedSubtensor1 AdvancedSubtensorPrinter Apply BaseSubtensor COp Cast Constant DimShuffle
      DisconnectedType Elemwise IncSubtensor IncSubtensorPrinter MakeVector MethodNotDefined NoneTypeT
      NotScalarConstantError Op ParamsType Printer Reshape ScalarConstant ScalarFromTensor ScalarMaximum
      ScalarMinimum ScalarVariable Shape Shape_i Subtensor SubtensorPrinter T TensorConstant
      TensorFromScalar TensorLike TensorType TensorVariable TypeVar Variable add advanced_inc_subtensor
      advanced_inc_subtensor1 advanced_set_subtensor advanced_set_subtensor1 advanced_subtensor
      advanced_subtensor1 alloc as_index_constant as_index_literal as_scalar_index_variable
      as_tensor_index_variable as_tensor_variable basic_shape basic_subtensor chain clip complex_dtypes
      config disconnected_type discrete_dtypes flatten_index_variables flip get_canonical_form_slice
      get_constant_idx get_idx_list get_scalar_constant_value get_slice_elements get_vector_length
      group_indices groupby inc_subtensor indexed_result_shape indices_from_subtensor integer_dtypes
      minimum nonzero normalize_axis_tuple overload pprint set_precedence set_subtensor slice_at_axis
      slice_len slice_static_length specify_broadcastable take tensor tensor_constant
      unflatten_index_variables unzip vectorize_advanced_subtensor vectorize_node_fallback
      vectorize_subtensor zip_longest
    `),
  'tensor.type': words(`
      CType DenseTensorType DenseTypeMeta HasDataType HasShape MetaType ST TensorType Variable
      all_dtypes apply_across_args bcol bmatrix brow bscalar btensor3 btensor4 btensor5 btensor6
      btensor7 bvector ccol cmatrix col cols complex_dtypes complex_matrix_types complex_scalar_types
      complex_types complex_vector_types config continuous_dtypes crow cscalar ctensor3 ctensor4
      ctensor5 ctensor6 ctensor7 cvector dcol dcols discrete_dtypes dmatrices dmatrix drow drows dscalar
      dscalars dtensor3 dtensor3s dtensor4 dtensor4s dtensor5 dtensor5s dtensor6 dtensor6s dtensor7
      dtensor7s dtype_specs_map dvector dvectors fcol fcols float_dtypes float_matrix_types
      float_scalar_types float_types float_vector_types fmatrices fmatrix frow frows fscalar fscalars
      ftensor3 ftensor3s ftensor4 ftensor4s ftensor5 ftensor5s ftensor6 ftensor6s ftensor7 ftensor7s
      fvector fvectors icol icols imatrices imatrix int_dtypes int_matrix_types int_scalar_types
      int_types int_vector_types integer_dtypes irow irows iscalar iscalars itensor3 itensor3s itensor4
      itensor4s itensor5 itensor5s itensor6 itensor6s itensor7 itensor7s ivector ivectors lcol lcols
      lmatrices lmatrix lrow lrows lscalar lscalars ltensor3 ltensor3s ltensor4 ltensor4s ltensor5
      ltensor5s ltensor6 ltensor6s ltensor7 ltensor7s lvector lvectors matrices matrix row rows scalar
      scalars tensor tensor3 tensor3s tensor4 tensor4s tensor5 tensor5s tensor6 tensor6s tensor7
      tensor7s ubscalar uint_dtypes uiscalar ulscalar uwscalar values_eq_approx
      values_eq_approx_always_true values_eq_approx_remove_inf values_eq_approx_remove_inf_nan
      values_eq_approx_remove_nan vector vectors wcol wmatrix wrow wscalar wtensor3 wtensor4 wtensor5
      wtensor6 wtensor7 wvector zcol zmatrix zrow zscalar ztensor3 ztensor4 ztensor5 ztensor6 ztensor7
      zvector
    `),
  'tensor.type_other': words(`
      Apply Constant Generic MakeSlice NoneConst NoneSliceConst NoneTypeT Op SliceConstant SliceType
      Type Variable as_int_none_variable as_symbolic_None as_symbolic_slice disconnected_type
      integer_dtypes make_slice none_type_t slicetype
    `),
  'tensor.utils': words(`
      FunctionGraph NotScalarConstantError Variable broadcast_static_dim_lengths faster_broadcast_to
      faster_ndindex get_static_shape_from_size_variables hash_from_code hash_from_ndarray
      import_func_from_string nditer normalize_axis_tuple normalize_reduce_axis product safe_signature
      shape_of_variables
    `),
  'tensor.variable': words(`
      ComplexError Constant DenseConstantMeta DenseTensorConstant DenseTensorVariable DenseVariableMeta
      MetaType NoneTypeT Number OptionalApplyType TensorConstant TensorConstantSignature TensorType
      TensorVariable TypeVar Variable config get_unique_constant_value hash_from_ndarray
    `),
  'tensor.xlogx': words(`
      xlogx xlogy0
    `),
  'tensor.fft': words(`
      Apply IRFFTOp Op RFFTOp TensorType as_tensor_variable disconnected_type integer_dtypes irfft
      irfft_op rfft rfft_op set_subtensor sqrt
    `),
  'tensor.fourier': words(`
      Apply Fourier Op TensorConstant TensorType arange as_tensor_variable concatenate exp fft
      integer_dtypes lt outer set_subtensor shape split stack switch tensordot
    `),
  'tensor.blas': words(`
      Apply BatchedDot COp DenseTensorType DisconnectedType Dot22 Dot22Scalar FunctionPrinter Gemm
      GemmRelated Gemv Ger InconsistencyError MethodNotDefined Op ParamsType Path Variable
      as_tensor_variable batched_dot batched_tensordot blas_header_text blas_header_version bool_t
      config disconnected_type dot gemm gemm_inplace gemm_no_inplace gemv gemv_inplace gemv_no_inplace
      ger ger_destructive ldflags must_initialize_y_gemv normalize_axis_tuple pprint scipy_linalg
      specify_broadcastable tensor tensordot vectorize_graph view_roots
    `),
  'tensor.blockwise': words(`
      Apply Blockwise BlockwiseWithCoreShape COp Constant DisconnectedType FunctionGraph NullType Op
      OpFromGraph OpWithCoreShape ScalarType TensorType TensorVariable Variable as_tensor_variable
      broadcast_shapes broadcast_static_dim_lengths empty explicit_graph_inputs faster_broadcast_to
      faster_ndindex import_func_from_string overload safe_signature shape_padleft tensor
      vectorize_graph vectorize_node_fallback
    `),
  'tensor.einsum': words(`
      CONTRACTION_STEP Einsum OpFromGraph PATH TensorLike TensorVariable and_ arange as_tensor
      broadcast_to einsum eq expand_dims get_vector_length moveaxis normalize_axis_index
      normalize_axis_tuple pairwise reduce shape_padright stack tensordot transpose vectorize where
    `),
  'tensor.exceptions': words(`
      AdvancedIndexingError NotScalarConstantError ShapeError
    `),
  'tensor.functional': words(`
      TensorVariable vectorize vectorize_graph
    `),
  'tensor.interpolate': words(`
      InterpolationMethod Variable argsort as_tensor_variable clip eq get_args get_close_matches interp
      interpolate1d le pad_or_return searchsorted switch valid_methods vectorize
    `),
  'tensor.optimize': words(`
      Apply ComputeMapType Constant DisconnectedType FunctionGraph HasInnerGraph LRUCache1 MinimizeOp
      MinimizeScalarOp NullType Op RootOp RootScalarOp ScalarType ScalarVariable ScipyScalarWrapperOp
      ScipyVectorWrapperOp ScipyWrapperOp StorageMapType TensorVariable Variable ancestors
      as_tensor_variable atleast_2d function grad graph_inputs graph_replace io_connection_pattern
      jacobian minimize minimize_scalar optimize pack pack_inputs_of_objective root root_scalar
      scalar_from_tensor solve tensor tensor_from_scalar tensordot truncated_graph_inputs unpack
      zeros_like
    `),
  'tensor.pad': words(`
      OpFromGraph Pad PadMode TensorLike TensorVariable allowed_kwargs as_tensor broadcast_to
      concatenate eq expand_dims flip gt ifelse linspace mean minimum moveaxis pad pt_divmod pt_max
      pt_min scan set_subtensor slice_at_axis specify_broadcastable stat_funcs switch zeros
    `),
  'tensor.rewriting': words(`
      assumptions basic blas blas_c blockwise einsum elemwise extra_ops indexed_elemwise jax linalg math
      numba ofg optimize reshape shape special subtensor subtensor_lift uncanonicalize
    `),
  'tensor.reshape': words(`
      Apply JoinDims Op ScalarVariable ShapeValueType SplitDims TensorLike TensorVariable TypeAlias
      Variable as_tensor_variable disconnected_type infer_static_shape join join_dims
      normalize_axis_index normalize_axis_tuple pack pairwise prod split split_dims tensor unpack
    `),
  scalar: words(`
      AND Abs Add Angle Apply ArcCos ArcCosh ArcSin ArcSinh ArcTan ArcTan2 ArcTanh BetaInc BetaIncInv
      BinaryBitOp BinaryScalarOp COp CType C_CODE_PATH Cast Ceil Clip Complex ComplexError
      ComplexFromPolar Composite Conj Constant Cos Cosh Deg2Rad EQ Erf Erfc Erfcinv Erfcx Erfinv Exp
      Exp2 Expm1 FixedLogicalComparison Floor FrozenFunctionGraph GE GT Gamma GammaInc GammaIncC
      GammaIncCInv GammaIncInv GammaL GammaLn GammaU Grad2F1Loop HasDataType HasInnerGraph HasShape
      Hyp2F1 I0 I1 Identity Imag IntDiv IntegerDivisionError Invert IsInf IsNan Ive J0 J1 Jv Kve LE LT
      Log Log10 Log1mexp Log1p Log2 LogicalComparison Maximum MetaObject MethodNotDefined Minimum Mod
      Mul NEQ Neg NumpyAutocaster OR Op Owens_t Path PolyGamma Pow Psi Rad2Deg Real Reciprocal
      RoundHalfAwayFromZero RoundHalfToEven ScalarConstant ScalarConstantSignature ScalarInnerGraphOp
      ScalarLoop ScalarMaximum ScalarMinimum ScalarOp ScalarType ScalarVariable Second Sigmoid Sign Sin
      Sinh Softplus Sqr Sqrt Sub Switch Tan Tanh TriGamma TrueDiv Trunc TypeAlias UnaryBitOp
      UnaryScalarOp Variable XOR abs add all_types and_ angle apply_across_args applys_between arccos
      arccosh arcsin arcsinh arctan arctan2 arctanh as_common_dtype as_scalar autocast_float
      autocast_float_as autocast_int betainc betainc_grad betaincinv betaln bool ceil chain clip complex
      complex128 complex64 complex_from_polar complex_types complexs complexs128 complexs64 config conj
      constant continuous_types convert convert_to_bool convert_to_complex128 convert_to_complex64
      convert_to_float16 convert_to_float32 convert_to_float64 convert_to_int16 convert_to_int32
      convert_to_int64 convert_to_int8 convert_to_uint16 convert_to_uint32 convert_to_uint64
      convert_to_uint8 cos cosh dedent deg2rad difference disconnected_type discrete_dtypes
      discrete_types eq erf erfc erfcinv erfcx erfinv exp exp2 expm1 float16 float32 float64 float_out
      float_out_nocomplex float_types floats floor floor_div gamma gammainc gammainc_grad gammaincc
      gammaincc_grad gammainccinv gammaincinv gammal gammaln gammau ge get_scalar_type
      grad_not_implemented grad_undefined gt hyp2f1 hyp2f1_grad i0 i1 identity imag int16 int32 int64
      int8 int_div int_out int_out_nocomplex int_types integer_types ints invert isinf isnan ive j0 j1
      jv kve lazy_scipy_module le log log10 log1mexp log1p log2 loop lt maximum minimum mod mod_check
      mul neg neq or_ owens_t polygamma pow pprint psi rad2deg real real_out reciprocal reduce
      round_half_away_from_zero round_half_away_from_zero_ round_half_away_from_zero_vec
      round_half_away_from_zero_vec32 round_half_away_from_zero_vec64 round_half_to_even same_out
      same_out_float_only same_out_min8 same_out_nobool same_out_nocomplex scalar_abs scalar_maximum
      scalar_minimum second sharedvar sigmoid sign sin sinh softplus special specific_out sqr sqrt sub
      switch tan tanh to_return_values tri_gamma true_div trunc uint16 uint32 uint64 uint8 uint_types
      unary_out_lookup upcast upcast_out upcast_out_min8 upcast_out_no_complex upcast_out_nobool
      upgrade_to_float upgrade_to_float64 upgrade_to_float_no_complex xor
    `),
  'scalar.basic': words(`
      AND Abs Add Angle Apply ArcCos ArcCosh ArcSin ArcSinh ArcTan ArcTan2 ArcTanh BinaryBitOp
      BinaryScalarOp COp CType Cast Ceil Clip Complex ComplexError ComplexFromPolar Composite Conj
      Constant Cos Cosh Deg2Rad EQ Exp Exp2 Expm1 FixedLogicalComparison Floor FrozenFunctionGraph GE GT
      HasDataType HasInnerGraph HasShape Identity Imag IntDiv IntegerDivisionError Invert IsInf IsNan LE
      LT Log Log10 Log1p Log2 LogicalComparison Maximum MetaObject MethodNotDefined Minimum Mod Mul NEQ
      Neg NumpyAutocaster OR Op Pow Rad2Deg Real Reciprocal RoundHalfAwayFromZero RoundHalfToEven
      ScalarConstant ScalarConstantSignature ScalarInnerGraphOp ScalarMaximum ScalarMinimum ScalarOp
      ScalarType ScalarVariable Second Sign Sin Sinh Sqr Sqrt Sub Switch Tan Tanh TrueDiv Trunc
      TypeAlias UnaryBitOp UnaryScalarOp Variable XOR abs add all_types and_ angle apply_across_args
      applys_between arccos arccosh arcsin arcsinh arctan arctan2 arctanh as_common_dtype as_scalar
      autocast_float autocast_float_as autocast_int bool ceil chain clip complex complex128 complex64
      complex_from_polar complex_types complexs complexs128 complexs64 config conj constant
      continuous_types convert convert_to_bool convert_to_complex128 convert_to_complex64
      convert_to_float16 convert_to_float32 convert_to_float64 convert_to_int16 convert_to_int32
      convert_to_int64 convert_to_int8 convert_to_uint16 convert_to_uint32 convert_to_uint64
      convert_to_uint8 cos cosh dedent deg2rad difference disconnected_type discrete_dtypes
      discrete_types eq exp exp2 expm1 float16 float32 float64 float_out float_out_nocomplex float_types
      floats floor floor_div ge get_scalar_type grad_undefined gt identity imag int16 int32 int64 int8
      int_div int_out int_out_nocomplex int_types integer_types ints invert isinf isnan le log log10
      log1p log2 lt maximum minimum mod mod_check mul neg neq or_ pow pprint rad2deg real real_out
      reciprocal round_half_away_from_zero round_half_away_from_zero_ round_half_away_from_zero_vec
      round_half_away_from_zero_vec32 round_half_away_from_zero_vec64 round_half_to_even same_out
      same_out_float_only same_out_min8 same_out_nobool same_out_nocomplex scalar_maximum scalar_minimum
      second sign sin sinh specific_out sqr sqrt sub switch tan tanh to_return_values true_div trunc
      uint16 uint32 uint64 uint8 uint_types unary_out_lookup upcast upcast_out upcast_out_min8
      upcast_out_no_complex upcast_out_nobool upgrade_to_float upgrade_to_float64
      upgrade_to_float_no_complex xor
    `),
  'scalar.math': words(`
      BetaInc BetaIncInv BinaryScalarOp C_CODE_PATH Erf Erfc Erfcinv Erfcx Erfinv Gamma GammaInc
      GammaIncC GammaIncCInv GammaIncInv GammaL GammaLn GammaU Grad2F1Loop Hyp2F1 I0 I1 Ive J0 J1 Jv Kve
      Log1mexp Owens_t Path PolyGamma Psi ScalarLoop ScalarOp Sigmoid Softplus TriGamma UnaryScalarOp
      as_scalar betainc betainc_grad betaincinv betaln complex_types config constant dedent
      discrete_types eq erf erfc erfcinv erfcx erfinv exp expm1 float64 float_types floor gamma gammainc
      gammainc_grad gammaincc gammaincc_grad gammainccinv gammaincinv gammal gammaln gammau
      grad_not_implemented grad_undefined hyp2f1 hyp2f1_grad i0 i1 identity integer_types isinf ive j0
      j1 jv kve lazy_scipy_module log log1mexp log1p maximum owens_t polygamma psi reciprocal reduce
      scalar_abs sigmoid softplus special sqrt switch tri_gamma true_div upcast upgrade_to_float
      upgrade_to_float_no_complex
    `),
  compile: words(`
      AddDestroyHandler AddFeatureOptimizer AliasedMemoryError C CVM DeepCopyOp FAST_COMPILE
      FromFunctionOp Function FunctionMaker In JAX Mode MonitorMode NUMBA OPT_FAST_COMPILE OPT_FAST_RUN
      OPT_FAST_RUN_STABLE OPT_MERGE OPT_NONE OPT_O2 OPT_O3 OPT_STABILIZE OPT_UNSAFE Out PYTORCH
      PrintCurrentFunctionGraph ProfileStats SharedVariable Supervisor SymbolicInput SymbolicOutput
      UnusedInputError ViewOp add_supervisor_to_fgraph alias_root aliasing as_op compilelock debug
      deep_copy_op function function_dump get_default_mode get_mode infer_reuse_pattern insert_deepcopy
      local_useless optdb predefined_linkers predefined_modes predefined_optimizers
      rebuild_collect_shared register_deep_copy_op_c_code register_linker register_mode
      register_optimizer register_view_op_c_code shared shared_constructor view_op view_tree_set wrap_py
    `),
  'compile.maker': words(`
      Container Feature Function FunctionGraph FunctionMaker Mode PreserveVariableAttributes
      ProfileStats SymbolicInput SymbolicOutput UnusedInputError Variable add_supervisor_to_fgraph
      ancestors compile_profiling config construct_function_ins_and_outs function get_mode
      infer_reuse_pattern insert_deepcopy
    `),
  'compile.rebuild': words(`
      Constant FunctionGraph In Out SharedVariable UnusedInputError Variable clone_node_and_cache
      construct_function_ins_and_outs overload rebuild_collect_shared shared
    `),
  'compile.executor': words(`
      AliasedMemoryError Container DUPLICATE Function FunctionGraph HasInnerGraph In ProfileStats
      SymbolicOutput clone_get_equiv config get_variable_trace_string profiling raise_with_op
    `),
  'compile.builders': words(`
      Apply Constant DisconnectedType FrozenFunctionGraph FunctionGraph HasInnerGraph MissingInputError
      NominalVariable NullType Op OpFromGraph SharedVariable SymbolicOp Variable chain clone_replace
      construct_nominal_fgraph disconnected_type function get_mode grad graph_inputs infer_shape
      io_connection_pattern pushforward rebuild_collect_shared
    `),
  'compile.io': words(`
      Container In Out SymbolicInput SymbolicOutput
    `),
  'compile.mode': words(`
      AddDestroyHandler AddFeatureOptimizer C CLinker CVM CheckStackTraceRewriter DestroyHandler
      EquilibriumDB FAST_COMPILE GraphRewriter JAX JAXLinker Linker LocalGroupDB MLX MLXLinker
      MergeOptimizer Mode NUMBA NodeProcessingGraphRewriter NumbaLinker OPT_FAST_COMPILE OPT_FAST_RUN
      OPT_FAST_RUN_STABLE OPT_MERGE OPT_MINIMUM OPT_NONE OPT_O2 OPT_O3 OPT_STABILIZE OPT_UNSAFE
      OpWiseCLinker PYTORCH PerformLinker PrintCurrentFunctionGraph PytorchLinker RewriteDatabase
      RewriteDatabaseQuery SequenceDB Supervisor TopoDB VM VMLinker config fast_run_linkers_to_mode
      get_default_mode get_mode local_useless optdb predefined_linkers predefined_modes
      predefined_optimizers register_linker register_mode register_optimizer
    `),
  'compile.ops': words(`
      Apply COp CType DeepCopyOp FromFunctionOp Op TypeCastingOp ViewOp as_op deep_copy_op load_back
      register_deep_copy_op_c_code register_view_op_c_code view_op wrap_py
    `),
  'compile.sharedvalue': words(`
      Container SharedVariable Variable add_lazy_dispatcher add_tag_trace collect_new_shareds
      contextmanager generic shared shared_constructor singledispatch
    `),
  gradient: words(`
      Apply DisconnectedGrad DisconnectedInputError DisconnectedType GradClip GradScale GradientError
      Lop Mapping MutableSequence NullType NullTypeGradError Rop Type TypeVar UndefinedGrad V Variable
      ViewOp ZeroGrad as_list_or_tuple config disconnected_grad disconnected_grad_ disconnected_type
      grad grad_clip grad_not_implemented grad_scale grad_time grad_undefined hessian
      hessian_vector_product jacobian mode_not_slow null_type numeric_grad overload pullback pushforward
      pushforward_through_pullback reduce subgraph_grad undefined_grad undefined_grad_ vectorize_graph
      verify_grad zero_grad zero_grad_
    `),
  graph: words(`
      Apply Constant FunctionGraph Op RewriteDatabaseQuery Type Variable ancestors clone clone_replace
      destroyhandler explicit_graph_inputs graph_inputs graph_replace graph_rewriter node_rewriter
      rewrite_graph vectorize_graph
    `),
  'graph.basic': words(`
      Apply AtomicVariable Constant FrozenApply Generic Hashable MetaObject Node NominalVariable OpType
      OptionalApplyType Scratchpad Self TypeVar Variable add_tag_trace as_string clone clone_get_equiv
      clone_node_and_cache count default_node_formatter equal_computations op_as_string
    `),
  'graph.fg': words(`
      ABC AbstractFunctionGraph AlreadyThere Apply AtomicVariable ClientType Constant Feature
      FrozenApply FrozenFunctionGraph FunctionGraph MissingInputError NominalVariable Op Output
      ReplaceValidate Set Variable abstractmethod applys_between clone_get_equiv config defaultdict
      graph_as_string graph_inputs toposort toposort_with_orderings vars_between
    `),
  'graph.op': words(`
      ABC Apply BasicThunkType C ComputeMapType HasInnerGraph InputStorageType MetaObject Op
      OutputStorageType PerformMethodType Protocol StorageCellType StorageMapType ThunkCallableType
      ThunkType TypeVar Variable abstractmethod add_tag_trace io_connection_pattern io_toposort
      is_thunk_type
    `),
  'graph.type': words(`
      Constant D Generic HasDataType HasShape MetaObject Type TypeAlias TypeVar Variable abstractmethod
    `),
  'graph.null_type': words(`
      NullType Type null_type
    `),
  'graph.utils': words(`
      ABCMeta AssocList InconsistencyError MetaObject MetaType MethodNotDefined MissingInputError
      Scratchpad StringIO T TypeVar add_tag_trace get_variable_trace_string simple_extract_stack
    `),
  'graph.features': words(`
      AlreadyThere BadOptimization Bookkeeper Feature FullHistory History HistoryEntry
      InconsistencyError NoOutputFromInplace PreserveVariableAttributes ReplaceValidate
      ReplacementDidNotRemoveError StringIO Validator Variable config dataclass
      register_feature_callback toposort
    `),
  'graph.replace': words(`
      Apply Constant FunctionGraph Mapping Op ReplaceTypes Variable clone_replace graph_replace overload
      singledispatch toposort truncated_graph_inputs vectorize vectorize_graph
    `),
  'graph.traversal': words(`
      Apply Constant Generator Node NodeAndChildren Reversible T TypeVar Variable ancestors
      apply_ancestors apply_depends_on applys_between deque explicit_graph_inputs general_toposort
      get_var_by_name graph_inputs io_toposort orphans_between overload toposort toposort_with_orderings
      truncated_graph_inputs variable_ancestors variable_depends_on vars_between walk walk_toposort
    `),
  'graph.rewriting': words(`
      all basic db rewrite_graph unify
    `),
  'graph.rewriting.utils': words(`
      Apply FunctionGraph Generator Output RewriteDatabaseQuery Variable equal_computations
      get_clients_at_depth graph_inputs is_same_graph is_same_graph_with_merge rewrite_graph
      vars_between
    `),
  ifelse: words(`
      Alloc Apply Argmax Blockwise CondMerge DimShuffle Dot Elemwise GraphRewriter HasDataType HasShape
      IfElse IncSubtensor Max Reshape Shape SpecifyShape Subtensor Variable acceptable_ops
      apply_depends_on as_symbolic as_tensor_variable clone_replace cond_make_inplace
      cond_merge_ifs_false cond_merge_ifs_true cond_merge_random_op cond_remove_identical config
      deepcopy ifelse ifelse_lift_single_if_through_acceptable_ops in2out node_rewriter optdb zeros_like
    `),
  printing: words(`
      ABC Apply Constant ConstantPrinter DefaultPrinter Function FunctionGraph FunctionPrinter Generator
      GraphNode HasInnerGraph IDTypesType IgnorePrinter In LeafPrinter Op OperatorPrinter Out PPrinter
      Path PatternPrinter Print Printer PrinterState ProfileStats Scratchpad SharedVariable
      StorageMapType StringIO TextIO VALID_ASSOC Variable abstractmethod char_from_number config
      constant_printer contextmanager dataclass debugprint default_colorCodes default_printer
      get_node_by_id graph_inputs greek hex_digest leaf_printer min_informative_str op_debug_information
      position_independent_str pp pprint pydotprint reduce set_precedence singledispatch special
      toposort use_ascii var_descriptor
    `),
  scan: words(`
      foldl foldr map reduce rewriting scan scan_checkpoints until
    `),
  'scan.basic': words(`
      Constant HasShape MissingInputError NotScalarConstantError Scan ScanInfo SharedVariable TensorType
      Variable chain clone_replace collect_new_shareds config construct_function_ins_and_outs
      expand_empty explicit_graph_inputs get_updates_and_outputs integer_dtypes minimum reduce safe_new
      scan shape_padleft until
    `),
  'scan.utils': words(`
      AllocEmpty Constant FieldInfo HasDataType InnerFunctionError ProfileStats ScanArgs
      ScanProfileStats TensorConstant Validator Variable chain clone_replace default_filter_scanargs
      equal_computations expand_empty forced_replace graph_inputs namedtuple reconstruct_graph
      safe_index safe_new set_subtensor traverse type_cast until
    `),
  'scan.views': words(`
      filter foldl foldr map reduce scan
    `),
  'scan.op': words(`
      Apply DisconnectedType FunctionGraph HasInnerGraph HasShape In InconsistencyError
      MissingInputError Mode NoOutputFromInplace NullType Op Out Scan ScanInfo ScanMethodsMixin
      ScanProfileStats Shape_i TensorConstructorType TensorType TensorVariable VMLinker Validator
      Variable add_supervisor_to_fgraph as_tensor_variable chain check_broadcast clone_replace config
      construct_nominal_fgraph copy_var_format disconnected_type err_msg1 err_msg2 err_msg3
      forced_replace get_mode grad grad_undefined graph_inputs infer_shape integer_dtypes
      io_connection_pattern link_utils minimum op_debug_information product profile_printer pushforward
      register_profiler_printer safe_new
    `),
  'scan.checkpoints': words(`
      ceil eq neq scan scan_checkpoints set_subtensor
    `),
  configparser: words(`
      BoolParam ConfigAccessViolation ConfigParam ConfigParser EnumStr FloatParam IntParam
      InterpolationError NoOptionError NoSectionError Path PyTensorConfigParser PyTensorConfigWarning
      RawConfigParser StrParam StringIO TypedParam config_files_from_pytensorrc hash_from_code
      parse_config_string shlex wraps
    `),
  configdefaults: words(`
      BoolParam ConfigParam EnumStr FloatParam IntParam LOCAL_BITWIDTH PYTHON_INT_BITWIDTH Path StrParam
      add_basic_configvars add_c_compile_configvars add_caching_dir_configvars add_compile_configvars
      add_error_and_warning_configvars add_multiprocessing_configvars add_numba_configvars
      add_optimizer_configvars add_scan_configvars add_tensor_configvars
      add_testvalue_and_checking_configvars add_traceback_configvars add_vm_configvars
      call_subprocess_Popen config maybe_add_to_os_environ_pathlist output_subprocess_Popen
      short_platform which
    `),
  misc: words(`
      frozendict ordered_set pkl_utils
    `),
  raise_op: words(`
      Apply Assert COp CheckAndRaise Constant DenseTensorType ExceptionType Generic ParamsType
      ScalarType Variable as_scalar assert_op disconnected_type exception_type indent
      vectorize_check_and_raise
    `),
  breakpoint: words(`
      Apply Op PdbBreakpoint Variable as_tensor_variable disconnected_type
    `),
  link: words(`
      PytorchLinker basic jax mlx numba pytorch utils vm
    `),
  'link.c': words(`
      basic cmodule interface op params_type type
    `),
  sparse: words(`
      AddSD AddSS AddSSData Apply COp CSC CSM CSMGrad CSMProperties CSR Cast ColScaleCSC Constant
      ConstructSparseFromList DenseFromSparse Diag DisconnectedType Dot EnsureSortedIndices EqualSD
      EqualSS GetItem2Lists GetItem2ListsGrad GetItem2d GetItemList GetItemListGrad GetItemScalar
      GreaterEqualSD GreaterEqualSS GreaterThanSD GreaterThanSS HStack LessEqualSD LessEqualSS
      LessThanSD LessThanSS NotEqualSD NotEqualSS Op Remove0 RowScaleCSC SamplingDot SpSum
      SparseDenseMultiply SparseDenseVectorMultiply SparseFromDense SparseSparseMultiply
      SparseTensorType Split Stack StructuredAddSV StructuredDot StructuredDotGradCSC
      StructuredDotGradCSR TensorType Transpose TrueDot Usmm VStack Variable abs add add_s_d add_s_s
      add_s_s_data all_dtypes arcsin arcsinh arctan arctanh as_sparse as_sparse_or_tensor_variable
      as_sparse_variable as_strided as_symbolic as_symbolic_sparse basic bcast bsr_dmatrix bsr_fmatrix
      bsr_matrix ccast ceil clean col_scale complex_dtypes config conj conjugate
      construct_sparse_from_list continuous_dtypes csc_dmatrix csc_fmatrix csc_from_dense csc_matrix
      csm_data csm_grad csm_indices csm_indptr csm_properties csm_shape csr_dmatrix csr_fmatrix
      csr_from_dense csr_matrix dcast deg2rad dense_from_sparse diag disconnected_type discrete_dtypes
      dot ensure_sorted_indices eq equal_s_d equal_s_s expm1 fcast float_dtypes floor ge generic
      get_item_2d get_item_2lists get_item_2lists_grad get_item_list get_item_list_grad get_item_scalar
      grad_not_implemented grad_undefined greater_equal_s_d greater_equal_s_s greater_than_s_d
      greater_than_s_s gt hstack icast int_dtypes integer_dtypes ivector join_dims lcast le
      less_equal_s_d less_equal_s_s less_than_s_d less_than_s_s log1p lt math matrix minimum mul mul_s_d
      mul_s_s mul_s_v multiply neg neq not_equal_s_d not_equal_s_s psb rad2deg remove0 rewriting rint
      row_scale sampling_dot scalar sdg_csc sdg_csr shared sharedvar sign sin sinh sp_ones_like sp_sum
      sp_zeros_like sparse_formats sparse_grad specify_broadcastable split_dims sqr sqrt square_diagonal
      structured_add structured_add_s_v structured_conjugate structured_dot structured_dot_grad
      structured_elemwise structured_exp structured_log structured_maximum structured_minimum
      structured_pow structured_sigmoid sub subtract tan tanh tensor tensor_continuous_dtypes
      tensor_discrete_dtypes transpose true_dot trunc type uint_dtypes usmm utils variable vector vstack
      warn wcast wraps zcast
    `),
  typed_list: words(`
      Append Apply COp Constant Count Extend GetItem Index Insert Length MakeList Op Remove Reverse
      SliceType TensorVariable TypedListConstant TypedListType TypedListVariable Variable append basic
      count extend getitem index_ insert length lscalar make_list remove reverse rewriting type
    `),
  d3viz: words(`
      d3viz d3write formatting
    `),
  utils: words(`
      LOCAL_BITWIDTH NDARRAY_C_VERSION NPY_RAVEL_AXIS NoDuplicateOptWarningFilter PYTHON_INT_BITWIDTH
      Path Singleton add_excepthook add_lazy_dispatcher apply_across_args call_subprocess_Popen
      difference flatten from_return_values get_unbound_function hash_from_code lazy_scipy_module
      maybe_add_to_os_environ_pathlist output_subprocess_Popen subprocess_Popen to_return_values uniq
      unzip
    `),
  xtensor: words(`
      as_xtensor basic broadcast concat dot full_like indexing linalg math ones_like random reduction
      rewriting shape signal type vectorization where xtensor xtensor_constant zeros_like
    `),
  assumptions: words(`
      ALL_KEYS AssumptionFeature AssumptionKey ConflictingAssumptionsError DIAGONAL FactState
      FunctionGraph IMPLIES LOWER_TRIANGULAR ORTHOGONAL PERMUTATION POSITIVE_DEFINITE SELECTION
      SYMMETRIC SpecifyAssumptions UPPER_TRIANGULAR alloc assume assumption_tags blockwise
      check_assumption core diagonal dimshuffle dot elemwise orthogonal permutation positive_definite
      register_assumption register_constant_inference register_implies reshape selection shape specify
      specify_assumption_rule subtensor summarize_assumptions symmetric triangular
    `),
  npy_2_compat: words(`
      old_np_unique
    `),
};

/**
 * Table of the names in Aesara 2.9.4's modules, as `dir()` gives them, without what they import from elsewhere. By the path of
 * the module below the package; '' is the package itself.
 */
import { type ModuleNames, words } from './moduleNames.ts';

export const aesaraNames: ModuleNames = {
  '': words(`
      DEPRECATED_NAMES FunctionMaker In Lop Mode NoReturn OrderedUpdates Out ProfileStats Rop Variable
      aesara aesara_logger as_symbolic checkpoints clone_replace config disable_log_handler dprint foldl
      foldr function function_dump get_scalar_constant_value grad logging_default_formatter
      logging_default_handler map p pp pprint predefined_linkers predefined_modes predefined_optimizers
      reduce rpath scan shared singledispatch subgraph_grad version
    `),
  tensor: words(`
      Constant DEPRECATED_NAMES MATH_DEPRECATED_NAMES NoneConst Op TensorConstant TensorLike TensorType
      TensorVariable Variable abs abs_ add aesara all allclose alloc and_ angle any arange arccos
      arccosh arcsin arcsinh arctan arctan2 arctanh argmax argmin argsort argtopk as_tensor
      as_tensor_variable atleast_1d atleast_2d atleast_3d atleast_Nd bartlett batched_dot
      batched_tensordot bcol betainc bincount bitwise_and bitwise_not bitwise_or bitwise_xor blas_c
      blas_headers blas_scipy bmatrix broadcast_arrays broadcast_shape broadcast_to brow bscalar
      btensor3 btensor4 btensor5 btensor6 btensor7 bvector cast ccol ceil ceil_intdiv chi2sf choose clip
      cmatrix col cols complex complex_from_polar complex_matrix_types complex_scalar_types
      complex_types complex_vector_types compress concatenate conj conjugate consider_constant constant
      convolve cos cosh cov crow cscalar ctensor3 ctensor4 ctensor5 ctensor6 ctensor7 cumprod cumsum
      cvector dcol dcols default deg2rad dense_dot diag diagonal diff digamma divmod dmatrices dmatrix
      dot drow drows dscalar dscalars dtensor3 dtensor3s dtensor4 dtensor4s dtensor5 dtensor5s dtensor6
      dtensor6s dtensor7 dtensor7s dvector dvectors elemwise_cgen empty empty_like eq erf erfc erfcinv
      erfcx erfinv exp exp2 expand_dims expit expm1 extract_constant extract_diag eye fcol fcols fill
      fill_diagonal fill_diagonal_offset flatnonzero flatten float_matrix_types float_scalar_types
      float_types float_vector_types floor floor_div floor_divide fmatrices fmatrix frow frows fscalar
      fscalars ftensor3 ftensor3s ftensor4 ftensor4s ftensor5 ftensor5s ftensor6 ftensor6s ftensor7
      ftensor7s full full_like fvector fvectors gamma gammainc gammaincc gammal gammaln gammau ge
      geomspace get_scalar_constant_value get_vector_length grad gt hessian horizontal_stack hyp2f1
      hyp2f1_der i0 i1 icol icols identity_like imag imatrices imatrix inc_subtensor int_div
      int_matrix_types int_scalar_types int_types int_vector_types inv inverse_permutation invert iround
      irow irows is_flat iscalar iscalars isclose isinf isnan itensor3 itensor3s itensor4 itensor4s
      itensor5 itensor5s itensor6 itensor6s itensor7 itensor7s iv ivector ivectors j0 j1 jacobian join
      jv largest lcol lcols le linalg linspace lmatrices lmatrix load log log10 log1mexp log1p log1pexp
      log2 logaddexp logspace logsumexp lrow lrows lscalar lscalars lt ltensor3 ltensor3s ltensor4
      ltensor4s ltensor5 ltensor5s ltensor6 ltensor6s ltensor7 ltensor7s lvector lvectors make_slice
      matmul matrices matrix max max_and_argmax maximum mean mgrid min minimum mod moveaxis mul neg neq
      none_type_t nonzero nonzero_values ogrid ones ones_like or_ outer owens_t permute_row_elements pow
      power prod psi ptp rad2deg ravel_multi_index real reciprocal repeat reshape roll round
      round_half_away_from_zero round_half_to_even row rows scalar scalar_from_tensor scalars
      searchsorted second set_subtensor sgn shape shape_padaxis shape_padleft shape_padright sigmoid sin
      singledispatch sinh slicetype smallest softplus sort specify_shape split sqr sqrt square squeeze
      stack stacklists std sub sum swapaxes switch take take_along_axis tan tanh tensor tensor3 tensor3s
      tensor4 tensor4s tensor5 tensor5s tensor6 tensor6s tensor7 tensor7s tensor_copy tensor_from_scalar
      tensordot tile topk topk_and_argtopk transfer transpose tri tri_gamma tril tril_indices
      tril_indices_from triu triu_indices triu_indices_from true_div true_divide trunc unique
      unravel_index values_eq_approx_always_true var vector vectors vertical_stack wcol where wrow
      wscalar wtensor3 wtensor4 wtensor5 wtensor6 wtensor7 wvector xor zcol zeros zeros_like zmatrix
      zrow zscalar ztensor3 ztensor4 ztensor5 ztensor6 ztensor7 zvector
    `),
  'tensor.basic': words(`
      ARange Alloc AllocDiag AllocEmpty Apply COp CheckAndRaise Choose Constant Default DimShuffle
      DisconnectedType Elemwise ExtractDiag Eye FunctionGraph HasShape Join MakeVector MakeVectorPrinter
      Nonzero NotScalarConstantError Number Op ParamsType PermuteRowElements Printer ScalarConstant
      ScalarFromTensor ScalarVariable Shape Shape_i Split TensorConstant TensorFromScalar TensorType
      TensorVariable Tri Type TypeSequence Unbroadcast Variable alloc arange as_tensor
      as_tensor_variable assert_op atleast_1d atleast_2d atleast_3d atleast_Nd cast choose concatenate
      config constant default diag diagonal discrete_dtypes empty empty_like expand_dims
      extract_constant extract_diag eye fill flatnonzero flatten float_dtypes full full_like
      get_scalar_constant_value get_unique_value get_vector_length grad_not_implemented grad_undefined
      horizontal_stack identity_like infer_static_shape int32 int_dtypes integer_dtypes
      inverse_permutation is_flat join join_ make_vector mgrid min_informative_str moveaxis nonzero
      nonzero_values normalize_axis_index normalize_axis_tuple ogrid ones ones_like permute_row_elements
      pprint register_transfer rewrite_graph roll scalar_elemwise scalar_from_tensor second
      set_precedence shape shape_padaxis shape_padleft shape_padright shape_tuple specify_broadcastable
      split stack stacklists swapaxes switch take_along_axis tensor tensor_copy tensor_from_scalar tile
      transfer transpose tri tril tril_indices tril_indices_from triu triu_indices triu_indices_from
      type_cast uint_dtypes values_eq_approx_always_true vertical_stack where zeros zeros_like
    `),
  'tensor.math': words(`
      All Any Apply Argmax BinaryScalarOp CAReduce COp Convolve DEPRECATED_NAMES DenseTensorType
      DimShuffle DisconnectedType Dot Elemwise Generic List Literal MatMul Max MaxAndArgmax Mean Min
      MulWithoutZeros NonZeroCAReduce NoneConst NotScalarConstantError Op Optional ParamsType Prod
      ProdWithoutZeros Sum TYPE_CHECKING TensorConstant TensorType Tuple Variable abs abs_ add all
      allclose alloc and_ angle any arange arccos arccosh arcsin arcsinh arctan arctan2 arctanh argmax
      argmin as_list as_tensor_variable betainc bitwise_and bitwise_not bitwise_or bitwise_xor cast ceil
      ceil_intdiv check_and_normalize_axes chi2sf clip complex complex_dtypes complex_from_polar
      concatenate config conj conjugate constant continuous_dtypes convolve cos cosh cov deg2rad
      dense_dot digamma discrete_dtypes divmod dot eq erf erfc erfcinv erfcx erfinv exp exp2 expit expm1
      float16_atol float16_rtol float32_atol float32_rtol float64_atol float64_rtol floor floor_div
      floor_divide gamma gammainc gammaincc gammal gammaln gammau ge get_scalar_constant_value gt hyp2f1
      hyp2f1_der i0 i1 imag int_div int_dtypes integer_dtypes inv invert iround isclose isinf isinf_
      isnan isnan_ iv j0 j1 jv largest le log log10 log1mexp log1p log1pexp log2 logaddexp logsumexp lt
      makeKeepDims matmul max max_and_argmax maximum mean min minimum mod mod_check mul
      mul_without_zeros neg neq or_ outer owens_t pow power pprint prod psi ptp rad2deg real reciprocal
      round round_half_away_from_zero round_half_to_even scalar_elemwise sgn shape sigmoid sin sinh
      smallest softplus specify_broadcastable sqr sqrt square stack std sub sum switch tan tanh tensor
      tensordot tri_gamma true_div true_divide trunc uint_dtypes var xor
    `),
  'tensor.elemwise': words(`
      Apply CAReduce COp DimShuffle DimShufflePrinter DisconnectedType Elemwise ExternalCOp
      FunctionPrinter MethodNotDefined NullType OpenMPOp ParamsType Printer TensorType TensorVariable
      as_tensor_variable cgen config continuous_dtypes discrete_dtypes failure_code float_dtypes
      frozendict get_scalar_type get_vector_length lvector pprint scalar_bool scalar_elemwise
      scalar_identity transfer_type uniq upcast
    `),
  'tensor.extra_ops': words(`
      Apply Assert Bartlett BroadcastTo COp Collection Composite Constant CpuContiguous CumOp CumprodOp
      CumsumOp DisconnectedType EnumList FillDiagonal FillDiagonalOffset Generic LOCAL_BITWIDTH
      NotScalarConstantError Op PYTHON_INT_BITWIDTH ParamsType RavelMultiIndex Repeat SearchsortedOp Set
      TensorType TensorVariable Unique UnravelIndex Variable advanced_inc_subtensor1 at_abs at_all
      at_sum bartlett bartlett_ bincount broadcast_arrays broadcast_shape broadcast_shape_iter
      broadcast_to broadcast_to_ compress cpu_contiguous cumprod cumsum diff disconnected_type dvector
      equal_computations fill_diagonal fill_diagonal_ fill_diagonal_offset fill_diagonal_offset_ ge
      geomspace get_vector_length grad_undefined int_dtypes int_t integer_dtypes linspace logspace lt
      maximum minimum normalize_axis_index prod ravel_multi_index reduce repeat searchsorted
      set_subtensor squeeze to_one_hot unique unravel_index upcast vector
    `),
  'tensor.nlinalg': words(`
      Apply Det DisconnectedType Eig Eigh EighGrad Inv Lstsq MatrixInverse MatrixPinv Op QRFull SVD
      TensorInv TensorSolve as_tensor_variable det dvector eig eigh extract_diag inv lscalar lstsq
      matrix matrix_dot matrix_inverse matrix_power norm pinv qr scalar svd tensorinv tensorsolve trace
      vector
    `),
  'tensor.linalg': words(`
      cholesky det eig eigh eigvalsh expm inv kron lstsq matrix_dot matrix_power norm pinv qr solve svd
      tensorinv tensorsolve trace
    `),
  'tensor.slinalg': words(`
      Apply BilinearSolveDiscreteLyapunov Cholesky CholeskySolve DEPRECATED_NAMES Eigvalsh EigvalshGrad
      Expm ExpmGrad Literal Op Solve SolveBase SolveContinuousLyapunov SolveTriangular TYPE_CHECKING
      TensorVariable Union as_tensor_variable cho_solve cholesky eigvalsh expm iscomplexobj kron logger
      matrix reshape solve solve_continuous_lyapunov solve_discrete_lyapunov solve_lower_triangular
      solve_symmetric solve_triangular solve_upper_triangular solvetriangular tensor vector
    `),
  'tensor.nnet': words(`
      abstract_conv2d aesara batch_normalization binary_crossentropy blocksparse
      categorical_crossentropy confusion_matrix conv2d conv2d_grad_wrt_inputs conv2d_transpose conv3d
      corr corr3d crossentropy_categorical_1hot crossentropy_categorical_1hot_grad
      crossentropy_softmax_1hot crossentropy_softmax_1hot_with_bias
      crossentropy_softmax_1hot_with_bias_dx crossentropy_softmax_argmax_1hot_with_bias
      crossentropy_softmax_max_and_argmax_1hot crossentropy_softmax_max_and_argmax_1hot_with_bias
      crossentropy_to_crossentropy_with_softmax crossentropy_to_crossentropy_with_softmax_with_bias elu
      graph_merge_softmax_with_crossentropy_softmax h_softmax hard_sigmoid logsoftmax
      prepend_0_to_each_row prepend_1_to_each_row prepend_scalar_to_each_row relu rewriting selu
      separable_conv2d sigmoid_binary_crossentropy softmax softmax_grad_legacy softmax_legacy
      softmax_simplifier softmax_with_bias softsign ultra_fast_sigmoid
    `),
  'tensor.nnet.basic': words(`
      ARange AdvancedIncSubtensor AdvancedSubtensor Apply Assert COp CrossentropyCategorical1Hot
      CrossentropyCategorical1HotGrad CrossentropySoftmax1HotWithBiasDx
      CrossentropySoftmaxArgmax1HotWithBias DEPRECATED_NAMES DimShuffle DisconnectedType Elemwise
      MaxAndArgmax NotScalarConstantError Op Prepend_scalar_constant_to_each_row
      Prepend_scalar_to_each_row ScalarSoftsign Shape Softmax SoftmaxGrad SoftmaxWithBias Sum TensorType
      UnaryScalarOp Unique add at_sum binary_crossentropy categorical_crossentropy confusion_matrix
      copy_stack_trace crossentropy_categorical_1hot crossentropy_categorical_1hot_grad
      crossentropy_softmax_1hot crossentropy_softmax_1hot_with_bias
      crossentropy_softmax_1hot_with_bias_dx crossentropy_softmax_argmax_1hot_with_bias
      crossentropy_softmax_max_and_argmax_1hot crossentropy_softmax_max_and_argmax_1hot_with_bias
      crossentropy_to_crossentropy_with_softmax crossentropy_to_crossentropy_with_softmax_with_bias
      discrete_dtypes dot elu eq exp expm1 float_dtypes grad_not_implemented
      graph_merge_softmax_with_crossentropy_softmax graph_rewriter h_softmax integer_dtypes
      local_advanced_indexing_crossentropy_onehot local_advanced_indexing_crossentropy_onehot_grad
      local_argmax_pushdown local_mul_canonizer local_softmax_grad_to_crossentropy_with_softmax_grad
      local_softmax_with_bias local_useless_crossentropy_softmax_1hot_with_bias_dx_alloc log log_softmax
      max_and_argmax mul neg node_rewriter optdb or_ prepend_0_to_each_row prepend_1_to_each_row
      prepend_scalar_to_each_row register_canonicalize register_specialize register_stabilize relu
      scalar_softsign selu shape_padleft sigmoid sigmoid_binary_crossentropy softmax softmax_grad_legacy
      softmax_legacy softmax_simplifier softmax_with_bias softplus softsign sparse_block_dot tanh
      tensordot true_divide
    `),
  'tensor.nnet.sigm': words(`
      Elemwise Sigmoid TensorType UltraFastScalarSigmoid clip constant copy_stack_trace hard_sigmoid
      local_hard_sigmoid local_ultra_fast_sigmoid node_rewriter pprint scalar_sigmoid sigmoid
      ultra_fast_scalar_sigmoid ultra_fast_sigmoid ultra_fast_sigmoid_inplace
    `),
  'tensor.nnet.batchnorm': words(`
      AbstractBatchNormInference AbstractBatchNormTrain AbstractBatchNormTrainGrad Apply BNComposite
      Composite Elemwise Op TensorType add as_common_dtype as_tensor_variable at_sum batch_normalization
      batch_normalization_test batch_normalization_train bn_groupopt config copy_stack_trace
      local_abstract_batch_norm_inference local_abstract_batch_norm_train
      local_abstract_batch_norm_train_grad mean mul node_rewriter prod reciprocal
      register_specialize_device specify_broadcastable sqrt sub true_divide
    `),
  'tensor.nnet.conv': words(`
      Apply ConvOp NotScalarConstantError OpenMPOp as_tensor_variable conv2d discrete_dtypes
      gen_conv_code_unroll_batch_kern get_conv_output_shape get_conv_shape_1axis
      get_scalar_constant_value specify_broadcastable tensor
    `),
  'tensor.nnet.abstract_conv': words(`
      AbstractConv AbstractConv2d AbstractConv2d_gradInputs AbstractConv2d_gradWeights AbstractConv3d
      AbstractConv3d_gradInputs AbstractConv3d_gradWeights AbstractConv_gradInputs
      AbstractConv_gradWeights Apply Assert BaseAbstractConv NotScalarConstantError Op TensorConstant
      TensorVariable Variable abstract_conv2d as_tensor_variable assert_conv_shape assert_shape
      bilinear_kernel_1D bilinear_kernel_2D bilinear_upsampling border_mode_to_pad causal_conv1d
      check_conv_gradinputs_shape config conv2d conv2d_grad_wrt_inputs conv2d_grad_wrt_weights
      conv2d_transpose conv3d conv3d_grad_wrt_inputs conv3d_grad_wrt_weights convolve
      frac_bilinear_upsampling gcd get_conv_gradinputs_shape get_conv_gradinputs_shape_1axis
      get_conv_gradweights_shape get_conv_gradweights_shape_1axis get_conv_output_shape
      get_conv_shape_1axis get_scalar_constant_value separable_conv2d separable_conv3d
    `),
  'tensor.nnet.neighbours': words(`
      Apply COp EnumList Images2Neibs arange as_tensor_variable ceil_intdiv concatenate
      grad_not_implemented grad_undefined images2neibs inc_subtensor matrix neibs2images set_subtensor
      stack zeros
    `),
  'tensor.signal': words(`

    `),
  'tensor.signal.pool': words(`
      Apply AveragePoolGrad Constant DisconnectedType DownsampleFactorMaxGradGrad MaxPoolGrad MaxPoolRop
      MethodNotDefined OpenMPOp ParamsType Pool PoolGrad TensorType Variable bool_t int_dtypes
      max_pool_2d_same_size pool_2d pool_3d
    `),
  'tensor.random': words(`
      RandomState RandomStream bernoulli beta betabinom binomial categorical cauchy chisquare choice
      default_rng dirichlet exponential f gamma gengamma geometric gumbel halfcauchy halfnormal
      hypergeometric integers invgamma laplace logistic lognormal multinomial multivariate_normal nbinom
      negative_binomial normal pareto permutation poisson power randint random rayleigh rewriting
      standard_cauchy standard_exponential standard_gamma standard_normal standard_t t triangular
      truncexpon uniform vonmises wald weibull zipf
    `),
  'tensor.random.basic': words(`
      BernoulliRV BetaBinomialRV BetaRV BinomialRV CategoricalRV CauchyRV ChiSquareRV ChoiceRV
      DirichletRV ExponentialRV FRV GammaRV GenGammaRV GeometricRV GumbelRV HalfCauchyRV HalfNormalRV
      HyperGeometricRV IntegersRV InvGammaRV LaplaceRV LogNormalRV LogisticRV MultinomialRV MvNormalRV
      NegBinomialRV NormalRV ParetoRV PermutationRV PoissonRV PowerRV RandIntRV
      RandomGeneratorSharedVariable RandomGeneratorType RandomStateSharedVariable RandomStateType
      RandomVariable RayleighRV ScipyRandomVariable StudentTRV TriangularRV TruncExponentialRV UniformRV
      VonMisesRV WaldRV WeibullRV ZipfRV as_tensor_variable bernoulli beta betabinom binomial
      broadcast_params broadcast_shapes categorical cauchy chisquare choice
      default_supp_shape_from_params dirichlet exponential f gamma gengamma geometric
      get_partial_wrapper gumbel halfcauchy halfnormal hypergeometric integers invgamma laplace logistic
      lognormal multinomial multivariate_normal nbinom negative_binomial normal pareto permutation
      poisson power randint random rayleigh safe_multivariate_normal standard_cauchy
      standard_exponential standard_gamma standard_normal standard_t t triangular truncexpon uniform
      vonmises vsearchsorted wald weibull zipf
    `),
  'tensor.random.utils': words(`
      Constant ModuleType RandomStream TensorVariable Variable as_tensor_variable broadcast_params
      broadcast_to constant get_vector_length int_dtypes maximum normalize_size_param
      params_broadcast_shapes shared specify_shape wraps zip_longest
    `),
  'tensor.random.op': words(`
      AbstractRNGConstructor Apply DefaultGeneratorMakerOp NoneConst Op RandomGeneratorType RandomState
      RandomStateConstructor RandomStateType RandomType RandomVariable ScalarVariable TensorType
      TensorVariable Variable all_dtypes as_tensor_variable config constant default_rng
      default_supp_shape_from_params get_scalar_constant_value get_vector_length infer_static_shape
      normalize_size_param params_broadcast_shapes shape_tuple
    `),
  'tensor.random.type': words(`
      RandomGeneratorType RandomStateType RandomType T Type TypeVar gen_states_keys numpy_bit_gens
      random_generator_type random_state_type
    `),
  'tensor.random.var': words(`
      RNGTypeType RandomGeneratorSharedVariable RandomGeneratorType RandomStateSharedVariable
      RandomStateType RandomType RandomTypeSharedVariable SharedVariable TypeVar random_generator_type
      random_state_type randomgen_constructor shared_constructor
    `),
  'tensor.shape': words(`
      Apply COp DenseTensorType DisconnectedType HasShape NoneConst NotScalarConstantError Number
      ParamsType Reshape Shape ShapeValueType Shape_i SpecifyShape TensorConstant TensorType
      TensorVariable Unbroadcast Variable as_tensor_variable dedent get_vector_length int32 int_dtypes
      register_shape_c_code register_shape_i_c_code reshape shape shape_i shape_i_op shape_padaxis
      shape_padleft shape_padright shape_tuple specify_broadcastable specify_shape tensor unbroadcast
    `),
  'tensor.sharedvar': words(`
      ScalarSharedVariable SharedVariable TensorSharedVariable TensorType load_shared_variable
      scalar_constructor shared_constructor tensor_constructor
    `),
  'tensor.sort': words(`
      Apply ArgSortOp Constant Op SortOp TensorType TopKOp arange argsort argtopk as_tensor_variable eq
      flatten ge grad_undefined integer_dtypes mul set_subtensor shape sort switch topk topk_and_argtopk
    `),
  'tensor.special': words(`
      Apply COp LogSoftmax Softmax SoftmaxGrad UNSET_AXIS as_tensor_variable dedent factorial gamma
      log_softmax neg poch softmax sum
    `),
  'tensor.subtensor': words(`
      AdvancedIncSubtensor AdvancedIncSubtensor1 AdvancedIndexingError AdvancedSubtensor
      AdvancedSubtensor1 Apply COp Constant DimShuffle DisconnectedType IncSubtensor IncSubtensorPrinter
      MethodNotDefined NoneConst NoneTypeT NotScalarConstantError Op ParamsType Printer Reshape
      ScalarConstant ShapeError SliceType Subtensor SubtensorPrinter TensorType Type Variable
      advanced_inc_subtensor advanced_inc_subtensor1 advanced_inc_subtensor_nodup advanced_set_subtensor
      advanced_set_subtensor1 advanced_set_subtensor_nodup advanced_subtensor advanced_subtensor1 alloc
      as_index_constant as_index_literal as_index_variable as_nontensor_scalar as_tensor_variable
      basic_shape bscalar chain check_advanced_indexing_dimensions clip complex_dtypes config cscalar
      dedent discrete_dtypes dscalar fscalar get_canonical_form_slice get_constant_idx get_idx_list
      get_scalar_constant_value get_slice_elements get_vector_length group_indices groupby inc_subtensor
      index_vars_to_types indexed_result_shape indices_from_subtensor integer_dtypes invalid_scal_types
      invalid_tensor_types is_basic_idx iscalar lscalar make_slice pprint range_len scal_types
      set_precedence set_subtensor slice_len specify_broadcastable take tensor tensor_types ubscalar
      uiscalar ulscalar uwscalar wscalar zscalar
    `),
  'tensor.type': words(`
      CType DenseTensorType DenseTypeMeta HasDataType HasShape MetaType TensorType Variable all_dtypes
      apply_across_args bcol bmatrix brow bscalar btensor3 btensor4 btensor5 btensor6 btensor7 bvector
      ccol cmatrix col cols complex_dtypes complex_matrix_types complex_scalar_types complex_types
      complex_vector_types config continuous_dtypes crow cscalar ctensor3 ctensor4 ctensor5 ctensor6
      ctensor7 cvector dcol dcols discrete_dtypes dmatrices dmatrix drow drows dscalar dscalars dtensor3
      dtensor3s dtensor4 dtensor4s dtensor5 dtensor5s dtensor6 dtensor6s dtensor7 dtensor7s
      dtype_specs_map dvector dvectors fcol fcols float_dtypes float_matrix_types float_scalar_types
      float_types float_vector_types fmatrices fmatrix frow frows fscalar fscalars ftensor3 ftensor3s
      ftensor4 ftensor4s ftensor5 ftensor5s ftensor6 ftensor6s ftensor7 ftensor7s fvector fvectors icol
      icols imatrices imatrix int_dtypes int_matrix_types int_scalar_types int_types int_vector_types
      integer_dtypes irow irows iscalar iscalars itensor3 itensor3s itensor4 itensor4s itensor5
      itensor5s itensor6 itensor6s itensor7 itensor7s ivector ivectors lcol lcols lmatrices lmatrix lrow
      lrows lscalar lscalars ltensor3 ltensor3s ltensor4 ltensor4s ltensor5 ltensor5s ltensor6 ltensor6s
      ltensor7 ltensor7s lvector lvectors matrices matrix row rows scalar scalars tensor tensor3
      tensor3s tensor4 tensor4s tensor5 tensor5s tensor6 tensor6s tensor7 tensor7s ubscalar uint_dtypes
      uiscalar ulscalar uwscalar values_eq_approx values_eq_approx_always_true
      values_eq_approx_remove_inf values_eq_approx_remove_inf_nan values_eq_approx_remove_nan vector
      vectors wcol wmatrix wrow wscalar wtensor3 wtensor4 wtensor5 wtensor6 wtensor7 wvector zcol
      zmatrix zrow zscalar ztensor3 ztensor4 ztensor5 ztensor6 ztensor7 zvector
    `),
  'tensor.type_other': words(`
      Apply Constant DisconnectedType Generic MakeSlice NoneConst NoneTypeT Op SliceConstant SliceType
      Type Variable as_int_none_variable as_symbolic_None as_symbolic_slice integer_dtypes make_slice
      none_type_t slicetype
    `),
  'tensor.utils': words(`
      as_list hash_from_code hash_from_ndarray shape_of_variables
    `),
  'tensor.var': words(`
      AdvancedIndexingError ComplexError Constant DenseConstantMeta DenseTensorConstant
      DenseTensorVariable DenseVariableMeta IntegerDivisionError MetaType NoneConst Number
      OptionalApplyType TensorConstant TensorConstantSignature TensorType TensorVariable TypeVar
      Variable as_tensor_variable config get_unique_value hash_from_ndarray
    `),
  'tensor.xlogx': words(`
      Elemwise XlogX XlogY0 scalar_xlogx scalar_xlogy0 xlogx xlogy0
    `),
  'tensor.fft': words(`
      Apply DisconnectedType IRFFTOp Op RFFTOp TensorType as_tensor_variable integer_dtypes irfft
      irfft_op rfft rfft_op set_subtensor sqrt
    `),
  'tensor.blas': words(`
      Apply BatchedDot COp DenseTensorType DimShuffle Dot Dot22 Dot22Scalar Elemwise
      EquilibriumGraphRewriter FunctionPrinter Gemm GemmOptimizer GemmRelated Gemv Ger GraphRewriter
      InconsistencyError MethodNotDefined NotScalarConstantError Op ParamsType ReplaceValidate
      ReplacementDidNotRemoveError SequenceDB TensorType TestValueError add batched_dot
      batched_tensordot blas_header_text blas_header_version blas_opt_inplace blas_optdb bool_t
      check_init_y config copy_stack_trace debugprint gemm gemm_inplace gemm_no_inplace gemv
      gemv_inplace gemv_no_inplace ger ger_destructive have_fblas in2out integer_dtypes ldflags
      local_dimshuffle_lift local_dot22_to_dot22scalar local_dot22_to_ger_or_gemv local_dot_to_dot22
      local_gemm_to_gemv local_gemm_to_ger local_inplace_gemm local_inplace_gemv local_inplace_ger
      local_print_as_we_go_along memoize mul neg node_rewriter optdb pprint res_is_a
      specify_broadcastable sub tensor values_eq_approx_remove_inf_nan view_roots
    `),
  'tensor.exceptions': words(`
      AdvancedIndexingError NotScalarConstantError ShapeError
    `),
  'tensor.io': words(`
      Apply Constant Generic LoadFromDisk MPIRecv MPIRecvWait MPISend MPISendWait Op Variable irecv
      isend key_to_cmp load mpi_cmps mpi_enabled mpi_keys mpi_send_wait_cmp mpi_send_wait_key
      mpi_tag_cmp mpi_tag_key recv send tensor
    `),
  'tensor.basic_opt': words(`
      Alloc AllocEmpty AlreadyThere Apply Assert BroadcastTo CAReduce CheckAndRaise Constant
      DEPRECATED_NAMES DenseTensorType DimShuffle Elemwise Feature FunctionGraph FusionOptimizer
      GraphRewriter HasShape InconsistencyError InplaceElemwiseOptimizer Join MakeVector
      MethodNotDefined NoDuplicateOptWarningFilter NodeRewriter NoneConst NotScalarConstantError
      RemovalNodeRewriter Repeat ReplaceValidate Reshape RewriteDatabase Rewriter ScalarFromTensor
      SequenceDB Set Shape ShapeError ShapeFeature ShapeOptimizer Shape_i SpecifyShape Split Subtensor
      TensorConstant TensorFromScalar TensorType TestValueError TopKOp UnShapeOptimizer Unbroadcast
      Unique Variable ViewOp alloc ancestors apply_local_dimshuffle_lift as_tensor_variable assert_op
      at_all broadcast_like broadcast_shape broadcast_to check_chain compute_test_value config constant
      constant_folding copy_stack_trace defaultdict discrete_dtypes elemwise_max_input_fct
      encompasses_broadcastable eq equal_computations extract_constant fill fuse_seqopt get_idx_list
      get_scalar_constant_value get_target_language get_test_value import_ShapeFeature in2out
      inplace_elemwise_optimizer integer_dtypes io_toposort is_an_upcast is_dimshuffle_useless join
      local_Shape_i_ground local_Shape_of_SpecifyShape local_Unique_Alloc_lift
      local_Unique_BroadcastTo_lift local_Unique_Repeat_lift local_Unique_scalar local_Unique_second
      local_alloc_empty_to_zeros local_alloc_sink_dimshuffle local_alloc_unary local_careduce_fusion
      local_cast_cast local_dimshuffle_lift local_elemwise_alloc local_elemwise_fusion
      local_elemwise_fusion_op local_fill_sink local_fill_to_alloc local_join_1 local_join_empty
      local_join_make_vector local_merge_alloc local_merge_consecutive_specify_shape
      local_merge_switch_same_cond local_remove_all_assert local_remove_scalar_BroadcastTo
      local_remove_useless_assert local_reshape_chain local_reshape_lift local_reshape_to_dimshuffle
      local_scalar_tensor_scalar local_shape_to_shape_i local_tensor_scalar_tensor local_track_shape_i
      local_unbroadcast_lift local_upcast_elemwise_constant_inputs local_useless_alloc
      local_useless_composite local_useless_dimshuffle_in_reshape local_useless_dimshuffle_makevector
      local_useless_elemwise local_useless_fill local_useless_reshape local_useless_split
      local_useless_switch local_useless_topk local_useless_unbroadcast local_view_op
      merge_broadcastables node_rewriter ones_like register_canonicalize register_specialize
      register_specialize_device register_stabilize register_uncanonicalize register_useless shape_i
      shape_padleft specify_shape stack switch tensor_copy topo_constant_folding type_cast unbroadcast
      warn zeros zeros_like
    `),
  'tensor.rewriting': words(`
      basic elemwise extra_ops jax math shape special subtensor uncanonicalize
    `),
  sandbox: words(`

    `),
  'sandbox.rng_mrg': words(`
      A1p134 A1p72 A2p134 A2p72 Apply COp Constant DotModulo M1 M2 MASK12 MASK13 MASK2 MRG_RandomStream
      MULT2 NORM Op ParamsType TensorType Variable as_tensor_variable bool_t config cos ff_2p134 ff_2p72
      function get_vector_length guess_n_streams in2out int_t iscalar ivector lmatrix log matVecModM
      mrg_next_value mrg_random_make_inplace mrg_uniform mrg_uniform_base multMatVect multinomial
      node_rewriter np_int32_vals optdb prod reshape shared sin sqrt undefined_grad
    `),
  'sandbox.linalg': words(`
      ops spectral_radius_bound
    `),
  scalar: words(`
      AND Abs Add Angle ArcCos ArcCosh ArcSin ArcSinh ArcTan ArcTan2 ArcTanh BASIC_DEPRECATIONS BetaInc
      BetaIncDer BinaryBitOp BinaryScalarOp Cast Ceil Chi2SF Clip Complex ComplexError ComplexFromPolar
      Composite Compositef32 Conj Cos Cosh DEPRECATED_NAMES Deg2Rad EQ Erf Erfc Erfcinv Erfcx Erfinv Exp
      Exp2 Expm1 FixedLogicalComparison Floor FloorDivide GE GT Gamma GammaInc GammaIncC GammaIncCDer
      GammaIncDer GammaL GammaLn GammaU Hyp2F1 Hyp2F1Der I0 I1 Identity Imag InRange
      IntegerDivisionError Invert IsInf IsNan Iv J0 J1 Jv LE LT Log Log10 Log1mexp Log1p Log2
      LogicalComparison Mean Mod Mul NEQ Neg NumpyAutocaster OR Owens_t Pow Psi Rad2Deg Real Reciprocal
      RoundHalfAwayFromZero RoundHalfToEven ScalarConstant ScalarMaximum ScalarMinimum ScalarOp
      ScalarType ScalarVariable Second Sgn Sigmoid Sin Sinh Softplus Sqr Sqrt Sub Switch Tan Tanh
      TriGamma TrueDivide Trunc UnaryBitOp UnaryScalarOp XOR abs add all_types and_ angle arccos arccosh
      arcsin arcsinh arctan arctan2 arctanh as_common_dtype as_scalar autocast_float autocast_float_as
      autocast_int betainc betainc_der bool ceil chi2sf clip complex complex128 complex64
      complex_from_polar complex_types complexs complexs128 complexs64 composite_f32 config conj
      constant continuous_types convert convert_to_bool convert_to_complex128 convert_to_complex64
      convert_to_float16 convert_to_float32 convert_to_float64 convert_to_int16 convert_to_int32
      convert_to_int64 convert_to_int8 convert_to_uint16 convert_to_uint32 convert_to_uint64
      convert_to_uint8 cos cosh dedent deg2rad discrete_dtypes discrete_types divide eq erf erfc erfcinv
      erfcx erfinv exp exp2 expm1 float16 float32 float64 float_out float_out_nocomplex float_types
      floats floor floor_divide gamma gammainc gammainc_der gammaincc gammaincc_der gammal gammaln
      gammau ge get_scalar_type grad_not_implemented gt handle_cast handle_composite hyp2f1 hyp2f1_der
      i0 i1 identity imag inclosedrange inopenrange int16 int32 int64 int8 int_out int_out_nocomplex
      int_types integer_types ints invert isinf isnan iv j0 j1 jv le log log10 log1mexp log1p log2 lt
      mean mod mod_check mul neg neq or_ owens_t pow psi rad2deg real real_out reciprocal
      round_half_away_from_zero round_half_away_from_zero_ round_half_away_from_zero_vec
      round_half_away_from_zero_vec32 round_half_away_from_zero_vec64 round_half_to_even
      same_out_float_only same_out_nocomplex scalar_maximum scalar_minimum second sgn sharedvar sigmoid
      sin sinh softplus specific_out sqrt square sub switch tan tanh transfer_type tri_gamma true_divide
      trunc uint16 uint32 uint64 uint8 uint_types unary_out_lookup upcast upcast_out upcast_out_min8
      upcast_out_no_complex upcast_out_nobool upgrade_to_float upgrade_to_float64
      upgrade_to_float_no_complex xor
    `),
  'scalar.basic': words(`
      AND Abs Add Angle Apply ArcCos ArcCosh ArcSin ArcSinh ArcTan ArcTan2 ArcTanh BinaryBitOp
      BinaryScalarOp COp CType Cast Ceil Clip Complex ComplexError ComplexFromPolar Composite
      Compositef32 Conj Constant Cos Cosh DEPRECATED_NAMES Deg2Rad DisconnectedType EQ Exp Exp2 Expm1
      FixedLogicalComparison Floor FloorDivide FunctionGraph GE GT HasDataType HasInnerGraph HasShape
      Identity Imag InRange IntegerDivisionError Invert IsInf IsNan LE LT Log Log10 Log1p Log2
      LogicalComparison Mapping Mean MergeOptimizer MetaObject MethodNotDefined Mod Mul NEQ Neg
      NumpyAutocaster OR Pow Rad2Deg Real Reciprocal RoundHalfAwayFromZero RoundHalfToEven
      ScalarConstant ScalarMaximum ScalarMinimum ScalarOp ScalarType ScalarVariable Second Sgn Sin Sinh
      Sqr Sqrt Sub Switch Tan Tanh TrueDivide Trunc Type TypeAlias UnaryBitOp UnaryScalarOp Variable XOR
      abs add all_types and_ angle apply_across_args arccos arccosh arcsin arcsinh arctan arctan2
      arctanh as_common_dtype as_scalar autocast_float autocast_float_as autocast_int bool ceil chain
      clip clone complex complex128 complex64 complex_from_polar complex_types complexs complexs128
      complexs64 composite_f32 config conj constant continuous_types convert convert_to_bool
      convert_to_complex128 convert_to_complex64 convert_to_float16 convert_to_float32
      convert_to_float64 convert_to_int16 convert_to_int32 convert_to_int64 convert_to_int8
      convert_to_uint16 convert_to_uint32 convert_to_uint64 convert_to_uint8 cos cosh dedent deg2rad
      difference discrete_dtypes discrete_types divide eq exp exp2 expm1 float16 float32 float64
      float_out float_out_nocomplex float_types floats floor floor_divide from_return_values ge
      get_scalar_type grad_undefined gt handle_cast handle_composite identity imag inclosedrange
      inopenrange int16 int32 int64 int8 int_out int_out_nocomplex int_types integer_types ints invert
      isinf isnan le list_of_nodes log log10 log1p log2 lt mean mod mod_check mul neg neq or_ pow pprint
      rad2deg real real_out reciprocal round_half_away_from_zero round_half_away_from_zero_
      round_half_away_from_zero_vec round_half_away_from_zero_vec32 round_half_away_from_zero_vec64
      round_half_to_even same_out same_out_float_only same_out_min8 same_out_nobool same_out_nocomplex
      scalar_maximum scalar_minimum second sgn sin sinh specific_out sqrt square sub switch tan tanh
      to_return_values transfer_type true_divide trunc uint16 uint32 uint64 uint8 uint_types
      unary_out_lookup upcast upcast_out upcast_out_min8 upcast_out_no_complex upcast_out_nobool
      upgrade_to_float upgrade_to_float64 upgrade_to_float_no_complex xor
    `),
  'scalar.math': words(`
      BetaInc BetaIncDer BinaryScalarOp Chi2SF Erf Erfc Erfcinv Erfcx Erfinv Gamma GammaInc GammaIncC
      GammaIncCDer GammaIncDer GammaL GammaLn GammaU Hyp2F1 Hyp2F1Der I0 I1 Iv J0 J1 Jv Log1mexp Owens_t
      Psi ScalarOp Sigmoid Softplus TriGamma UnaryScalarOp betainc betainc_der chi2sf complex_types
      config dedent discrete_types erf erfc erfcinv erfcx erfinv exp expm1 float64 float_types gamma
      gammainc gammainc_der gammaincc gammaincc_der gammal gammaln gammau grad_not_implemented hyp2f1
      hyp2f1_der i0 i1 isinf iv j0 j1 jv log log1mexp log1p owens_t psi sigmoid softplus switch
      tri_gamma true_divide upcast upgrade_to_float upgrade_to_float64 upgrade_to_float_no_complex
    `),
  compile: words(`
      AddDestroyHandler AddFeatureOptimizer AliasedMemoryError DeepCopyOp FAST_COMPILE FAST_RUN
      FromFunctionOp Function FunctionMaker In JAX Mode MonitorMode NUMBA OPT_FAST_COMPILE OPT_FAST_RUN
      OPT_FAST_RUN_STABLE OPT_MERGE OPT_NONE OPT_O2 OPT_O3 OPT_STABILIZE OPT_UNSAFE Out
      PrintCurrentFunctionGraph ProfileStats SharedVariable Supervisor SymbolicInput SymbolicOutput
      UnusedInputError ViewOp alias_root as_op compilelock convert_function_input deep_copy_op
      fgraph_updated_vars get_default_mode get_info_on_inputs get_mode infer_reuse_pattern
      insert_deepcopy instantiated_default_mode local_useless monitormode optdb orig_function pfunc
      predefined_linkers predefined_modes predefined_optimizers profiling rebuild_collect_shared
      register_deep_copy_op_c_code register_linker register_mode register_optimizer
      register_view_op_c_code shared shared_constructor std_fgraph view_op view_tree_set
    `),
  'compile.function': words(`
      function function_dump orig_function pfunc
    `),
  'compile.function.types': words(`
      AliasedMemoryError AlreadyThere Constant Container DUPLICATE DestroyHandler Feature Function
      FunctionGraph FunctionMaker HasInnerGraph In InconsistencyError Out PreserveVariableAttributes
      ProfileStats Supervisor SymbolicInput SymbolicOutput Type UnusedInputError Variable alias_root
      ancestors chain clone_get_equiv config convert_function_input deep_copy_op fgraph_updated_vars
      get_info_on_inputs get_variable_trace_string graph_inputs infer_reuse_pattern insert_deepcopy
      orig_function raise_with_op std_fgraph update_placeholder view_op view_tree_set
    `),
  'compile.function.pfunc': words(`
      Constant Function FunctionGraph In Out ProfileStats SharedVariable UnusedInputError Variable
      clone_node_and_cache config construct_pfunc_ins_and_outs iter_over_pairs orig_function pfunc
      rebuild_collect_shared shared
    `),
  'compile.builders': words(`
      Apply Constant DisconnectedType FunctionGraph HasInnerGraph In MissingInputError NominalVariable
      NullType Op OpFromGraph OrderedDict Out Rop ShapeFeature SharedVariable Variable clone_replace
      config construct_nominal_fgraph grad graph_inputs in2out infer_shape inline_ofg_expansion
      io_connection_pattern node_rewriter optdb rebuild_collect_shared update_placeholder
    `),
  'compile.io': words(`
      Container In Out SymbolicInput SymbolicOutput
    `),
  'compile.mode': words(`
      AddDestroyHandler AddFeatureOptimizer CLinker CheckStackTraceRewriter DestroyHandler EquilibriumDB
      FAST_COMPILE FAST_RUN GraphRewriter JAX JAXLinker Linker LocalGroupDB MergeOptimizer Mode NUMBA
      NodeProcessingGraphRewriter NumbaLinker OPT_FAST_COMPILE OPT_FAST_RUN OPT_FAST_RUN_STABLE
      OPT_MERGE OPT_NONE OPT_O2 OPT_O3 OPT_STABILIZE OPT_UNSAFE OpWiseCLinker PerformLinker
      PrintCurrentFunctionGraph RewriteDatabase RewriteDatabaseQuery SequenceDB Supervisor TopoDB
      VMLinker config exclude get_default_mode get_mode get_target_language instantiated_default_mode
      local_useless optdb predefined_linkers predefined_modes predefined_optimizers register_linker
      register_mode register_optimizer
    `),
  'compile.ops': words(`
      Apply COp CType DeepCopyOp FromFunctionOp Op OutputGuard UpdatePlaceholder ViewOp as_op
      deep_copy_op load_back register_deep_copy_op_c_code register_view_op_c_code update_placeholder
      view_op
    `),
  'compile.sharedvalue': words(`
      Container SharedVariable Variable add_tag_trace collect_new_shareds contextmanager generic shared
      shared_constructor singledispatch
    `),
  'compile.nanguardmode': words(`
      Mode NanGuardMode StringIO ValuesView config contains_inf contains_nan discrete_dtypes flatten
      logger
    `),
  'compile.debugmode': words(`
      AlreadyThere BadDestroyMap BadOptimization BadThunkOutput BadViewMap COp Container DataDestroyed
      DebugMode DebugModeError DestroyHandler Feature Function FunctionMaker HasInnerGraph
      InconsistencyError InvalidValueError LocalLinker Logger MethodNotDefined Mode
      NoDuplicateOptWarningFilter Op OutputGuard StochasticOrder StringIO TensorType Variable chain
      check_eq config data_destroyed default_make_thunk difference get_unbound_function
      infer_reuse_pattern io_toposort itertools_product map_storage raise_with_op register_mode
      std_fgraph str_diagnostic validity_hint warn
    `),
  gradient: words(`
      Apply ConsiderConstant DEPRECATED_NAMES DisconnectedGrad DisconnectedInputError DisconnectedType
      GradClip GradScale GradientError Lop Mapping MutableSequence NominalVariable NullType
      NullTypeGradError Rop Type TypeVar UndefinedGrad V Variable ViewOp ZeroGrad as_list_or_tuple
      config consider_constant consider_constant_ disconnected_grad disconnected_grad_ disconnected_type
      get_test_values grad grad_clip grad_not_implemented grad_scale grad_time grad_undefined hessian
      jacobian mode_not_slow null_type numeric_grad reduce subgraph_grad undefined_grad undefined_grad_
      verify_grad zero_grad zero_grad_
    `),
  graph: words(`
      Apply Constant FunctionGraph Op RewriteDatabaseQuery Type Variable ancestors clone clone_replace
      destroyhandler graph_inputs graph_rewriter node_rewriter rewrite_graph sched
    `),
  'graph.basic': words(`
      Apply AtomicVariable Collection Constant Deque Generator Generic Hashable Iterator MetaObject
      MethodNotDefined NoParams Node NodeAndChildren NominalVariable OpType OptionalApplyType OrderedSet
      Reversible Scratchpad Set T TestValueError TypeVar ValidatingScratchpad Variable add_tag_trace
      ancestors applys_between as_string clone clone_get_equiv clone_node_and_cache clone_replace config
      count default_leaf_formatter default_node_formatter deque equal_computations general_toposort
      get_var_by_name get_variable_trace_string graph_inputs io_connection_pattern io_toposort
      is_in_ancestors list_of_nodes op_as_string orphans_between replace_nominals_with_dummies
      vars_between view_roots walk
    `),
  'graph.fg': words(`
      AlreadyThere Apply ApplyOrOutput AtomicVariable ClientType Feature FunctionGraph MetaObject
      MethodType MissingInputError OrderedDict OrderedSet ReplaceValidate Set TestValueError Variable
      applys_between clone_get_equiv config graph_as_string graph_inputs io_toposort vars_between
    `),
  'graph.op': words(`
      ABC Apply BasicThunkType C ComputeMapType HasInnerGraph InputStorageType MetaObject
      MethodNotDefined NoParams Op OutputStorageType Params ParamsInputType ParamsType PerformMethodType
      Protocol StorageCellType StorageMapType TestValueError ThunkCallableType ThunkType TypeVar
      Variable abstractmethod add_tag_trace compute_test_value config get_test_value get_test_values
      get_variable_trace_string is_thunk_type missing_test_message
    `),
  'graph.type': words(`
      ABC Constant D Generic HasDataType HasShape MetaObject Type TypeAlias TypeVar Variable
      abstractmethod
    `),
  'graph.null_type': words(`
      NullType Type null_type
    `),
  'graph.utils': words(`
      ABCMeta AssocList D InconsistencyError MetaObject MetaType MethodNotDefined MissingInputError
      Scratchpad StringIO T TestValueError TypeVar ValidatingScratchpad add_tag_trace
      get_variable_trace_string simple_extract_stack toposort
    `),
  'graph.features': words(`
      AlreadyThere BadOptimization Bookkeeper Feature History InconsistencyError LambdaExtract
      NoOutputFromInplace NodeFinder OrderedDict PreserveVariableAttributes PrintListener
      ReplaceValidate ReplacementDidNotRemoveError Set StringIO Validator Variable config io_toposort
    `),
  'graph.rewriting': words(`
      basic db unify
    `),
  'graph.rewriting.utils': words(`
      Apply DEPRECATED_NAMES FunctionGraph Generator RewriteDatabaseQuery Variable equal_computations
      get_clients_at_depth graph_inputs is_same_graph is_same_graph_with_merge rewrite_graph
      vars_between
    `),
  'graph.opt': words(`
      AlreadyThere Apply AssocList AtomicVariable ChangeTracker CheckStackTraceFeature
      CheckStackTraceRewriter Constant DEPRECATED_NAMES DispatchingFeature EquilibriumGraphRewriter
      FailureCallbackType Feature FromFunctionGraphRewriter FromFunctionNodeRewriter FunctionGraph
      GraphRewriter InconsistencyError IterableType MergeFeature MergeOptimizer MetaNodeRewriter
      MetaNodeRewriterSkip NodeFinder NodeProcessingGraphRewriter NodeRewriter Op OpKeyGraphRewriter
      OpToRewriterTracker OrderedSet PatternNodeRewriter RemovalNodeRewriter RemoveKeyType Rewriter
      SequentialGraphRewriter SequentialNodeRewriter SubstitutionNodeRewriter TransformOutputType
      UserList Variable WalkingGraphRewriter applys_between chain check_chain check_stack_trace config
      copy_stack_trace defaultdict deque dh flatten graph_rewriter in2out inplace_graph_rewriter
      io_toposort merge_dict node_rewriter out2in pre_constant_merge pre_greedy_node_rewriter reduce
      vars_between walking_rewriter
    `),
  ifelse: words(`
      Apply CondMerge GraphRewriter HasDataType HasShape IfElse Reshape Shape SpecifyShape Unbroadcast
      Variable acceptable_ops as_symbolic clone_replace cond_make_inplace cond_merge_ifs_false
      cond_merge_ifs_true cond_merge_random_op cond_remove_identical config deepcopy ifelse
      ifelse_lift_single_if_through_acceptable_ops in2out is_in_ancestors node_rewriter optdb
    `),
  printing: words(`
      ABC Apply Constant ConstantPrinter DefaultPrinter Function FunctionGraph FunctionPrinter
      HasInnerGraph IDTypesType IgnorePrinter In LeafPrinter Op OperatorPrinter Out PPrinter
      PatternPrinter Print Printer PrinterState ProfileStats Scratchpad SharedVariable StorageMapType
      StringIO TextIO VALID_ASSOC Variable abstractmethod char_from_number config constant_printer
      contextmanager debugprint default_colorCodes default_printer get_node_by_id graph_inputs greek
      hex_digest io_toposort leaf_printer min_informative_str op_debug_information
      position_independent_str pp pprint pydot_imported pydot_imported_msg pydotprint reduce
      set_precedence singledispatch special use_ascii var_descriptor
    `),
  scan: words(`
      foldl foldr map reduce rewriting scan scan_checkpoints until
    `),
  'scan.basic': words(`
      Constant MissingInputError NotScalarConstantError OrderedUpdates Scan ScanInfo SharedVariable
      TensorType TestValueError Variable clone_replace collect_new_shareds config
      construct_pfunc_ins_and_outs expand_empty get_scalar_constant_value get_test_value
      get_updates_and_outputs graph_inputs integer_dtypes isNaN_or_Inf_or_None minimum safe_new scan
      shape_padleft unbroadcast until
    `),
  'scan.utils': words(`
      AllocEmpty Constant FieldInfo HasDataType InnerFunctionError OrderedDict ProfileStats ScanArgs
      ScanProfileStats Set TensorConstant TestValueError Validator Variable chain clone_replace
      compress_outs config default_filter_scanargs equal_computations expand_empty forced_replace
      get_test_value graph_inputs namedtuple reconstruct_graph safe_index safe_new scan_can_remove_outs
      set_subtensor traverse type_cast until
    `),
  'scan.views': words(`
      foldl foldr map reduce scan
    `),
  'scan.op': words(`
      Apply CLinker DisconnectedType HasInnerGraph In InconsistencyError MissingGXX MissingInputError
      Mode NoOutputFromInplace NullType Op OrderedDict Out Rop Scan ScanInfo ScanMethodsMixin
      ScanProfileStats Shape_i TensorConstructorType TensorType TensorVariable Validator Variable
      as_tensor_variable chain check_broadcast clone_replace config construct_nominal_fgraph
      copy_var_format equal_computations err_msg1 err_msg2 err_msg3 forced_replace get_default_mode
      get_mode grad grad_undefined graph_inputs infer_shape integer_dtypes io_connection_pattern
      link_utils minimum op_debug_information pfunc product profile_printer register_profiler_printer
      safe_new
    `),
  'scan.checkpoints': words(`
      Join ceil eq scan scan_checkpoints set_subtensor
    `),
  updates: words(`
      OrderedDict OrderedUpdates SharedVariable logger
    `),
  configparser: words(`
      AesaraConfigParser AesaraConfigWarning BoolParam ConfigAccessViolation ConfigParam ConfigParser
      ContextsParam DEPRECATED_NAMES DeviceParam EnumStr FloatParam IntParam InterpolationError
      NoOptionError NoSectionError RawConfigParser StrParam StringIO TypedParam config
      config_files_from_aesararc hash_from_code parse_config_string wraps
    `),
  configdefaults: words(`
      BoolParam ConfigParam DeviceParam EnumStr FloatParam IntParam LOCAL_BITWIDTH PYTHON_INT_BITWIDTH
      SUPPORTED_DNN_CONV_ALGO_BWD_DATA SUPPORTED_DNN_CONV_ALGO_BWD_FILTER SUPPORTED_DNN_CONV_ALGO_FWD
      SUPPORTED_DNN_CONV_ALGO_RUNTIME SUPPORTED_DNN_CONV_PRECISION StrParam add_basic_configvars
      add_caching_dir_configvars add_compile_configvars add_deprecated_configvars
      add_error_and_warning_configvars add_experimental_configvars add_metaopt_configvars
      add_multiprocessing_configvars add_numba_configvars add_optimizer_configvars add_scan_configvars
      add_tensor_configvars add_testvalue_and_checking_configvars add_traceback_configvars
      add_vm_configvars call_subprocess_Popen config default_cuda_include default_dnn_base_path
      default_dnn_bin_path default_dnn_inc_path default_dnn_lib_path find_executable gcc_version_str
      get_cuda_root maybe_add_to_os_environ_pathlist output_subprocess_Popen short_platform
    `),
  misc: words(`
      frozendict ordered_set
    `),
  'misc.safe_asarray': words(`
      config
    `),
  raise_op: words(`
      Apply Assert COp CheckAndRaise DenseTensorType DisconnectedType ExceptionType Generic ParamsType
      ScalarType Variable assert_op exception_type indent
    `),
  breakpoint: words(`
      Apply DisconnectedType Op PdbBreakpoint Variable as_tensor_variable
    `),
  link: words(`
      basic jax numba utils vm
    `),
  'link.c': words(`
      basic cmodule exceptions interface op params_type type
    `),
  sparse: words(`
      AddSD AddSS AddSSData Apply COp CSC CSM CSMGrad CSMProperties CSR Cast ColScaleCSC Constant
      ConstructSparseFromList DenseFromSparse Diag DisconnectedType Dot EnsureSortedIndices EqualSD
      EqualSS GetItem2Lists GetItem2ListsGrad GetItem2d GetItemList GetItemListGrad GetItemScalar
      GreaterEqualSD GreaterEqualSS GreaterThanSD GreaterThanSS HStack LessEqualSD LessEqualSS
      LessThanSD LessThanSS MulSD MulSS MulSV Neg NotEqualSD NotEqualSS Op Remove0 RowScaleCSC
      SamplingDot SpSum SparseConstant SparseConstantSignature SparseFromDense SparseTensorType
      SparseVariable Split SquareDiagonal StructuredAddSV StructuredDot StructuredDotGradCSC
      StructuredDotGradCSR TensorConstant TensorType TensorVariable Transpose TrueDot Usmm VStack
      Variable add add_s_d add_s_s add_s_s_data all_dtypes arcsin arcsinh arctan arctanh as_sparse
      as_sparse_or_tensor_variable as_sparse_variable as_strided as_symbolic as_symbolic_sparse at_add
      at_dot at_pow basic bcast bsr_dmatrix bsr_fmatrix bsr_matrix ccast ceil clean col_scale
      complex_dtypes config conj conjugate constant construct_sparse_from_list continuous_dtypes
      csc_dmatrix csc_fmatrix csc_from_dense csc_matrix csm_data csm_grad csm_indices csm_indptr
      csm_properties csm_shape csr_dmatrix csr_fmatrix csr_from_dense csr_matrix dcast deg2rad
      dense_from_sparse diag discrete_dtypes dot ensure_sorted_indices eq equal_s_d equal_s_s exp expm1
      fcast float_dtypes floor ge generic get_item_2d get_item_2lists get_item_2lists_grad get_item_list
      get_item_list_grad get_item_scalar grad_not_implemented grad_undefined greater_equal_s_d
      greater_equal_s_s greater_than_s_d greater_than_s_s gt hash_from_sparse hstack icast int_dtypes
      integer_dtypes iscalar ivector lcast le less_equal_s_d less_equal_s_s less_than_s_d less_than_s_s
      log log1p lt matrix maximum minimum mul mul_s_d mul_s_s mul_s_v neg neq not_equal_s_d
      not_equal_s_s override_dense rad2deg remove0 rewriting rint round_half_to_even row_scale
      sampling_dot scalar sdg_csc sdg_csr sgn shape shared sharedvar sigmoid sin sinh sp_ones_like
      sp_sum sp_zeros_like sparse_formats sparse_grad specify_broadcastable sqrt square square_diagonal
      structured_add structured_add_s_v structured_dot structured_dot_grad structured_exp structured_log
      structured_maximum structured_minimum structured_monoid structured_pow structured_sigmoid sub tan
      tanh tensor tensor_continuous_dtypes tensor_discrete_dtypes transpose true_dot trunc type
      uint_dtypes usmm utils vector vstack warn wcast zcast
    `),
  typed_list: words(`
      Append Apply COp Constant Count Extend GetItem Index Insert Length MakeList Op Remove Reverse
      SliceType TensorVariable TypedListConstant TypedListType TypedListVariable Variable append basic
      config count extend getitem index_ insert length make_list remove reverse rewriting scalar type
    `),
  d3viz: words(`
      d3viz d3write formatting
    `),
  utils: words(`
      DefaultOrderedDict LOCAL_BITWIDTH NoDuplicateOptWarningFilter OrderedDict PYTHON_INT_BITWIDTH Set
      Singleton add_excepthook apply_across_args call_subprocess_Popen cmp deprecated difference
      exc_message flatten from_return_values get_unbound_function hash_from_code
      maybe_add_to_os_environ_pathlist memoize output_subprocess_Popen subprocess_Popen to_return_values
      uniq wraps
    `),
};

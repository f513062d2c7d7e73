/**
 * Table of the names in Theano 1.0.5's modules, as `dir()` gives them, without what they import from elsewhere. By the path of
 * the module below the package; '' is the package itself.
 */
import { type ModuleNames, words } from './moduleNames.ts';

export const theanoNames: ModuleNames = {
  '': words(`
      Apply CLinker Constant Container DualLinker FunctionGraph FunctionMaker Generic In
      InconsistencyError Linker LocalLinker Lop Mode Op OpFromGraph OpWiseCLinker OpenMPOp
      OrderedUpdates Out PY3 Param PerformLinker ProfileStats Rop SymbolicInput SymbolicOutput Type
      Variable _asarray as_op change_flags clone config disable_log_handler dot foldl foldr function
      function_dump generic get_scalar_constant_value grad has_handlers logging_default_formatter
      logging_default_handler map object2 opt p pp pprint predefined_linkers predefined_modes
      predefined_optimizers reduce rpath scan scan_checkpoints shared sparse_grad subgraph_grad test
      theano theano_logger toolbox utils version
    `),
  tensor: words(`
      _shared ARange AdvancedBooleanIncSubtensor AdvancedBooleanIndexingError AdvancedBooleanSubtensor
      AdvancedIncSubtensor AdvancedIncSubtensor1 AdvancedIndexingError AdvancedSubtensor
      AdvancedSubtensor1 Alloc AllocDiag AllocEmpty Apply Argmax AsTensorError BaseAdvancedIncSubtensor
      BaseAdvancedSubtensor CAReduce Choose Constant Default DiffOp DimShuffle DisconnectedType Dot
      Elemwise EmptyConstantError ExtractDiag Eye Flatten Generic IncSubtensor Join LoadFromDisk Lop
      MPIRecv MPIRecvWait MPISend MPISendWait MakeSlice MaxAndArgmax Mean MethodNotDefined NoneConst
      NoneTypeT Nonzero NotScalarConstantError Op ParamsType PermuteRowElements Rebroadcast Reshape Rop
      ScalarFromTensor Shape ShapeError SliceConstant SliceType SpecifyShape Split Subtensor
      SubtensorPrinter Sum Tensor TensorConstant TensorConstantSignature TensorFromScalar TensorType
      TensorVariable Tile Tri Type Variable abs_ add addbroadcast adv_index_broadcastable_pattern
      advanced_boolean_inc_subtensor advanced_boolean_set_subtensor advanced_boolean_subtensor
      advanced_inc_subtensor advanced_inc_subtensor1 advanced_set_subtensor advanced_set_subtensor1
      advanced_subtensor advanced_subtensor1 all all_dtypes allclose alloc alloc_validate_shape and_
      angle any arange arccos arccosh arcsin arcsinh arctan arctan2 arctanh argmax argmin argsort
      argtopk as_index_variable as_int_none_variable as_tensor as_tensor_variable bartlett batched_dot
      batched_tensordot bcol bincount bitwise_and bitwise_not bitwise_or bitwise_xor blas_c blas_headers
      blas_scipy bmatrix brow bscalar btensor3 btensor4 btensor5 btensor6 btensor7 bvector cast ccol
      ceil ceil_intdiv check_advanced_indexing_dimensions check_and_normalize_axes check_and_reject_bool
      check_equal_numpy chi2sf choose clip cmatrix col cols compile complex complex_dtypes
      complex_from_polar complex_matrix_types complex_scalar_types complex_types complex_vector_types
      concatenate config conj consider_constant constant constant_cache constructor continuous_dtypes
      cos cosh cov crow cscalar ctensor3 ctensor4 ctensor5 ctensor6 ctensor7 cumprod cumsum cvector dcol
      dcols dedent default deg2rad diag diagonal discrete_dtypes div_proxy divmod dmatrices dmatrix dot
      drow drows dscalar dscalars dtensor3 dtensor3s dtensor4 dtensor4s dtensor5 dtensor5s dtensor6
      dtensor6s dtensor7 dtensor7s dvector dvectors elemwise_cgen eq erf erfc erfcinv erfcx erfinv exp
      exp2 expm1 extract_constant eye fcol fcols fill fill_diagonal fill_diagonal_offset flatnonzero
      flatten float16_atol float16_rtol float32_atol float32_rtol float64_atol float64_rtol float_dtypes
      float_matrix_types float_scalar_types float_types float_vector_types floor floor_div fmatrices
      fmatrix frow frows fscalar fscalars ftensor3 ftensor3s ftensor4 ftensor4s ftensor5 ftensor5s
      ftensor6 ftensor6s ftensor7 ftensor7s fvector fvectors gamma gammainc gammaincc gammal gammaln
      gammau ge get_canonical_form_slice get_idx_list get_scalar_constant_value
      get_scalar_constant_value_elemwises get_vector_length gof grad grad_not_implemented grad_undefined
      gt hashtype hessian horizontal_stack i0 i1 icol icols identity_like imag imatrices imatrix
      inc_code inc_subtensor int32 int32_t int_div int_dtypes int_matrix_types int_scalar_types
      int_types int_vector_types integer_dtypes integer_types inv inverse_permutation invert irecv
      iround irow irows is_flat iscalar iscalars isclose isend isinf isinf_ isnan isnan_ itensor3
      itensor3s itensor4 itensor4s itensor5 itensor5s itensor6 itensor6s itensor7 itensor7s iv ivector
      ivectors izip j0 j1 jacobian join join_ jv key_to_cmp largest lcol lcols le lmatrices lmatrix load
      log log10 log1p log2 lrow lrows lscalar lscalars lt ltensor3 ltensor3s ltensor4 ltensor4s ltensor5
      ltensor5s ltensor6 ltensor6s ltensor7 ltensor7s lvector lvectors makeKeepDims make_constant
      make_slice matrices matrix max max_and_argmax maximum mean mgrid min min_informative_str minimum
      mod mod_check mpi_cmps mpi_enabled mpi_keys mpi_send_wait_cmp mpi_send_wait_key mpi_tag_cmp
      mpi_tag_key mul neg neq none_type_t nonzero nonzero_values numbers numeric_grad
      numpy_diagonal_return_view numpy_scalar ogrid ones ones_like opt_uncanonicalize or_ outer
      patternbroadcast permute_row_elements pow power pprint printing prod psi ptp python_all python_any
      python_complex rad2deg ravel_multi_index real recv register_transfer repeat reshape roll round
      round_half_away_from_zero round_half_to_even row rows scal scalar scalar_from_tensor scalars
      second send set_subtensor setdefault sgn shape shape_padaxis shape_padleft shape_padright sin sinh
      slicetype smallest sort sparse_module_ref specify_shape split sqr sqrt square squeeze stack
      stacklists std sub sum swapaxes switch take tan tanh tensor tensor3 tensor3s tensor4 tensor4s
      tensor5 tensor5s tensor6 tensor6s tensor7 tensor7s tensor_copy tensor_from_scalar tensordot theano
      tile topk topk_and_argtopk transfer transpose tri tri_gamma tril triu true_div trunc type_other
      uint_dtypes unbroadcast unravel_index values_eq_approx_always_true var vector vectors verify_grad
      vertical_stack wcol where wmatrix wrow wscalar wtensor3 wtensor4 wtensor5 wtensor6 wtensor7
      wvector xor xrange zcol zeros zeros_like zmatrix zrow zscalar ztensor3 ztensor4 ztensor5 ztensor6
      ztensor7 zvector
    `),
  'tensor.nnet': words(`
      ConvOp CrossentropyCategorical1Hot CrossentropyCategorical1HotGrad
      CrossentropySoftmax1HotWithBiasDx CrossentropySoftmaxArgmax1HotWithBias LogSoftmax
      Prepend_scalar_constant_to_each_row Prepend_scalar_to_each_row Softmax SoftmaxGrad SoftmaxWithBias
      abstract_conv2d batch_normalization binary_crossentropy blocksparse categorical_crossentropy
      confusion_matrix conv2d conv2d_grad_wrt_inputs conv2d_transpose conv3d corr corr3d
      crossentropy_categorical_1hot crossentropy_categorical_1hot_grad crossentropy_softmax_1hot
      crossentropy_softmax_1hot_with_bias crossentropy_softmax_1hot_with_bias_dx
      crossentropy_softmax_argmax_1hot_with_bias crossentropy_softmax_max_and_argmax_1hot
      crossentropy_softmax_max_and_argmax_1hot_with_bias crossentropy_to_crossentropy_with_softmax
      crossentropy_to_crossentropy_with_softmax_with_bias elu
      graph_merge_softmax_with_crossentropy_softmax h_softmax hard_sigmoid logsoftmax logsoftmax_op opt
      prepend_0_to_each_row prepend_1_to_each_row prepend_scalar_to_each_row relu scalar_sigmoid selu
      separable_conv2d sigmoid sigmoid_binary_crossentropy sigmoid_inplace softmax softmax_grad
      softmax_graph softmax_op softmax_simplifier softmax_with_bias softplus softsign ultra_fast_sigmoid
    `),
  'tensor.nnet.nnet': words(`
      Apply CrossentropyCategorical1Hot CrossentropyCategorical1HotGrad
      CrossentropySoftmax1HotWithBiasDx CrossentropySoftmaxArgmax1HotWithBias DisconnectedType
      LogSoftmax Prepend_scalar_constant_to_each_row Prepend_scalar_to_each_row ScalarSoftsign Softmax
      SoftmaxGrad SoftmaxWithBias as_tensor_variable binary_crossentropy categorical_crossentropy
      confusion_matrix copy_stack_trace crossentropy_categorical_1hot crossentropy_categorical_1hot_grad
      crossentropy_softmax_1hot crossentropy_softmax_1hot_with_bias
      crossentropy_softmax_1hot_with_bias_dx crossentropy_softmax_argmax_1hot_with_bias
      crossentropy_softmax_max_and_argmax_1hot crossentropy_softmax_max_and_argmax_1hot_with_bias
      crossentropy_to_crossentropy_with_softmax crossentropy_to_crossentropy_with_softmax_with_bias elu
      grad_not_implemented graph_merge_softmax_with_crossentropy_softmax h_softmax
      local_advanced_indexing_crossentropy_onehot local_advanced_indexing_crossentropy_onehot_grad
      local_argmax_pushdown local_logsoftmax local_logsoftmax_grad
      local_softmax_grad_to_crossentropy_with_softmax_grad local_softmax_with_bias
      local_useless_crossentropy_softmax_1hot_with_bias_dx_alloc logsoftmax logsoftmax_op optdb
      prepend_0_to_each_row prepend_1_to_each_row prepend_scalar_to_each_row relu scalar_softsign selu
      sigmoid sigmoid_binary_crossentropy softmax softmax_grad softmax_graph softmax_op
      softmax_simplifier softmax_with_bias softplus softsign sparse_block_dot
      values_eq_approx_remove_inf values_eq_approx_remove_nan xrange
    `),
  'tensor.nnet.sigm': words(`
      NotScalarConstantError ScalarSigmoid ScalarSoftplus UltraFastScalarSigmoid compute_mul config
      copy_stack_trace hard_sigmoid imap is_1pexp is_exp is_mul is_neg local_1msigmoid
      local_exp_over_1_plus_exp local_hard_sigmoid local_inv_1_plus_exp local_sigm_times_exp
      local_ultra_fast_sigmoid log1msigm_to_softplus log1p_neg_sigmoid log1pexp_to_softplus
      logsigm_to_softplus parse_mul_tree partition_num_or_denom perform_sigm_times_exp pprint
      register_local_1msigmoid replace_leaf scalar_sigmoid scalar_softplus sigmoid sigmoid_inplace
      simplify_mul softplus ultra_fast_scalar_sigmoid ultra_fast_sigmoid ultra_fast_sigmoid_inplace
      values_eq_approx_remove_inf
    `),
  'tensor.nnet.conv': words(`
      Apply ConvOp NotScalarConstantError OpenMPOp as_tensor_variable conv2d
      gen_conv_code_unroll_batch_kern get_conv_output_shape get_conv_shape_1axis
      get_scalar_constant_value imported_scipy_signal patternbroadcast xrange
    `),
  'tensor.nnet.bn': words(`
      AbstractBatchNormInference AbstractBatchNormTrain AbstractBatchNormTrainGrad Apply BNComposite
      Composite Op TensorType add as_common_dtype as_tensor_variable batch_normalization
      batch_normalization_test batch_normalization_train bn_groupopt copy_stack_trace
      local_abstract_batch_norm_inference local_abstract_batch_norm_train
      local_abstract_batch_norm_train_grad local_optimizer mul register_specialize_device sub true_div
    `),
  'tensor.nnet.abstract_conv': words(`
      AbstractConv AbstractConv2d AbstractConv2d_gradInputs AbstractConv2d_gradWeights AbstractConv3d
      AbstractConv3d_gradInputs AbstractConv3d_gradWeights AbstractConv_gradInputs
      AbstractConv_gradWeights Apply Assert BaseAbstractConv NotScalarConstantError Op
      as_tensor_variable assert_conv_shape assert_shape bilinear_kernel_1D bilinear_kernel_2D
      bilinear_upsampling border_mode_to_pad causal_conv1d check_conv_gradinputs_shape conv2d
      conv2d_grad_wrt_inputs conv2d_grad_wrt_weights conv3d conv3d_grad_wrt_inputs
      conv3d_grad_wrt_weights convolve frac_bilinear_upsampling gcd get_conv_gradinputs_shape
      get_conv_gradinputs_shape_1axis get_conv_gradweights_shape get_conv_gradweights_shape_1axis
      get_conv_output_shape get_conv_shape_1axis get_scalar_constant_value imported_scipy_signal
      integer_types patternbroadcast reraise separable_conv2d separable_conv3d xrange
    `),
  'tensor.nnet.neighbours': words(`
      Apply EnumList Images2Neibs Op grad_not_implemented grad_undefined images2neibs neibs2images
    `),
  'tensor.basic': words(`
      ARange Alloc AllocDiag AllocEmpty Apply Argmax AsTensorError CAReduce Choose Constant Default
      DimShuffle DisconnectedType Dot Elemwise EmptyConstantError ExtractDiag Eye Flatten Generic Join
      MaxAndArgmax Mean NoneConst Nonzero NotScalarConstantError Op ParamsType PermuteRowElements
      Rebroadcast Reshape ScalarFromTensor Shape ShapeError Split Sum Tensor TensorConstant
      TensorConstantSignature TensorFromScalar TensorType TensorVariable Tile Tri Variable abs_ add
      addbroadcast all all_dtypes allclose alloc alloc_validate_shape and_ angle any arange arccos
      arccosh arcsin arcsinh arctan arctan2 arctanh argmax argmin as_tensor as_tensor_variable
      batched_dot batched_tensordot bcol bitwise_and bitwise_not bitwise_or bitwise_xor bmatrix brow
      bscalar btensor3 btensor4 btensor5 btensor6 btensor7 bvector cast ccol ceil ceil_intdiv
      check_and_normalize_axes check_equal_numpy chi2sf choose clip cmatrix col cols complex
      complex_dtypes complex_from_polar complex_matrix_types complex_scalar_types complex_types
      complex_vector_types concatenate config conj constant constant_cache constructor continuous_dtypes
      cos cosh cov crow cscalar ctensor3 ctensor4 ctensor5 ctensor6 ctensor7 cvector dcol dcols default
      deg2rad diag diagonal discrete_dtypes div_proxy divmod dmatrices dmatrix dot drow drows dscalar
      dscalars dtensor3 dtensor3s dtensor4 dtensor4s dtensor5 dtensor5s dtensor6 dtensor6s dtensor7
      dtensor7s dvector dvectors eq erf erfc erfcinv erfcx erfinv exp exp2 expm1 extract_constant eye
      fcol fcols fill flatnonzero flatten float16_atol float16_rtol float32_atol float32_rtol
      float64_atol float64_rtol float_dtypes float_matrix_types float_scalar_types float_types
      float_vector_types floor floor_div fmatrices fmatrix frow frows fscalar fscalars ftensor3
      ftensor3s ftensor4 ftensor4s ftensor5 ftensor5s ftensor6 ftensor6s ftensor7 ftensor7s fvector
      fvectors gamma gammainc gammaincc gammal gammaln gammau ge get_scalar_constant_value
      get_scalar_constant_value_elemwises get_vector_length grad_not_implemented grad_undefined gt
      horizontal_stack i0 i1 icol icols identity_like imag imatrices imatrix int32 int32_t int_div
      int_dtypes int_matrix_types int_scalar_types int_types int_vector_types integer_dtypes
      integer_types inv inverse_permutation invert iround irow irows is_flat iscalar iscalars isclose
      isinf isinf_ isnan isnan_ itensor3 itensor3s itensor4 itensor4s itensor5 itensor5s itensor6
      itensor6s itensor7 itensor7s iv ivector ivectors izip j0 j1 join join_ jv largest lcol lcols le
      lmatrices lmatrix log log10 log1p log2 lrow lrows lscalar lscalars lt ltensor3 ltensor3s ltensor4
      ltensor4s ltensor5 ltensor5s ltensor6 ltensor6s ltensor7 ltensor7s lvector lvectors makeKeepDims
      matrices matrix max max_and_argmax maximum mean mgrid min min_informative_str minimum mod
      mod_check mul neg neq nonzero nonzero_values numpy_diagonal_return_view numpy_scalar ogrid ones
      ones_like or_ outer patternbroadcast permute_row_elements pow power pprint prod psi ptp python_all
      python_any python_complex rad2deg real register_transfer reshape roll round
      round_half_away_from_zero round_half_to_even row rows scalar scalar_from_tensor scalars second
      setdefault sgn shape shape_padaxis shape_padleft shape_padright sin sinh smallest split sqr sqrt
      square stack stacklists std sub sum swapaxes switch tan tanh tensor tensor3 tensor3s tensor4
      tensor4s tensor5 tensor5s tensor6 tensor6s tensor7 tensor7s tensor_copy tensor_from_scalar
      tensordot tile transfer transpose tri tri_gamma tril triu true_div trunc uint_dtypes unbroadcast
      values_eq_approx_always_true var vector vectors vertical_stack wcol where wmatrix wrow wscalar
      wtensor3 wtensor4 wtensor5 wtensor6 wtensor7 wvector xor xrange zcol zeros zeros_like zmatrix zrow
      zscalar ztensor3 ztensor4 ztensor5 ztensor6 ztensor7 zvector
    `),
  'tensor.elemwise': words(`
      All Apply CAReduce CAReduceDtype COp DimShuffle DimShufflePrinter DisconnectedType Elemwise
      MulWithoutZeros NullType Op OpenMPOp ParamsType Prod ProdWithoutZeros Sum TensorConstant
      TensorType TensorVariable as_tensor_variable cgen change_flags config frozendict get_scalar_type
      integer_types iteritems izip mul_without_zeros pprint xrange
    `),
  'tensor.extra_ops': words(`
      Bartlett CpuContiguous CumOp CumprodOp CumsumOp DiffOp DisconnectedType EnumList FillDiagonal
      FillDiagonalOffset Generic ParamsType RavelMultiIndex RepeatOp SearchsortedOp Unique UnravelIndex
      bartlett bartlett_ bincount compress cpu_contiguous cumprod cumsum diff disconnected_type
      fill_diagonal fill_diagonal_ fill_diagonal_offset fill_diagonal_offset_ int_t ravel_multi_index
      repeat searchsorted squeeze to_one_hot unravel_index xrange
    `),
  'tensor.nlinalg': words(`
      AllocDiag Apply Det DisconnectedType Eig Eigh EighGrad ExtractDiag MatrixInverse MatrixPinv Op
      QRFull QRIncomplete SVD TensorInv TensorSolve alloc_diag as_tensor_variable det diag eig eigh
      extract_diag logger lstsq matrix_dot matrix_inverse matrix_power norm pinv qr svd tensorinv
      tensorsolve trace xrange
    `),
  'tensor.slinalg': words(`
      Apply Cholesky CholeskyGrad Eigvalsh EigvalshGrad Expm ExpmGrad MATRIX_STRUCTURES Op Solve
      as_tensor_variable cholesky eigvalsh expm imported_scipy kron logger solve solve_lower_triangular
      solve_symmetric solve_upper_triangular xrange
    `),
  'tensor.signal': words(`

    `),
  'tensor.signal.pool': words(`
      Apply AveragePoolGrad DisconnectedType DownsampleFactorMaxGradGrad EnumList MaxPoolGrad MaxPoolRop
      OpenMPOp ParamsType Pool PoolGrad PoolingMode_t Variable bool_t max_pool_2d_same_size pool_2d
      pool_3d xrange
    `),
  'tensor.signal.conv': words(`
      conv2d
    `),
  'tensor.shared_randomstreams': words(`
      RandomStateSharedVariable RandomStreams SharedVariable randomstate_constructor shared
      shared_constructor
    `),
  'tensor.raw_random': words(`
      RandomFunction RandomStateType RandomStreamsBase binomial choice choice_helper multinomial
      multinomial_helper normal optdb permutation permutation_helper poisson random_integers
      random_integers_helper random_make_inplace random_state_type reduce string_types uniform xrange
    `),
  'tensor.sharedvar': words(`
      ScalarSharedVariable SharedVariable TensorSharedVariable TensorType integer_types
      load_shared_variable scalar_constructor shared_constructor tensor_constructor
    `),
  'tensor.subtensor': words(`
      AdvancedBooleanIncSubtensor AdvancedBooleanIndexingError AdvancedBooleanSubtensor
      AdvancedIncSubtensor AdvancedIncSubtensor1 AdvancedIndexingError AdvancedSubtensor
      AdvancedSubtensor1 Apply BaseAdvancedIncSubtensor BaseAdvancedSubtensor DimShuffle
      DisconnectedType IncSubtensor MethodNotDefined NoneConst NoneTypeT NotScalarConstantError Op
      ParamsType SliceType Subtensor SubtensorPrinter TensorType Type addbroadcast
      adv_index_broadcastable_pattern advanced_boolean_inc_subtensor advanced_boolean_set_subtensor
      advanced_boolean_subtensor advanced_inc_subtensor advanced_inc_subtensor1 advanced_set_subtensor
      advanced_set_subtensor1 advanced_subtensor advanced_subtensor1 alloc as_index_variable
      check_advanced_indexing_dimensions check_and_reject_bool clip config dedent
      get_canonical_form_slice get_idx_list get_scalar_constant_value hashtype inc_code inc_subtensor
      integer_types izip make_constant make_slice pprint set_subtensor sparse_module_ref take xrange
    `),
  'tensor.sort': words(`
      ArgSortOp SortOp TopKOp arange argsort argtopk grad_undefined mul set_subtensor sort topk
      topk_and_argtopk
    `),
  'tensor.var': words(`
      AsTensorError ComplexError Constant IntegerDivisionError PY3 TensorConstant
      TensorConstantSignature TensorType TensorVariable Variable config equal_slices hash_from_ndarray
      hashtype integer_types xrange
    `),
  'tensor.type': words(`
      TensorType Type Variable config hashtype values_eq_approx values_eq_approx_always_true
      values_eq_approx_remove_inf values_eq_approx_remove_inf_nan values_eq_approx_remove_nan
    `),
  'tensor.utils': words(`
      hash_from_code hash_from_ndarray izip shape_of_variables
    `),
  'tensor.xlogx': words(`
      Elemwise XlogX XlogY0 scalar_xlogx scalar_xlogy0 xlogx xlogy0
    `),
  'tensor.opt': words(`
      ALL_REDUCE AdvancedIncSubtensor AdvancedIncSubtensor1 AdvancedSubtensor1 Alloc Assert Canonizer
      Constant DimShuffle DisconnectedType Elemwise FusionOptimizer IncSubtensor InconsistencyError
      InplaceElemwiseOptimizer MakeVector MakeVectorPrinter MethodNotDefined NotScalarConstantError
      Optimizer Reshape Shape ShapeError ShapeFeature ShapeOptimizer Shape_i StringIO Subtensor TopKOp
      TopoOptimizer UnShapeOptimizer Variable add_calculate add_canonizer advanced_inc_subtensor1
      advanced_subtensor advanced_subtensor1 apply_local_dimshuffle_lift apply_rebroadcast_opt assert_
      assert_op attempt_distribution broadcast_like check_for_x_over_absX config constant_folding
      copy_stack_trace defaultdict distribute_greedy elemwise_max_input_fct encompasses_broadcastable
      extract_constant fuse_seqopt get_canonical_form_slice get_clients get_clients2 get_idx_list
      get_scalar_constant_value in2out inplace_elemwise_optimizer integer_types is_an_upcast
      is_dimshuffle_useless is_inverse_pair iteritems izip local_0_dot_x local_IncSubtensor_serialize
      local_abs_lift local_abs_merge local_add_canonizer local_add_mul_fusion local_add_specialize
      local_adv_sub1_adv_inc_sub1 local_alloc_empty_to_zeros local_alloc_unary local_canonicalize_alloc
      local_cast_cast local_dimshuffle_lift local_div_switch_sink local_div_to_inv local_elemwise_alloc
      local_elemwise_alloc_op local_elemwise_fusion local_elemwise_fusion_op local_elemwise_sub_zeros
      local_erf_minus_one local_erf_neg_minus_one local_erf_neg_minus_one2 local_expm1 local_fill_sink
      local_fill_to_alloc local_flatten_lift local_func_inv local_grad_log_erfc_neg
      local_greedy_distributor local_incsubtensor_of_zeros local_incsubtensor_of_zeros_to_setsubtensor
      local_inplace_incsubtensor1 local_inplace_setsubtensor local_intdiv_by_one local_inv_canon
      local_join_1 local_join_empty local_join_make_vector local_lift_transpose_through_dot local_log1p
      local_log_add local_log_erfc local_log_sum_exp local_merge_alloc local_merge_switch_same_cond
      local_mul_canonizer local_mul_specialize local_mul_switch_sink local_mul_to_sqr local_mul_zero
      local_neg_div_neg local_neg_neg local_neg_to_mul local_one_add_neg_erfc local_one_minus_erf
      local_one_minus_erf2 local_one_minus_erfc local_one_minus_erfc2 local_one_minus_erfc3
      local_one_plus_erf local_one_plus_neg_erf local_op_of_op local_opt_alloc local_pow_canonicalize
      local_pow_specialize local_pow_specialize_device local_rebroadcast_lift local_reduce_broadcastable
      local_reduce_join local_remove_all_assert local_remove_useless_assert local_reshape_chain
      local_reshape_lift local_reshape_to_dimshuffle local_scalar_tensor_scalar
      local_set_to_inc_subtensor local_setsubtensor_of_constants local_shape_to_shape_i
      local_subtensor_inc_subtensor local_subtensor_lift local_subtensor_make_vector
      local_subtensor_merge local_subtensor_of_alloc local_subtensor_of_dot
      local_subtensor_remove_broadcastable_index local_sum_prod_all_to_none
      local_sum_prod_div_dimshuffle local_sum_prod_mul_by_scalar local_sumsqr2dot
      local_tensor_scalar_tensor local_track_shape_i local_upcast_elemwise_constant_inputs
      local_useless_alloc local_useless_composite local_useless_dimshuffle_in_reshape
      local_useless_elemwise local_useless_elemwise_comparison local_useless_fill
      local_useless_inc_subtensor local_useless_inc_subtensor_alloc local_useless_rebroadcast
      local_useless_reduce local_useless_reshape local_useless_slice local_useless_split
      local_useless_subtensor local_useless_switch local_useless_tile local_useless_topk local_view_op
      local_zero_div make_constant make_vector merge_broadcastables merge_two_slices mul_calculate
      mul_canonizer pre_constant_merge pre_greedy_local_optimizer reduce register_canonicalize
      register_specialize register_specialize_device register_stabilize register_uncanonicalize
      register_useless scalarconsts_rest topo_constant_folding values_eq_approx_remove_inf
      values_eq_approx_remove_inf_nan values_eq_approx_remove_nan xrange
    `),
  'tensor.fft': words(`
      DisconnectedType IRFFTOp RFFTOp irfft irfft_op rfft rfft_op
    `),
  'tensor.blas': words(`
      Apply BatchedDot Dot22 Dot22Scalar EquilibriumOptimizer FunctionPrinter Gemm GemmOptimizer
      GemmRelated Gemv Ger InconsistencyError Op Optimizer ParamsType ReplacementDidntRemovedError
      SequenceDB batched_dot blas_header_text blas_header_version blas_opt_inplace blas_optdb bool_t
      check_init_y config debugprint gemm gemm_inplace gemm_no_inplace gemv gemv_inplace gemv_no_inplace
      ger ger_destructive have_fblas in2out inherit_stack_trace iteritems ldflags local_dimshuffle_lift
      local_dot22_to_dot22scalar local_dot22_to_ger_or_gemv local_dot_to_dot22 local_gemm_to_gemv
      local_gemm_to_ger local_inplace_gemm local_inplace_gemv local_inplace_ger local_optimizer
      local_print_as_we_go_along optdb pprint reduce res_is_a values_eq_approx_remove_inf_nan view_roots
      xrange
    `),
  'tensor.io': words(`
      Constant Generic LoadFromDisk MPIRecv MPIRecvWait MPISend MPISendWait Op irecv isend key_to_cmp
      load mpi_cmps mpi_enabled mpi_keys mpi_send_wait_cmp mpi_send_wait_key mpi_tag_cmp mpi_tag_key
      recv send tensor
    `),
  sandbox: words(`

    `),
  'sandbox.rng_mrg': words(`
      A1p134 A1p72 A2p134 A2p72 Apply DotModulo M1 M2 MASK12 MASK13 MASK2 MRG_RandomStreams MULT2 NORM
      Op ParamsType TensorType Variable as_tensor_variable bool_t config ff_2p134 ff_2p72 function
      get_vector_length guess_n_streams int_t integer_types local_optimizer matVecModM mrg_next_value
      mrg_random_make_inplace mrg_uniform mrg_uniform_base multMatVect multinomial np_int32_vals optdb
      shared string_types undefined_grad xrange
    `),
  'sandbox.linalg': words(`
      alloc_diag cholesky det diag eig eigh eigvalsh extract_diag matrix_inverse psd solve
      spectral_radius_bound trace
    `),
  'sandbox.linalg.ops': words(`
      Apply Cholesky DimShuffle Dot Dot22 Hint HintsFeature HintsOptimizer MatrixInverse Op Optimizer
      Solve cholesky det extract_diag hints imported_scipy integer_types inv_as_solve is_hint_node
      is_positive is_psd is_symmetric iteritems local_det_chol local_log_pow local_log_prod_sqr
      local_optimizer logger matrix_inverse no_transpose_symmetric psd psd_solve_with_chol
      register_canonicalize register_specialize register_stabilize remove_hint_nodes solve
      spectral_radius_bound tag_solve_triangular trace transinv_to_invtrans xrange
    `),
  'sandbox.neighbours': words(`
      Images2Neibs images2neibs neibs2images
    `),
  'sandbox.softsign': words(`
      softsign
    `),
  scalar: words(`
      AND Abs Add Angle Apply ArcCos ArcCosh ArcSin ArcSinh ArcTan ArcTan2 ArcTanh BinaryBitOp
      BinaryScalarOp Cast Ceil Chi2SF Clip Complex ComplexError ComplexFromPolar Composite Compositef32
      Conj Constant Cos Cosh Deg2Rad DisconnectedType EQ Erf Erfc Erfcinv Erfcx Erfinv Exp Exp2 Expm1
      FixedLogicalComparison Floor FunctionGraph GE GT Gamma GammaInc GammaIncC GammaL GammaLn GammaU I0
      I1 Identity Imag InRange IntDiv IntegerDivisionError Inv Invert IsInf IsNan Iv J0 J1 Jv LE LT Log
      Log10 Log1p Log2 LogicalComparison Maximum Minimum Mod Mul NEQ Neg NumpyAutocaster OR Op Pow Psi
      Rad2Deg Real RoundHalfAwayFromZero RoundHalfToEven Scalar ScalarConstant ScalarOp ScalarVariable
      Second Sgn Sin Sinh Sqr Sqrt Sub Switch Tan Tanh TriGamma TrueDiv Trunc Type UnaryBitOp
      UnaryScalarOp Variable XOR abs_ add all_types and_ angle arccos arccosh arcsin arcsinh arctan
      arctan2 arctanh as_common_dtype as_scalar autocast_float autocast_float_as autocast_int bool
      builtin_bool builtin_complex builtin_float builtin_int ceil chain chi2sf clip complex complex128
      complex64 complex_from_polar complex_types complexs complexs128 complexs64 composite_f32 config
      conj constant continuous_types convert convert_to_bool convert_to_complex128 convert_to_complex64
      convert_to_float16 convert_to_float32 convert_to_float64 convert_to_int16 convert_to_int32
      convert_to_int64 convert_to_int8 convert_to_uint16 convert_to_uint32 convert_to_uint64
      convert_to_uint8 cos cosh dedent deg2rad discrete_types div_proxy eq erf erfc erfcinv erfcx erfinv
      exp exp2 expm1 float16 float32 float64 float_out float_out_nocomplex float_types floats floor
      floor_div gamma gammainc gammaincc gammal gammaln gammau ge get_scalar_type grad_not_implemented
      grad_undefined gt handle_cast handle_composite i0 i1 identity imag imap imported_scipy_special
      inclosedrange inopenrange int16 int32 int64 int8 int_div int_or_true_div int_out int_out_nocomplex
      int_types integer_types ints inv invert isinf isnan iv izip j0 j1 jv le log log10 log1p log2 lt
      maximum minimum mod mod_check mul neg neq or_ pow pprint psi rad2deg real real_out
      round_half_away_from_zero round_half_away_from_zero_ round_half_away_from_zero_vec
      round_half_away_from_zero_vec32 round_half_away_from_zero_vec64 round_half_to_even same_out
      same_out_float_only same_out_min8 same_out_nobool same_out_nocomplex second sgn sin sinh
      specific_out sqr sqrt sub switch tan tanh transfer_type tri_gamma true_div trunc uint16 uint32
      uint64 uint8 uint_types unary_out_lookup upcast upcast_out upcast_out_min8 upcast_out_no_complex
      upcast_out_nobool upgrade_to_float upgrade_to_float64 upgrade_to_float_no_complex xor xrange
    `),
  'scalar.basic': words(`
      AND Abs Add Angle Apply ArcCos ArcCosh ArcSin ArcSinh ArcTan ArcTan2 ArcTanh BinaryBitOp
      BinaryScalarOp Cast Ceil Clip Complex ComplexError ComplexFromPolar Composite Compositef32 Conj
      Constant Cos Cosh Deg2Rad DisconnectedType EQ Exp Exp2 Expm1 FixedLogicalComparison Floor
      FunctionGraph GE GT Identity Imag InRange IntDiv IntegerDivisionError Inv Invert IsInf IsNan LE LT
      Log Log10 Log1p Log2 LogicalComparison Maximum Minimum Mod Mul NEQ Neg NumpyAutocaster OR Op Pow
      Rad2Deg Real RoundHalfAwayFromZero RoundHalfToEven Scalar ScalarConstant ScalarOp ScalarVariable
      Second Sgn Sin Sinh Sqr Sqrt Sub Switch Tan Tanh TrueDiv Trunc Type UnaryBitOp UnaryScalarOp
      Variable XOR abs_ add all_types and_ angle arccos arccosh arcsin arcsinh arctan arctan2 arctanh
      as_common_dtype as_scalar autocast_float autocast_float_as autocast_int bool builtin_bool
      builtin_complex builtin_float builtin_int ceil chain clip complex complex128 complex64
      complex_from_polar complex_types complexs complexs128 complexs64 composite_f32 config conj
      constant continuous_types convert convert_to_bool convert_to_complex128 convert_to_complex64
      convert_to_float16 convert_to_float32 convert_to_float64 convert_to_int16 convert_to_int32
      convert_to_int64 convert_to_int8 convert_to_uint16 convert_to_uint32 convert_to_uint64
      convert_to_uint8 cos cosh dedent deg2rad discrete_types div_proxy eq exp exp2 expm1 float16
      float32 float64 float_out float_out_nocomplex float_types floats floor floor_div ge
      get_scalar_type grad_undefined gt handle_cast handle_composite identity imag imap inclosedrange
      inopenrange int16 int32 int64 int8 int_div int_or_true_div int_out int_out_nocomplex int_types
      integer_types ints inv invert isinf isnan izip le log log10 log1p log2 lt maximum minimum mod
      mod_check mul neg neq or_ pow pprint rad2deg real real_out round_half_away_from_zero
      round_half_away_from_zero_ round_half_away_from_zero_vec round_half_away_from_zero_vec32
      round_half_away_from_zero_vec64 round_half_to_even same_out same_out_float_only same_out_min8
      same_out_nobool same_out_nocomplex second sgn sin sinh specific_out sqr sqrt sub switch tan tanh
      transfer_type true_div trunc uint16 uint32 uint64 uint8 uint_types unary_out_lookup upcast
      upcast_out upcast_out_min8 upcast_out_no_complex upcast_out_nobool upgrade_to_float
      upgrade_to_float64 upgrade_to_float_no_complex xor xrange
    `),
  'scalar.basic_scipy': words(`
      BinaryScalarOp Chi2SF Erf Erfc Erfcinv Erfcx Erfinv Gamma GammaInc GammaIncC GammaL GammaLn GammaU
      I0 I1 Iv J0 J1 Jv Psi TriGamma UnaryScalarOp chi2sf complex_types discrete_types erf erfc erfcinv
      erfcx erfinv exp float_types gamma gammainc gammaincc gammal gammaln gammau grad_not_implemented
      i0 i1 imported_scipy_special iv j0 j1 jv psi tri_gamma upcast upgrade_to_float upgrade_to_float64
      upgrade_to_float_no_complex
    `),
  'scalar.sharedvar': words(`
      Scalar ScalarSharedVariable SharedVariable integer_types shared
    `),
  compile: words(`
      AddDestroyHandler AddFeatureOptimizer AliasedMemoryError DUPLICATE DebugMode DeepCopyOp
      DisconnectedType FAST_COMPILE FAST_RUN FromFunctionOp Function FunctionMaker In Mode MonitorMode
      NODEFAULT NullType OPT_FAST_COMPILE OPT_FAST_RUN OPT_FAST_RUN_STABLE OPT_MERGE OPT_NONE OPT_O2
      OPT_O3 OPT_STABILIZE OPT_UNSAFE OpFromGraph OrderedDict Out Param PrintCurrentFunctionGraph
      ProfileStats Rebroadcast ScanProfileStats Shape Shape_i SharedVariable SpecifyShape Supervisor
      SymbolicInput SymbolicOutput UnusedInputError Variable ViewOp alias_root as_op chain check_equal
      config convert_function_input deep_copy_op exclude fgraph_updated_vars function function_dump
      get_default_mode get_info_on_inputs get_mode infer_reuse_pattern inline_ofg_expansion
      insert_deepcopy instantiated_default_mode io_connection_pattern is_same_graph iteritems iterkeys
      izip local_useless monitormode ops_with_inner_function optdb orig_function pfunc
      predefined_linkers predefined_modes predefined_optimizers profiling rebuild_collect_shared reduce
      register_checker register_deep_copy_op_c_code register_linker register_mode register_optimizer
      register_rebroadcast_c_code register_shape_c_code register_shape_i_c_code
      register_specify_shape_c_code register_view_op_c_code shape shared shared_constructor
      specify_shape std_fgraph string_types view_op view_tree_set xrange
    `),
  'compile.function': words(`
      function function_dump orig_function pfunc string_types
    `),
  'compile.function_module': words(`
      AliasedMemoryError DUPLICATE Function FunctionMaker In NODEFAULT Supervisor SymbolicInput
      SymbolicOutput UnusedInputError alias_root chain check_equal config convert_function_input
      deep_copy_op fgraph_updated_vars get_info_on_inputs infer_reuse_pattern insert_deepcopy
      is_same_graph iteritems iterkeys izip ops_with_inner_function orig_function register_checker
      std_fgraph string_types view_op view_tree_set xrange
    `),
  'compile.sharedvalue': words(`
      Container SharedVariable Variable generic generic_constructor shared shared_constructor
    `),
  'compile.mode': words(`
      AddDestroyHandler AddFeatureOptimizer FAST_COMPILE FAST_RUN Mode OPT_FAST_COMPILE OPT_FAST_RUN
      OPT_FAST_RUN_STABLE OPT_MERGE OPT_NONE OPT_O2 OPT_O3 OPT_STABILIZE OPT_UNSAFE
      PrintCurrentFunctionGraph Supervisor config exclude get_default_mode get_mode
      instantiated_default_mode local_useless optdb predefined_linkers predefined_modes
      predefined_optimizers register_linker register_mode register_optimizer string_types
    `),
  'compile.nanguardmode': words(`
      GpuArrayType Mode NanGuardMode StringIO ValuesView config contains_inf contains_nan f_compute
      f_gpua_absmax f_gpua_max f_gpua_min flatten get_mode logger pygpu_available
    `),
  'compile.io': words(`
      In Out SharedVariable SymbolicInput SymbolicOutput string_types
    `),
  'compile.ops': words(`
      DeepCopyOp FromFunctionOp OrderedDict OutputGuard Rebroadcast Shape Shape_i SpecifyShape ViewOp
      as_op deep_copy_op expandable_types integer_types iteritems load_back register_deep_copy_op_c_code
      register_rebroadcast_c_code register_shape_c_code register_shape_i_c_code
      register_specify_shape_c_code register_view_op_c_code shape shape_i shape_i_op specify_shape
      view_op xrange
    `),
  'compile.pfunc': words(`
      Constant In Out Param ProfileStats SharedVariable UnusedInputError Variable config iter_over_pairs
      iteritems orig_function pfunc rebuild_collect_shared shared
    `),
  'compile.builders': words(`
      DisconnectedType NullType OpFromGraph OrderedDict SharedVariable Variable inline_ofg_expansion
      io_connection_pattern izip ops_with_inner_function optdb orig_function rebuild_collect_shared
      reduce
    `),
  'compile.debugmode': words(`
      BadDestroyMap BadOptimization BadThunkOutput BadViewMap DataDestroyed DebugMode DebugModeError
      Function FunctionMaker InvalidValueError Mode NoDuplicateOptWarningFilter OutputGuard
      StochasticOrder StringIO chain change_flags char_from_number check_eq config data_destroyed
      debugprint default_make_thunk get_unbound_function infer_reuse_pattern iteritems itertools_product
      itervalues izip link ops_with_inner_function raise_with_op register_mode std_fgraph xrange
    `),
  gof: words(`
      Apply Bookkeeper CEnumType CLinker COp CachedConstantError CheckStackTraceOptimization Constant
      Container DB DestroyHandler DualLinker EnumList EnumType EquilibriumDB EquilibriumOptimizer
      Feature FunctionGraph Generic HideC History InconsistencyError Linker LocalGroupDB LocalLinker
      LocalOptGroup LocalOptimizer MergeOptimizer MethodNotDefined MissingInputError NavigatorOptimizer
      NoOutputFromInplace NodeFinder Op OpKeyOptimizer OpRemove OpSub OpWiseCLinker OpenMPOp Optimizer
      Params ParamsType PatternSub PerformLinker PrintListener ProxyDB PureOp Query ReplaceValidate
      ReplacementDidntRemovedError SeqOptimizer SequenceDB TopoOptimizer Type Validator Variable
      WrapLinker WrapLinkerMany callcache cc cmodule compilelock destroyhandler generic hashtype
      inplace_optimizer link local_optimizer object2 ops_with_inner_function optdb optimizer params_type
      sched unify view_roots vm
    `),
  'gof.graph': words(`
      Apply Constant NoParams Node OrderedSet Variable ancestors as_string clone clone_get_equiv config
      count default_leaf_formatter default_node_formatter deque equal_computations general_toposort
      inputs integer_types io_connection_pattern io_toposort is_in_ancestors is_same_graph
      is_same_graph_with_merge iteritems list_of_nodes nodes_constructed op_as_string ops orphans
      stack_search string_types variables variables_and_orphans view_roots
    `),
  'gof.op': words(`
      CLinkerObject CLinkerOp COp FunctionGraph GCC_compiler Op OpenMPOp PY3 PureOp apply_meth config
      debug_assert debug_error_message get_debug_values get_test_value itervalues missing_test_message
      ops_with_inner_function simple_meth
    `),
  'gof.fg': words(`
      CachedConstantError FunctionGraph InconsistencyError MissingInputError NullType OrderedDict
      OrderedSet StringIO config get_variable_trace_string iteritems itervalues
    `),
  'gof.type': words(`
      CDataType CDataTypeConstant CEnumType CLinkerObject CLinkerType EnumList EnumType Generic
      MethodNotDefined Op PureType SingletonType Type change_flags generic object2 string_types
    `),
  'gof.null_type': words(`
      NullType Type null_type
    `),
  'gof.opt': words(`
      ChangeTracker CheckStackTraceOptimization CheckStrackTraceFeature EquilibriumOptimizer
      FromFunctionLocalOptimizer FromFunctionOptimizer GraphToGPULocalOptGroup InconsistencyError
      LocalMetaOptimizer LocalMetaOptimizerSkipAssertionError LocalOptGroup LocalOptimizer MergeFeature
      MergeOptimizer NavigatorOptimizer OpKeyOptimizer OpRemove OpSub Optimizer OrderedDict OrderedSet
      PatternSub SeqOptimizer TopoOptimizer Updater check_chain check_stack_trace config
      copy_stack_trace defaultdict deque dh in2out inherit_stack_trace inplace_optimizer integer_types
      is_same_graph_with_merge iteritems itervalues izip local_optimizer merge_dict optimizer out2in
      pre_constant_merge pre_greedy_local_optimizer reduce string_types unify
    `),
  'gof.utils': words(`
      ABORT ANY_TYPE D FAILURE FALL_THROUGH Keyword MetaObject MethodNotDefined PY3 RETRY StringIO
      add_tag_trace c_cpp_keywords comm_guard config deprecated difference flatten from_return_values
      get_variable_trace_string give_variables_names hash_from_code hash_from_file hashtype hist
      integer_types iteritems memoize object2 remove scratchpad simple_extract_stack simple_types
      string_types to_return_values toposort type_guard undef uniq unique with_metaclass
    `),
  'gof.toolbox': words(`
      AlreadyThere BadOptimization Bookkeeper Feature GetCheckpoint History LambdExtract
      NoOutputFromInplace NodeFinder OrderedDict PreserveNames PreserveVariableAttributes PrintListener
      ReplaceValidate ReplacementDidntRemovedError StringIO Validator config
    `),
  gradient: words(`
      ConsiderConstant DebugMode DisconnectedGrad DisconnectedInputError DisconnectedType FAST_RUN
      GradClip GradScale GradientError Lop NullType NullTypeGradError OrderedDict Rop UndefinedGrad
      Variable ViewOp ZeroGrad consider_constant consider_constant_ disconnected_grad disconnected_grad_
      disconnected_type format_as get_debug_values get_mode grad grad_clip grad_not_implemented
      grad_scale grad_time grad_undefined hessian itervalues izip jacobian mode_not_slow null_type
      numeric_grad reduce subgraph_grad tensor undefined_grad undefined_grad_ verify_grad xrange
      zero_grad zero_grad_
    `),
  ifelse: words(`
      Apply CondMerge IfElse Op TensorType acceptable_ops clone cond_make_inplace cond_merge_ifs_false
      cond_merge_ifs_true cond_merge_random_op cond_remove_identical deepcopy ifelse
      ifelse_lift_single_if_through_acceptable_ops iteritems izip optdb xrange
    `),
  printing: words(`
      Apply DefaultPrinter Function FunctionPrinter IgnorePrinter LeafPrinter Op OperatorPrinter
      PPrinter PatternPrinter Print PrinterState SharedVariable StringIO VALID_ASSOC config debugprint
      default_colorCodes default_printer greek hex_digest integer_types iteritems leaf_printer
      min_informative_str position_independent_str pp pprint pydot_imported pydot_imported_msg
      pydotprint reduce special string_types use_ascii var_descriptor
    `),
  scan_module: words(`
      clone foldl foldr map reduce scan scan_checkpoints scan_opt until
    `),
  'scan_module.scan': words(`
      OrderedDict OrderedUpdates SharedVariable config function ifilter integer_types iteritems izip
      safe_new scan traverse xrange
    `),
  'scan_module.scan_utils': words(`
      DEPRECATED_ARG OrderedDict Validator clone compress_outs equal_computations expand_empty
      forced_replace get_scalar_constant_value get_updates_and_outputs hash_listsDictsTuples infer_shape
      isNaN_or_Inf_or_None iteritems izip map_variables rebuild_collect_shared reconstruct_graph
      safe_new scan_args scan_can_remove_outs string_types traverse until xrange
    `),
  'scan_module.scan_views': words(`
      foldl foldr map reduce scan
    `),
  'scan_module.scan_op': words(`
      AddFeatureOptimizer Apply DisconnectedType In NoOutputFromInplace NullType OrderedDict Out PureOp
      Scan ScanProfileStats Shape_i TensorType as_tensor_variable config forced_replace function
      grad_undefined integer_types io_connection_pattern iteritems izip profile_printer raise_from
      safe_new string_types xrange
    `),
  'scan_module.scan_checkpoints': words(`
      Join scan_checkpoints
    `),
  updates: words(`
      OrderedDict OrderedUpdates SharedVariable iteritems logger
    `),
  configparser: words(`
      AddConfigVar BoolParam ConfigParam EnumStr FloatParam IntParam PY3 StrParam StringIO THEANO_FLAGS
      THEANO_FLAGS_DICT TheanoConfigParser TheanoConfigWarning TypedParam change_flags config
      config_files config_files_from_theanorc fetch_val_for_key get_config_hash iteritems
      parse_config_string string_types theano_cfg theano_raw_cfg wraps
    `),
  configdefaults: words(`
      AddConfigVar BoolParam ConfigParam ContextsParam DeviceParam EnumStr FloatParam IntParam
      SUPPORTED_DNN_CONV_ALGO_BWD_DATA SUPPORTED_DNN_CONV_ALGO_BWD_FILTER SUPPORTED_DNN_CONV_ALGO_FWD
      SUPPORTED_DNN_CONV_ALGO_RUNTIME SUPPORTED_DNN_CONV_PRECISION StrParam THEANO_FLAGS_DICT
      TheanoConfigParser call_subprocess_Popen check_mkl_openmp compiledir_format_dict
      compiledir_format_keys config count cpuCount default_base_compiledir default_blas_ldflags
      default_compiledir default_compiledir_format default_compiledirname default_cuda_include
      default_dnn_base_path default_dnn_bin_path default_dnn_inc_path default_dnn_lib_path
      default_openmp deprecated_gpuarray_sync filter_base_compiledir filter_compiledir filter_mode
      filter_vm_lazy floatX_convert gcc_version_str get_cuda_root get_home_dir good_seed_param
      is_valid_check_preallocated_output_param local_bitwidth maybe_add_to_os_environ_pathlist
      output_subprocess_Popen python_int_bitwidth rc safe_no_dnn_algo_bwd safe_no_dnn_workmem
      safe_no_dnn_workmem_bwd short_platform split_version string_types try_blas_flag var warn_cxx
      warn_default
    `),
  misc: words(`
      cpucount frozendict ordered_set windows
    `),
  'misc.pkl_utils': words(`
      BytesIO CompatUnpickler DEFAULT_PROTOCOL HIGHEST_PROTOCOL PY3 PersistentGpuArrayID
      PersistentNdarrayID PersistentNdarrayLoad PersistentSharedVariableID Pickler SharedVariable
      StripPickler closing config defaultdict dump load load_reduce min_recursion string_types zipadd
    `),
  'misc.safe_asarray': words(`

    `),
  sparse: words(`
      AddSD AddSS AddSSData CSC CSM CSMGrad CSMProperties CSR Cast ColScaleCSC ConstructSparseFromList
      DenseFromSparse Diag DisconnectedType Dot EnsureSortedIndices EqualSD EqualSS GetItem2Lists
      GetItem2ListsGrad GetItem2d GetItemList GetItemListGrad GetItemScalar GreaterEqualSD
      GreaterEqualSS GreaterThanSD GreaterThanSS HStack LessEqualSD LessEqualSS LessThanSD LessThanSS
      MulSD MulSS MulSV Neg NotEqualSD NotEqualSS Remove0 RowScaleCSC SamplingDot SpSum SparseConstant
      SparseConstantSignature SparseFromDense SparseType SparseVariable SquareDiagonal StructuredAddSV
      StructuredDot StructuredDotGradCSC StructuredDotGradCSR Transpose TrueDot Usmm VStack add add_s_d
      add_s_s add_s_s_data all_dtypes arcsin arcsinh arctan arctanh as_sparse
      as_sparse_or_tensor_variable as_sparse_variable as_strided basic bcast bsr_dmatrix bsr_fmatrix
      bsr_matrix ccast ceil clean col_scale complex_dtypes config conj constant
      construct_sparse_from_list continuous_dtypes csc_dmatrix csc_fmatrix csc_from_dense csc_matrix
      csm_data csm_grad csm_indices csm_indptr csm_properties csm_shape csr_dmatrix csr_fmatrix
      csr_from_dense csr_matrix dcast deg2rad dense_from_sparse diag discrete_dtypes dot enable_sparse
      ensure_sorted_indices eq equal_s_d equal_s_s expm1 fcast float_dtypes floor ge get_item_2d
      get_item_2lists get_item_2lists_grad get_item_list get_item_list_grad get_item_scalar
      grad_not_implemented grad_undefined greater_equal_s_d greater_equal_s_s greater_than_s_d
      greater_than_s_s gt hash_from_sparse hstack icast imported_scipy int_dtypes integer_dtypes
      integer_types lcast le less_equal_s_d less_equal_s_s less_than_s_d less_than_s_s log1p lt matrix
      mul mul_s_d mul_s_s mul_s_v neg neq not_equal_s_d not_equal_s_s opt rad2deg remove0 rint row_scale
      sampling_dot scipy_ver sdg_csc sdg_csr sgn shared sharedvar sin sinh sp_ones_like sp_sum
      sp_zeros_like sparse_formats sqr sqrt square_diagonal string_types structured_add
      structured_add_s_v structured_dot structured_dot_grad structured_exp structured_log
      structured_maximum structured_minimum structured_monoid structured_pow structured_sigmoid sub tan
      tanh transpose true_dot trunc type uint_dtypes usmm utils vstack wcast xrange zcast
    `),
  typed_list: words(`
      Append Apply Constant Count Extend GetItem Index Insert Length MakeList Op Remove Reverse
      SliceType TypedListConstant TypedListType TypedListVariable Variable append basic count extend
      getitem index_ insert length make_list opt remove reverse type
    `),
  d3viz: words(`
      d3viz d3write formatting
    `),
  compat: words(`
      BytesIO DefaultOrderedDict DictMixin Mapping OrderedDict PY3 ValuesView b cmp decode decode_iter
      decode_with exc_message get_unbound_function ifilter imap izip maybe_add_to_os_environ_pathlist
      next operator_div reload
    `),
};

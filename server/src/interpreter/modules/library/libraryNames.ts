/**
 * Every public name of the libraries' modules and of their variables, as `dir()` gives them: Theano 1.0.5, Aesara 2.9.4,
 * PyTensor 3.3.0. What ScanLens does not have but a library has is refused by name; everything else is an AttributeError.
 */
import type { LibraryName } from '../../../graph/dialects.ts';

const words = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '');

export interface NamesOfLibrary {
  /** `theano`. */
  readonly main: readonly string[];
  /** `theano.tensor`. */
  readonly tensor: readonly string[];
  /** `theano.tensor.nnet`; PyTensor has none. */
  readonly nnet: readonly string[];
  /** Attributes of variables. */
  readonly variable: readonly string[];
  /** Attributes that shared variables have besides. */
  readonly shared: readonly string[];
}

export const namesOfLibraries: Readonly<Record<LibraryName, NamesOfLibrary>> = {
  theano: {
    main: words(`
      Apply CLinker Constant Container DualLinker FunctionGraph FunctionMaker Generic In InconsistencyError
      Linker LocalLinker Lop Mode Op OpFromGraph OpWiseCLinker OpenMPOp OrderedUpdates Out PY3 Param
      PerformLinker ProfileStats Rop SymbolicInput SymbolicOutput Type Variable _asarray absolute_import
      as_op change_flags clone compat compile config configdefaults configparser disable_log_handler
      division dot foldl foldr function function_dump generic get_scalar_constant_value gof grad gradient
      has_handlers logging logging_default_formatter logging_default_handler map misc np object2 opt os p pp
      pprint predefined_linkers predefined_modes predefined_optimizers print_function printing reduce rpath
      scalar scan scan_checkpoints scan_module shared sparse_grad subgraph_grad sys tensor test tests theano
      theano_logger toolbox updates utils version warnings
    `),
    tensor: words(`
      ARange AdvancedBooleanIncSubtensor AdvancedBooleanIndexingError AdvancedBooleanSubtensor
      AdvancedIncSubtensor AdvancedIncSubtensor1 AdvancedIndexingError AdvancedSubtensor AdvancedSubtensor1
      Alloc AllocDiag AllocEmpty Apply Argmax AsTensorError BaseAdvancedIncSubtensor BaseAdvancedSubtensor
      CAReduce Choose Constant Default DiffOp DimShuffle DisconnectedType Dot Elemwise EmptyConstantError
      ExtractDiag Eye Flatten Generic IncSubtensor Iterable Join LoadFromDisk Lop MPIRecv MPIRecvWait
      MPISend MPISendWait MakeSlice MaxAndArgmax Mean MethodNotDefined NoneConst NoneTypeT Nonzero
      NotScalarConstantError Op ParamsType PermuteRowElements Rebroadcast Reshape Rop ScalarFromTensor Shape
      ShapeError SliceConstant SliceType SpecifyShape Split Subtensor SubtensorPrinter Sum Tensor
      TensorConstant TensorConstantSignature TensorFromScalar TensorType TensorVariable Tile Tri Type
      Variable abs_ absolute_import add addbroadcast adv_index_broadcastable_pattern
      advanced_boolean_inc_subtensor advanced_boolean_set_subtensor advanced_boolean_subtensor
      advanced_inc_subtensor advanced_inc_subtensor1 advanced_set_subtensor advanced_set_subtensor1
      advanced_subtensor advanced_subtensor1 all all_dtypes allclose alloc alloc_validate_shape and_ angle
      any arange arccos arccosh arcsin arcsinh arctan arctan2 arctanh argmax argmin argsort argtopk
      as_index_variable as_int_none_variable as_tensor as_tensor_variable bartlett basic batched_dot
      batched_tensordot bcol bincount bitwise_and bitwise_not bitwise_or bitwise_xor blas blas_c
      blas_headers blas_scipy bmatrix brow bscalar btensor3 btensor4 btensor5 btensor6 btensor7 builtins
      bvector cast ccol ceil ceil_intdiv check_advanced_indexing_dimensions check_and_normalize_axes
      check_and_reject_bool check_equal_numpy chi2sf choose clip cmatrix col cols compile complex
      complex_dtypes complex_from_polar complex_matrix_types complex_scalar_types complex_types
      complex_vector_types concatenate config conj consider_constant constant constant_cache constructor
      continuous_dtypes cos cosh cov crow cscalar ctensor3 ctensor4 ctensor5 ctensor6 ctensor7 cumprod
      cumsum cvector dcol dcols dedent default deg2rad diag diagonal discrete_dtypes div_proxy division
      divmod dmatrices dmatrix dot drow drows dscalar dscalars dtensor3 dtensor3s dtensor4 dtensor4s
      dtensor5 dtensor5s dtensor6 dtensor6s dtensor7 dtensor7s dvector dvectors elemwise elemwise_cgen eq
      erf erfc erfcinv erfcx erfinv exp exp2 expm1 extra_ops extract_constant eye fcol fcols fill
      fill_diagonal fill_diagonal_offset flatnonzero flatten float16_atol float16_rtol float32_atol
      float32_rtol float64_atol float64_rtol float_dtypes float_matrix_types float_scalar_types float_types
      float_vector_types floor floor_div fmatrices fmatrix frow frows fscalar fscalars ftensor3 ftensor3s
      ftensor4 ftensor4s ftensor5 ftensor5s ftensor6 ftensor6s ftensor7 ftensor7s fvector fvectors gamma
      gammainc gammaincc gammal gammaln gammau ge get_canonical_form_slice get_idx_list
      get_scalar_constant_value get_scalar_constant_value_elemwises get_vector_length gof grad
      grad_not_implemented grad_undefined gt hashtype hessian horizontal_stack i0 i1 icol icols
      identity_like imag imatrices imatrix inc_code inc_subtensor int32 int32_t int_div int_dtypes
      int_matrix_types int_scalar_types int_types int_vector_types integer_dtypes integer_types inv
      inverse_permutation invert io irecv iround irow irows is_flat iscalar iscalars isclose isend isinf
      isinf_ isnan isnan_ itensor3 itensor3s itensor4 itensor4s itensor5 itensor5s itensor6 itensor6s
      itensor7 itensor7s iv ivector ivectors izip j0 j1 jacobian join join_ jv key_to_cmp largest lcol lcols
      le lmatrices lmatrix load log log10 log1p log2 logging lrow lrows lscalar lscalars lt ltensor3
      ltensor3s ltensor4 ltensor4s ltensor5 ltensor5s ltensor6 ltensor6s ltensor7 ltensor7s lvector lvectors
      makeKeepDims make_constant make_slice matrices matrix max max_and_argmax maximum mean mgrid min
      min_informative_str minimum mod mod_check mpi_cmps mpi_enabled mpi_keys mpi_send_wait_cmp
      mpi_send_wait_key mpi_tag_cmp mpi_tag_key mul neg neq nlinalg nnet none_type_t nonzero nonzero_values
      np numbers numeric_grad numpy_diagonal_return_view numpy_scalar ogrid ones ones_like opt
      opt_uncanonicalize or_ outer partial patternbroadcast permute_row_elements pow power pprint
      print_function printing prod psi ptp python_all python_any python_complex rad2deg ravel_multi_index
      raw_random real recv register_transfer repeat reshape roll round round_half_away_from_zero
      round_half_to_even row rows scal scalar scalar_from_tensor scalars second send set_subtensor
      setdefault sgn shape shape_padaxis shape_padleft shape_padright shared_randomstreams sharedvar sin
      sinh slicetype smallest sort sparse_module_ref specify_shape split sqr sqrt square squeeze stack
      stacklists std sub subtensor sum swapaxes switch sys take tan tanh tensor tensor3 tensor3s tensor4
      tensor4s tensor5 tensor5s tensor6 tensor6s tensor7 tensor7s tensor_copy tensor_from_scalar tensordot
      theano tile topk topk_and_argtopk transfer transpose tri tri_gamma tril triu true_div trunc type
      type_other uint_dtypes unbroadcast unravel_index utils values_eq_approx_always_true var vector vectors
      verify_grad vertical_stack warnings wcol where wmatrix wrow wscalar wtensor3 wtensor4 wtensor5
      wtensor6 wtensor7 wvector xlogx xor xrange zcol zeros zeros_like zmatrix zrow zscalar ztensor3
      ztensor4 ztensor5 ztensor6 ztensor7 zvector
    `),
    nnet: words(`
      ConvOp CrossentropyCategorical1Hot CrossentropyCategorical1HotGrad CrossentropySoftmax1HotWithBiasDx
      CrossentropySoftmaxArgmax1HotWithBias LogSoftmax Prepend_scalar_constant_to_each_row
      Prepend_scalar_to_each_row Softmax SoftmaxGrad SoftmaxWithBias absolute_import abstract_conv
      abstract_conv2d batch_normalization binary_crossentropy blocksparse bn categorical_crossentropy
      confusion_matrix conv conv2d conv2d_grad_wrt_inputs conv2d_transpose conv3d corr corr3d
      crossentropy_categorical_1hot crossentropy_categorical_1hot_grad crossentropy_softmax_1hot
      crossentropy_softmax_1hot_with_bias crossentropy_softmax_1hot_with_bias_dx
      crossentropy_softmax_argmax_1hot_with_bias crossentropy_softmax_max_and_argmax_1hot
      crossentropy_softmax_max_and_argmax_1hot_with_bias crossentropy_to_crossentropy_with_softmax
      crossentropy_to_crossentropy_with_softmax_with_bias division elu
      graph_merge_softmax_with_crossentropy_softmax h_softmax hard_sigmoid logsoftmax logsoftmax_op nnet opt
      prepend_0_to_each_row prepend_1_to_each_row prepend_scalar_to_each_row print_function relu
      scalar_sigmoid selu separable_conv2d sigm sigmoid sigmoid_binary_crossentropy sigmoid_inplace softmax
      softmax_grad softmax_graph softmax_op softmax_simplifier softmax_with_bias softplus softsign
      ultra_fast_sigmoid warnings
    `),
    variable: words(`
      T all any append_construction_observer arccos arccosh arcsin arcsinh arctan arctanh argmax argmin
      argsort astype auto_name broadcastable ceil choose clip clone compress conj conjugate
      construction_observers copy cos cosh cumprod cumsum deg2rad diagonal dimshuffle dot dtype eval exp
      exp2 expm1 fill flatten floor get_parents get_scalar_constant_value imag index log log10 log1p log2
      max mean min name ndim nonzero nonzero_values norm notify_construction_observers ones_like owner prod
      ptp rad2deg ravel real remove_construction_observer repeat reshape round searchsorted shape sin sinh
      size sort sqrt squeeze std sum swapaxes tag take tan tanh trace transfer transpose trunc type var
      zeros_like
    `),
    shared: words(`
      container get_value set_value value zero
    `),
  },
  aesara: {
    main: words(`
      Any DEPRECATED_NAMES FunctionMaker In Lop Mode NoReturn Optional OrderedUpdates Out ProfileStats Rop
      Variable aesara aesara_logger as_symbolic checkpoints clone_replace compile config configdefaults
      configparser disable_log_handler dprint foldl foldr function function_dump get_scalar_constant_value
      grad gradient graph link logging logging_default_formatter logging_default_handler map misc os p pp
      pprint predefined_linkers predefined_modes predefined_optimizers printing raise_op reduce rpath scalar
      scan shared singledispatch sparse subgraph_grad sys tensor updates utils version
    `),
    tensor: words(`
      Constant DEPRECATED_NAMES List MATH_DEPRECATED_NAMES NoneConst Op Optional Sequence TYPE_CHECKING
      TensorConstant TensorLike TensorType TensorVariable Tuple Union Variable abs abs_ add aesara all
      allclose alloc and_ angle any arange arccos arccosh arcsin arcsinh arctan arctan2 arctanh argmax
      argmin argsort argtopk as_tensor as_tensor_variable atleast_1d atleast_2d atleast_3d atleast_Nd
      bartlett basic batched_dot batched_tensordot bcol betainc bincount bitwise_and bitwise_not bitwise_or
      bitwise_xor blas blas_c blas_headers blas_scipy bmatrix broadcast_arrays broadcast_shape broadcast_to
      brow bscalar btensor3 btensor4 btensor5 btensor6 btensor7 bvector cast ccol ceil ceil_intdiv chi2sf
      choose clip cmatrix col cols complex complex_from_polar complex_matrix_types complex_scalar_types
      complex_types complex_vector_types compress concatenate conj conjugate consider_constant constant
      convolve cos cosh cov crow cscalar ctensor3 ctensor4 ctensor5 ctensor6 ctensor7 cumprod cumsum cvector
      dcol dcols default deg2rad dense_dot diag diagonal diff digamma divmod dmatrices dmatrix dot drow
      drows dscalar dscalars dtensor3 dtensor3s dtensor4 dtensor4s dtensor5 dtensor5s dtensor6 dtensor6s
      dtensor7 dtensor7s dvector dvectors elemwise elemwise_cgen empty empty_like eq erf erfc erfcinv erfcx
      erfinv exceptions exp exp2 expand_dims expit expm1 extra_ops extract_constant extract_diag eye fcol
      fcols fill fill_diagonal fill_diagonal_offset flatnonzero flatten float_matrix_types
      float_scalar_types float_types float_vector_types floor floor_div floor_divide fmatrices fmatrix frow
      frows fscalar fscalars ftensor3 ftensor3s ftensor4 ftensor4s ftensor5 ftensor5s ftensor6 ftensor6s
      ftensor7 ftensor7s full full_like fvector fvectors gamma gammainc gammaincc gammal gammaln gammau ge
      geomspace get_scalar_constant_value get_vector_length grad gt hessian horizontal_stack hyp2f1
      hyp2f1_der i0 i1 icol icols identity_like imag imatrices imatrix inc_subtensor int_div
      int_matrix_types int_scalar_types int_types int_vector_types inv inverse_permutation invert io iround
      irow irows is_flat iscalar iscalars isclose isinf isnan itensor3 itensor3s itensor4 itensor4s itensor5
      itensor5s itensor6 itensor6s itensor7 itensor7s iv ivector ivectors j0 j1 jacobian join jv largest
      lcol lcols le linalg linspace lmatrices lmatrix load log log10 log1mexp log1p log1pexp log2 logaddexp
      logspace logsumexp lrow lrows lscalar lscalars lt ltensor3 ltensor3s ltensor4 ltensor4s ltensor5
      ltensor5s ltensor6 ltensor6s ltensor7 ltensor7s lvector lvectors make_slice math matmul matrices
      matrix max max_and_argmax maximum mean mgrid min minimum mod moveaxis mul neg neq nlinalg none_type_t
      nonzero nonzero_values ogrid ones ones_like or_ outer owens_t permute_row_elements pow power prod psi
      ptp rad2deg random ravel_multi_index real reciprocal repeat reshape rewriting roll round
      round_half_away_from_zero round_half_to_even row rows scalar scalar_from_tensor scalars searchsorted
      second set_subtensor sgn shape shape_padaxis shape_padleft shape_padright sharedvar sigmoid sin
      singledispatch sinh slicetype slinalg smallest softplus sort special specify_shape split sqr sqrt
      square squeeze stack stacklists std sub subtensor sum swapaxes switch take take_along_axis tan tanh
      tensor tensor3 tensor3s tensor4 tensor4s tensor5 tensor5s tensor6 tensor6s tensor7 tensor7s
      tensor_copy tensor_from_scalar tensordot tile topk topk_and_argtopk transfer transpose tri tri_gamma
      tril tril_indices tril_indices_from triu triu_indices triu_indices_from true_div true_divide trunc
      type type_other unique unravel_index utils values_eq_approx_always_true var vector vectors
      vertical_stack wcol where wrow wscalar wtensor3 wtensor4 wtensor5 wtensor6 wtensor7 wvector xlogx xor
      zcol zeros zeros_like zmatrix zrow zscalar ztensor3 ztensor4 ztensor5 ztensor6 ztensor7 zvector
    `),
    nnet: words(`
      abstract_conv abstract_conv2d aesara basic batch_normalization batchnorm binary_crossentropy
      blocksparse categorical_crossentropy confusion_matrix conv conv2d conv2d_grad_wrt_inputs
      conv2d_transpose conv3d corr corr3d crossentropy_categorical_1hot crossentropy_categorical_1hot_grad
      crossentropy_softmax_1hot crossentropy_softmax_1hot_with_bias crossentropy_softmax_1hot_with_bias_dx
      crossentropy_softmax_argmax_1hot_with_bias crossentropy_softmax_max_and_argmax_1hot
      crossentropy_softmax_max_and_argmax_1hot_with_bias crossentropy_to_crossentropy_with_softmax
      crossentropy_to_crossentropy_with_softmax_with_bias elu graph_merge_softmax_with_crossentropy_softmax
      h_softmax hard_sigmoid logsoftmax prepend_0_to_each_row prepend_1_to_each_row
      prepend_scalar_to_each_row relu rewriting selu separable_conv2d sigm sigmoid_binary_crossentropy
      softmax softmax_grad_legacy softmax_legacy softmax_simplifier softmax_with_bias softsign
      ultra_fast_sigmoid warnings
    `),
    variable: words(`
      T all any arccos arccosh arcsin arcsinh arctan arctanh argmax argmin argsort astype auto_name
      broadcastable ceil choose clip clone compress conj conjugate copy cos cosh cumprod cumsum deg2rad
      diagonal dimshuffle dot dtype eval exp exp2 expm1 fill flatten floor get_parents
      get_scalar_constant_value get_test_value imag index log log10 log1p log2 max mean min name ndim
      nonzero nonzero_values norm ones_like owner prod ptp rad2deg ravel real repeat reshape round
      searchsorted shape sin sinh size sort sqrt squeeze std sum swapaxes tag take tan tanh trace transfer
      transpose trunc type var zeros_like
    `),
    shared: words(`
      container default_update get_value set_value zero
    `),
  },
  pytensor: {
    main: words(`
      In Lop Mode OpFromGraph Out Rop assumptions basic compile config configdefaults configparser dprint
      function get_mode grad gradient graph ifelse link map misc npy_2_compat printing pullback pushforward
      pytensor raise_op scalar scan shared sys tensor utils wrap_jax wrap_py
    `),
    tensor: words(`
      Constant NoneConst NoneSliceConst Op Sequence TYPE_CHECKING TensorConstant TensorLike TensorType
      TensorVariable Union Variable abs add all allclose alloc and_ angle any arange arccos arccosh arcsin
      arcsinh arctan arctan2 arctanh argmax argmin argsort as_tensor as_tensor_variable atleast_1d
      atleast_2d atleast_3d atleast_Nd bartlett basic bcol betainc betaincinv bincount bitwise_and
      bitwise_not bitwise_or bitwise_xor blas blockwise bmatrix broadcast_arrays broadcast_shape
      broadcast_to brow bscalar btensor3 btensor4 btensor5 btensor6 btensor7 bvector cast ccol ceil
      ceil_intdiv chi2sf choose clip cmatrix col cols complex complex_from_polar complex_matrix_types
      complex_scalar_types complex_types complex_vector_types compress concat_with_broadcast concatenate
      conj conjugate constant cos cosh cov crow cscalar ctensor3 ctensor4 ctensor5 ctensor6 ctensor7 cumprod
      cumsum cvector dcol dcols deg2rad dense_dot diag diagonal diff digamma divmod dmatrices dmatrix dot
      drow drows dscalar dscalars dtensor3 dtensor3s dtensor4 dtensor4s dtensor5 dtensor5s dtensor6
      dtensor6s dtensor7 dtensor7s dvector dvectors e einsum elemwise elemwise_cgen empty empty_like eq
      equal erf erfc erfcinv erfcx erfinv euler_gamma exceptions exp exp2 expand_dims expit expm1 extra_ops
      extract_diag eye fcol fcols fill fill_diagonal fill_diagonal_offset flatnonzero flatten flip
      float_matrix_types float_scalar_types float_types float_vector_types floor floor_div fmatrices fmatrix
      frow frows fscalar fscalars ftensor3 ftensor3s ftensor4 ftensor4s ftensor5 ftensor5s ftensor6
      ftensor6s ftensor7 ftensor7s full full_like functional fvector fvectors gamma gammainc gammaincc
      gammainccinv gammaincinv gammal gammaln gammau ge geomspace get_scalar_constant_value
      get_underlying_scalar_constant_value get_vector_length grad greater greater_equal gt hessian
      horizontal_stack hyp2f1 i0 i1 icol icols identity identity_like imag imatrices imatrix inc_subtensor
      inf int_div int_matrix_types int_scalar_types int_types int_vector_types interp interpolate
      interpolate1d inverse_permutation invert iround irow irows is_flat iscalar iscalars isclose isfinite
      isinf isnan isneginf isposinf itensor3 itensor3s itensor4 itensor4s itensor5 itensor5s itensor6
      itensor6s itensor7 itensor7s iv ive ivector ivectors j0 j1 jacobian join join_dims jv kn kv kve
      largest lcol lcols le less less_equal linalg linspace lmatrices lmatrix log log10 log1mexp log1p
      log1pexp log2 logaddexp logspace logsumexp lrow lrows lscalar lscalars lt ltensor3 ltensor3s ltensor4
      ltensor4s ltensor5 ltensor5s ltensor6 ltensor6s ltensor7 ltensor7s lvector lvectors make_slice math
      matmul matrices matrix matrix_transpose matvec max max_and_argmax maximum mean median mgrid min
      minimum mod moveaxis mul nan nan_to_num ndtri_exp neg neq newaxis none_type_t nonzero nonzero_values
      not_equal ogrid ones ones_like optimize or_ outer owens_t pack pad permute_row_elements pi polygamma
      pow power prod psi ptp pytensor rad2deg random ravel_multi_index real reciprocal repeat reshape
      rewriting roll round round_half_away_from_zero round_half_to_even row rows scalar scalar_from_tensor
      scalars searchsorted second set_subtensor sgn shape shape_padaxis shape_padleft shape_padright
      sharedvar sigmoid sign signal sin singledispatch sinh slice_at_axis slicetype smallest softplus sort
      special specify_broadcastable specify_shape split split_dims sqr sqrt square squeeze stack stacklists
      std sub subtensor sum swapaxes switch symbolic take take_along_axis tan tanh tensor tensor3 tensor3s
      tensor4 tensor4s tensor5 tensor5s tensor6 tensor6s tensor7 tensor7s tensor_copy tensor_from_scalar
      tensordot tile trace transfer transpose tri tri_gamma tril tril_indices tril_indices_from triu
      triu_indices triu_indices_from true_div trunc type type_other unique unpack unravel_index utils
      values_eq_approx_always_true var variable vecdot vecmat vector vectorize vectors vertical_stack wcol
      where wrow wscalar wtensor3 wtensor4 wtensor5 wtensor6 wtensor7 wvector xlogx xor zcol zeros
      zeros_like zmatrix zrow zscalar ztensor3 ztensor4 ztensor5 ztensor6 ztensor7 zvector
    `),
    nnet: words(`
    `),
    variable: words(`
      T all any arccos arccosh arcsin arcsinh arctan arctanh argmax argmin argsort astype auto_name
      broadcastable ceil choose clip clone compress conj conjugate copy cos cosh cumprod cumsum deg2rad
      diagonal dimshuffle dot dprint dtype eval exp exp2 expm1 fill flatten floor get_parents
      get_underlying_scalar_constant imag inc index log log10 log1p log2 mT max mean min name ndim nonzero
      nonzero_values norm ones_like owner owner_op owner_op_and_inputs prod ptp rad2deg ravel real repeat
      reshape round searchsorted set shape sin sinh size sort sqrt squeeze std sum swapaxes tag take tan
      tanh trace transfer transpose trunc type var zeros_like
    `),
    shared: words(`
      container default_update get_value set_value zero
    `),
  },
};

/** Names of the tensor module that warn when they are used, with the new name. */
export const deprecatedNames: Readonly<Record<LibraryName, ReadonlyMap<string, string>>> = {
  theano: new Map(),
  aesara: new Map([
    ['abs_', '`abs_` is deprecated; use `abs` instead.'],
    ['inv', '`inv` is deprecated; use `reciprocal` instead.'],
    ['true_div', '`true_div` is deprecated; use `true_divide` or `divide` instead.'],
    ['int_div', '`int_div` is deprecated; use `floor_divide` instead.'],
    ['floor_div', '`floor_div` is deprecated; use `floor_divide` instead.'],
    ['sqr', '`sqr` is deprecated; use `square` instead.'],
  ]),
  pytensor: new Map(),
};

/** Modules below the tensor module of which nothing is known yet: every name in them is refused. */
export const unknownModules: Readonly<Record<LibraryName, readonly string[]>> = {
  theano: words('shared_randomstreams extra_ops signal nlinalg slinalg raw_random'),
  aesara: words('random nlinalg slinalg extra_ops signal'),
  pytensor: words('random slinalg extra_ops linalg special signal'),
};

/**
 * Table of the settings of Theano 1.0.5, Aesara 2.9.4 and PyTensor 3.3.0 with their defaults; floatX is not among them, and
 * folders and compilers are empty here.
 */
import type { PerLibrary } from '../../../../graph/dialects.ts';
import { words } from './moduleNames.ts';

export const settingNames: PerLibrary<() => ReadonlySet<string>> = {
  theano: words(`
    DebugMode.check_c=True DebugMode.check_finite=True DebugMode.check_preallocated_output=''
    DebugMode.check_preallocated_output_ndim=4 DebugMode.check_py=True DebugMode.check_strides=0
    DebugMode.patience=10 DebugMode.warn_input_not_reused=True NanGuardMode.action='raise'
    NanGuardMode.big_is_error=True NanGuardMode.inf_is_error=True NanGuardMode.nan_is_error=True
    allow_gc=True assert_no_cpu_op='ignore' base_compiledir='' blas.check_openmp=True blas.ldflags=''
    cache_optimizations=False cast_policy='custom' check_input=True check_stack_trace='off'
    cmodule.age_thresh_use=2073600 cmodule.compilation_warning=False cmodule.debug=False
    cmodule.preload_cache=False cmodule.remove_gxx_opt=False cmodule.warn_no_version=False
    compile.timeout=120 compile.wait=5 compiledir='' compiledir_format='' compute_test_value='off'
    compute_test_value_opt='off' contexts='' conv.assert_shape=False ctc.root='' cuda.include_path=''
    cuda.root='' cxx='' cycle_detection='regular' deterministic='default' device='cpu' dnn.base_path=''
    dnn.bin_path='' dnn.conv.algo_bwd=True dnn.conv.algo_bwd_data='none' dnn.conv.algo_bwd_filter='none'
    dnn.conv.algo_fwd='small' dnn.conv.precision='as_input_f32' dnn.conv.workmem=True
    dnn.conv.workmem_bwd=True dnn.enabled='auto' dnn.include_path='' dnn.library_path=''
    exception_verbosity='low' experimental.local_alloc_elemwise=True
    experimental.local_alloc_elemwise_assert=True experimental.unpickle_gpu_on_cpu=False
    force_device=False gcc.cxxflags='' gpu.local_elemwise_fusion=True gpuarray.cache_path=''
    gpuarray.preallocate=0.0 gpuarray.sched='default' gpuarray.single_stream=True gpuarray.sync=False
    gpuelemwise.sync=True init_gpu_device='' int_division='int' lib.amdlibm=False linker='cvm'
    magma.enabled=False magma.include_path='' magma.library_path='' metaopt.optimizer_excluding=''
    metaopt.optimizer_including='' metaopt.verbose=0 mode='Mode' nocleanup=False
    numpy.seterr_all='ignore' numpy.seterr_divide='None' numpy.seterr_invalid='None'
    numpy.seterr_over='None' numpy.seterr_under='None' on_opt_error='warn' on_shape_error='warn'
    on_unused_input='raise' openmp=False openmp_elemwise_minsize=200000 optdb.max_use_ratio=8.0
    optdb.position_cutoff=inf optimizer='o4' optimizer_excluding='' optimizer_including=''
    optimizer_requiring='' optimizer_verbose=False pickle_test_value=True print_active_device=True
    print_global_stats=False print_test_value=False profile=False profile_memory=False
    profile_optimizer=False profiling.debugprint=False profiling.destination='stderr'
    profiling.ignore_first_call=False profiling.min_memory_size=1024 profiling.min_peak_memory=False
    profiling.n_apply=20 profiling.n_ops=20 profiling.output_line_width=512 profiling.time_thunks=True
    reoptimize_unpickled_function=False scan.allow_gc=False scan.allow_output_prealloc=True
    scan.debug=False tensor.cmp_sloppy=0 tensor.insert_inplace_optimizer_validate_nb=-1
    tensor.local_elemwise_fusion=True traceback.compile_limit=0 traceback.limit=8 unittests.rseed='666'
    unpickle_function=True vm.lazy=None warn.argmax_pushdown_bug=False warn.gpu_set_subtensor1=False
    warn.gpusum_01_011_0111_bug=False warn.identify_1pexp_bug=False warn.ignore_bug_before='0.9'
    warn.inc_set_subtensor1=False warn.inc_subtensor1_opt=True warn.reduce_join=False warn.round=False
    warn.signal_conv2d_interface=False warn.subtensor_merge_bug=False warn.sum_div_dimshuffle_bug=False
    warn.sum_sum_bug=False warn.vm_gc_bug=False warn_float64='ignore'
  `),
  aesara: words(`
    DebugMode__check_c=True DebugMode__check_finite=True DebugMode__check_preallocated_output=''
    DebugMode__check_preallocated_output_ndim=4 DebugMode__check_py=True DebugMode__check_strides=0
    DebugMode__patience=10 DebugMode__warn_input_not_reused=True NanGuardMode__action='raise'
    NanGuardMode__big_is_error=True NanGuardMode__inf_is_error=True NanGuardMode__nan_is_error=True
    allow_gc=True assert_no_cpu_op='ignore' base_compiledir='' blas__check_openmp=True blas__ldflags=''
    cast_policy='custom' check_input=True check_stack_trace='off' cmodule__age_thresh_use=2073600
    cmodule__compilation_warning=False cmodule__debug=False cmodule__preload_cache=False
    cmodule__remove_gxx_opt=False cmodule__warn_no_version=False compile__timeout=120 compile__wait=5
    compiledir='' compiledir_format='' compute_test_value='off' compute_test_value_opt='off'
    conv__assert_shape=False ctc__root='' cxx='' cycle_detection='regular' deterministic='default'
    device='cpu' exception_verbosity='low' experimental__local_alloc_elemwise=True
    experimental__local_alloc_elemwise_assert=True force_device=False gcc__cxxflags=''
    lib__amblibm=False linker='cvm' metaopt__optimizer_excluding='' metaopt__optimizer_including=''
    metaopt__verbose=0 mode='Mode' nocleanup=False numba__cache='' numba__fastmath=True
    numba__vectorize_target='cpu' on_opt_error='warn' on_shape_error='warn' on_unused_input='raise'
    openmp=False openmp_elemwise_minsize=200000 optdb__max_use_ratio=8.0 optdb__position_cutoff=inf
    optimizer='o4' optimizer_excluding='' optimizer_including='' optimizer_requiring=''
    optimizer_verbose=False pickle_test_value=True print_global_stats=False print_test_value=False
    profile=False profile_memory=False profile_optimizer=False profiling__debugprint=False
    profiling__destination='stderr' profiling__ignore_first_call=False profiling__min_memory_size=1024
    profiling__min_peak_memory=False profiling__n_apply=20 profiling__n_ops=20
    profiling__output_line_width=512 profiling__time_thunks=True scan__allow_gc=False
    scan__allow_output_prealloc=True tensor__cmp_sloppy=0
    tensor__insert_inplace_optimizer_validate_nb=-1 tensor__local_elemwise_fusion=True
    traceback__compile_limit=0 traceback__limit=8 unittests__rseed='666' unpickle_function=True
    vm__lazy=None warn__ignore_bug_before='0.9' warn__round=False warn_float64='ignore'
  `),
  pytensor: words(`
    DebugMode__check_c=True DebugMode__check_finite=True DebugMode__check_preallocated_output=''
    DebugMode__check_preallocated_output_ndim=4 DebugMode__check_py=True DebugMode__check_strides=0
    DebugMode__patience=10 DebugMode__warn_input_not_reused=True NanGuardMode__action='raise'
    NanGuardMode__big_is_error=True NanGuardMode__inf_is_error=True NanGuardMode__nan_is_error=True
    allow_gc=True base_compiledir='' blas__check_openmp=True blas__ldflags='' cast_policy='custom'
    check_input=True check_stack_trace='off' cmodule__age_thresh_use=2073600
    cmodule__compilation_warning=False cmodule__debug=False cmodule__preload_cache=False
    cmodule__remove_gxx_opt=False cmodule__warn_no_version=False compile__timeout=120 compile__wait=5
    compiledir='' compiledir_format='' compiler_verbose=False cxx='' cycle_detection='regular'
    exception_verbosity='low' gcc__cxxflags='' gcc_version_str='' lib__amdlibm=False linker='auto'
    mode='Mode' nocleanup=False numba__cache='' numba__fastmath=True on_opt_error='warn'
    on_shape_error='warn' on_unused_input='raise' openmp=False openmp_elemwise_minsize=200000
    optdb__max_use_ratio=8.0 optdb__position_cutoff=inf optimizer='o4' optimizer_excluding=''
    optimizer_including='' optimizer_requiring='' optimizer_verbose=False optimizer_verbose_ignore=''
    print_global_stats=False profile=False profile_memory=False profile_optimizer=False
    profiling__debugprint=False profiling__destination='stderr' profiling__ignore_first_call=False
    profiling__min_memory_size=1024 profiling__min_peak_memory=False profiling__n_apply=20
    profiling__n_ops=20 profiling__output_line_width=512 profiling__time_thunks=True
    scan__allow_gc=False scan__allow_output_prealloc=True tensor__cmp_sloppy=0
    tensor__insert_inplace_optimizer_validate_nb=-1 traceback__compile_limit=0 traceback__limit=8
    unpickle_function=True vm__lazy=None warn__ignore_bug_before='0.9' warn_float64='ignore'
  `),
};

/**
 * The device of an evaluator in a browser, a program of its own that is read when a run first needs it. Evaluators there can not share memory
 * with another thread and hence not wait for one; so they use WebGL2, which is synchronous.
 */
import { describeAdapter, type GpuDevice } from '../compile/backends/gpu/gpuDevice.ts';
import { openLibrary } from '../compile/backends/gpu/gpuLibrary.ts';
import { TextureEngine } from '../compile/backends/gpu/textureEngine.ts';

/** The name under which the program leaves its only function. */
const globalName = 'openScanLensDevice';

function openDevice(): GpuDevice | string {
  if (typeof OffscreenCanvas === 'undefined') return 'this browser has no OffscreenCanvas';
  const canvas = new OffscreenCanvas(1, 1);
  const context = canvas.getContext('webgl2');
  if (context === null) return 'this browser has no WebGL2';
  // Without it textures hold bytes.
  if (context.getExtension('EXT_color_buffer_float') === null) return 'WebGL2 without float32 here';
  const named = context.getExtension('WEBGL_debug_renderer_info');
  const renderer: unknown = context.getParameter(
    named === null ? context.RENDERER : named.UNMASKED_RENDERER_WEBGL,
  );
  const adapter = describeAdapter({ description: String(renderer) }, 'webgl2');
  return new TextureEngine(openLibrary('webgl2', { canvas, context }), adapter);
}

Object.defineProperty(self, globalName, { value: openDevice, configurable: true });

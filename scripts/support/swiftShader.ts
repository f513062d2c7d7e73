/** SwiftShader, the GPU on the CPU that every Chromium brings along: how a process finds it, for tests without a GPU. */
import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { onPath } from './chromium.ts';

const driver = 'vk_swiftshader_icd.json';
const programs = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
/** Where the script that is on the PATH starts the browser from. */
const usualFolders = ['/usr/lib/chromium', '/usr/lib/chromium-browser', '/opt/google/chrome'];

/** What a process has to have in its environment; null where there is no SwiftShader. */
export function swiftShaderEnvironment(): Readonly<Record<string, string>> | null {
  const named = process.env['SCANLENS_CHROMIUM'] ?? onPath(programs);
  const own = named !== null && existsSync(named) ? [dirname(realpathSync(named))] : [];
  const folder = [...own, ...usualFolders].find((one) => existsSync(join(one, driver)));
  if (folder === undefined) return null;
  // The loader of Vulkan lies there, too, and is often nowhere else.
  const libraries = [folder, process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':');
  return { VK_DRIVER_FILES: join(folder, driver), LD_LIBRARY_PATH: libraries };
}

/** Saves a picture where the person wants it. */
import * as vscode from 'vscode';
import type { WebviewRequest } from '../../../protocol/src/webview.ts';
import { t } from '../l10n.ts';
import { fileNameOf } from './webviewRequests.ts';

/** `uri`: the document that drew it; its folder is offered first. */
export async function savePicture(
  { format, name, data }: WebviewRequest & { readonly type: 'save' },
  uri: string,
): Promise<void> {
  const document = vscode.Uri.parse(uri);
  const folder =
    document.scheme === 'untitled'
      ? vscode.workspace.workspaceFolders?.[0]?.uri
      : vscode.Uri.joinPath(document, '..');
  const fileName = `${fileNameOf(name)}.${format}`;
  const target = await vscode.window.showSaveDialog({
    title: t('Save plot'),
    filters: { [format.toUpperCase()]: [format] },
    ...(folder === undefined ? {} : { defaultUri: vscode.Uri.joinPath(folder, fileName) }),
  });
  if (target === undefined) return;
  const bytes = format === 'svg' ? new TextEncoder().encode(data) : bytesOfBase64(data);
  await vscode.workspace.fs.writeFile(target, bytes);
}

const bytesOfBase64 = (text: string): Uint8Array => Uint8Array.from(atob(text), (each) => each.charCodeAt(0));

/** The language server's entry on Node: a child process of the editor, over IPC or stdio as its arguments say. */
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { serve } from './server.ts';

serve(createConnection(ProposedFeatures.all));

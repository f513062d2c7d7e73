/** The language server as a child process of the editor. */
import { startLanguageServer } from './nodeServer.ts';

startLanguageServer({ stdio: false });

/** Keeps the open documents as the client has them: files, and notebooks with their cells. */
import type { Connection } from 'vscode-languageserver';
import type { AnalysedText } from './analysedText.ts';
import type { Documents } from './documents.ts';
import { areCells, areChanges, areItems, isItem, isNotebookChange } from './wellFormed.ts';

export interface DocumentListener {
  opened(text: AnalysedText): void;
  changed(text: AnalysedText): void;
  /** It is not among the documents any more. */
  closed(text: AnalysedText): void;
}

/** Follows the client's messages about documents; those about unknown ones, and those without sense, are ignored. */
export function followDocuments(
  connection: Connection,
  documents: Documents,
  listener: DocumentListener,
): void {
  followFiles(connection, documents, listener);
  followNotebooks(connection, documents, listener);
}

function followFiles(connection: Connection, documents: Documents, listener: DocumentListener): void {
  connection.onDidOpenTextDocument(({ textDocument }) => {
    if (!isItem(textDocument)) return;
    const document = documents.open(textDocument);
    if (document !== null) listener.opened(document);
  });
  connection.onDidChangeTextDocument(({ textDocument, contentChanges }) => {
    const document = documents.find(textDocument.uri);
    if (document === null || !areChanges(contentChanges) || !Number.isInteger(textDocument.version)) return;
    document.change(contentChanges, textDocument.version);
    listener.changed(document);
  });
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    const document = documents.find(uri);
    if (document === null) return;
    documents.close(uri);
    listener.closed(document);
  });
}

function followNotebooks(connection: Connection, documents: Documents, listener: DocumentListener): void {
  const { synchronization } = connection.notebooks;
  synchronization.onDidOpenNotebookDocument(({ notebookDocument: { uri, cells }, cellTextDocuments }) => {
    if (typeof uri !== 'string' || !areCells(cells) || !areItems(cellTextDocuments)) return;
    const notebook = documents.openNotebook(uri, cells, cellTextDocuments);
    if (notebook !== null) listener.opened(notebook);
  });
  synchronization.onDidChangeNotebookDocument(({ notebookDocument: { uri }, change }) => {
    const notebook = documents.findNotebook(uri);
    if (notebook === null || !isNotebookChange(change)) return;
    notebook.change(change);
    listener.changed(notebook);
  });
  synchronization.onDidCloseNotebookDocument(({ notebookDocument: { uri } }) => {
    const notebook = documents.findNotebook(uri);
    if (notebook === null) return;
    documents.closeNotebook(uri);
    listener.closed(notebook);
  });
}

/** The language server: documents in, diagnostics, hovers and actions out. */
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionKind,
  type Connection,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  MarkupKind,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { VERSION } from '../version.ts';
import { actionsFor, FIX_ALL } from './actions.ts';
import { diagnosticsOf } from './diagnostics.ts';
import { hoverAt } from './hover.ts';
import { createSession, type Host } from './session.ts';

/** Files that a policy is read from. */
const TEAM_FILES = '**/*.{yml,yaml,csv,json}';

/** Serves a client until it leaves; the connection ends the process then. */
export function serve(connection: Connection, host: Host): void {
  const documents = new TextDocuments(TextDocument);
  const session = createSession(connection, documents, host);
  let client: ClientCapabilities = {};

  connection.onInitialize((params): InitializeResult => {
    client = params.capabilities;
    session.open(foldersOf(params));
    return {
      serverInfo: { name: 'jd-review', version: VERSION },
      capabilities: {
        positionEncoding: 'utf-16',
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        hoverProvider: true,
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  });

  connection.onInitialized(() => {
    if (client.workspace?.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) =>
        session.move(paths(added), paths(removed)),
      );
    }
    if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration) {
      connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: TEAM_FILES }] });
    }
    session.reload();
  });
  connection.onDidChangeWatchedFiles(() => session.reload());

  connection.onHover(async ({ textDocument, position }) => {
    const found = await session.reviewed(textDocument.uri);
    if (!found) return null;
    const markdown = client.textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) ?? false;
    return hoverAt(found.document, found.reviewed, found.document.offsetAt(position), { markdown, ...host });
  });

  connection.onCodeAction(async ({ textDocument, range, context }, token): Promise<CodeAction[]> => {
    const found = await session.reviewed(textDocument.uri);
    if (!found) return [];
    const { document, reviewed } = found;
    const told = diagnosticsOf(document, reviewed, host.pageOf);
    const asked = {
      span: { start: document.offsetAt(range.start), end: document.offsetAt(range.end) },
      ...(context.only ? { only: context.only } : {}),
      isCancelled: () => token.isCancellationRequested,
    };
    const actions = await actionsFor(document, reviewed, asked, ({ rule, span }) =>
      told.find(({ code, range }) => code === rule && document.offsetAt(range.start) === span.start),
    );
    const versioned = client.workspace?.workspaceEdit?.documentChanges === true;
    return actions.map(({ edits, ...action }) => ({
      ...action,
      edit: versioned
        ? { documentChanges: [{ textDocument: { uri: document.uri, version: document.version }, edits: [...edits] }] }
        : { changes: { [document.uri]: [...edits] } },
    }));
  });

  documents.listen(connection);
  connection.listen();
}

/** The folders that a client opens, of those on a disk. */
function foldersOf({ workspaceFolders, rootUri, rootPath }: InitializeParams): string[] {
  if (workspaceFolders) return paths(workspaceFolders);
  const root = rootUri ?? (rootPath ? pathToFileURL(rootPath).href : undefined);
  return root ? paths([{ uri: root }]) : [];
}

function paths(folders: readonly { readonly uri: string }[]): string[] {
  return folders.flatMap(({ uri }) =>
    uri.startsWith('file:') ? [fileURLToPath(uri).replace(/(.)[/\\]+$/, '$1')] : [],
  );
}

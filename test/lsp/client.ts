/** A language client over standard input and output, as editors are: it knows nothing of the server but the protocol. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  type ClientCapabilities,
  type CodeAction,
  createProtocolConnection,
  type Diagnostic,
  type Hover,
  type InitializeResult,
  type ProtocolConnection,
  type Range,
  type TextDocumentContentChangeEvent,
  type TextEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** The built program. */
export const BUILT = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
export const isBuilt = existsSync(BUILT);

/** Day that postings are judged by. */
export const TODAY = '2026-11-22';

const CAPABILITIES: ClientCapabilities = {
  workspace: {
    workspaceFolders: true,
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceEdit: { documentChanges: true },
  },
  textDocument: { hover: { contentFormat: ['markdown', 'plaintext'] }, publishDiagnostics: { versionSupport: true } },
};

export interface Client {
  readonly connection: ProtocolConnection;
  readonly process: ChildProcess;
  readonly answer: InitializeResult;
  /** Methods that the server asked to be told of. */
  readonly registered: readonly string[];
  /** All diagnostics that came, in their order. */
  readonly told: readonly { readonly uri: string; readonly version?: number; readonly diagnostics: Diagnostic[] }[];
  open(uri: string, text: string, languageId?: string): void;
  change(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): void;
  /** The next diagnostics of a document for which a condition holds; those that came already count as well. */
  diagnostics(uri: string, holds?: (diagnostics: Diagnostic[]) => boolean): Promise<Diagnostic[]>;
  hover(uri: string, line: number, character: number): Promise<Hover | null>;
  actions(uri: string, range: Range, only?: string[]): Promise<CodeAction[]>;
  watched(...files: readonly string[]): void;
  /** Ends as the protocol says, and gives the exit code. */
  leave(): Promise<number | null>;
  readonly ended: Promise<number | null>;
}

export interface ClientOptions {
  readonly capabilities?: ClientCapabilities;
  readonly folders?: readonly string[];
  readonly processId?: number | null;
  readonly args?: readonly string[];
  /** What Node is started with, in place of the built program and its arguments. */
  readonly command?: readonly string[];
}

export const uriOf = (...parts: readonly string[]) => pathToFileURL(join(...parts)).href;

const running: Client[] = [];

/** Ends the servers that a test has left. */
export function endAll(): void {
  for (const { process: server } of running.splice(0)) server.kill();
}

/** Starts the built server and greets it. */
export async function startClient(folder: string, options: ClientOptions = {}): Promise<Client> {
  const command = options.command ?? [BUILT, 'lsp', '--today', TODAY, ...(options.args ?? [])];
  const server = spawn(process.execPath, command, {
    cwd: folder,
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve) => server.on('exit', resolve));
  const connection = createProtocolConnection(server.stdout, server.stdin);
  const told: { uri: string; version?: number; diagnostics: Diagnostic[] }[] = [];
  const registered: string[] = [];
  const waiting = new Set<() => void>();
  connection.onNotification('textDocument/publishDiagnostics', (params: (typeof told)[number]) => {
    told.push(params);
    for (const look of waiting) look();
  });
  connection.onRequest('client/registerCapability', ({ registrations }: { registrations: { method: string }[] }) => {
    registered.push(...registrations.map(({ method }) => method));
  });
  connection.listen();
  const folders = options.folders ?? [folder];
  const answer: InitializeResult = await connection.sendRequest('initialize', {
    processId: options.processId ?? null,
    rootUri: null,
    capabilities: options.capabilities ?? CAPABILITIES,
    workspaceFolders: folders.map((each) => ({ uri: uriOf(each), name: each })),
  });
  await connection.sendNotification('initialized', {});
  const send = (method: string, params: object) => void connection.sendNotification(method, params);
  const client: Client = {
    connection,
    process: server,
    answer,
    registered,
    told,
    ended,
    open: (uri, text, languageId = 'markdown') =>
      send('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } }),
    change: (uri, version, contentChanges) =>
      send('textDocument/didChange', { textDocument: { uri, version }, contentChanges }),
    diagnostics(uri, holds = () => true) {
      return new Promise((resolve, reject) => {
        const look = () => {
          const last = told.findLast((each) => each.uri === uri);
          if (!last || !holds(last.diagnostics)) return;
          waiting.delete(look);
          resolve(last.diagnostics);
        };
        waiting.add(look);
        ended.then(() => reject(new Error('the server has ended')));
        look();
      });
    },
    hover: (uri, line, character) =>
      connection.sendRequest('textDocument/hover', { textDocument: { uri }, position: { line, character } }),
    actions: async (uri, range, only) =>
      (await connection.sendRequest('textDocument/codeAction', {
        textDocument: { uri },
        range,
        context: { diagnostics: [], ...(only ? { only } : {}) },
      })) as CodeAction[],
    watched: (...files) =>
      send('workspace/didChangeWatchedFiles', { changes: files.map((file) => ({ uri: uriOf(file), type: 2 })) }),
    async leave() {
      await connection.sendRequest('shutdown');
      send('exit', {});
      return ended;
    },
  };
  running.push(client);
  return client;
}

/** A text after an action of one document. */
export function after(text: string, action: CodeAction): string {
  const [change] = action.edit?.documentChanges ?? [];
  const edits = (
    change && 'edits' in change ? change.edits : Object.values(action.edit?.changes ?? {}).flat()
  ) as TextEdit[];
  return TextDocument.applyEdits(TextDocument.create('file:///a.md', 'markdown', 1, text), edits);
}

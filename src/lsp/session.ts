/** What a client has open, and what it was told of it. */
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Connection, TextDocuments } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Day } from '../types/place.ts';
import { diagnosticsOf, type PageOf, problemDiagnostic, unreviewed } from './diagnostics.ts';
import type { SourceOf } from './hover.ts';
import { judgeText, type Reviewed } from './reviewed.ts';
import { createRoots, folderOf, type Load, type Root } from './root.ts';

/** What the server needs besides its client. */
export interface Host {
  readonly load: Load;
  readonly today: () => Day;
  readonly pageOf: PageOf;
  readonly sourceOf: SourceOf;
}

/** How long a text rests before it is reviewed, in milliseconds. */
const REST = 150;

/** Documents of this ending may be files of the team. */
const TEAM_FILE = /\.(?:ya?ml|csv|json)$/i;

export interface Session {
  readonly open: (folders: readonly string[]) => void;
  readonly move: (added: readonly string[], removed: readonly string[]) => void;
  /** Reads the team's files anew, and reviews all again. */
  readonly reload: () => void;
  /** An open posting as it is now. */
  readonly reviewed: (uri: string) => Promise<{ document: TextDocument; reviewed: Reviewed } | undefined>;
}

/** A session on documents that a connection keeps. */
export function createSession(connection: Connection, documents: TextDocuments<TextDocument>, host: Host): Session {
  const waiting = new Map<string, NodeJS.Timeout>();
  const kept = new Map<string, { readonly version: number; readonly root: Root; readonly answer: Answer }>();
  /** Files of the team that something was told of. */
  let faulty: ReadonlySet<string> = new Set();
  let folders: readonly string[] = [];
  const openAs = (file: string) => documents.all().find(({ uri }) => fileOf(uri) === file);
  const roots = createRoots(host.load, (file) => openAs(file)?.getText());

  const rootOf = (uri: string): Promise<Root> => {
    const file = fileOf(uri);
    return roots.of(file === undefined ? (folders[0] ?? process.cwd()) : folderOf(file, folders));
  };

  async function answerTo(uri: string): Promise<{ document: TextDocument; answer: Answer } | undefined> {
    const root = await rootOf(uri);
    const document = documents.get(uri);
    if (!document) return undefined;
    const { version } = document;
    const last = kept.get(uri);
    if (last && last.version === version && last.root === root) return { document, answer: last.answer };
    const answer = answerOn(document, root, host);
    kept.set(uri, { version, root, answer });
    return { document, answer };
  }

  async function tell(uri: string): Promise<void> {
    const version = documents.get(uri)?.version;
    const told = await answerTo(uri);
    // While the policy was read the text may have moved on: then its own turn comes.
    if (!told || told.document.version !== version || TEAM_FILE.test(uri)) return;
    const diagnostics = diagnosticsFor(told.document, told.answer, host);
    await connection.sendDiagnostics({ uri, version, diagnostics });
  }

  async function tellTeam(): Promise<void> {
    const inUse = new Set(folders.map((folder) => roots.of(folder)));
    for (const { uri } of documents.all()) inUse.add(rootOf(uri));
    const byFile = new Map<string, Root['problems']>();
    for (const root of new Set(await Promise.all(inUse))) {
      for (const problem of root.problems) byFile.set(problem.file, [...(byFile.get(problem.file) ?? []), problem]);
    }
    for (const file of new Set([...faulty, ...byFile.keys()])) {
      const uri = openAs(file)?.uri ?? pathToFileURL(file).href;
      await connection.sendDiagnostics({ uri, diagnostics: (byFile.get(file) ?? []).map(problemDiagnostic) });
    }
    faulty = new Set(byFile.keys());
  }

  /** Does something for a document once it rests; what was to be done before is left out. */
  function later(key: string, work: () => Promise<void>): void {
    clearTimeout(waiting.get(key));
    const run = () => {
      waiting.delete(key);
      work().catch((error: unknown) => connection.console.error(`jd-review: ${reasonOf(error)}`));
    };
    waiting.set(key, setTimeout(run, REST));
  }

  function reload(): void {
    later('', async () => {
      roots.forget();
      await tellTeam();
      await Promise.all(documents.all().map(({ uri }) => tell(uri)));
    });
  }

  documents.onDidChangeContent(({ document: { uri } }) => {
    if (TEAM_FILE.test(uri)) reload();
    else later(uri, () => tell(uri));
  });
  documents.onDidSave(({ document: { uri } }) => {
    if (TEAM_FILE.test(uri)) reload();
  });
  documents.onDidClose(({ document: { uri } }) => {
    clearTimeout(waiting.get(uri));
    waiting.delete(uri);
    kept.delete(uri);
    // What was typed and not saved no longer holds.
    if (TEAM_FILE.test(uri)) reload();
    else void connection.sendDiagnostics({ uri, diagnostics: [] });
  });

  return {
    open(given) {
      folders = given;
    },
    move(added, removed) {
      folders = [...folders.filter((folder) => !removed.includes(folder)), ...added];
      reload();
    },
    reload,
    async reviewed(uri) {
      const told = await answerTo(uri);
      return told?.answer && 'judged' in told.answer ? { document: told.document, reviewed: told.answer } : undefined;
    },
  };
}

/** A review, why there is none, or nothing where the document is no posting. */
type Answer = ReturnType<typeof judgeText> | { readonly problem: string };

function answerOn(document: TextDocument, root: Root, { today }: Host): Answer {
  const { isFaulty, pathOf, standing } = root;
  const file = fileOf(document.uri);
  const isMdx = document.languageId === 'mdx';
  if (file === undefined && !isMdx && document.languageId !== 'markdown') return undefined;
  const path = file === undefined ? `untitled.${isMdx ? 'mdx' : 'md'}` : pathOf(file);
  // A text that lies nowhere yet is a posting where it has a posting's shape.
  const stands = file === undefined ? 'shared' : standing(path);
  const answer = judgeText({ text: document.getText(), path, standing: stands }, root, today());
  return answer && isFaulty ? { problem: FAULTY } : answer;
}

function diagnosticsFor(document: TextDocument, answer: Answer, { pageOf }: Host) {
  if (answer === undefined) return [];
  return 'problem' in answer ? [unreviewed(answer.problem)] : diagnosticsOf(document, answer, pageOf);
}

const FAULTY =
  'This posting is not reviewed until the faults of the configuration are mended: see .github/jd-review.yml and the files that it names.';

/** The path of a document on a disk. */
function fileOf(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

import { createHash } from 'node:crypto';
import type { CheckText, Note } from '../types/review.ts';
import { ApiError, type Client } from './client.ts';
import { type CheckPlace, findCheck } from './own-check.ts';
import type { Denied } from './permissions.ts';
import { ROUTES } from './requests.ts';

export interface CheckPosted {
  /** Number in the address of the check's page. */
  readonly number?: number;
  /** Node, for further annotations. */
  readonly id?: string;
  /** Annotations that stand. */
  readonly noted: number;
  readonly denied?: Denied;
  readonly failed?: string;
}

/** Annotations that GitHub takes in one request. */
export const NOTES_A_REQUEST = 50;

/** Name of a check's content: the same content is not posted twice. */
export function checkDigest(text: CheckText): string {
  return `jd-review:${createHash('sha256').update(JSON.stringify(text)).digest('hex').slice(0, 32)}`;
}

/**
 * Makes the check in one request, completed from the start: a token of a workflow may not complete it later. The first
 * fifty annotations go with it.
 */
export async function postCheck(
  client: Client,
  place: CheckPlace,
  text: CheckText,
  again = true,
): Promise<CheckPosted> {
  const digest = checkDigest(text);
  try {
    const { data } = await client.write(ROUTES.newCheck, {
      ...place.repository,
      name: place.check,
      head_sha: place.head,
      external_id: digest,
      status: 'completed',
      conclusion: text.conclusion,
      output: {
        title: text.title,
        summary: text.summary,
        ...(text.text === undefined ? {} : { text: text.text }),
        annotations: text.notes.slice(0, NOTES_A_REQUEST).map(annotationOf),
      },
    });
    const { id, node_id } = data as { id?: number; node_id?: string };
    return {
      ...(id === undefined ? {} : { number: id }),
      ...(node_id === undefined ? {} : { id: node_id }),
      noted: Math.min(NOTES_A_REQUEST, text.notes.length),
    };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (error.uncertain) {
      await client.wait(1);
      const there = await findCheck(client, place);
      if (there?.externalId === digest) {
        return { number: there.number, id: there.id, noted: there.annotations };
      }
      if (again) return postCheck(client, place, text, false);
    }
    if (error.status === 403 || error.status === 404 || error.status === 401) {
      return { noted: 0, denied: { what: 'check', ...(error.accepted ? { accepted: error.accepted } : {}) } };
    }
    return { noted: 0, failed: error.reasons[0] ?? error.message };
  }
}

function annotationOf(note: Note): Record<string, unknown> {
  const columns =
    note.startLine === note.endLine && note.startColumn !== undefined && note.endColumn !== undefined
      ? { start_column: note.startColumn, end_column: note.endColumn }
      : {};
  return {
    path: note.path,
    start_line: note.startLine,
    end_line: note.endLine,
    ...columns,
    annotation_level: note.level,
    title: note.title,
    message: note.message,
  };
}

/** The annotations past the first fifty, as inputs of `updateCheckRun`: each appends fifty. */
export function furtherNotes(
  repositoryId: string,
  check: { readonly id: string; readonly noted: number },
  text: CheckText,
): readonly Readonly<Record<string, unknown>>[] {
  const inputs: Record<string, unknown>[] = [];
  for (let from = check.noted; from < text.notes.length; from += NOTES_A_REQUEST) {
    inputs.push({
      repositoryId,
      checkRunId: check.id,
      output: {
        title: text.title,
        summary: text.summary,
        ...(text.text === undefined ? {} : { text: text.text }),
        annotations: text.notes.slice(from, from + NOTES_A_REQUEST).map((note) => ({
          path: note.path,
          location: { startLine: note.startLine, endLine: note.endLine },
          annotationLevel: note.level.toUpperCase(),
          title: note.title,
          message: note.message,
        })),
      },
    });
  }
  return inputs;
}

/** The text that is being written: CodeMirror with findings underlined, in a shadow root of its own. */
import { defaultKeymap, history, historyKeymap, undo } from '@codemirror/commands';
import { type Diagnostic, linter, lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { EditorState, StateEffect, StateField, type Text } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, keymap, placeholder } from '@codemirror/view';
import type { Edit, Severity, Span } from '../types/place.ts';
import { element } from './element.ts';
import type { Fixes } from './fixes-offered.ts';
import { capital, withCode } from './prose.ts';
import type { Look, Shown } from './protocol.ts';
import { editorTheme } from './theme.ts';

/** The editor as the page uses it. Line breaks of its text are line feeds. */
export interface Editor {
  text(): string;
  /** Puts a text in place of the whole; it can be undone. */
  replace(text: string): void;
  apply(edits: readonly Edit[]): void;
  /** Underlines what was found in the text that stands there now. */
  show(look: Look, fixes: Fixes): void;
  /** Selects a span, brings it into sight and takes the focus. */
  goTo(span: Span): void;
  undo(): void;
}

/** What happens in the editor. */
export interface EditorEvents {
  changed(): void;
  /** The caret went to an offset without the text being changed. */
  moved(offset: number): void;
  /** The fix of a finding is asked for. */
  fix(shown: Shown): void;
}

const SEVERITIES: Readonly<Record<Severity, Diagnostic['severity']>> = {
  error: 'error',
  warning: 'warning',
  notice: 'info',
};

/** Makes the editor in an element, with its first text. */
export function createEditor(parent: HTMLElement, text: string, on: EditorEvents): Editor {
  // In a shadow root CodeMirror's styles are style sheets of their own kind, which a strict policy of content lets pass.
  const root = parent.attachShadow({ mode: 'open' });
  const view = new EditorView({
    parent: root as unknown as HTMLElement,
    root,
    state: EditorState.create({
      doc: text,
      extensions: [
        history(),
        keymap.of([...lintKeymap, ...defaultKeymap, ...historyKeymap]),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({
          'aria-label': 'The posting',
          tabindex: '0',
          spellcheck: 'true',
          autocapitalize: 'sentences',
        }),
        placeholder('Paste a job posting here, or start to write one.'),
        lintGutter(),
        linter(null),
        marks,
        editorTheme,
        EditorView.updateListener.of((update) => {
          if (update.docChanged) on.changed();
          else if (update.selectionSet) on.moved(update.state.selection.main.head);
        }),
      ],
    }),
  });

  return {
    text: () => view.state.doc.toString(),
    replace: (next) =>
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: next },
        selection: { anchor: 0 },
        scrollIntoView: true,
        userEvent: 'input.replace',
      }),
    apply: (edits) =>
      view.dispatch({
        changes: edits.map(({ span, text: insert }) => ({ from: span.start, to: span.end, insert })),
        effects: edits.slice(0, 1).map(({ span }) => EditorView.scrollIntoView(span.start, { yMargin: 60 })),
        userEvent: 'input.fix',
      }),
    show: (look, fixes) => {
      const diagnostics = look.shown
        .filter(({ finding }) => !finding.waived)
        .map((each) => diagnosticOf(each, fixes.offers(each), on));
      const transaction = setDiagnostics(view.state, diagnostics);
      view.dispatch(transaction, { effects: markLines.of(look) });
    },
    goTo: ({ start, end }) => {
      view.focus();
      view.dispatch({
        selection: { anchor: end, head: start },
        effects: EditorView.scrollIntoView(start, { y: 'center' }),
      });
    },
    undo: () => void undo(view),
  };
}

function diagnosticOf(shown: Shown, mends: boolean, on: EditorEvents): Diagnostic {
  const { finding, title } = shown;
  return {
    from: finding.span.start,
    to: finding.span.end,
    severity: SEVERITIES[finding.severity],
    source: finding.rule,
    message: finding.message,
    renderMessage: () =>
      element('div', {}, [element('strong', {}, [title]), element('div', {}, withCode(capital(finding.message)))]),
    ...(mends ? { actions: [{ name: 'Apply the fix', apply: () => on.fix(shown) }] } : {}),
  };
}

/** Tells which lines are header and headings. */
const markLines = StateEffect.define<Look>();

const marks = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(value, transaction) {
    const look = transaction.effects.find((effect) => effect.is(markLines))?.value;
    return look ? linesOf(look, transaction.state.doc) : value.map(transaction.changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

const headerLine = Decoration.line({ class: 'header-line' });
const headingLine = Decoration.line({ class: 'heading-line' });

/** What the engine reads as header and as headings, and nothing else, looks so. */
function linesOf({ frontmatter, headings }: Look, doc: Text): DecorationSet {
  const ranges = headings
    .filter(({ start }) => start >= frontmatter.end && start <= doc.length)
    .map(({ start }) => headingLine.range(doc.lineAt(start).from));
  const end = Math.min(frontmatter.end, doc.length);
  for (let at = frontmatter.start; at < end; at = doc.lineAt(at).to + 1) {
    ranges.push(headerLine.range(doc.lineAt(at).from));
  }
  return Decoration.set(ranges, true);
}

/** The editor's library, in a module of its own so that it is loaded only where somebody edits. */
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { bracketMatching, foldGutter, foldKeymap, syntaxTree } from '@codemirror/language';
import { setDiagnostics } from '@codemirror/lint';
import { highlightSelectionMatches, openSearchPanel, search, searchKeymap } from '@codemirror/search';
import { EditorState, type Extension, RangeSetBuilder } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightSpecialChars,
  keymap,
  lineNumbers,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view';
import type { JsonProblem } from './scan-json.ts';

export interface JsonCodeViewOptions {
  readonly label: string;
  readonly text: string;
  readonly isReadOnly: boolean;
  readonly hasFocus: boolean;
  /** The search panel's words by those of the library. */
  readonly searchTexts: Readonly<Record<string, string>>;
  onChange(length: number): void;
  onBlur(): void;
  onSubmit(): void;
}

export interface JsonCodeView {
  text(): string;
  replace(text: string): void;
  markProblem(problem: JsonProblem | undefined): void;
  goTo(offset: number): void;
  openSearch(): void;
  close(): void;
}

/** By the names that the grammar gives its nodes. */
const classes: Readonly<Record<string, Decoration>> = {
  PropertyName: Decoration.mark({ class: 'json-name' }),
  String: Decoration.mark({ class: 'json-string' }),
  Number: Decoration.mark({ class: 'json-number' }),
  True: Decoration.mark({ class: 'json-literal' }),
  False: Decoration.mark({ class: 'json-literal' }),
  Null: Decoration.mark({ class: 'json-literal' }),
};

export function openJsonCodeView(parent: HTMLElement, options: JsonCodeViewOptions): JsonCodeView {
  const view = new EditorView({
    parent,
    state: EditorState.create({ doc: options.text, extensions: extensions(options) }),
  });
  if (options.hasFocus) view.focus();
  return {
    text: () => view.state.doc.toString(),
    replace: (text) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } }),
    markProblem: (problem) =>
      view.dispatch(setDiagnostics(view.state, problem === undefined ? [] : [diagnostic(view, problem)])),
    goTo: (offset) => {
      view.dispatch({ selection: { anchor: Math.min(offset, view.state.doc.length) }, scrollIntoView: true });
      view.focus();
    },
    openSearch: () => openSearchPanel(view),
    close: () => view.destroy(),
  };
}

function extensions({ label, isReadOnly, searchTexts, onChange, onBlur, onSubmit }: JsonCodeViewOptions): Extension {
  const submit = () => {
    onSubmit();
    return true;
  };
  const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce;
  return [
    nonce === undefined ? [] : EditorView.cspNonce.of(nonce),
    lineNumbers(),
    foldGutter(),
    history(),
    drawSelection(),
    highlightSpecialChars(),
    highlightActiveLine(),
    highlightSelectionMatches(),
    bracketMatching(),
    json(),
    colours,
    search({ top: true }),
    EditorState.phrases.of(searchTexts),
    EditorState.readOnly.of(isReadOnly),
    EditorState.tabSize.of(2),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
    keymap.of([
      { key: 'Mod-Enter', run: submit },
      ...searchKeymap,
      ...foldKeymap,
      ...historyKeymap,
      ...defaultKeymap,
      // Tab leaves a field that is only read.
      ...(isReadOnly ? [] : [indentWithTab]),
    ]),
    EditorView.domEventHandlers({ blur: onBlur }),
    EditorView.updateListener.of(({ docChanged, state }) => {
      if (docChanged) onChange(state.doc.length);
    }),
  ];
}

/** Colours what is seen, by the classes of our own style sheet. */
const colours = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = coloured(view);
    }

    update(update: ViewUpdate): void {
      if (update.docChanged || update.viewportChanged || syntaxTree(update.startState) !== syntaxTree(update.state)) {
        this.decorations = coloured(update.view);
      }
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

function coloured(view: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  for (const { from, to } of view.visibleRanges) {
    syntaxTree(view.state).iterate({
      from,
      to,
      enter: (node) => {
        const decoration = classes[node.name];
        if (decoration !== undefined && node.to > node.from) builder.add(node.from, node.to, decoration);
      },
    });
  }
  return builder.finish();
}

function diagnostic(view: EditorView, { offset, found }: JsonProblem) {
  const to = Math.min(offset + Math.max(1, found.length), view.state.doc.length);
  // At the end of the text nothing is left to mark but what stands before.
  const from = Math.max(0, Math.min(offset, to - 1));
  return { from, to, severity: 'error' as const, message: '' };
}

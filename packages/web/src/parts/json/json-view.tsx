import { ChevronDown, ChevronRight } from '@carbon/icons-react';
import { useEffect, useState } from 'react';
import { useTexts } from '../../texts/use-texts.ts';
import './json.scss';
import { ExactNumber, parseJson } from './parse-json.ts';

/** Of a list or an object so many are drawn at once; the rest on demand. */
const CHILDREN_SHOWN = 100;
/** Of a string so many characters are drawn at once. */
const STRING_SHOWN = 500;
/** Nodes with no more children are open from the start. */
const OPEN_CHILDREN_MAX = 20;
const OPEN_DEPTH_MAX = 2;

/** A JSON value as a tree to look at: opened level by level, drawn as text whatever it says. */
export function JsonView({ text, label }: { readonly text: string; readonly label: string }) {
  const [parsed, setParsed] = useState<{ readonly text: string; readonly value?: unknown; readonly isJson: boolean }>();
  // After the page is drawn: megabytes take a moment.
  useEffect(() => {
    try {
      setParsed({ text, value: parseJson(text), isJson: true });
    } catch {
      setParsed({ text, isJson: false });
    }
  }, [text]);
  if (parsed === undefined || parsed.text !== text) return null;
  return (
    <div className="json-view" role="group" aria-label={label}>
      {parsed.isJson ? <JsonNode value={parsed.value} depth={0} /> : <LongText text={text} className="json-string" />}
    </div>
  );
}

interface JsonNodeProps {
  readonly name?: string;
  readonly value: unknown;
  readonly depth: number;
}

function JsonNode({ name, value, depth }: JsonNodeProps) {
  const { json } = useTexts().parts;
  const size = sizeOf(value);
  const [isOpen, setOpen] = useState(depth < OPEN_DEPTH_MAX && (size ?? 0) <= OPEN_CHILDREN_MAX);
  const [shown, setShown] = useState(CHILDREN_SHOWN);
  if (size === undefined) {
    return (
      <div className="json-node">
        {name !== undefined && <JsonName name={name} />}
        <JsonLeaf value={value} />
      </div>
    );
  }
  const isList = Array.isArray(value);
  const brackets = isList ? '[]' : '{}';
  if (size === 0) {
    return (
      <div className="json-node">
        {name !== undefined && <JsonName name={name} />}
        <span>{brackets}</span>
      </div>
    );
  }
  return (
    <div className="json-node">
      <button type="button" className="json-toggle" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isOpen ? <ChevronDown size={16} aria-hidden /> : <ChevronRight size={16} aria-hidden />}
        {name !== undefined && <JsonName name={name} />}
        <span className="json-size">{isList ? json.items(size) : json.properties(size)}</span>
      </button>
      {isOpen && (
        <div>
          {childrenOf(value, shown).map(([childName, child]) => (
            <JsonNode key={childName} name={childName} value={child} depth={depth + 1} />
          ))}
          {size > shown && (
            <button type="button" className="json-more" onClick={() => setShown(shown + CHILDREN_SHOWN)}>
              {json.more(size - shown)}
            </button>
          )}
        </div>
      )}
    </div>
  );
}

function JsonName({ name }: { readonly name: string }) {
  return <span className="json-name">{name}: </span>;
}

function JsonLeaf({ value }: { readonly value: unknown }) {
  if (value instanceof ExactNumber) return <span className="json-number">{value.source}</span>;
  if (typeof value === 'string') return <LongText text={JSON.stringify(value)} className="json-string" />;
  return <span className={typeof value === 'number' ? 'json-number' : 'json-literal'}>{String(value)}</span>;
}

function LongText({ text, className }: { readonly text: string; readonly className: string }) {
  const { json } = useTexts().parts;
  const [shown, setShown] = useState(STRING_SHOWN);
  return (
    <>
      <span className={className}>{text.length > shown ? `${text.slice(0, shown)}…` : text}</span>
      {text.length > shown && (
        <button type="button" className="json-more" onClick={() => setShown(shown * 20)}>
          {json.moreCharacters(text.length - shown)}
        </button>
      )}
    </>
  );
}

/** `undefined` = has no children. */
function sizeOf(value: unknown): number | undefined {
  if (Array.isArray(value)) return value.length;
  if (typeof value !== 'object' || value === null || value instanceof ExactNumber) return undefined;
  return Object.keys(value).length;
}

function childrenOf(value: unknown, count: number): readonly (readonly [string, unknown])[] {
  if (Array.isArray(value)) return value.slice(0, count).map((item, index) => [String(index), item] as const);
  return Object.keys(value as object)
    .slice(0, count)
    .map((name) => [name, (value as Record<string, unknown>)[name]] as const);
}

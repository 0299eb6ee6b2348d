/** Owns reading a policy file in JSON into nodes with places: duplicate names and hostile ones are faults. */
import { type Node, type ParseError, parseTree } from 'jsonc-parser';
import { type Message, messages } from '../messages/messages.ts';
import { term } from '../messages/value.ts';
import { syntaxProblem } from '../text/json-input.ts';
import {
  MAX_DEPTH,
  type Origin,
  type PolicyEntry,
  type PolicyFault,
  type PolicyNode,
  placesIn,
  policyFileWords,
  type ReadSource,
} from './source-tree.ts';

const words = messages('policy-json', {
  notJson: 'not JSON: {problem}',
  twice: '“{key}” stands here a second time; the first one is used',
});

/** Deeper than this the parser itself would run out of stack. */
const tooDeep = (text: string): number | null => {
  let depth = 0;
  let inText = false;
  for (let index = 0; index < text.length; index++) {
    const sign = text[index];
    if (inText) {
      if (sign === '\\') index += 1;
      else if (sign === '"') inText = false;
    } else if (sign === '"') inText = true;
    else if (sign === '{' || sign === '[') {
      depth += 1;
      if (depth > MAX_DEPTH) return index;
    } else if (sign === '}' || sign === ']') depth -= 1;
  }
  return null;
};

/** Reads JSON. A fault in how it is written leaves no values: what stands behind it could mean anything. */
export const readJsonPolicy = (source: string, text: string): ReadSource => {
  const placeAt = placesIn(text);
  const origin = (offset: number): Origin => ({ source, place: placeAt(offset) });
  const fault = (offset: number, message: Message): PolicyFault => ({ origin: origin(offset), message, decides: true });
  const deep = tooDeep(text);
  if (deep !== null) return { root: null, faults: [fault(deep, policyFileWords.deep)] };
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false });
  const [first] = errors;
  if (first !== undefined || tree === undefined)
    return { root: null, faults: [fault(first?.offset ?? 0, words.notJson({ problem: syntaxProblem(first) }))] };

  const faults: PolicyFault[] = [];
  const nodeOf = (node: Node): PolicyNode => {
    const at = origin(node.offset);
    if (node.type === 'array') return { kind: 'list', origin: at, items: (node.children ?? []).map(nodeOf) };
    if (node.type !== 'object') return { kind: 'scalar', origin: at, value: node.value };
    const known = new Set<string>();
    const entries = (node.children ?? []).flatMap(({ children: [name, value] = [] }): PolicyEntry[] => {
      if (name === undefined || value === undefined) return [];
      const key = String(name.value);
      if (known.has(key)) {
        faults.push(fault(name.offset, words.twice({ key: term(key) })));
        return [];
      }
      known.add(key);
      return [{ key, origin: origin(name.offset), value: nodeOf(value) }];
    });
    return { kind: 'map', origin: at, entries };
  };
  return { root: nodeOf(tree), faults };
};

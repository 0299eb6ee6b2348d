/** Owns reading a policy file in YAML 1.2 into nodes with places. Of YAML only what a policy needs: no anchors, tags, documents. */
import {
  Composer,
  CST,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  type Node,
  Parser,
  type YAMLParseError,
} from 'yaml';
import { type Message, messages } from '../messages/messages.ts';
import { quote, term } from '../messages/value.ts';
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

const words = messages('policy-yaml', {
  second: 'a second document begins here; a policy is one',
  directive: 'leave out the line that begins with {sign}',
  notYaml: 'not YAML: {problem}',
  alias: 'a policy has no aliases; write the value here as well',
  tag: 'a policy has no tags; leave out what begins with “{sign}”',
  anchor: 'a policy has no anchors; leave out what begins with “{sign}”',
  name: 'a name must be plain text; put it into double quotes',
});

/** What goes wrong most, in words that name the remedy; other errors are told in the parser's own. */
const problems: Readonly<Record<string, Message>> = messages('yaml', {
  TAB_AS_INDENT: 'a tab indents this line; use spaces',
  DUPLICATE_KEY: 'this name stands here a second time',
  BAD_INDENT: 'this line is not indented as what it belongs to',
  MISSING_CHAR: 'a sign is missing here: a colon, a comma, a bracket or a quote',
  BLOCK_AS_IMPLICIT_KEY: 'there are two colons in this line; put the text into double quotes',
  MULTILINE_IMPLICIT_KEY: 'a name and its colon must stand on one line',
  UNEXPECTED_TOKEN: 'this is not expected here',
});

interface TokenLike {
  readonly items?: readonly CST.CollectionItem[];
  readonly value?: CST.Token;
}

/** What the lexer puts between words to say what follows: no part of the text. */
const marksOfTheLexer: ReadonlySet<string> = new Set([CST.DOCUMENT, CST.FLOW_END, CST.SCALAR]);

/** Brackets, dashes and question marks that open one thing inside another; told before a parser spends time on them. */
const deepBrackets = (text: string): number | null => {
  let [offset, brackets, marks] = [0, 0, 0];
  for (const lexeme of new Lexer().lex(text)) {
    if (lexeme === '[' || lexeme === '{') brackets += 1;
    else if (lexeme === ']' || lexeme === '}') brackets -= 1;
    else if (lexeme === '-' || lexeme === '?') marks += 1;
    else if (lexeme.includes('\n')) marks = 0;
    if (brackets > MAX_DEPTH || marks > MAX_DEPTH) return offset;
    if (!marksOfTheLexer.has(lexeme)) offset += lexeme.length;
  }
  return null;
};

/** The composer and every walk over the result recurse; this one does not. */
const deepToken = (document: CST.Token): number | null => {
  const open: { token: CST.Token; depth: number }[] = [{ token: document, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { token, depth } = next;
    if (depth > MAX_DEPTH) return 'offset' in token ? token.offset : 0;
    const { items = [], value } = token as TokenLike;
    const inside = [...items.flatMap((item) => [item.key, item.value]), value];
    for (const one of inside)
      if (one !== undefined && one !== null && typeof one === 'object') open.push({ token: one, depth: depth + 1 });
  }
  return null;
};

/** Reads YAML. A fault in how it is written leaves no values: what stands behind it could mean anything. */
export const readYamlPolicy = (source: string, text: string): ReadSource => {
  const placeAt = placesIn(text);
  const origin = (offset: number): Origin => ({ source, place: placeAt(Math.min(offset, text.length)) });
  const fault = (offset: number, message: Message): PolicyFault => ({ origin: origin(offset), message, decides: true });

  const flood = deepBrackets(text);
  if (flood !== null) return { root: null, faults: [fault(flood, policyFileWords.deep)] };
  const tokens = [...new Parser().parse(text)];
  for (const token of tokens) {
    const deep = deepToken(token);
    if (deep !== null) return { root: null, faults: [fault(deep, policyFileWords.deep)] };
  }
  const composer = new Composer({
    version: '1.2',
    schema: 'core',
    uniqueKeys: true,
    strict: true,
    merge: false,
    logLevel: 'silent',
  });
  const [document, second] = [...composer.compose(tokens, true, text.length)] as Document.Parsed[];
  if (second !== undefined) return { root: null, faults: [fault(second.range[0], words.second)] };
  if (document === undefined) return { root: null, faults: [fault(0, policyFileWords.empty)] };
  if (document.directives?.yaml.explicit)
    return { root: null, faults: [fault(0, words.directive({ sign: term('%YAML') }))] };
  const told = ({ code, pos, message }: YAMLParseError): PolicyFault =>
    fault(
      pos[0],
      words.notYaml({
        problem: Object.hasOwn(problems, code)
          ? (problems[code] ?? term(code))
          : quote(message.split('\n', 1)[0] ?? code),
      }),
    );
  if (document.errors.length > 0) return { root: null, faults: document.errors.slice(0, 20).map(told) };
  if (document.contents === null) return { root: null, faults: [fault(0, policyFileWords.empty)] };

  const faults: PolicyFault[] = [];
  const refused = (node: Node, message: Message): PolicyNode => {
    faults.push(fault(node.range?.[0] ?? 0, message));
    return { kind: 'scalar', origin: origin(node.range?.[0] ?? 0), value: null };
  };
  const nodeOf = (node: unknown): PolicyNode => {
    if (isAlias(node)) return refused(node, words.alias);
    if (!isScalar(node) && !isMap(node) && !isSeq(node)) return { kind: 'scalar', origin: origin(0), value: null };
    if (node.tag !== undefined) return refused(node, words.tag({ sign: term('!') }));
    if (node.anchor !== undefined) return refused(node, words.anchor({ sign: term('&') }));
    const at = origin(node.range?.[0] ?? 0);
    if (isSeq(node)) return { kind: 'list', origin: at, items: node.items.map(nodeOf) };
    if (isMap(node)) {
      const entries = node.items.flatMap(({ key, value }): PolicyEntry[] => {
        const name = isScalar(key) ? key : null;
        const offset = (key as Node).range?.[0] ?? 0;
        if (name === null || name.tag !== undefined || name.anchor !== undefined || typeof name.value !== 'string') {
          faults.push(fault(offset, words.name));
          return [];
        }
        const inner = value === null ? { kind: 'scalar' as const, origin: origin(offset), value: null } : nodeOf(value);
        return [{ key: name.value, origin: origin(offset), value: inner }];
      });
      return { kind: 'map', origin: at, entries };
    }
    const { value } = node;
    const plain =
      typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value === null;
    return { kind: 'scalar', origin: at, value: plain ? value : String(value) };
  };
  return { root: nodeOf(document.contents), faults };
};

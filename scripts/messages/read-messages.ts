/** Owns reading every message out of the source, without running it: for the tests and for the files of other languages. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'vite';

export interface SourceMessage {
  readonly id: string;
  readonly text: string;
  readonly isTitle: boolean;
  /** The file that declares it. */
  readonly file: string;
  /** Some file says it. */
  readonly isUsed: boolean;
}

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;

const each = (node: unknown, visit: (node: Node, parent: Node | null) => void, parent: Node | null = null): void => {
  if (Array.isArray(node)) for (const one of node) each(one, visit, parent);
  if (!isNode(node)) return;
  visit(node, parent);
  for (const [key, value] of Object.entries(node)) if (key !== 'type') each(value, visit, node);
};

/** A text as it stands: in quotes, or in backquotes without anything put in. */
const textOf = (node: unknown): string | undefined => {
  if (!isNode(node)) return undefined;
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  const quasis = node.type === 'TemplateLiteral' ? (node.quasis as { value: { cooked: string } }[]) : [];
  return quasis.length === 1 ? quasis[0]?.value.cooked : undefined;
};

interface Declaration {
  /** The constant that holds them. */
  readonly name: string;
  readonly messages: readonly (Omit<SourceMessage, 'isUsed'> & { readonly key: string })[];
}

/** `const words = messages('scope', { key: 'text' })`. Throws where a text or key is not written out. */
const declarationIn = (node: Node, file: string): Declaration | undefined => {
  if (node.type !== 'VariableDeclarator' || !isNode(node.init) || !isNode(node.id)) return undefined;
  const { callee, arguments: given } = node.init as Node & { callee?: Node; arguments?: readonly Node[] };
  if (callee?.type !== 'Identifier' || !/^(?:messages|titles|says)$/.test(String(callee.name))) return undefined;
  const [first, second] = given ?? [];
  const scope = textOf(first);
  const properties = (second?.properties ?? []) as readonly { readonly key?: Node; readonly value?: Node }[];
  const messages = properties.map(({ key: named, value }) => {
    const key = named?.type === 'Identifier' ? String(named.name) : textOf(named);
    const text = textOf(value);
    if (scope === undefined || key === undefined || text === undefined)
      throw new Error(`${file}: the scope, keys and texts of messages have to be written out`);
    const isTitle = callee.name === 'titles';
    return { id: `${scope}.${isTitle ? 'title.' : ''}${key}`, key, text, isTitle, file };
  });
  return { name: String(node.id.name), messages };
};

/** Names that a file uses, each with the keys that are said by name; '*' where the whole is handed on, or a key chosen while it runs. */
const usesIn = (program: unknown): ReadonlyMap<string, ReadonlySet<string>> => {
  const uses = new Map<string, Set<string>>();
  const add = (name: string, key: string): void => void uses.set(name, (uses.get(name) ?? new Set()).add(key));
  each(program, (node, parent) => {
    if (node.type !== 'Identifier' || parent === null) return;
    const isValue = !/^(Import|Export|TSTypeQuery|TSProperty)/.test(parent.type) && parent.id !== node;
    if (!isValue || (parent.key === node && parent.shorthand !== true)) return;
    if (parent.type === 'MemberExpression' && parent.object !== node && parent.computed !== true) return;
    const isMember = parent.type === 'MemberExpression' && parent.object === node;
    const property = parent.property as Node;
    const key = !isMember ? '*' : parent.computed === true ? textOf(property) : String(property.name);
    add(String(node.name), key ?? '*');
  });
  return uses;
};

/** The names a file imports: of which file, under which name there. */
const importsIn = (program: unknown, file: string): ReadonlyMap<string, string> => {
  const imports = new Map<string, string>();
  each(program, (node) => {
    if (node.type !== 'ImportDeclaration') return;
    const source = textOf(node.source) ?? '';
    const from = source.startsWith('.') ? path.posix.join(path.posix.dirname(file), source) : source;
    for (const { imported, local } of node.specifiers as readonly { imported?: Node; local: Node }[])
      imports.set(String(local.name), `${from} ${String((imported ?? local).name)}`);
  });
  return imports;
};

const sources = (): readonly string[] =>
  ['electron', 'renderer'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => `${folder}/${name.replaceAll(path.sep, '/')}`),
  );

/** Every message of these files; of the whole program when none are named. */
export const readMessages = (files: readonly string[] = sources()): readonly SourceMessage[] => {
  const declared: (Declaration & { readonly file: string })[] = [];
  const said = new Map<string, Set<string>>();
  for (const file of files) {
    const { program, errors } = parseSync(file, readFileSync(file, 'utf8'));
    if (errors[0] !== undefined) throw new Error(`${file}: ${errors[0].message}`);
    each(program, (node) => {
      const declaration = declarationIn(node, file);
      if (declaration !== undefined) declared.push({ ...declaration, file });
    });
    const imports = importsIn(program, file);
    for (const [name, keys] of usesIn(program)) {
      const owner = imports.get(name) ?? `${file} ${name}`;
      said.set(owner, new Set([...(said.get(owner) ?? []), ...keys]));
    }
  }
  return declared.flatMap(({ file, name, messages }) =>
    messages.map(({ key, ...message }) => {
      const keys = said.get(`${file} ${name}`);
      return { ...message, isUsed: keys !== undefined && (keys.has('*') || keys.has(key)) };
    }),
  );
};

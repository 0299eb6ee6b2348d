/** The templates for Group Policy and device management: whole, and what they write is what Greenroom reads. */
import { readFileSync } from 'node:fs';
import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import type { PolicyKey } from '../../electron/core/policy/policy.ts';
import { readYamlPolicy } from '../../electron/core/policy/yaml.ts';
import { managedPolicy } from '../../electron/engine/run/effective-policy.ts';
import { parsePolicyFile } from '../../electron/engine/run/policy-file.ts';
import type { MachinePort, Operation, Result } from '../../electron/platform/machine/machine.ts';
import { adml, admx } from '../../scripts/policy/admx.ts';
import { jamfSchema } from '../../scripts/policy/json-schema.ts';
import { mobileconfig } from '../../scripts/policy/mobileconfig.ts';
import { blocks } from '../../scripts/policy/model.ts';

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly inner: Element[];
}

const parsed = (xml: string): Element => {
  const root: Element = { name: '', attributes: {}, inner: [] };
  const open = [root];
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        const element = { name, attributes, inner: [] };
        open.at(-1)?.inner.push(element);
        open.push(element);
      },
      onclosetag: () => void open.pop(),
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return root;
};
const all = (element: Element, name: string): readonly Element[] =>
  element.inner.flatMap((one) => [...(one.name === name ? [one] : []), ...all(one, name)]);

const machine = (platform: 'win32' | 'darwin', answer: (operation: Operation) => unknown): MachinePort => ({
  host: {
    platform,
    arch: 'x64',
    kernel: '',
    home: '/Users/user',
    variables: { SystemRoot: 'C:\\Windows' },
    utcOffsetMinutes: 0,
  },
  read: async <O extends Operation>(operation: O) => answer(operation) as Result<O> | undefined,
});

const template = parsed(admx());
const words = parsed(adml());

describe('ADMX and ADML', () => {
  it('name nothing that the other does not have, and nothing twice', () => {
    const strings = all(words, 'string').map(({ attributes }) => attributes.id);
    const presentations = all(words, 'presentation').map(({ attributes }) => attributes.id);
    const used = (kind: string) =>
      [...admx().matchAll(new RegExp(`\\$\\(${kind}\\.([^)]+)\\)`, 'g'))].map(([, name]) => name);
    expect([...new Set(used('string'))].sort()).toEqual([...strings].sort());
    expect([...used('presentation')].sort()).toEqual([...presentations].sort());
    expect(new Set(strings).size).toBe(strings.length);
  });

  it('hold only names that a template may have, and categories that exist', () => {
    const categories = all(template, 'category').map(({ attributes }) => attributes.name);
    for (const name of [...categories, ...all(template, 'policy').map(({ attributes }) => attributes.name)])
      expect(name).toMatch(/^\w+$/);
    for (const { attributes } of all(template, 'parentCategory')) expect(categories).toContain(attributes.ref);
    for (const { inner } of all(words, 'presentation')) expect(inner[0]?.attributes.refId).toBe('value');
    const allowed = ['enum', 'decimal', 'text', 'multiText', 'list'];
    for (const { inner } of all(template, 'elements')) expect(allowed).toContain(inner[0]?.name);
  });

  const sample = (key: PolicyKey): { readonly value: unknown; readonly line: string; readonly below?: string } => {
    switch (key.kind) {
      case 'boolean':
        return { value: !key.default, line: `REG_DWORD    0x${key.default ? 0 : 1}` };
      case 'number':
        return { value: key.maximum, line: `REG_DWORD    0x${key.maximum.toString(16)}` };
      case 'choice':
        return { value: key.choices.at(-1), line: `REG_SZ    ${key.choices.at(-1)}` };
      case 'text':
        return { value: 'x', line: 'REG_SZ    x' };
      case 'file':
        return { value: 'C:\\a.b', line: 'REG_SZ    C:\\a.b' };
      case 'address':
        return { value: 'https://a.example/', line: 'REG_SZ    https://a.example/' };
      case 'list': {
        const items = {
          text: 'a',
          choice: key.items === 'choice' ? key.choices[0] : '',
          product: 'zoom',
          waiver: 'load until 2026-12-31: x',
          file: 'C:\\a.b',
          address: 'https://a.example/',
        } as const;
        return {
          value: [items[key.items], items[key.items]],
          line: `REG_MULTI_SZ    ${items[key.items]}\\0${items[key.items]}`,
        };
      }
      case 'map':
        return key.names === 'language'
          ? { value: { en: 'x' }, line: '', below: '    en    REG_SZ    x' }
          : { value: { zoom: '>=6' }, line: '', below: '    zoom    REG_SZ    >=6' };
    }
  };

  it('every setting writes where Greenroom reads it, in a form that it takes', async () => {
    const policies = all(template, 'policy').filter(({ attributes }) => attributes.name?.startsWith('fixed_'));
    const keys = blocks.flatMap(({ name: block, sections }) =>
      sections.flatMap(({ id, keys: own }) => own.map(([name, key]) => ({ block, id, name, key }))),
    );
    expect(policies).toHaveLength(keys.length);
    const printed = policies.map(({ attributes, inner }, index) => {
      const element = inner.find(({ name }) => name === 'elements')?.inner[0]?.attributes;
      const own = keys[index];
      if (own === undefined) throw new Error('more settings than keys');
      const { line, below } = sample(own.key);
      if (below !== undefined) return `HKEY_LOCAL_MACHINE\\${element?.key}\r\n${below}\r\n`;
      return `HKEY_LOCAL_MACHINE\\${attributes.key}\r\n    ${element?.valueName ?? attributes.valueName}    ${line}\r\n`;
    });
    const port = machine('win32', (operation) =>
      operation.op === 'run' && operation.args[1]?.startsWith('HKLM')
        ? { code: 0, stdout: printed.join('\r\n'), stderr: '' }
        : { code: 1, stdout: '', stderr: '' },
    );
    const { layers, faults } = await managedPolicy(port);
    expect(faults).toEqual([]);
    for (const { id, name, key } of keys)
      expect(layers.enforced?.[id]?.[name], `${id}.${name}`).toEqual(sample(key).value);
  });
});

describe.each(['home', 'office', 'public-body'])('the profile of %s', (id) => {
  it('prescribes on a Mac exactly what the example says', async () => {
    const file = `docs/policies/${id}.yaml`;
    const text = readFileSync(file, 'utf8');
    const { root } = readYamlPolicy(file, text);
    if (root === null) throw new Error('not read');
    const profile = mobileconfig(id, id, root);
    const payload =
      /<key>PayloadContent<\/key>\s*<array>([\s\S]*)<\/array>\s*<\/dict>\s*<\/plist>/.exec(profile)?.[1] ?? '';
    const plist = Buffer.from(`<plist version="1.0">${payload}</plist>`).toString('base64');
    const port = machine('darwin', (operation) =>
      operation.op === 'readBytes' && !operation.path.includes('/user/') ? plist : undefined,
    );
    const [mac, example] = [await managedPolicy(port), await parsePolicyFile(file, text)];
    expect(mac.faults).toEqual([]);
    expect(mac.layers).toEqual(example.layers);
  });
});

it('the schema for Jamf Pro has every key under the names that the preferences have', () => {
  const { properties } = jamfSchema() as {
    properties: Record<string, { properties: Record<string, { properties: object }> }>;
  };
  for (const { name, sections } of blocks) {
    for (const { id, keys } of sections)
      expect(Object.keys(properties[name]?.properties[id]?.properties ?? {})).toEqual(keys.map(([key]) => key));
  }
});

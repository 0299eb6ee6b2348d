/** Policy files as text: YAML and JSON become the same nodes, and what is hostile or ambiguous in either is refused by its place. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { english } from '../../../electron/core/messages/format.ts';
import { originText, type PolicyNode } from '../../../electron/core/policy/source-tree.ts';
import { readPolicyText } from '../../../electron/core/policy/text.ts';

const plain = (node: PolicyNode): unknown => {
  if (node.kind === 'map') return Object.fromEntries(node.entries.map(({ key, value }) => [key, plain(value)]));
  return node.kind === 'list' ? node.items.map(plain) : node.value;
};
const told = async (file: string, text: string): Promise<readonly string[]> =>
  (await readPolicyText(file, text)).faults.map(({ origin, message }) => `${originText(origin)}: ${english(message)}`);

const asJson =
  '{\n  "schema": "greenroom.policy/1",\n  "checks": { "load": { "importance": "off", "most": [1, true] } }\n}\n';
const asYaml = 'schema: greenroom.policy/1\nchecks:\n  load:\n    importance: "off" # a comment\n    most: [1, true]\n';

it('reads the same from both', async () => {
  const [json, yaml] = [await readPolicyText('p.json', asJson), await readPolicyText('p.yaml', asYaml)];
  expect(json.faults).toEqual([]);
  expect(yaml.faults).toEqual([]);
  if (json.root === null || yaml.root === null) throw new Error('nothing was read');
  expect(plain(json.root)).toEqual(plain(yaml.root));
});

describe('YAML: what a policy does not need is refused where it stands', () => {
  it.each([
    ['an alias', 'a: &x [1]\nb: *x\n', ['p.yaml:1:7: ', 'p.yaml:2:4: ']],
    ['a bomb of aliases', 'a: &a [x]\nb: &b [*a,*a]\nc: [*b,*b]\n', ['p.yaml:1:7: ']],
    ['a tag', 'a: 1\nb: !!js/function "x"\n', ['p.yaml:2:18: ']],
    ['a standard tag', 'b: !!str 5\n', ['p.yaml:1:10: ']],
    ['a second document', 'a: 1\n---\nb: 2\n', ['p.yaml:2:1: a second document']],
    ['another version of YAML', '%YAML 1.1\n---\na: yes\n', ['p.yaml:1:1: leave out']],
    ['a name given twice', 'a: 1\nb: 1\na: 2\n', ['p.yaml:3:1: not YAML: this name stands here a second time']],
    ['a name that is no text', 'a: 1\n8: 2\n', ['p.yaml:2:1: a name must be plain text']],
    ['a tab', 'a:\n\tb: 1\n', ['p.yaml:2:1: not YAML: a tab']],
    ['a bracket that is left open', 'a: [1, 2\nb: 3\n', ['p.yaml:2:1: not YAML']],
    ['an empty file', '', ['p.yaml:1:1: the file is empty']],
    ['only a comment', '# nothing\n', ['p.yaml:1:1: the file is empty']],
  ])('%s', async (_what, text, expected) => {
    const faults = await told('p.yaml', text);
    expected.forEach((start, index) => {
      expect(faults[index]).toContain(start);
    });
  });
});

describe('JSON: what a policy does not need is refused where it stands', () => {
  it.each([
    ['a name given twice', '{\n"a": 1,\n"a": 2}', 'p.json:3:1: “a” stands here a second time'],
    ['a comma too many', '{\n"a": 1,\n}', 'p.json:3:1: not JSON'],
    ['a comment', '{ // x\n}', 'p.json:1:3: not JSON: JSON has no comments'],
    ['a file that was cut off', '{"a": {"b": 1', 'p.json:1:14: not JSON'],
    ['an empty file', '', 'p.json:1:1: not JSON'],
  ])('%s', async (_what, text, expected) => {
    expect((await told('p.json', text))[0]).toContain(expected);
  });
});

describe('nesting without end is refused before anything recurses over it', () => {
  it.each([
    ['p.json', '['.repeat(100_000)],
    ['p.json', '{"a":'.repeat(50_000)],
    ['p.yaml', '['.repeat(100_000)],
    ['p.yaml', '{a: '.repeat(50_000)],
    ['p.yaml', `${'- '.repeat(50_000)}1`],
    ['p.yaml', Array.from({ length: 300 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
    ['p.yaml', `${'? '.repeat(50_000)}1`],
  ])('%s', async (file, text) => {
    const { root, faults } = await readPolicyText(file, text);
    expect(root).toBeNull();
    expect(faults).toHaveLength(1);
  });

  it('and so is a file of a size that no policy has', async () => {
    expect((await told('p.yaml', `a: ${'x'.repeat(600_000)}`))[0]).toContain('larger than 512 KB');
  });
});

it('any text comes to nodes or to faults with a place, never to an error', async () => {
  const piece = fc.constantFrom(
    'a',
    ': ',
    '\n',
    '  ',
    '- ',
    '[',
    ']',
    '{',
    '}',
    '"',
    "'",
    '&x ',
    '*x',
    '!t ',
    '|',
    '>',
    '#',
    '---',
    '%',
    '\t',
    ',',
    '?',
    '1',
    'é',
    '\u0000',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 40 }), fc.constantFrom('p.yaml', 'p.json'), async (pieces, file) => {
      const { root, faults } = await readPolicyText(file, pieces.join(''));
      expect(root !== null || faults.length > 0).toBe(true);
      for (const { origin } of faults) expect(origin.place?.line).toBeGreaterThan(0);
    }),
    { numRuns: 3000, seed: 9 },
  );
});

/** Owns the template for Group Policy and Intune: the ADMX file with every setting, and the ADML file with its English words. */
import { english } from '../../electron/core/messages/format.ts';
import { expected } from '../../electron/core/policy/accepts.ts';
import type { PolicyKey } from '../../electron/core/policy/policy.ts';
import { type Block, blocks, describeDefault, type Section, spoken } from './model.ts';

const KEY = 'Software\\Policies\\Greenroom';
const NAMESPACE = 'http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions';

const xml = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);

/** Names in a template hold letters, digits and underscores only. */
const named = (...parts: readonly string[]): string => parts.join('_').replaceAll('-', '_');

interface Layer {
  readonly prefix: string;
  readonly key: string;
  readonly category: string;
  readonly title: string;
}

const layers: readonly Layer[] = [
  { prefix: 'fixed', key: KEY, category: 'greenroom', title: 'Greenroom' },
  {
    prefix: 'recommended',
    key: `${KEY}\\Recommended`,
    category: 'greenroom_recommended',
    title: 'Greenroom: defaults that people may change',
  },
];

interface Setting {
  readonly layer: Layer;
  readonly block: Block;
  readonly section: Section;
  readonly name: string;
  readonly key: PolicyKey;
  /** Its own name in the template. */
  readonly id: string;
}

const settings: readonly Setting[] = layers.flatMap((layer) =>
  blocks.flatMap((block) =>
    block.sections.flatMap((section) =>
      section.keys.map(([name, key]) => ({
        layer,
        block,
        section,
        name,
        key,
        id: named(layer.prefix, block.name, section.id, name),
      })),
    ),
  ),
);

/** What a person fills in; nothing for a plain switch. */
const elementOf = ({ key, name, id, layer, block, section }: Setting): string => {
  const value = `id="value" valueName="${name}"`;
  switch (key.kind) {
    case 'choice': {
      const items = key.choices.map(
        (choice) =>
          `<item displayName="$(string.${named(id, choice)})"><value><string>${xml(choice)}</string></value></item>`,
      );
      return `<enum ${value} required="true">${items.join('')}</enum>`;
    }
    case 'number':
      return `<decimal ${value} required="true" minValue="${key.minimum}" maxValue="${key.maximum}" />`;
    case 'text':
      return `<text ${value} required="true" maxLength="${key.maximumLength}" />`;
    case 'file':
    case 'address':
      return `<text ${value} required="true" maxLength="2048" />`;
    case 'list':
      return `<multiText ${value} required="true" maxLength="4096" maxStrings="1000" />`;
    case 'map':
      return `<list id="value" key="${layer.key}\\${block.name}\\${section.id}\\${name}" explicitValue="true" />`;
    case 'boolean':
      return '';
  }
};

const policyOf = (setting: Setting): string => {
  const { id, layer, block, section, name, key } = setting;
  const place = `${layer.key}\\${block.name}\\${section.id}`;
  const isSwitch = key.kind === 'boolean';
  return [
    `    <policy name="${id}" class="Both" displayName="$(string.${id})" explainText="$(string.${id}_explain)"${isSwitch ? '' : ` presentation="$(presentation.${id})"`} key="${place}"${isSwitch ? ` valueName="${name}"` : ''}>`,
    `      <parentCategory ref="${named(layer.prefix, block.name, section.id)}" />`,
    '      <supportedOn ref="greenroom_0_1" />',
    ...(isSwitch
      ? [
          '      <enabledValue><decimal value="1" /></enabledValue>',
          '      <disabledValue><decimal value="0" /></disabledValue>',
        ]
      : [`      <elements>${elementOf(setting)}</elements>`]),
    '    </policy>',
  ].join('\n');
};

const categories: readonly { readonly name: string; readonly parent: string | null; readonly title: string }[] =
  layers.flatMap((layer) => [
    { name: layer.category, parent: null, title: layer.title },
    ...blocks.flatMap((block) => [
      { name: named(layer.prefix, block.name), parent: layer.category, title: block.title },
      ...block.sections.map(({ id, title }) => ({
        name: named(layer.prefix, block.name, id),
        parent: named(layer.prefix, block.name),
        title,
      })),
    ]),
  ]);

export const admx = (): string =>
  `<?xml version="1.0" encoding="utf-8"?>
<policyDefinitions xmlns="${NAMESPACE}" revision="1.0" schemaVersion="1.0">
  <policyNamespaces>
    <target prefix="greenroom" namespace="Greenroom.Policies" />
  </policyNamespaces>
  <resources minRequiredRevision="1.0" />
  <supportedOn>
    <definitions>
      <definition name="greenroom_0_1" displayName="$(string.supported)" />
    </definitions>
  </supportedOn>
  <categories>
${categories
  .map(({ name, parent }) =>
    parent === null
      ? `    <category name="${name}" displayName="$(string.category_${name})" />`
      : `    <category name="${name}" displayName="$(string.category_${name})">\n      <parentCategory ref="${parent}" />\n    </category>`,
  )
  .join('\n')}
  </categories>
  <policies>
${settings.map(policyOf).join('\n')}
  </policies>
</policyDefinitions>
`;

const explained = ({ key, section, layer }: Setting): string =>
  [
    english(key.describe),
    `${section.title}`,
    `Takes ${english(expected(key))}. Default: ${describeDefault(key)}.`,
    layer.prefix === 'fixed' ? 'People cannot change it.' : 'A default: people may change it.',
    ...(key.kind === 'map'
      ? [
          key.names === 'language'
            ? 'Name: a language such as en. Value: the text.'
            : 'Name: the id of a program. Value: a range of versions.',
        ]
      : []),
  ].join('\n\n');

const presentationOf = ({ key, name }: Setting): string => {
  const label = xml(spoken(name));
  switch (key.kind) {
    case 'choice': {
      const preset = Math.max(0, key.choices.indexOf(key.default));
      return `<dropdownList refId="value" noSort="true" defaultItem="${preset}">${label}</dropdownList>`;
    }
    case 'number':
      return `<decimalTextBox refId="value" defaultValue="${key.default}">${label} (${english(key.unit)})</decimalTextBox>`;
    case 'list':
      return `<multiTextBox refId="value">${label}</multiTextBox>`;
    case 'map':
      return `<listBox refId="value">${label}</listBox>`;
    default:
      return `<textBox refId="value"><label>${label}</label></textBox>`;
  }
};

const words = (): readonly (readonly [id: string, text: string])[] => [
  ['supported', 'Greenroom 0.1 or newer'],
  ...categories.map(({ name, title }) => [`category_${name}`, title] as const),
  ...settings.flatMap((setting) => [
    [setting.id, spoken(setting.name)] as const,
    [`${setting.id}_explain`, explained(setting)] as const,
    ...(setting.key.kind === 'choice'
      ? setting.key.choices.map((choice) => [named(setting.id, choice), spoken(choice)] as const)
      : []),
  ]),
];

export const adml = (): string =>
  `<?xml version="1.0" encoding="utf-8"?>
<policyDefinitionResources xmlns="${NAMESPACE}" revision="1.0" schemaVersion="1.0">
  <displayName>Greenroom</displayName>
  <description>Settings of Greenroom, the check before an online meeting.</description>
  <resources>
    <stringTable>
${words()
  .map(([id, text]) => `      <string id="${id}">${xml(text)}</string>`)
  .join('\n')}
    </stringTable>
    <presentationTable>
${settings
  .filter(({ key }) => key.kind !== 'boolean')
  .map((setting) => `      <presentation id="${setting.id}">${presentationOf(setting)}</presentation>`)
  .join('\n')}
    </presentationTable>
  </resources>
</policyDefinitionResources>
`;

/** Owns turning a policy file into a configuration profile for Macs. */
import { createHash } from 'node:crypto';
import type { PolicyNode } from '../../electron/core/policy/source-tree.ts';
import { BUNDLE_ID } from '../../electron/platform/darwin/policy.ts';

const xml = (text: string): string =>
  text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? sign);

/** The same name has the same id for ever: a newer profile replaces the older one. */
const uuid = (name: string): string => {
  const hex = createHash('sha256').update(`greenroom:${name}`).digest('hex');
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `5${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  return parts.join('-').toUpperCase();
};

const plistOf = (node: PolicyNode, indent: string): string => {
  const inner = `${indent}  `;
  if (node.kind === 'list')
    return `${indent}<array>\n${node.items.map((item) => plistOf(item, inner)).join('')}${indent}</array>\n`;
  if (node.kind === 'map') {
    const pairs = node.entries.map(({ key, value }) => `${inner}<key>${xml(key)}</key>\n${plistOf(value, inner)}`);
    return `${indent}<dict>\n${pairs.join('')}${indent}</dict>\n`;
  }
  if (typeof node.value === 'boolean') return `${indent}<${node.value}/>\n`;
  if (typeof node.value === 'number') return `${indent}<integer>${node.value}</integer>\n`;
  return `${indent}<string>${xml(node.value ?? '')}</string>\n`;
};

const text = (key: string, value: string, indent: string): string =>
  `${indent}<key>${key}</key>\n${indent}<string>${xml(value)}</string>\n`;

const head = (id: string, name: string, type: string, indent: string): string =>
  [
    text('PayloadType', type, indent),
    `${indent}<key>PayloadVersion</key>\n${indent}<integer>1</integer>\n`,
    text('PayloadIdentifier', `${BUNDLE_ID}.${id}`, indent),
    text('PayloadUUID', uuid(id), indent),
    text('PayloadDisplayName', name, indent),
  ].join('');

/** A profile that prescribes what the policy says. `id` names it, `name` is shown to people. */
export const mobileconfig = (id: string, name: string, root: PolicyNode): string => {
  const entries = root.kind === 'map' ? root.entries.filter(({ key }) => key !== 'schema' && key !== '$schema') : [];
  const values = entries.map(({ key, value }) => `      <key>${xml(key)}</key>\n${plistOf(value, '      ')}`).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
  <dict>
${head(`profile.${id}`, name, 'Configuration', '    ')}    <key>PayloadScope</key>
    <string>System</string>
    <key>PayloadContent</key>
    <array>
      <dict>
${head(`settings.${id}`, name, BUNDLE_ID, '      ')}${values}      </dict>
    </array>
  </dict>
</plist>
`;
};

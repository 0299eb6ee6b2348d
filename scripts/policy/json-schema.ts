/** Owns the JSON Schema of a policy file: for editors, for pipelines, and as the form that Jamf Pro makes of it. */

import { english } from '../../electron/core/messages/format.ts';
import type { PolicyKey } from '../../electron/core/policy/policy.ts';
import { POLICY_SCHEMA } from '../../electron/core/policy/read.ts';
import { BUNDLE_ID } from '../../electron/platform/darwin/policy.ts';
import { type Block, blocks, spoken } from './model.ts';

type Json = { readonly [key: string]: unknown };

/** These are what `accepts` demands, as far as a schema can say it. */
const WHOLE_PATH = '^(?:/|[A-Za-z]:[\\\\/])';
const ADDRESS = '^https://[^\\s/@\\\\?#]+(?:[/?#][^\\s\\\\]*)?$';
const PRODUCT = '^[a-z0-9][a-z0-9-]{0,60}$';
const WAIVER = '^[a-z]+(?:-[a-z]+)*(?::.{1,120}?)? until \\d{4}-\\d{2}-\\d{2}: .{1,400}$';
const LANGUAGE = '^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$';

const itemOf = (key: PolicyKey & { readonly kind: 'list' }): Json => {
  switch (key.items) {
    case 'choice':
      return { type: 'string', enum: key.choices };
    case 'text':
      return { type: 'string', maxLength: 4096 };
    case 'product':
      return { type: 'string', pattern: PRODUCT };
    case 'waiver':
      return { type: 'string', pattern: WAIVER };
    case 'file':
      return { type: 'string', pattern: WHOLE_PATH };
    case 'address':
      return { type: 'string', pattern: ADDRESS };
  }
};

const typeOf = (key: PolicyKey): Json => {
  switch (key.kind) {
    case 'choice':
      return { type: 'string', enum: key.choices };
    case 'number':
      return { type: 'integer', minimum: key.minimum, maximum: key.maximum };
    case 'boolean':
      return { type: 'boolean' };
    case 'text':
      return { type: 'string', maxLength: key.maximumLength };
    case 'file':
      return { type: 'string', pattern: `^$|${WHOLE_PATH}` };
    case 'address':
      return { type: 'string', pattern: `^$|${ADDRESS}` };
    case 'list':
      return { type: 'array', maxItems: 1000, items: itemOf(key) };
    case 'map': {
      const value =
        key.values === 'text' ? { type: 'string', maxLength: key.maximumLength } : { type: 'string', minLength: 1 };
      const pattern = key.names === 'language' ? LANGUAGE : PRODUCT;
      return { type: 'object', propertyNames: { pattern }, additionalProperties: value };
    }
  }
};

const described = (key: PolicyKey): string =>
  key.kind === 'number' ? `${english(key.describe)} In ${english(key.unit)}.` : english(key.describe);

const blockSchema = ({ describe, sections }: Block): Json => ({
  type: 'object',
  description: describe,
  additionalProperties: false,
  properties: Object.fromEntries(
    sections.map(({ id, title, keys }) => [
      id,
      {
        type: 'object',
        description: title,
        additionalProperties: false,
        properties: Object.fromEntries(
          keys.map(([name, key]) => [name, { description: described(key), default: key.default, ...typeOf(key) }]),
        ),
      },
    ]),
  ),
});

const bothBlocks = Object.fromEntries(blocks.map((block) => [block.name, blockSchema(block)]));

export const policyJsonSchema = (): Json => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Greenroom policy',
  description: 'What an organisation sets for Greenroom: at the top for good, under “recommended” as defaults.',
  type: 'object',
  required: ['schema'],
  additionalProperties: false,
  properties: {
    $schema: { type: 'string', description: 'For editors only.' },
    schema: { const: POLICY_SCHEMA },
    needs: {
      type: 'object',
      description: 'Of an older Greenroom, what it does not know in this policy is told as one sentence.',
      additionalProperties: false,
      properties: {
        greenroom: { type: 'string', description: 'A range of versions, such as “>=0.3.0”.', maxLength: 100 },
      },
    },
    ...bothBlocks,
    recommended: {
      type: 'object',
      description: 'The same as at the top, but a person may change it.',
      additionalProperties: false,
      properties: bothBlocks,
    },
  },
});

/** As Jamf Pro shows it under Application & Custom Settings: each property with a title and its place in the form. */
export const jamfSchema = (): Json => {
  const form = (block: Block, order: number): Json => ({
    title: block.title,
    description: block.describe,
    type: 'object',
    property_order: order,
    properties: Object.fromEntries(
      block.sections.map(({ id, title, describe, keys }, place) => [
        id,
        {
          title,
          description: describe,
          type: 'object',
          property_order: (place + 1) * 10,
          properties: Object.fromEntries(
            keys.map(([name, key], index) => [
              name,
              {
                title: spoken(name),
                description: described(key),
                property_order: (index + 1) * 10,
                ...typeOf(key),
              },
            ]),
          ),
        },
      ]),
    ),
  });
  const [checks, settings] = blocks.map((block, index) => [block.name, form(block, (index + 1) * 10)]);
  const properties = Object.fromEntries([checks, settings].filter((one) => one !== undefined) as [string, Json][]);
  return {
    title: `Greenroom (${BUNDLE_ID})`,
    description: 'Preference domain of Greenroom. What is not set is left to the person.',
    options: { remove_empty_properties: true },
    properties: {
      ...properties,
      recommended: {
        title: 'Recommended',
        description: 'Defaults that a person may change.',
        type: 'object',
        property_order: 30,
        properties,
      },
    },
  };
};

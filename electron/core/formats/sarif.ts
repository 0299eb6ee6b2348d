/** Owns the result as SARIF 2.1.0 (OASIS): a rule for each check, a result for each item. */

import type { Log, ReportingDescriptor, Result } from 'sarif';
import type { State } from '../report/finding.ts';
import { itemsOf, type SharedItem, type SharedResult } from '../report/shared-result.ts';
import { asciiJson } from '../text/ascii-json.ts';

const levels: Readonly<Record<State, Pick<Result, 'kind' | 'level'>>> = {
  fail: { kind: 'fail', level: 'error' },
  caution: { kind: 'fail', level: 'warning' },
  unknown: { kind: 'open', level: 'none' },
  'not-done': { kind: 'open', level: 'none' },
  waived: { kind: 'review', level: 'none' },
  pass: { kind: 'pass', level: 'none' },
  'not-applicable': { kind: 'notApplicable', level: 'none' },
};

const result = (told: SharedResult, item: SharedItem): Result => ({
  ruleId: item.check.id,
  ruleIndex: told.checks.indexOf(item.check),
  ...levels[item.state],
  message: { text: item.found === null ? item.words : `${item.words}. ${item.found}` },
  // Not a file that somebody could open: the computer itself.
  locations: [
    {
      logicalLocations: [
        { name: item.key, fullyQualifiedName: `${told.computer ?? 'computer'}/${item.key}`, kind: 'resource' },
      ],
    },
  ],
  partialFingerprints: { 'greenroomFinding/v1': item.key },
});

const rule = ({ id, question, required }: SharedResult['checks'][number]): ReportingDescriptor => ({
  id,
  shortDescription: { text: question },
  defaultConfiguration: { level: required ? 'error' : 'warning' },
});

export const sarif = (told: SharedResult): string => {
  const log: Log = {
    version: '2.1.0',
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    runs: [
      {
        tool: {
          driver: {
            name: 'Greenroom',
            version: told.greenroom,
            informationUri: 'https://greenroom.example.org',
            rules: told.checks.map(rule),
          },
        },
        invocations: [{ executionSuccessful: true, startTimeUtc: told.at }],
        results: itemsOf(told).map((item) => result(told, item)),
        properties: { verdict: told.verdict, os: told.os, policy: told.policy, catalogue: told.catalogue },
      },
    ],
  };
  return `${asciiJson(log, 2)}\n`;
};

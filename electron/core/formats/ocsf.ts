/**
 * Owns the result as OCSF events of class Compliance Finding (2003), one JSON object a line.
 * Source of numbers and names: the Open Cybersecurity Schema Framework, version 1.8.0.
 */

import type { State } from '../report/finding.ts';
import { itemsOf, type SharedItem, type SharedResult } from '../report/shared-result.ts';
import { asciiJson } from '../text/ascii-json.ts';

const OCSF_VERSION = '1.8.0';

interface Mapped {
  readonly status: readonly [id: number, caption: string];
  readonly severity: readonly [id: number, caption: string];
}

const informational = [1, 'Informational'] as const;

/** `compliance.status_id` and `severity_id`. "Warning" is OCSF's word for a check without a result, too. */
const mapped = (state: State, required: boolean): Mapped => {
  switch (state) {
    case 'pass':
      return { status: [1, 'Pass'], severity: informational };
    case 'fail':
      return { status: [3, 'Fail'], severity: required ? [4, 'High'] : [3, 'Medium'] };
    case 'caution':
      return { status: [2, 'Warning'], severity: [2, 'Low'] };
    case 'unknown':
      return { status: [0, 'Unknown'], severity: [0, 'Unknown'] };
    case 'not-done':
    case 'waived':
    case 'not-applicable':
      return { status: [99, state], severity: informational };
  }
};

const event = (told: SharedResult, item: SharedItem) => {
  const { status, severity } = mapped(item.state, item.check.required);
  return {
    activity_id: 1,
    activity_name: 'Create',
    category_uid: 2,
    category_name: 'Findings',
    class_uid: 2003,
    class_name: 'Compliance Finding',
    type_uid: 200_301,
    type_name: 'Compliance Finding: Create',
    time: Date.parse(told.at),
    severity_id: severity[0],
    severity: severity[1],
    message: item.words,
    metadata: {
      version: OCSF_VERSION,
      product: { name: 'Greenroom', vendor_name: 'Greenroom', version: told.greenroom },
      profiles: ['host'],
    },
    finding_info: {
      // The same for one subject on one computer, so that a later event can be told to be about the same thing.
      uid: item.key,
      title: item.words,
      created_time: Date.parse(told.at),
      types: [item.check.area],
    },
    compliance: {
      control: item.check.id,
      standards: ['Greenroom'],
      status_id: status[0],
      status: status[1],
      ...(item.found === null ? {} : { status_detail: item.found }),
      ...(item.wanted === null ? {} : { requirements: [item.wanted] }),
    },
    device: {
      type_id: 0,
      type: 'Unknown',
      os: { name: told.os, type_id: osTypes[told.platform][0], type: osTypes[told.platform][1] },
      ...(told.computer === undefined ? {} : { hostname: told.computer }),
    },
    ...(told.user === undefined ? {} : { actor: { user: { name: told.user } } }),
    unmapped: { state: item.state, required: item.check.required, verdict: told.verdict, policy: told.policy },
  };
};

const osTypes: Readonly<Record<SharedResult['platform'], readonly [number, string]>> = {
  win32: [100, 'Windows'],
  linux: [200, 'Linux'],
  darwin: [300, 'macOS'],
};

export const ocsf = (told: SharedResult): string =>
  itemsOf(told)
    .map((item) => `${asciiJson(event(told, item))}\n`)
    .join('');

/**
 * Owns Intune's custom compliance: what a discovery script prints, and the rules that are uploaded beside it.
 * Source of the form: Microsoft's "Custom compliance JSON files" (settings in one line, rules with at most 100 entries).
 */

import type { Check } from '../checks/define-check.ts';
import { english } from '../messages/format.ts';
import type { SharedResult } from '../report/shared-result.ts';
import { asciiJson } from '../text/ascii-json.ts';

/** Required checks answer for themselves; what is only advised never makes a computer non-compliant. */
const isMet = (told: SharedResult, id: string): boolean => {
  const check = told.checks.find((one) => one.id === id);
  return check === undefined || !check.required || !['fail', 'unknown', 'not-done'].includes(check.state);
};

/** One line: a setting for the verdict, and one for each check. */
export const intune = (told: SharedResult): string => {
  const settings = {
    GreenroomVerdict: told.verdict,
    GreenroomVersion: told.greenroom,
    GreenroomCheckedAt: told.at,
    ...Object.fromEntries(told.checks.map(({ id }) => [settingName(id), isMet(told, id)])),
  };
  return `${asciiJson(settings)}\n`;
};

const settingName = (id: string): string => `Greenroom.${id}`;

const HELP = 'https://greenroom.example.org/help/checks';

const rule = (settingName: string, title: string, description: string, id: string) => ({
  SettingName: settingName,
  Operator: 'IsEquals',
  DataType: 'Boolean',
  Operand: true,
  MoreInfoUrl: `${HELP}#${id}`,
  // Intune refuses rules without this language.
  RemediationStrings: [{ Language: 'en_US', Title: title, Description: description }],
});

/** The rules for these checks: the same on every computer, so they are made from the list and not from a report. */
export const intuneRules = (checks: readonly Pick<Check, 'id' | 'question' | 'why'>[]): string =>
  `${JSON.stringify(
    {
      Rules: checks.map(({ id, question, why }) =>
        rule(
          settingName(id),
          english(question),
          `${english(why)} Open Greenroom on this computer: it says what was found and what to do.`,
          id,
        ),
      ),
    },
    null,
    2,
  )}\n`;

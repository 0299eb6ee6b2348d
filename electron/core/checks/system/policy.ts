/** Owns the check "can all of the organisation's policy be used": a fault in it is shown, never passed over. */

import { choice } from '../../policy/policy.ts';
import { originText } from '../../policy/source-tree.ts';
import { count } from '../../text/phrases.ts';
import { defineCheck, type Judgement } from '../define-check.ts';

const why =
  'What your organisation asks for and Greenroom cannot understand was not looked at. Everything else in its policy holds.';

/** A page of faults says no more than the first few. */
const MOST = 5;

export const policyCheck = defineCheck({
  id: 'policy',
  area: 'system',
  when: 'after-call',
  question: 'Can all of your organisation’s policy be used?',
  unknownTitle: 'Could not tell whether your organisation has set a policy',
  why,
  reads: {
    linux: '/etc/greenroom/policy.yaml and policy.json, where they belong to root alone',
    darwin: 'The managed preferences of org.greenroom.Greenroom, for this account and for this Mac',
    win32: 'Software\\Policies\\Greenroom in the registry, for this computer and for this account',
  },
  needs: ['organisationPolicy'],
  policy: {
    importance: choice(
      ['required'],
      'required',
      'Always required: what a faulty policy asked for is not known to have been looked at.',
    ),
  },
  remedies: {
    'ask-it': {
      label: 'Tell your IT department',
      steps: ['Send them what this finding says: only they can change the policy.'],
    },
    lint: {
      label: 'For the IT department: find every fault',
      steps: [
        'Run the command on the file of the policy: it names line, column and what was expected.',
        'For Group Policy and device management, “greenroom policy show” lists every value with its source.',
      ],
      command: 'greenroom policy show',
    },
  },
  judge: ({ facts }) => {
    const { source, faults } = facts.organisationPolicy.value;
    if (source === null) {
      const title = 'No policy of an organisation is set on this computer';
      return [{ state: 'not-applicable', title, reason: 'Your own settings hold.' }];
    }
    if (faults.length === 0)
      return [{ state: 'pass', title: 'Your organisation’s policy is in use', found: 'all of it can be used', source }];
    const remedies = ['ask-it', 'lint'] as const;
    // What was asked for comes before what only dresses the window.
    const told = [...faults].sort((a, b) => Number(b.decides) - Number(a.decides));
    const findings = told.slice(0, MOST).map(
      ({ origin, message, decides }, index): Judgement<'ask-it' | 'lint'> => ({
        state: 'unknown',
        subject: `fault ${index + 1}`,
        title: 'A part of your organisation’s policy cannot be used',
        reason: message,
        source: originText(origin),
        remedies,
        ...(decides ? {} : { advisory: true as const }),
      }),
    );
    if (told.length <= MOST) return findings;
    const more = count(told.length - MOST, 'more part');
    const rest: Judgement<'ask-it' | 'lint'> = {
      state: 'unknown',
      subject: 'more faults',
      title: `${more} of your organisation’s policy cannot be used`,
      reason: 'The command below lists all of them.',
      source,
      remedies,
      ...(told.slice(MOST).some(({ decides }) => decides) ? {} : { advisory: true as const }),
    };
    return [...findings, rest];
  },
});

/** Owns the check "can all of the organisation's policy be used": a fault in it is shown, never passed over. */

import { messages, titles } from '../../messages/messages.ts';
import { choice, shownAudienceKey } from '../../policy/policy.ts';
import { originText } from '../../policy/source-tree.ts';
import { defineCheck, type Judgement } from '../define-check.ts';

const title = titles('policy', {
  none: 'Your organisation sets no policy here',
  used: 'Your organisation’s policy is in use',
  fault: 'Part of your organisation’s policy is wrong',
  more: '{n, plural, one {# more part of the policy is wrong} other {# more parts of the policy are wrong}}',
  unknown: 'Couldn’t check your organisation’s policy',
});

const words = messages('policy', {
  question: 'Can all of your organisation’s policy be used?',
  why: 'Greenroom couldn’t check what your organisation asks for there. The rest of its policy is in force.',
  readsLinux: '/etc/greenroom/policy.yaml and policy.json, where they belong to root alone',
  readsDarwin: 'The managed preferences of org.greenroom.Greenroom, for this account and for this Mac',
  readsWin32: 'Software\\Policies\\Greenroom in the registry, for this computer and for this account',
  own: 'Your own settings apply.',
  whole: 'All of it can be used.',
  listed: 'The command below lists all of them.',
  tell: 'Tell your IT department',
  send: 'Send them what this finding says: only they can change the policy.',
  lint: 'For IT: find every fault',
  runLint: 'Run “greenroom policy lint” on the policy’s file: it names line, column and what was expected.',
  runShow: 'For Group Policy and device management, this command lists every value with its source.',
});

/** A page of faults says no more than the first few. */
const MOST = 5;

const describe = messages('policy.policy', {
  importance: 'Always required: what a faulty policy asked for is not known to have been looked at.',
});

export const policyCheck = defineCheck({
  id: 'policy',
  area: 'system',
  when: 'after-call',
  question: words.question,
  unknownTitle: title.unknown,
  why: words.why,
  reads: { linux: words.readsLinux, darwin: words.readsDarwin, win32: words.readsWin32 },
  needs: ['organisationPolicy'],
  policy: {
    audience: shownAudienceKey(),
    importance: choice(['required'], 'required', describe.importance),
  },
  remedies: {
    'ask-it': { label: words.tell, steps: [words.send] },
    lint: { label: words.lint, steps: [words.runLint, words.runShow], command: 'greenroom policy show' },
  },
  judge: ({ facts }) => {
    const { source, faults } = facts.organisationPolicy.value;
    if (source === null) return [{ state: 'not-applicable', title: title.none, reason: words.own }];
    if (faults.length === 0) return [{ state: 'pass', title: title.used, found: words.whole, source }];
    const remedies = ['ask-it', 'lint'] as const;
    // What was asked for comes before what only dresses the window.
    const told = [...faults].sort((a, b) => Number(b.decides) - Number(a.decides));
    const findings = told.slice(0, MOST).map(
      ({ origin, message, decides }, index): Judgement<'ask-it' | 'lint'> => ({
        state: 'unknown',
        subject: `fault ${index + 1}`,
        title: title.fault,
        reason: message,
        source: originText(origin),
        remedies,
        ...(decides ? {} : { advisory: true as const }),
      }),
    );
    if (told.length <= MOST) return findings;
    const rest: Judgement<'ask-it' | 'lint'> = {
      state: 'unknown',
      subject: 'more faults',
      title: title.more({ n: told.length - MOST }),
      reason: words.listed,
      source,
      remedies,
      ...(told.slice(MOST).some(({ decides }) => decides) ? {} : { advisory: true as const }),
    };
    return [...findings, rest];
  },
});

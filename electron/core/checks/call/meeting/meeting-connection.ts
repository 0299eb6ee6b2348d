/** Owns the check "does the next meeting's service answer", by the trial that a person or the policy asked for. */
import { hostOfMeeting } from '../../../connection/hosts.ts';
import { judgeTrial, words as trialWords } from '../../../connection/judge-trial.ts';
import { messages, sentences, titles } from '../../../messages/messages.ts';
import { place } from '../../../messages/value.ts';
import { flag, integerKey, shownAudienceKey } from '../../../policy/policy.ts';
import { defineCheck } from '../../define-check.ts';
import { connectionReads } from '../connection.ts';

const title = titles('meeting-connection', {
  none: 'No online meeting coming up',
  untried: 'Your connection to the meeting wasn’t tried',
  answers: 'The meeting service answers well',
  poor: 'Your connection to the meeting is poor',
  unreached: 'The meeting service can’t be reached',
  unproven: 'The meeting service may be out of reach',
  unknown: 'Couldn’t check the connection to your meeting',
});

const words = messages('meeting-connection', {
  question: 'Does the service of your next meeting answer?',
  why: 'A service that answers late, unevenly or not at all makes speech come in pieces, or keeps you out.',
  reads:
    'When you or your organisation ask for it, and never by itself: how ten connections to the meeting’s official host went, and how fast your own router answers. With it: {connection}',
  none: 'There’s no meeting with an official link ahead. You can still try a service.',
  offer: 'Try the connection to {host}. Nothing is asked before you say so.',
  wanted: 'ten of ten connections, without a noticeable delay',
  openPage: 'Open the meeting service’s own page in your browser: if it opens, you can join.',
  reach: 'Get through to the meeting service',
  signIn: 'Open any page in your browser: this network may want you to sign in.',
  otherWay: 'Turn your VPN off, or use another network such as your phone’s hotspot.',
  again: 'Try the connection again.',
  steady: 'Get a steadier connection',
  cable: 'Plug in a cable, or move closer to the router.',
  quieten: 'Stop downloads and videos on this network. Turn your own video off if speech still breaks up.',
});

const describe = messages('policy.meeting-connection', {
  beforeMeeting:
    'Whether the connection to the official host of the next meeting is tried shortly before it without a click: ten connections that are secured and closed. The host sees this computer’s internet address.',
  maxAgeMinutes: 'After this time a trial of the connection says nothing any more.',
});

export const meetingConnectionKeys = {
  beforeMeeting: flag(false, describe.beforeMeeting),
  maxAgeMinutes: integerKey(15, 'minutes', 5, 240, describe.maxAgeMinutes),
};

export const meetingConnection = defineCheck({
  id: 'meeting-connection',
  area: 'call',
  when: 'before-call',
  // It judges by limits, and a caution says that one gets through.
  keepsCautions: true,
  question: words.question,
  unknownTitle: title.unknown,
  why: words.why,
  reads: {
    linux: words.reads({ connection: connectionReads.linux }),
    darwin: words.reads({ connection: connectionReads.darwin }),
    win32: words.reads({ connection: connectionReads.win32 }),
  },
  needs: ['connectionTrial'],
  uses: ['nextMeeting', 'connection'],
  policy: { audience: shownAudienceKey(), ...meetingConnectionKeys },
  remedies: {
    look: { label: words.reach, minutes: 2, steps: [words.openPage, words.signIn, words.again] },
    reach: { label: words.reach, minutes: 3, steps: [words.signIn, words.otherWay, words.again] },
    steady: { label: words.steady, minutes: 2, steps: [words.cable, words.quieten, words.again] },
  },
  judge: ({ facts, policy, now }) => {
    const tried = facts.connectionTrial.value;
    const host = facts.nextMeeting.state === 'known' ? hostOfMeeting(facts.nextMeeting.value) : undefined;
    const counts =
      tried !== 'not-tried' &&
      Date.parse(now) - Date.parse(tried.at) <= policy.maxAgeMinutes * 60_000 &&
      // What another service does says nothing of this meeting's.
      (host === undefined || host === tried.trial.host);
    if (!counts)
      return host === undefined
        ? [{ state: 'not-applicable', title: title.none, reason: words.none }]
        : [{ state: 'not-done', title: title.untried, reason: words.offer({ host: place(host) }) }];
    const { state, sentences: told } = judgeTrial(tried.trial);
    const { wanted, why } = words;
    const isWithoutProxy =
      tried.trial.proxy === null &&
      tried.trial.besideProxy !== true &&
      facts.connection.state === 'known' &&
      facts.connection.value.proxy === true;
    const isNobodyReached = tried.trial.attempts.every(({ is }) => is === 'failed');
    const found = sentences([
      ...told.filter((sentence) => sentence !== trialWords.limits),
      ...(isNobodyReached && isWithoutProxy ? [trialWords.besideProxy] : []),
    ]);
    if (state === 'pass') return [{ state, title: title.answers, found, wanted }];
    if (!isNobodyReached) return [{ state: 'caution', title: title.poor, found, wanted, why, remedies: ['steady'] }];
    // Where only the proxy leads out, nothing else gets through, and browsers do; and what was tried out of interest keeps nobody
    // out of a meeting elsewhere.
    return state === 'caution' || isWithoutProxy || host === undefined
      ? [{ state: 'caution', title: title.unproven, found, wanted, why, remedies: ['look'] }]
      : [{ state: 'fail', title: title.unreached, found, wanted, why, remedies: ['reach'] }];
  },
});

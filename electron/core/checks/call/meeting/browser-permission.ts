/** Owns the check "does a browser keep camera or microphone from the next meeting's page". */
import { type AskedDevice, askedDevices, type BrowserId } from '../../../facts/browsers.ts';
import { messages, titles } from '../../../messages/messages.ts';
import { list, place, product } from '../../../messages/value.ts';
import { shownAudienceKey } from '../../../policy/policy.ts';
import { defineCheck } from '../../define-check.ts';

const title = titles('browser-permission', {
  none: 'No meeting in a browser coming up',
  noBrowser: 'No browser to look at',
  refused: '{browser} blocks {devices} here',
  allowed: '{browser} blocks nothing for your meeting',
  unread: 'Couldn’t check what {browser} allows',
  unknown: 'Couldn’t check what your browser allows',
});

const deviceWords = messages('browser-permission', { camera: 'your camera', microphone: 'your microphone' });

const words = messages('browser-permission', {
  question: 'May your browser use camera and microphone in the next meeting?',
  why: 'A browser that once refused them to this page doesn’t ask again: nobody sees or hears you there.',
  reads:
    'What Chrome, Edge, Brave and Firefox remember of camera and microphone for the host of your next meeting, in the profile you last used, and nothing else of it',
  none: 'No meeting that a browser can join is ahead.',
  noBrowser: 'Chrome, Edge, Brave and Firefox have kept nothing here.',
  refused: '{browser} refuses {devices} to {host}.',
  nothing: '{browser} refuses {host} neither camera nor microphone.',
  unread: 'What {browser} remembers of this page couldn’t be read.',
  wanted: 'camera and microphone not refused to the meeting’s page',
  changeIn: 'Allow it in {browser}',
  typeChrome:
    'Type chrome://settings/content/camera into Chrome’s address bar; chrome://settings/content/microphone for the microphone.',
  typeEdge:
    'Type edge://settings/content/camera into Edge’s address bar; edge://settings/content/microphone for the microphone.',
  typeBrave:
    'Type brave://settings/content/camera into Brave’s address bar; brave://settings/content/microphone for the microphone.',
  typeFirefox:
    'Type about:preferences#privacy into Firefox’s address bar, and open the settings beside Camera and Microphone under Permissions.',
  remove: 'Find the meeting’s address there, and allow it or remove it.',
  joinAgain: 'Join again: the browser asks you, and you say yes.',
});

/** As their makers call them. */
const names: Readonly<Record<BrowserId, string>> = {
  chrome: 'Chrome',
  edge: 'Edge',
  brave: 'Brave',
  firefox: 'Firefox',
};

const remedy = (id: BrowserId, where: typeof words.remove) => ({
  label: words.changeIn({ browser: product(names[id]) }),
  minutes: 2,
  steps: [where, words.remove, words.joinAgain],
});

export const browserPermission = defineCheck({
  id: 'browser-permission',
  area: 'call',
  when: 'before-call',
  question: words.question,
  unknownTitle: title.unknown,
  why: words.why,
  reads: { linux: words.reads, darwin: words.reads, win32: words.reads },
  needs: ['browserAnswers'],
  // Whose host it is: judged again when that changes.
  uses: ['nextMeeting'],
  policy: { audience: shownAudienceKey() },
  remedies: {
    chrome: remedy('chrome', words.typeChrome),
    edge: remedy('edge', words.typeEdge),
    brave: remedy('brave', words.typeBrave),
    firefox: remedy('firefox', words.typeFirefox),
  },
  judge: ({ facts }) => {
    const told = facts.browserAnswers.value;
    if (told === 'no-host') return [{ state: 'not-applicable', title: title.none, reason: words.none }];
    if (told.answers.length === 0)
      return [{ state: 'not-applicable', title: title.noBrowser, reason: words.noBrowser }];
    const { wanted, why } = words;
    const host = place(told.host);
    return told.answers.map(({ browser: id, refused }) => {
      const browser = product(names[id]);
      if (refused === null)
        return { state: 'unknown', subject: id, title: title.unread({ browser }), reason: words.unread({ browser }) };
      const kept = askedDevices.filter((device: AskedDevice) => refused.includes(device));
      if (kept.length === 0)
        return {
          state: 'pass',
          subject: id,
          title: title.allowed({ browser }),
          found: words.nothing({ browser, host }),
          wanted,
        };
      const devices = list(kept.map((device) => deviceWords[device]));
      return {
        state: 'caution',
        subject: id,
        title: title.refused({ browser, devices }),
        found: words.refused({ browser, devices, host }),
        wanted,
        why,
        remedies: [id],
      };
    });
  },
});

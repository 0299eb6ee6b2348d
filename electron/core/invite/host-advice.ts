/** The host's side: what to change in an invitation before it goes out, and the steps for each service. */

import type { Inspection } from './inspection.ts';

export type HostFindingId =
  | 'passcode-missing'
  | 'personal-room'
  | 'token-included'
  | 'start-link'
  | 'not-official'
  | 'public-place';

export interface HostFinding {
  readonly id: HostFindingId;
  readonly weight: 'alarm' | 'caution' | 'note';
  readonly text: string;
}

export type HostTopic = 'waiting-room' | 'passcode' | 'screen-sharing' | 'meeting-id';

export interface HostSteps {
  readonly topic: HostTopic;
  readonly title: string;
  readonly steps: readonly string[];
  /** The vendor's page about it. */
  readonly page: string;
}

// Services whose links never carry a passcode, so that its absence says nothing.
const NO_PASSCODE_IN_LINKS = new Set(['meet', 'webex', 'slack', 'discord', 'whereby', 'jitsi', '8x8', 'goto']);

/** Words that mean a passcode stands in the text beside the link. */
const PASSCODE_IN_TEXT =
  /\b(?:passcode|password|meeting password|kenncode|kennwort|passwort|mot de passe|code secret|contraseña|wachtwoord|hasło|pin)\b\s{0,4}[:：]/i;

/** What to change in an invitation one is about to send. `text` is the invitation itself. */
export function adviseHost(inspection: Inspection, text = ''): readonly HostFinding[] {
  const found: HostFinding[] = [];
  if (inspection.verdict === 'not-a-meeting') return found;
  if (inspection.verdict !== 'genuine') {
    found.push({
      id: 'not-official',
      weight: 'alarm',
      text: 'The link is not an official link of the service. Copy it again from the meeting itself.',
    });
    return found;
  }
  if (inspection.hostToken || inspection.registrantToken) {
    found.push({
      id: 'token-included',
      weight: 'alarm',
      text: 'The link contains a key that is yours alone. Whoever gets it joins in your name. Send the link without it.',
    });
  }
  if (inspection.reasons.some((reason) => reason.id === 'start-link')) {
    found.push({
      id: 'start-link',
      weight: 'alarm',
      text: 'This is the link for starting the meeting as its host. Send the guests’ link.',
    });
  }
  if (inspection.personalRoom) {
    found.push({
      id: 'personal-room',
      weight: 'caution',
      text: 'This is your personal room. Everybody who ever had the link can come again. Make a new meeting with its own number.',
    });
  }
  const passcodeShown = inspection.passcodeInLink || PASSCODE_IN_TEXT.test(text.slice(0, 65_536));
  if (!passcodeShown && inspection.service !== null && !NO_PASSCODE_IN_LINKS.has(inspection.service)) {
    found.push({
      id: 'passcode-missing',
      weight: 'caution',
      text: 'There is no passcode in it. Switch one on, or everybody who finds the number can come in.',
    });
  }
  found.push({
    id: 'public-place',
    weight: 'note',
    text: 'Send the invitation to the guests only. Do not post it on a web page, in a public calendar or in social media.',
  });
  return found;
}

const ZOOM = 'https://support.zoom.com/hc/en';
const ZOOM_SHARING = 'https://support.zoom.com/hc/en/article?id=zm_kb&sysparm_article=KB0058641';
const TEAMS = 'https://support.microsoft.com/office/change-participant-settings-53261366-dbd5-45f9-aae9-a70e6354f88e';
const MEET = 'https://support.google.com/meet';
const WEBEX = 'https://help.webex.com/article/vjfafi';

const step = (topic: HostTopic, title: string, page: string, ...steps: string[]): HostSteps => ({
  topic,
  title,
  steps,
  page,
});

const STEPS: Readonly<Record<string, readonly HostSteps[]>> = {
  zoom: [
    step(
      'meeting-id',
      'Use a new number for each meeting',
      ZOOM,
      'Schedule a meeting.',
      'Let Zoom make a number for it. Do not choose your personal meeting ID.',
    ),
    step(
      'passcode',
      'Ask for a passcode',
      ZOOM,
      'Open the meeting’s settings.',
      'In the Security section, tick Passcode.',
    ),
    step(
      'waiting-room',
      'Let guests wait first',
      ZOOM,
      'Open the meeting’s settings.',
      'In the Security section, tick Waiting Room.',
      'Let each guest in when you know who it is.',
    ),
    step(
      'screen-sharing',
      'Only you share the screen',
      ZOOM_SHARING,
      'In the meeting, open the arrow beside Share.',
      'Choose “Host tools for share”.',
      'Under “Who can share?” choose “Host only”.',
    ),
  ],
  teams: [
    step(
      'waiting-room',
      'Let guests wait in the lobby',
      TEAMS,
      'Open the meeting in the calendar and choose “Meeting options”.',
      'Under “Who can bypass the lobby?” choose only yourself, or only the people you invited.',
    ),
    step(
      'screen-sharing',
      'Only you present',
      TEAMS,
      'Open “Meeting options”.',
      'Under “Who can present?” choose only yourself and the other organisers.',
    ),
  ],
  meet: [
    step(
      'waiting-room',
      'Let guests knock',
      MEET,
      'In the meeting, open the host controls (the shield).',
      'Switch host management on, so that people you did not invite have to ask.',
      'Let each guest in when you know who it is.',
    ),
    step(
      'screen-sharing',
      'Only you share the screen',
      MEET,
      'In the meeting, open the host controls (the shield).',
      'Under “Let everyone”, switch off “Share their screen”.',
    ),
  ],
  webex: [
    step(
      'meeting-id',
      'Make a meeting, not your personal room',
      WEBEX,
      'Schedule a meeting.',
      'Do not use your personal room for it.',
    ),
    step(
      'waiting-room',
      'Let guests wait in the lobby',
      WEBEX,
      'When you schedule the meeting, open its security options.',
      'Let guests wait in the lobby until the host admits them.',
    ),
  ],
};

/** The steps for a service's host, in the order of their worth; empty for services without known steps. */
export const hostSteps = (service: string | null): readonly HostSteps[] =>
  service !== null && Object.hasOwn(STEPS, service) ? (STEPS[service] ?? []) : [];

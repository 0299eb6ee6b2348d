/** The host's side: what to change in an invitation before it goes out, and the steps for each service. */

import { english } from '../messages/format.ts';
import { type Message, messages } from '../messages/messages.ts';
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
  /** In English, for machines. */
  readonly text: string;
  readonly message: Message;
}

export type HostTopic = 'waiting-room' | 'passcode' | 'screen-sharing' | 'meeting-id';

export interface HostSteps {
  readonly topic: HostTopic;
  readonly title: Message;
  readonly steps: readonly Message[];
  /** The vendor's page about it. */
  readonly page: string;
}

// Services whose links never carry a passcode, so that its absence says nothing.
const NO_PASSCODE_IN_LINKS = new Set(['meet', 'webex', 'slack', 'discord', 'whereby', 'jitsi', '8x8', 'goto']);

/** Words that mean a passcode stands in the text beside the link. */
const PASSCODE_IN_TEXT =
  /\b(?:passcode|password|meeting password|kenncode|kennwort|passwort|mot de passe|code secret|contraseña|wachtwoord|hasło|pin)\b\s{0,4}[:：]/i;

const words = messages('host', {
  'not-official': 'This isn’t an official link of the service. Copy it again from the meeting itself.',
  'token-included':
    'The link contains a key that is yours alone: anyone who gets it joins in your name. Send the link without it.',
  'start-link': 'This link starts the meeting as its host. Send the guests’ link.',
  'personal-room':
    'This is your personal room: everyone who ever had the link can come again. Make a new meeting with its own number.',
  'passcode-missing': 'There’s no passcode in it. Switch one on, or anyone who finds the number can come in.',
  'public-place':
    'Send the invitation to the guests only. Don’t post it on a web page, in a public calendar or on social media.',
});

const advice = (id: HostFindingId, weight: HostFinding['weight']): HostFinding => ({
  id,
  weight,
  text: english(words[id]),
  message: words[id],
});

/** What to change in an invitation one is about to send. `text` is the invitation itself. */
export function adviseHost(inspection: Inspection, text = ''): readonly HostFinding[] {
  const found: HostFinding[] = [];
  if (inspection.verdict === 'not-a-meeting') return found;
  if (inspection.verdict !== 'genuine') {
    found.push(advice('not-official', 'alarm'));
    return found;
  }
  if (inspection.hostToken || inspection.registrantToken) {
    found.push(advice('token-included', 'alarm'));
  }
  if (inspection.reasons.some((reason) => reason.id === 'start-link')) {
    found.push(advice('start-link', 'alarm'));
  }
  if (inspection.personalRoom) {
    found.push(advice('personal-room', 'caution'));
  }
  const passcodeShown = inspection.passcodeInLink || PASSCODE_IN_TEXT.test(text.slice(0, 65_536));
  if (!passcodeShown && inspection.service !== null && !NO_PASSCODE_IN_LINKS.has(inspection.service)) {
    found.push(advice('passcode-missing', 'caution'));
  }
  found.push(advice('public-place', 'note'));
  return found;
}

const ZOOM = 'https://support.zoom.com/hc/en';
const ZOOM_SHARING = 'https://support.zoom.com/hc/en/article?id=zm_kb&sysparm_article=KB0058641';
const TEAMS = 'https://support.microsoft.com/office/change-participant-settings-53261366-dbd5-45f9-aae9-a70e6354f88e';
const MEET = 'https://support.google.com/meet';
const WEBEX = 'https://help.webex.com/article/vjfafi';

const step = (topic: HostTopic, title: Message, page: string, ...own: Message[]): HostSteps => ({
  topic,
  title,
  steps: own,
  page,
});

const steps = messages('host-steps', {
  useANewNumberFor: 'Use a new number for each meeting',
  scheduleAMeeting: 'Schedule a meeting.',
  letZoomMakeANumber: 'Let Zoom make a number for it. Do not choose your personal meeting ID.',
  askForAPasscode: 'Ask for a passcode',
  openTheMeetingSSettings: 'Open the meeting’s settings.',
  inTheSecuritySectionTick: 'In the Security section, tick Passcode.',
  letGuestsWaitFirst: 'Let guests wait first',
  inTheSecuritySectionTick2: 'In the Security section, tick Waiting Room.',
  letEachGuestInWhen: 'Let each guest in when you know who it is.',
  onlyYouShareTheScreen: 'Only you share the screen',
  inTheMeetingOpenThe: 'In the meeting, open the arrow beside Share.',
  chooseHostToolsForShare: 'Choose “Host tools for share”.',
  underWhoCanShareChoose: 'Under “Who can share?” choose “Host only”.',
  letGuestsWaitInThe: 'Let guests wait in the lobby',
  openTheMeetingInThe: 'Open the meeting in the calendar and choose “Meeting options”.',
  underWhoCanBypassThe: 'Under “Who can bypass the lobby?” choose only yourself, or only the people you invited.',
  onlyYouPresent: 'Only you present',
  openMeetingOptions: 'Open “Meeting options”.',
  underWhoCanPresentChoose: 'Under “Who can present?” choose only yourself and the other organisers.',
  letGuestsKnock: 'Let guests knock',
  inTheMeetingOpenThe2: 'In the meeting, open the host controls (the shield).',
  switchHostManagementOnSo: 'Switch host management on, so that people you did not invite have to ask.',
  underLetEveryoneSwitchOff: 'Under “Let everyone”, switch off “Share their screen”.',
  makeAMeetingNotYour: 'Make a meeting, not your personal room',
  doNotUseYourPersonal: 'Do not use your personal room for it.',
  whenYouScheduleTheMeeting: 'When you schedule the meeting, open its security options.',
  letGuestsWaitInThe2: 'Let guests wait in the lobby until the host admits them.',
});

const STEPS: Readonly<Record<string, readonly HostSteps[]>> = {
  zoom: [
    step('meeting-id', steps.useANewNumberFor, ZOOM, steps.scheduleAMeeting, steps.letZoomMakeANumber),
    step('passcode', steps.askForAPasscode, ZOOM, steps.openTheMeetingSSettings, steps.inTheSecuritySectionTick),
    step(
      'waiting-room',
      steps.letGuestsWaitFirst,
      ZOOM,
      steps.openTheMeetingSSettings,
      steps.inTheSecuritySectionTick2,
      steps.letEachGuestInWhen,
    ),
    step(
      'screen-sharing',
      steps.onlyYouShareTheScreen,
      ZOOM_SHARING,
      steps.inTheMeetingOpenThe,
      steps.chooseHostToolsForShare,
      steps.underWhoCanShareChoose,
    ),
  ],
  teams: [
    step('waiting-room', steps.letGuestsWaitInThe, TEAMS, steps.openTheMeetingInThe, steps.underWhoCanBypassThe),
    step('screen-sharing', steps.onlyYouPresent, TEAMS, steps.openMeetingOptions, steps.underWhoCanPresentChoose),
  ],
  meet: [
    step(
      'waiting-room',
      steps.letGuestsKnock,
      MEET,
      steps.inTheMeetingOpenThe2,
      steps.switchHostManagementOnSo,
      steps.letEachGuestInWhen,
    ),
    step(
      'screen-sharing',
      steps.onlyYouShareTheScreen,
      MEET,
      steps.inTheMeetingOpenThe2,
      steps.underLetEveryoneSwitchOff,
    ),
  ],
  webex: [
    step('meeting-id', steps.makeAMeetingNotYour, WEBEX, steps.scheduleAMeeting, steps.doNotUseYourPersonal),
    step('waiting-room', steps.letGuestsWaitInThe, WEBEX, steps.whenYouScheduleTheMeeting, steps.letGuestsWaitInThe2),
  ],
};

/** The steps for a service's host, in the order of their worth; empty for services without known steps. */
export const hostSteps = (service: string | null): readonly HostSteps[] =>
  service !== null && Object.hasOwn(STEPS, service) ? (STEPS[service] ?? []) : [];

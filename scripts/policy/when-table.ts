/** Owns the table in the documents of when each check's findings are to be put right, with the reason. */
import type { CheckId } from '../../electron/core/checks/ids.ts';
import { checks } from '../../electron/core/checks/index.ts';
import { areaNames } from '../../electron/core/report/areas.ts';

const look = 'It is what others see of you, and a lamp or a curtain puts it right at once.';

/** Why each check stands before or after the call: does it decide whether one can join, be seen and be heard? */
const reasons: Readonly<Record<CheckId, string>> = {
  policy: 'Only your organisation can put it right. Always required.',
  'meeting-link': 'A fake link makes joining dangerous: nothing else matters then.',
  'meeting-apps':
    'An old version still joins. Before the call: an app that is not let in, that may be turned away, or that is under attack now; with a next meeting only what joins it. Where a browser or another app joins the same service it is a caution.',
  'app-origin': 'Joining works; where an app came from can be looked into in peace.',
  'installer-origin':
    'A file of unknown origin can wait. Before the call: a look-alike, or one that was changed, which somebody in a hurry might open.',
  'os-supported': 'No minutes before a call replace a system.',
  'os-patches': 'Updates take longer than there is time, and may restart the computer.',
  'restart-pending': 'A restart that only waits can wait. Before the call: one that comes, or may come, during it.',
  'auto-updates': 'It matters over weeks.',
  'greenroom-age': 'An old Greenroom still checks; a new one is not got in minutes where a department installs it.',
  firewall: 'A call needs no incoming connection, with or without one.',
  'disk-encryption': 'It matters when the computer is lost.',
  antivirus: 'It matters for files that come with the meeting, not for joining it.',
  'screen-lock': 'It matters when you walk away.',
  'remote-login': 'It is open on other days, too; joining works.',
  'remote-control': 'That it runs does not mean that somebody is connected.',
  connection: 'Without a way to the internet nobody joins.',
  'meeting-connection': 'Where the service cannot be reached nobody joins; a slow way to it makes speech falter.',
  wifi: 'An open network lets others near you pose as a service you use; a VPN is on in a minute.',
  'camera-present': 'Without a camera nobody sees you; joining works.',
  'microphone-present': 'Without a microphone that is on nobody hears you.',
  'loudspeaker-present': 'Without a loudspeaker that is on you hear nobody.',
  headset: 'A headset that runs empty or cannot be talked into fails in the call.',
  'camera-in-use': 'What holds the camera may keep it from the meeting, and sees you.',
  'microphone-in-use': 'What holds the microphone hears the call.',
  'camera-permission':
    'Without permission nobody sees or hears you. After the call: where only sharing the screen is not allowed.',
  'browser-permission': 'A browser that once refused camera or microphone to the meeting’s page keeps refusing it.',
  'camera-view': 'Without a picture nobody sees you.',
  'camera-text': look,
  'camera-people': look,
  'camera-screens': look,
  'camera-movement': look,
  'camera-light': look,
  'camera-focus': look,
  'camera-framing': look,
  'background-effects': 'A weak computer makes picture and sound falter; joining without effects takes no time.',
  power: 'A computer that runs out of power or falls asleep leaves the meeting.',
  'battery-wear': 'No minutes before a call replace a battery; its charge is told apart.',
  'disk-space': 'A call needs no room; recordings and updates do.',
  throttling: 'A computer that slows itself down makes picture and sound falter.',
  load: 'A busy computer makes picture and sound falter.',
  'focus-mode': 'A message on a shared screen is seen by everybody, and cannot be taken back.',
  clock: 'A clock that may drift can wait. Before the call: one that is wrong, which keeps you from signing in.',
  'backup-drive': 'A backup takes longer than there is time, and joining works without one.',
  'backup-destination': 'It matters after an attack.',
  'backup-unplugged': 'It matters after an attack.',
  'backup-running': 'A backup at work makes picture and sound falter.',
  'drive-health': 'A drive that expects to fail carries this call as well; the backup cannot wait for long.',
  'two-step-sign-in': 'Only you know; answering takes a moment, setting it up does not.',
  'strong-passwords': 'Only you know; new passwords need peace.',
  'waiting-room': 'Only you know; it matters in meetings that you host.',
  'private-links': 'Only you know; it matters in meetings that you host.',
};

/** "2", "2–30"; a dash where nobody can say. */
const minutesOf = (remedies: (typeof checks)[number]['remedies']): string => {
  const known = Object.values(remedies).flatMap(({ minutes }) => minutes ?? []);
  if (known.length === 0) return '–';
  const [least, most] = [Math.min(...known), Math.max(...known)];
  return least === most ? `${least}` : `${least}–${most}`;
};

export const whenTable = (): string =>
  [
    '| check | area | when | minutes | why |',
    '|---|---|---|---|---|',
    ...checks.map(
      ({ id, area, when, remedies }) =>
        `| \`${id}\` | ${areaNames[area]} | ${when === 'before-call' ? 'before the call' : 'after the call'} | ${minutesOf(remedies)} | ${reasons[id]} |`,
    ),
  ].join('\n');

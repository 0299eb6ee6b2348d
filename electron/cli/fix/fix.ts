/** Owns `greenroom fix`: what can be done here with one word, doing it, and the way back. */
import { isOpen } from '../../core/fixes/change.ts';
import { isOffered, type NotOffered, type Offer } from '../../core/fixes/offer.ts';
import { english } from '../../core/messages/format.ts';
import { localise } from '../../core/messages/localise.ts';
import { says } from '../../core/messages/says.ts';
import { instant } from '../../core/messages/value.ts';
import { asciiJson } from '../../core/text/ascii-json.ts';
import { applyFix, type FixPlace, offersNow } from '../../engine/fixes/apply-fix.ts';
import { loadChanges } from '../../engine/fixes/change-store.ts';
import type { Outcome } from '../../engine/fixes/outcome.ts';
import { putBack, putBackDue, undo } from '../../engine/fixes/put-back.ts';
import { atOnce } from '../../engine/fixes/verify.ts';
import { openWithSystem } from '../../engine/open-link.ts';
import { meetingAsLastRead } from '../../engine/run/meeting-as-last-read.ts';
import { WrongUsage } from '../exit.ts';
import { type Io, say, warn } from '../io.ts';
import { openFor } from '../run-options.ts';
import { changeText, toldChange } from './change-text.ts';
import { stoppedOrAt } from './stopped-or-at.ts';

const words = says('fix-verb', {
  late: 'Still working. Greenroom doesn’t stop it in the middle.',
  look: 'Greenroom looks at the result for ten seconds.',
  none: 'There’s nothing that Greenroom could do for you now.',
  notNow: 'Not now:',
  changed: 'Changed by Greenroom; “greenroom fix --undo ID” puts it back:',
  until: 'Until {until}. Press Ctrl-C to put it back now.',
  nameIt: 'Name what to undo. “greenroom fix --list” lists what Greenroom has changed.',
});

export interface FixOptions {
  readonly list?: boolean;
  readonly undo?: boolean;
  readonly json?: boolean;
}

const codes: Readonly<Record<Outcome['state'], number>> = {
  done: 0,
  opened: 0,
  'put-back': 0,
  left: 0,
  partly: 20,
  'not-done': 20,
  unseen: 30,
};

const tell = ({ state, sentence, change }: Outcome, json: boolean, io: Io): number => {
  if (json)
    io.stdout.write(
      `${asciiJson({ schema: 'greenroom.fix/1', state, sentence: english(sentence), change: change ?? null }, 2)}\n`,
    );
  else say(io, `${localise(sentence)}\n`);
  return codes[state];
};

const placeFor = async (io: Io) => {
  const { workspace, deadlineMs } = await openFor(io);
  const { policy, catalogue, place } = workspace;
  const fixPlace: FixPlace = {
    ...{ port: place.port, folder: place.folder, policy, catalogue: catalogue.catalogue, deadlineMs },
    signal: new AbortController().signal,
    isRemote: process.env.SSH_CONNECTION !== undefined,
    clock: () => new Date(),
    open: (address) => openWithSystem(place.port.host.platform, address),
    onLate: () => warn(io, `${words.late}\n`),
    onLook: () => warn(io, `${words.look}\n`),
  };
  const { facts } = await meetingAsLastRead(policy, place.folder, place.port.host, deadlineMs);
  const fact = facts.nextMeeting?.fact;
  return { place: fixPlace, meeting: fact?.state === 'known' ? fact.value : null };
};

const offerText = ({ wish, way, choice }: Offer): string =>
  `${wish}\n  ${localise(choice.says)}\n${way.mayAsk === undefined ? '' : `  ${localise(way.mayAsk)}\n`}`;

const notOfferedText = ({ fix, why }: NotOffered): string =>
  `  ${fix.id}: ${localise(fix.label)}\n    ${localise(why)}\n`;

const list = async (place: FixPlace, meeting: Parameters<typeof offersNow>[1], json: boolean, io: Io) => {
  const results = await offersNow(place, meeting);
  const { value: changes, notices } = await loadChanges(place.folder);
  for (const notice of notices) warn(io, `${notice}\n`);
  const offers = results.flatMap((one) => (isOffered(one) ? one : []));
  const others = results.flatMap((one) => (isOffered(one) ? [] : [one]));
  if (json) {
    const told = {
      schema: 'greenroom.fixes/1',
      offers: offers.map(({ wish, choice }) => ({ id: wish, says: english(choice.says) })),
      notOffered: others.map(({ fix, why }) => ({ id: fix.id, why: english(why) })),
      changes: changes.map(toldChange),
    };
    io.stdout.write(`${asciiJson(told, 2)}\n`);
    return 0;
  }
  const open = changes.filter(isOpen);
  say(
    io,
    [
      offers.length === 0 ? `${words.none}\n` : offers.map(offerText).join('\n'),
      ...(others.length === 0 ? [] : [`\n${words.notNow}\n${others.map(notOfferedText).join('')}`]),
      ...(open.length === 0 ? [] : [`\n${words.changed}\n${open.map(changeText).join('')}`]),
    ].join(''),
  );
  return 0;
};

/** What lasts for the call is kept by this process, which puts it back when the call is over or the person stops it. */
const keepForCall = async (id: string, place: FixPlace, io: Io): Promise<void> => {
  const change = (await loadChanges(place.folder)).value.find((one) => one.id === id);
  if (change === undefined || change.until === null) return;
  warn(io, `${words.until({ until: instant(change.until) })}\n`);
  await stoppedOrAt(Date.parse(change.until));
  // Undone meanwhile from elsewhere.
  const still = (await loadChanges(place.folder)).value.find((one) => one.id === id);
  if (still === undefined || !isOpen(still)) return;
  warn(io, `${localise((await putBack(still, { ...place, wait: atOnce })).sentence)}\n`);
};

/** Runs the verb; resolves to the exit code: 0 done, 20 not done, 30 done as far as can be told. */
export const runFix = async (wish: string | undefined, options: FixOptions, io: Io): Promise<number> => {
  const json = options.json === true;
  if (wish === undefined && options.undo === true) throw new WrongUsage(words.nameIt);
  const { place, meeting } = await placeFor(io);
  if (wish === undefined || options.list === true) return list(place, meeting, json, io);
  for (const { change, outcome } of await putBackDue(place))
    warn(io, `${localise(change.did)} ${localise(outcome.sentence)}\n`);
  if (options.undo === true) return tell(await undo(wish, place), json, io);
  const outcome = await applyFix(wish, place, meeting);
  const code = tell(outcome, json, io);
  if (outcome.change !== undefined) await keepForCall(outcome.change, place, io);
  return code;
};

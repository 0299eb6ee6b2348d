/** Owns how one change is told in the terminal: "Unmuted “Headset”. 30 November 2026, 9:27; put back 30 November 2026, 10:02". */
import { type AppliedFix, changeSaid, isOpen } from '../../core/fixes/change.ts';
import { labelOf } from '../../core/fixes/index.ts';
import { english } from '../../core/messages/format.ts';
import { says } from '../../core/messages/says.ts';
import { instant } from '../../core/messages/value.ts';

const words = says('change-text', {
  lasts: '{did} {at}',
  until: '{did} {at}, until {until}',
  ended: '{did} {at}; {how, select, back {put back} other {left as it is}} {end}',
});

const told = (change: AppliedFix): string => {
  const { at: begun, state, until, endedAt } = change;
  const did = changeSaid(change, labelOf(change.fix));
  const at = instant(begun);
  if (endedAt !== undefined)
    return words.ended({ did, at, how: state === 'undone' ? 'back' : 'left', end: instant(endedAt) });
  return until === null ? words.lasts({ did, at }) : words.until({ did, at, until: instant(until) });
};

/** One line; with the id by which it is put back while it is in force. */
export const changeText = (change: AppliedFix): string => {
  const text = told(change);
  return `  ${isOpen(change) ? `${change.fix}: ${text}` : text}\n`;
};

/** The same for machines. */
export const toldChange = (change: AppliedFix) => {
  const { id, fix, at, until, state, endedAt } = change;
  const did = english(changeSaid(change, labelOf(fix)));
  return { ...{ id, fix, did, at, until, state }, ...(endedAt === undefined ? {} : { endedAt }) };
};

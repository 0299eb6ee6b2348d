/** Owns how one change is told in the terminal: "Unmuted “Headset”. 30 November 2026, 9:27; put back 30 November 2026, 10:02". */
import { type AppliedFix, isOpen } from '../../core/fixes/change.ts';
// The words of what was changed stand in the fixes themselves.
import '../../core/fixes/index.ts';
import { english } from '../../core/messages/format.ts';
import { says } from '../../core/messages/says.ts';
import { instant } from '../../core/messages/value.ts';

const words = says('change-text', {
  lasts: '{did} {at}',
  until: '{did} {at}, until {until}',
  ended: '{did} {at}; {how, select, back {put back} other {left as it is}} {end}',
});

const told = ({ did, at: begun, state, until, endedAt }: AppliedFix): string => {
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
export const toldChange = ({ id, fix, did, at, until, state, endedAt }: AppliedFix) => ({
  ...{ id, fix, did: english(did), at, until, state },
  ...(endedAt === undefined ? {} : { endedAt }),
});

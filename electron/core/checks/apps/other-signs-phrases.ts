/** Owns the sentences for what shows, beside the list of versions, that a program is current. */
import { type Message, messages, type Title, titles } from '../../messages/messages.ts';
import { ago, date, product, type Value } from '../../messages/value.ts';
import type { IsoTime } from '../../text/time.ts';
import type { Sign } from './other-signs.ts';

const title = titles('app-sign', {
  keptUp: '{app} is kept up to date',
  recent: '{app} is recent',
  waits: 'An update of {app} is waiting',
});

const words = messages('app-sign', {
  nothingNewer: 'no newer version waiting',
  noneWaiting: 'Nothing newer is waiting in its source: {source}, looked at {when}.',
  updaterLooked: '{updater} last looked {looked}, and put this version in place {changed}.',
  made: 'Its number says that it was made on {day} or later.',
  waits: 'It’s among the updates that this computer has found and not installed yet.',
});

/** What was wanted of a program that passes by such a sign. */
export const nothingNewer = words.nothingNewer;

export const signTitle = (sign: Sign, app: Value): Title => {
  if (sign.is === 'update-waiting') return title.waits({ app });
  return sign.is === 'own-date' ? title.recent({ app }) : title.keptUp({ app });
};

export const signFound = (sign: Sign, now: IsoTime): Message => {
  switch (sign.is) {
    case 'update-waiting':
      return words.waits;
    case 'none-waiting':
      return words.noneWaiting({ source: sign.source, when: ago(sign.lookedAt, now) });
    case 'updater':
      return words.updaterLooked({
        updater: product(sign.by),
        looked: ago(sign.lookedAt, now),
        changed: ago(sign.changedAt, now),
      });
    case 'own-date':
      return words.made({ day: date(sign.made) });
  }
};

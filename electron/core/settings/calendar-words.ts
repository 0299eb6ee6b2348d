/** Owns what window and terminal say of the sources of calendars on this computer. */
import type { Permission } from '../calendar-sources/shape.ts';
import { type Message, messages } from '../messages/messages.ts';

export const sourceListWords = messages('calendar-list', {
  about: 'Greenroom only reads them, and keeps no more than your meetings ahead.',
  none: 'No program with a calendar that Greenroom can read was found on this computer.',
  off: 'Not used. Turn on “Use the calendars on this computer” first.',
  forbidden: 'Your organisation does not let Greenroom read it.',
  required: 'Your organisation has it read.',
  computer: 'This computer',
  noneTicked: 'None of its calendars is ticked. Choose some in the settings.',
  empty: 'It holds no calendar.',
  preview: 'preview',
  ask: 'Ask to read {source}',
  notAsked: 'The system has not asked you yet whether Greenroom may read it.',
  refused: 'You did not let Greenroom read it. Change this in the system’s privacy settings, under Calendars.',
  restricted: 'Your organisation does not let programs read it.',
});

/** What a permission means for the person; null where there is nothing to say. */
export const permissionWords: Readonly<Record<Permission, Message | null>> = {
  'not-needed': null,
  granted: null,
  'not-asked': sourceListWords.notAsked,
  refused: sourceListWords.refused,
  restricted: sourceListWords.restricted,
};

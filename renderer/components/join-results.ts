/** Owns what is said of a meeting link that was opened, or was not. */
import type { Opened } from '../../electron/core/ipc/contract.ts';
import { says } from '../../electron/core/messages/says.ts';

export const joinResults: Readonly<Record<Opened, string>> = says('join.result', {
  opened: 'Opened in another program.',
  'nothing-to-open': 'This link isn’t opened from here. Open it from the invitation itself.',
  'refused-by-system': 'Your system didn’t open it. Copy the link and open it yourself.',
});

/** Owns what the organisation says about its help desk: shown beside whatever a person cannot put right alone. */
import { address, text, texts } from '../policy/policy.ts';
import { defineSettings } from './area.ts';

export const helpDeskSettings = defineSettings({
  id: 'help-desk',
  title: 'Help desk',
  describe: 'Whom to ask, shown with everything that is not in order.',
  adminOnly: true,
  policy: {
    name: text(80, 'What the help desk is called.'),
    words: texts(500, 'What to tell people who need help, by language.'),
    phone: text(60, 'Telephone number.'),
    mail: text(120, 'Mail address.'),
    page: address('help desk', 'A page of the help desk, opened when a person asks for it.'),
  },
});

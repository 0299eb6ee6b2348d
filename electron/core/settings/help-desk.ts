/** Owns what the organisation says about its help desk: shown beside whatever a person cannot put right alone. */
import { messages } from '../messages/messages.ts';
import { address, text, texts } from '../policy/policy.ts';
import { defineSettings } from './area.ts';

const words = messages('settings.help-desk', {
  title: 'Help desk',
  about: 'Whom to ask, shown with everything that is not in order.',
});

const describe = messages('policy.help-desk', {
  name: 'What the help desk is called.',
  words: 'What to tell people who need help, by language.',
  phone: 'Telephone number.',
  mail: 'Mail address.',
  page: 'A page of the help desk, opened when a person asks for it.',
});

export const helpDeskSettings = defineSettings({
  id: 'help-desk',
  title: words.title,
  describe: words.about,
  adminOnly: true,
  policy: {
    name: text(80, describe.name),
    words: texts(500, describe.words),
    phone: text(60, describe.phone),
    mail: text(120, describe.mail),
    page: address('help desk', describe.page),
  },
});

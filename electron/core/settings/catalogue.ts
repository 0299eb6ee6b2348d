/** Owns the settings for the catalogue: where a newer one may come from, and whose signature counts. */
import { messages } from '../messages/messages.ts';
import { address, file, flag, text } from '../policy/policy.ts';
import { defineSettings } from './area.ts';

const words = messages('settings.catalogue', {
  title: 'Catalogue',
  about: 'Where “greenroom catalogue update” takes a newer list of versions, faults and dates from.',
});

const describe = messages('policy.catalogue', {
  address: 'The address of the signed catalogue.',
  file: 'The signed catalogue as a file, where no address is named.',
  askMakers:
    'Whether a person may have the makers of installed apps asked for their newest versions. A signed catalogue in use is never added to.',
  publicKey: 'The Ed25519 public key, in PEM form, of whoever signs it.',
});

export const catalogueSettings = defineSettings({
  id: 'catalogue',
  title: words.title,
  describe: words.about,
  adminOnly: true,
  policy: {
    address: address('catalogue', describe.address),
    file: file('catalogue', describe.file),
    askMakers: flag(true, describe.askMakers),
    publicKey: text(1000, describe.publicKey),
  },
});

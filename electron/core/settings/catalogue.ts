/** Owns the settings for the catalogue: where a newer one may come from, and whose signature counts. */
import { address, file, flag, text } from '../policy/policy.ts';
import { defineSettings } from './area.ts';

export const catalogueSettings = defineSettings({
  id: 'catalogue',
  title: 'Catalogue',
  describe: 'Where “greenroom catalogue update” takes a newer list of versions, faults and dates from.',
  adminOnly: true,
  policy: {
    address: address('catalogue', 'The address of the signed catalogue.'),
    file: file('catalogue', 'The signed catalogue as a file, where no address is named.'),
    askMakers: flag(
      true,
      'Whether a person may have the makers of installed apps asked for their newest versions. A signed catalogue in use is never added to.',
    ),
    publicKey: text(1000, 'The Ed25519 public key, in PEM form, of whoever signs it.'),
  },
});

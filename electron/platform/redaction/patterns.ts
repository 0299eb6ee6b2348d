/** Owns taking out what is recognised by its form alone: addresses, identities of drives, accounts of servers. */
import type { Platform } from '../../core/facts/index.ts';
import { hex, standIns, uuidStandIns } from './stand-ins.ts';

/** Programs note the identity of a drive in forms of their own: those in `identities` are taken out wherever they stand. */
export const withoutPatterns = (platform: Platform, identities: ReadonlySet<string>): ((text: string) => string) => {
  const mac = standIns((number) => `02:00:00:00:00:${hex(number & 255, 2)}`);
  const mail = standIns((number) => `person${number}@example.org`);
  const server = standIns((number) => `server${number}.example.org`);
  const volume = uuidStandIns();
  const repository = standIns((number) => hex(number, 64));
  return (text) => {
    let result = text;
    for (const id of identities) result = result.replaceAll(id, volume(id));
    if (platform === 'linux') result = result.replace(/(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/g, repository);
    return (
      result
        // Order matters: addresses are whole before names inside them are replaced.
        .replace(/\b[0-9a-f]{2}(?::[0-9a-f]{2}){5}\b/gi, mac)
        .replace(
          /(\b(?:smb|nfs|ssh|sftp|ftp|ftps|dav|davs|afp|rsync):\/\/)(?:[^\s/@"]{1,128}@)?([^\s/"':]{1,253})/gi,
          (_all, scheme: string, name: string) => `${scheme}${server(name)}`,
        )
        // A name with a point before the sign may be there to deceive: that is told.
        .replace(/(\bhttps?:\/\/)[^\s/@".]{1,128}@/gi, '$1')
        .replace(/\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}\b/g, mail)
        .replace(
          /("(?:uuid|serial|partuuid|ptuuid|wwn)"\s*:\s*")([^"]+)(")/gi,
          (_all, before: string, id: string, after: string) => `${before}${volume(id)}${after}`,
        )
    );
  };
};

/** Owns making text from outside fit to be shown: nothing in it can move, hide, reorder or flood what stands around it. */

/** Control and format characters (among them every direction mark), line separators, private and lone surrogates. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]+/gu;

/** What most texts are: nothing in it needs a closer look. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;

/** The text on one line without invisible characters, cut to `longest` characters. Takes time only for what it keeps. */
export const sanitize = (text: string, longest = 80): string => {
  if (text.length <= longest && PLAIN.test(text)) return text;
  const clean = text
    .slice(0, longest * 4)
    .replace(UNSEEN, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const characters = [...clean];
  return characters.length <= longest && text.length <= longest * 4
    ? clean
    : `${characters.slice(0, longest - 1).join('')}…`;
};

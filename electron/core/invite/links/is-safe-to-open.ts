/** Owns the last question before a meeting link is given to the system: is it an official link, and nothing else. */

import { isAppScheme, operatorOf } from '../services/index.ts';
import { judgeLink } from './judge-link.ts';
import { LONGEST_LINK } from './link.ts';

/** What a link may be written with. A quotation mark or a backslash would end the argument of the program that is started. */
const PLAIN = /^[!#-;=?-[\]^_a-z{|}~]+$/;

/** True only for an https address on an official host, or an official link with the scheme of a vendor's app, as it stands. */
export const mayJoin = (link: string): boolean => {
  if (link.length > LONGEST_LINK || !PLAIN.test(link)) return false;
  const judged = judgeLink(link);
  // What is wrapped into something else is not opened with its wrapper.
  if (judged?.verdict !== 'genuine' || judged.target.raw !== link) return false;
  const { scheme, host } = judged.target;
  return scheme === 'https' ? operatorOf(host)?.id === judged.service?.id : isAppScheme(scheme);
};

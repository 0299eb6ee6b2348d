/** Owns reading a day or a time that a person wrote for this place's clock. */
import { WrongUsage } from './exit.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})?$/;

/** The end of a day, or a time: "2026-12-04", "2026-12-04T17:00", with or without its zone. Throws `WrongUsage`. */
export const endOf = (option: string, text: string): Date => {
  const end = new Date(DAY.test(text) ? `${text}T23:59:59.999` : text);
  const isDay = DAY.test(text) && end.getDate() === Number(text.slice(8));
  if ((isDay || TIME.test(text)) && !Number.isNaN(end.getTime())) return end;
  throw new WrongUsage(`${option} needs a day such as 2026-12-04 or a time such as 2026-12-04T17:00, not “${text}”.`);
};

/** Owns telling whether a finding that was set aside has become another one, by the one sentence that it is. */

/** Ages and levels, which move on by themselves from one look to the next: "9 days", "34 %", "3.2 GB", "yesterday". */
const MEASURE =
  /\b\d+(?:[.,]\d+)?\s?(?:%|(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|[kMGT]i?B)\b)(?: ago)?|\b(?:today|yesterday)\b/g;

/** A number that stands alone. What has a point or a letter in it is a version or a name: "5.16.2", "24H2". */
const NUMBER = /(?<![\w.])\d+(?![\w.])/g;

/**
 * Whether the sentence `now` says more than `then`: other words, another version, or a larger number of things. An age or
 * a level that only moved on, and a smaller number, say no more.
 */
export const hasWorsened = (then: string, now: string): boolean => {
  const [before, after] = [then, now].map((title) => title.replace(MEASURE, '#')) as [string, string];
  if (before.replace(NUMBER, '#') !== after.replace(NUMBER, '#')) return true;
  const numbers = before.match(NUMBER) ?? [];
  return (after.match(NUMBER) ?? []).some((number, index) => Number(number) > Number(numbers[index]));
};

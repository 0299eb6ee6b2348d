/** Owns that nothing which takes long is silent. */

/** Says what begins, and that it goes on, until the work is done: the first words at once or, for what mostly is quick, after a while. */
export const saying = async <T>(
  words: {
    readonly begins: string;
    readonly goesOn: () => string;
    readonly afterMs?: number;
    readonly everyMs?: number;
  },
  work: () => Promise<T>,
): Promise<T> => {
  let has = false;
  const say = (): void => {
    console.error(has ? words.goesOn() : words.begins);
    has = true;
  };
  const { afterMs = 0, everyMs = 8000 } = words;
  if (afterMs === 0) say();
  const early = afterMs === 0 ? undefined : setTimeout(say, afterMs);
  const timer = setInterval(say, everyMs);
  try {
    return await work();
  } finally {
    clearTimeout(early);
    clearInterval(timer);
  }
};

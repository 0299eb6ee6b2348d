/** Owns the one truth of whether a run goes on: what is asked meanwhile is joined to it, or made next. */

/** Ids of checks; null: all. */
export type Scope = readonly string[] | null;

export interface RunQueue {
  /**
   * Joins the run that goes on if all of `only` is in it and not judged yet; else these checks are run next. A `quick` run
   * leaves something out: only what is quick as well joins it.
   */
  request(only: Scope, quick?: boolean): Promise<void>;
  /** Runs after the run that goes on, which began before something changed. The scope is asked for when its turn has come. */
  requestAfter(scope: () => Scope): Promise<void>;
}

export interface QueueParts<T> {
  /** Makes one run; calls `judged` with the ids as they are judged. */
  readonly run: (only: Scope, judged: (ids: readonly string[]) => void, quick: boolean) => Promise<T>;
  /** Called at the end of each run, before whoever asked for it goes on. `isLast`: none is made next. */
  readonly ended: (result: T | null, isLast: boolean) => void;
}

interface Wish {
  readonly scope: () => Scope;
  readonly quick: boolean;
  readonly settle: () => void;
}

interface Current {
  readonly only: Scope;
  readonly quick: boolean;
  readonly judged: ReadonlySet<string>;
  readonly done: Promise<void>;
}

const union = (scopes: readonly Scope[]): Scope => {
  const ids = scopes.filter((scope) => scope !== null);
  return ids.length < scopes.length ? null : [...new Set(ids.flat())];
};

const covers = (current: Current, asked: Scope, quick: boolean): boolean => {
  const { only, judged } = current;
  if (current.quick && !quick) return false;
  return asked === null
    ? only === null && judged.size === 0
    : asked.every((id) => (only === null || only.includes(id)) && !judged.has(id));
};

export const createRunQueue = <T>({ run, ended }: QueueParts<T>): RunQueue => {
  let current: Current | null = null;
  let waiting: readonly Wish[] = [];

  /** Makes one run of all wishes; false when there is none. */
  const startNext = (): boolean => {
    const wishes = waiting;
    waiting = [];
    const only = union(wishes.map(({ scope }) => scope()));
    const quick = wishes.every((wish) => wish.quick);
    let settle = (): void => {};
    const done = new Promise<void>((resolve) => {
      settle = resolve;
    });
    void done.then(() => {
      for (const wish of wishes) wish.settle();
    });
    if (only !== null && only.length === 0) {
      settle();
      return false;
    }
    const judged = new Set<string>();
    // Before the run begins: what it tells may lead to another request at once.
    current = { only, quick, judged, done };
    void perform(only, judged, quick).then(settle, settle);
    return true;
  };

  const perform = async (only: Scope, judged: Set<string>, quick: boolean): Promise<void> => {
    let result: T | null = null;
    try {
      const note = (ids: readonly string[]): void => {
        for (const id of ids) judged.add(id);
      };
      result = await run(only, note, quick);
    } catch {
      // A run that throws must not keep the next one from its turn.
    }
    current = null;
    // Before the end is told: whoever hears of it sees the next run.
    ended(result, !startNext());
  };

  const add = (scope: () => Scope, quick: boolean): Promise<void> =>
    new Promise((settle) => {
      waiting = [...waiting, { scope, quick, settle }];
      if (current === null) startNext();
    });

  return {
    request: (only, quick = false) =>
      current !== null && covers(current, only, quick) ? current.done : add(() => only, quick),
    requestAfter: (scope) => add(scope, true),
  };
};

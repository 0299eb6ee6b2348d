/** Owns the time as the program has it: a test may let some of it pass at once, as a computer's sleep does. */

const RealDate = Date;
const wait = { setTimeout, setInterval, clearTimeout, clearInterval };

let ahead = 0;
const now = (): number => RealDate.now() + ahead;

interface Alarm {
  at: number;
  readonly every: number | null;
  readonly ring: () => void;
}
const alarms = new Map<unknown, Alarm>();

/** The real timers go on as ever; those whose time a test lets pass ring earlier. */
const timed =
  (real: typeof setTimeout | typeof setInterval, repeats: boolean) =>
  (call: (...args: unknown[]) => void, milliseconds = 0, ...args: unknown[]): NodeJS.Timeout => {
    const ring = (): void => {
      if (!repeats) alarms.delete(timer);
      call(...args);
    };
    const timer = real(ring, milliseconds);
    alarms.set(timer, { at: now() + milliseconds, every: repeats ? milliseconds : null, ring });
    return timer;
  };

const forgetting =
  (clear: (timer: NodeJS.Timeout | undefined) => void) =>
  (timer: NodeJS.Timeout | undefined): void => {
    alarms.delete(timer);
    clear(timer);
  };

/** To be called before the program is loaded. What else these functions carry is theirs still. */
export const controlTime = (): void => {
  globalThis.Date = class extends RealDate {
    constructor(...args: unknown[]) {
      super(...((args.length === 0 ? [now()] : args) as [number]));
    }
    static override now = now;
  } as DateConstructor;
  for (const [name, changed] of Object.entries({
    setTimeout: timed(wait.setTimeout, false),
    setInterval: timed(wait.setInterval, true),
    clearTimeout: forgetting(wait.clearTimeout),
    clearInterval: forgetting(wait.clearInterval),
  })) {
    Object.setPrototypeOf(changed, wait[name as keyof typeof wait]);
    Object.assign(globalThis, { [name]: changed });
  }
};

const isReading = (): boolean => process.getActiveResourcesInfo().some((name) => name.startsWith('FSReq'));

/** What rang may read files before it looks at the time. */
const whenRead = async (): Promise<void> => {
  for (let quiet = 0; quiet < 3; quiet = isReading() ? 0 : quiet + 1) {
    await new Promise((resolve) => setImmediate(resolve));
  }
};

/** What is being read, written or asked has a limit, which keeps the program going; what is only planned for later does not. */
const isAtWork = (): boolean =>
  [...alarms].some(([timer, { every }]) => every === null && (timer as NodeJS.Timeout).hasRef());

/** The limits of what is under way are limits of the real time: on a busy computer they would pass too. */
const whenAtRest = async (): Promise<void> => {
  await whenRead();
  while (isAtWork()) {
    await new Promise((resolve) => wait.setTimeout(resolve, 5));
    await whenRead();
  }
};

/** What was due in that time rings once, in its order. Begins and resolves when nothing is being read, written or asked. */
export const passTime = async (milliseconds: number): Promise<void> => {
  await whenAtRest();
  ahead += milliseconds;
  const due = [...alarms].filter(([, { at }]) => at <= now()).sort(([, a], [, b]) => a.at - b.at);
  for (const [timer, alarm] of due) {
    // One that rang before may have taken it back.
    if (!alarms.has(timer)) continue;
    if (alarm.every === null) wait.clearTimeout(timer as NodeJS.Timeout);
    else alarm.at = now() + alarm.every;
    alarm.ring();
  }
  await whenAtRest();
};

/**
 * Owns the check "is Greenroom itself up to date": the program, by the version that the organisation or a signed list names,
 * else by its build date; and its list of versions, by its day.
 */
import semver from 'semver';
import { messages, sentences, titles } from '../../messages/messages.ts';
import { date, measure, version } from '../../messages/value.ts';
import { integerKey, text } from '../../policy/policy.ts';
import { daysBetween } from '../../text/time.ts';
import { defineCheck, type JudgeInput, type Judgement } from '../define-check.ts';

const title = titles('greenroom-age', {
  current: 'Greenroom is up to date',
  recent: 'This Greenroom is recent',
  unbuilt: 'This Greenroom runs from its sources',
  overtaken: 'Greenroom {newest} is out',
  old: 'This Greenroom is old',
  engine: 'This Greenroom’s engine is no longer supported',
  unread: 'The newest version named isn’t one',
  recorded: 'Another computer’s Greenroom isn’t judged',
  listRecent: 'Greenroom’s list of versions is recent',
  listOld: 'Greenroom’s list of versions is old',
  unknown: 'Couldn’t check whether Greenroom is up to date',
});

const words = messages('greenroom-age', {
  question: 'Is Greenroom itself up to date?',
  why: 'An old Greenroom doesn’t know the newest apps, systems and tricks, and its own engine may have known flaws.',
  reads:
    'Greenroom’s own version and build date; the newest version where policy or a signed list names it; the day of its list of versions',
  found: 'Greenroom {own}, built on {built}',
  foundUnbuilt: 'Greenroom {own}',
  engine: 'Greenroom {own}, on Electron {engine}',
  wantedNewest: 'Greenroom {newest} or newer',
  wantedAge: 'built within the last {days}',
  wantedEngine: 'an Electron that its makers still support',
  recorded: 'This is the recording of a computer: what Greenroom judges it says nothing about it.',
  unbuilt: 'It has no build date, and nobody names the newest version.',
  unread: 'Policy names “{newest}”, which is no version.',
  list: 'The list of versions is of {day}.',
  asked: 'The makers of your apps were asked on {day}.',
  wantedList: 'a list of the last {days}',
  whyList: 'An old list doesn’t know the newest versions, flaws and dates: more is left open.',
  updateList: 'Update list',
  updateListSteps: 'Choose “Update list” at the bottom of Greenroom’s window. It names whom it asks, first.',
  inTerminal: 'Or run this command in a terminal.',
  update: 'Get the newest Greenroom',
  updateSteps: 'Get it from where you got this one, and install it over this one: your settings stay.',
  askIt: 'If your organisation installed it, tell your IT department.',
});

const DAY_MS = 86_400_000;

const describe = messages('policy.greenroom-age', {
  newest: 'The newest version of Greenroom that you have rolled out: an older one is a caution. Empty: not named.',
  maximumDays: 'A Greenroom built longer ago than this is a caution.',
  listMaximumDays: 'A list of versions older than this is a caution.',
});

const policy = {
  newest: text(40, describe.newest),
  maximumDays: integerKey(183, 'days', 30, 3650, describe.maximumDays),
  listMaximumDays: integerKey(183, 'days', 30, 3650, describe.listMaximumDays),
};
type Remedy = 'update' | 'update-list';
type Keys = typeof policy;
type Input = JudgeInput<'ownProgram', never, Keys>;

/** How old the list of versions is: never more than a caution, since it says nothing of this computer. */
const listOf = ({ policy: { listMaximumDays }, catalogue, now }: Input): Judgement<Remedy> => {
  const { asOf, askedOn = asOf } = catalogue;
  const list = words.list({ day: date(asOf) });
  const found = askedOn > asOf ? sentences([list, words.asked({ day: date(askedOn) })]) : list;
  const wanted = words.wantedList({ days: measure(listMaximumDays, 'day') });
  const common = { subject: 'list', found, wanted } as const;
  return daysBetween(askedOn > asOf ? askedOn : asOf, now) > listMaximumDays
    ? { ...common, state: 'caution', title: title.listOld, why: words.whyList, remedies: ['update-list', 'update'] }
    : { ...common, state: 'pass', title: title.listRecent };
};

const programOf = ({ facts, policy, catalogue, now }: Input): readonly Judgement<Remedy>[] => {
  const own = facts.ownProgram.value;
  if (own === null) return [{ state: 'not-applicable', title: title.recorded, reason: words.recorded }];
  if (policy.newest !== '' && semver.valid(policy.newest) === null)
    return [{ state: 'unknown', title: title.unread, reason: words.unread({ newest: version(policy.newest) }) }];
  const found =
    own.builtOn === null
      ? words.foundUnbuilt({ own: version(own.version) })
      : words.found({ own: version(own.version), built: date(own.builtOn) });
  const named = [policy.newest, catalogue.greenroom?.newest ?? ''].filter((one) => semver.valid(one) !== null);
  const newest = named.toSorted(semver.rcompare)[0];
  const problem = { state: 'caution', found, why: words.why, remedies: ['update'] } as const;
  if (newest !== undefined && semver.lt(own.version, newest)) {
    const told = { newest: version(newest) };
    return [{ ...problem, title: title.overtaken(told), wanted: words.wantedNewest(told) }];
  }
  const line = catalogue.greenroom?.electron.find(
    ({ major }) => own.electron !== null && major === semver.major(own.electron),
  );
  if (own.electron !== null && line !== undefined && line.ends < now.slice(0, 10)) {
    const engine = words.engine({ own: version(own.version), engine: version(own.electron) });
    return [{ ...problem, title: title.engine, found: engine, wanted: words.wantedEngine }];
  }
  if (newest !== undefined)
    return [{ state: 'pass', title: title.current, found, wanted: words.wantedNewest({ newest: version(newest) }) }];
  if (own.builtOn === null) return [{ state: 'not-applicable', title: title.unbuilt, reason: words.unbuilt }];
  const wanted = words.wantedAge({ days: measure(policy.maximumDays, 'day') });
  // A date ahead says that a clock is wrong, which is no fault of this program.
  const days = Math.floor((Date.parse(now) - Date.parse(own.builtOn)) / DAY_MS);
  return days > policy.maximumDays
    ? [{ ...problem, title: title.old, wanted }]
    : [{ state: 'pass', title: title.recent, found, wanted }];
};

export const greenroomAge = defineCheck({
  id: 'greenroom-age',
  area: 'system',
  when: 'after-call',
  question: words.question,
  unknownTitle: title.unknown,
  why: words.why,
  reads: { linux: words.reads, darwin: words.reads, win32: words.reads },
  needs: ['ownProgram'],
  policy,
  remedies: {
    'update-list': {
      label: words.updateList,
      minutes: 2,
      steps: [words.updateListSteps, words.inTerminal],
      command: 'greenroom catalogue refresh --yes',
    },
    update: { label: words.update, minutes: 10, steps: [words.updateSteps, words.askIt] },
  },
  judge: (input) => [...programOf(input), listOf(input)],
});

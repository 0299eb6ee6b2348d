/** Owns the script that asks macOS for its calendars. JavaScript for Automation: it runs in osascript, and nothing is put into it. */

/** Its words: what to do (`state`, `ask`, `read`), and for `read` the span in milliseconds since 1970. It changes nothing. */
export const eventKitScript = `
ObjC.import('Foundation');
ObjC.import('EventKit');
function run(words) {
  const stores = $.EKEventStore;
  const status = () => Number(stores.authorizationStatusForEntityType(0));
  const print = (answer) => JSON.stringify(answer);
  const text = (value) => (value === undefined || value === null || value.isNil() ? null : ObjC.unwrap(value));
  const ms = (date) => (date.isNil() ? null : Math.round(Number(date.timeIntervalSince1970) * 1000));
  const each = (list) => {
    const all = [];
    if (!list.isNil()) for (let n = 0; n < Number(list.count); n += 1) all.push(list.objectAtIndex(n));
    return all;
  };
  if (words[0] === 'ask' && status() === 0) {
    const store = stores.alloc.init;
    const done = () => {};
    if (store.respondsToSelector('requestFullAccessToEventsWithCompletion:')) store.requestFullAccessToEventsWithCompletion(done);
    else store.requestAccessToEntityTypeCompletion(0, done);
    for (let waits = 0; waits < 240 && status() === 0; waits += 1)
      $.NSRunLoop.currentRunLoop.runUntilDate($.NSDate.dateWithTimeIntervalSinceNow(0.25));
  }
  if (words[0] !== 'read' || status() !== 3) return print({ status: status() });
  const store = stores.alloc.init;
  const hidden = [];
  const preferences = $.NSUserDefaults.alloc.initWithSuiteName('com.apple.iCal');
  const disabled = preferences.isNil() ? preferences : preferences.objectForKey('DisabledCalendars');
  const switchedOff = disabled.isNil() ? null : ObjC.deepUnwrap(disabled);
  if (switchedOff !== null && typeof switchedOff === 'object' && Array.isArray(switchedOff.MainWindow)) hidden.push(...switchedOff.MainWindow);
  const calendars = each(store.calendarsForEntityType(0)).map((one) => {
    const id = text(one.calendarIdentifier);
    return { id, title: text(one.title) || '', type: Number(one.type), account: text(one.source.title), hidden: hidden.includes(id) };
  });
  const at = (word) => $.NSDate.dateWithTimeIntervalSince1970(Number(word) / 1000);
  const predicate = store.predicateForEventsWithStartDateEndDateCalendars(at(words[1]), at(words[2]), $());
  const events = each(store.eventsMatchingPredicate(predicate)).map((one) => ({
    uid: text(one.calendarItemExternalIdentifier) || text(one.eventIdentifier) || '',
    calendar: text(one.calendar.calendarIdentifier),
    title: text(one.title),
    startMs: ms(one.startDate),
    endMs: ms(one.endDate),
    occurrenceMs: one.hasRecurrenceRules || one.isDetached ? ms(one.occurrenceDate) : null,
    allDay: Boolean(one.isAllDay),
    status: Number(one.status),
    availability: Number(one.availability),
    location: text(one.location),
    notes: text(one.notes),
    url: one.URL.isNil() ? null : text(one.URL.absoluteString),
    attendees: each(one.attendees).map((person) => ({
      url: person.URL.isNil() ? null : text(person.URL.absoluteString),
      isCurrentUser: Boolean(person.isCurrentUser),
      participantStatus: Number(person.participantStatus),
    })),
  }));
  return print({ status: status(), calendars, events });
}
`;

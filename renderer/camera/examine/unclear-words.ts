/** Owns why a part of an examination tells nothing. A worker sends the message, the page gives it words. */
import { messages } from '../../../electron/core/messages/messages.ts';

export const unclearWords = messages('examination', {
  noReading: 'Text can’t be read on this computer.',
  failed: 'The picture couldn’t be examined.',
  noPeople: 'This computer can’t tell people from the room.',
  nothing: 'The picture shows nothing.',
  unreadable: 'The picture is too dark or too soft to read in.',
  doubtful: 'Something may be a person, or not.',
  onePicture: 'There is only one picture.',
});

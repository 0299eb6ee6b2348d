/** Owns the error for input that a person gave and Greenroom cannot use: which file, which place, what to do. */

import { english } from '../messages/format.ts';
import { localise } from '../messages/localise.ts';
import type { Message } from '../messages/messages.ts';

export interface Place {
  /** From 1. */
  readonly line: number;
  readonly column: number;
}

const atPlace = (file: string, place: Place | null, words: string): string =>
  place === null ? `${file}: ${words}` : `${file}:${place.line}:${place.column}: ${words}`;

/** For a person, in the language that this process speaks. */
export const inputProblem = ({ file, place, text }: InputError): string => atPlace(file, place, localise(text));

export class InputError extends Error {
  readonly file: string;
  readonly place: Place | null;
  /** What is wrong, without file and place; those stand before it the same way in every language. */
  readonly text: Message;
  constructor(file: string, text: Message, place: Place | null = null) {
    super(atPlace(file, place, english(text)));
    this.name = 'InputError';
    this.file = file;
    this.text = text;
    this.place = place;
  }
}

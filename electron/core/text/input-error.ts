/** Owns the error for input that a person gave and Greenroom cannot use: which file, which place, what to do. */

export interface Place {
  /** From 1. */
  readonly line: number;
  readonly column: number;
}

export class InputError extends Error {
  readonly file: string;
  readonly place: Place | null;
  constructor(file: string, message: string, place: Place | null = null) {
    super(place === null ? `${file}: ${message}` : `${file}:${place.line}:${place.column}: ${message}`);
    this.name = 'InputError';
    this.file = file;
    this.place = place;
  }
}

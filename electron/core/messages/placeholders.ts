/** Owns the types of a message's values, read from its ICU text by the compiler: a value that is missing, or of another kind, does not compile. */
import type { Value } from './value.ts';

/** In a text, or in one branch of a plural or select. */
type InText<T extends string, F> = T extends `${infer Before}{${infer After}`
  ? Before extends `${string}}${string}`
    ? T extends `${string}}${infer Rest}`
      ? InBranches<Rest, F>
      : never
    : InPlaceholder<After, F>
  : T extends `${string}}${infer Rest}`
    ? InBranches<Rest, F>
    : F;

/** Between the branches of a plural or select. */
type InBranches<T extends string, F> = T extends `${infer Before}{${infer After}`
  ? Before extends `${string}}${string}`
    ? T extends `${string}}${infer Rest}`
      ? InText<Rest, F>
      : never
    : InText<After, F>
  : T extends `${string}}${infer Rest}`
    ? InText<Rest, F>
    : F;

/** After the brace that opens a placeholder. */
type InPlaceholder<T extends string, F> = T extends `${infer Head}}${infer Rest}`
  ? Head extends `${infer Name}, ${infer Kind}`
    ? Kind extends 'number'
      ? InText<Rest, F & Record<Name, number>>
      : Kind extends `plural, ${string}` | `selectordinal, ${string}`
        ? InBranches<AfterKind<T>, F & Record<Name, number>>
        : Kind extends `select, ${string}`
          ? InBranches<AfterKind<T>, F & Record<Name, string>>
          : never
    : InText<Rest, F & Record<Head, Value>>
  : never;

type AfterKind<T extends string> = T extends `${string}, ${string}, ${infer Rest}` ? Rest : never;

/** What a text needs: `{x}` a value with its kind, `{n, number}` and plurals a number, a select one of its words. */
export type ValuesOf<T extends string> = string extends T ? never : InText<T, unknown>;

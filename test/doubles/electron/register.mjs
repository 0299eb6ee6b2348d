// Owns the exchange: with `--import` of this file, `electron` means the stand-in.
import { register } from 'node:module';

register('./resolve.mjs', import.meta.url);

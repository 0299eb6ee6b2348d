#!/usr/bin/env node
// Owns the name under which electron-builder starts our stand-in for fpm: it wants a program, not a TypeScript file.
import { createJiti } from 'jiti';

const { packageWithSystemTools } = await createJiti(import.meta.url).import('./fpm.ts');
await packageWithSystemTools(process.argv.slice(2));

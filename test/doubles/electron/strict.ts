/** Owns the promise that the stand-in never answers for a member it does not have. */

/** Reading any other member throws. `then`, symbols and the like pass: the language itself asks for those. */
export const strict = <T extends object>(name: string, members: T): T =>
  new Proxy(members, {
    get: (target, key) => {
      if (typeof key === 'symbol' || key in target || key === 'then' || key === 'toJSON') {
        return Reflect.get(target, key);
      }
      throw new Error(`The stand-in for Electron has no ${name}.${key}: add it in test/doubles/electron.`);
    },
  });

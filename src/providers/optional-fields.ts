/** Fields of a request that a service may refuse and that may be missing: remembered for as long as the service is asked. */
export class OptionalFields {
  readonly #names: Readonly<Record<string, readonly string[]>>;
  readonly #left = new Set<string>();

  /** Each field with the names by which a refusal may call it, besides its own. */
  constructor(names: Readonly<Record<string, readonly string[]>>) {
    this.#names = names;
  }

  /** The fields without those that were refused. */
  without<T extends object>(fields: T): T {
    const kept = { ...fields };
    for (const name of this.#left) Reflect.deleteProperty(kept, name);
    return kept;
  }

  /** Reads which field a refusal names; true where it is left out from now on. */
  leaveOut(words: string): boolean {
    const isNamed = ([name, others]: readonly [string, readonly string[]]): boolean =>
      [name, ...others].some((one) => words.includes(one));
    const named = Object.entries(this.#names).find(isNamed)?.[0];
    if (named === undefined) return false;
    this.#left.add(named);
    return true;
  }
}

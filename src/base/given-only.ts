type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** An object without its entries that are undefined, for a type in which "not given" is a missing key and nothing else. */
export function givenOnly<T extends object>(entries: T): Given<T> {
  const given: Given<T> = {};
  for (const key in entries) {
    const value = entries[key];
    if (value !== undefined) Object.assign(given, { [key]: value });
  }
  return given;
}

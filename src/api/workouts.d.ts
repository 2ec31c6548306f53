/* eslint-disable @typescript-eslint/consistent-type-imports -- a module that is only declared holds no import of another */
/** The workouts that ship with the program: `scripts/build-api.mjs` puts them in. */
declare module "#workouts" {
  export const manifest: import("../library/schema.ts").ManifestJson;
  export const files: readonly import("../library/schema.ts").LibraryFileJson[];
}

import { files, manifest } from "#workouts";
import { readLibrary, type Library } from "../library/library.ts";

let library: Library | undefined;

/** The workouts that ship with the program, which were checked when they were built; read once. */
export const shippedWorkouts = (): Library => (library ??= readLibrary(manifest, files));

import type { Course } from "../athlete/course-schema.ts";
import { PlanError } from "../base/errors.ts";
import { courseOfTrack } from "../history/course-of-track.ts";
import { readGpx } from "../history/read-gpx.ts";
import { decoded, readBytes } from "../storage/read-json.ts";

/** The encoding that an XML file names for itself, where it is not Unicode. */
function namedEncoding(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 200));
  const name = /^<\?xml[^>]*\bencoding=["']([\w-]{1,40})["']/i.exec(head)?.[1];
  return name !== undefined && /^(?:iso-8859-\d+|latin1|windows-125\d|us-ascii)$/i.test(name) ? name : undefined;
}

/** Bytes as text: in the encoding that the file names, else as every other file of this program. */
function textOf(bytes: Uint8Array, path: string): string {
  const name = namedEncoding(bytes);
  return name === undefined ? decoded(bytes, path) : new TextDecoder(name).decode(bytes);
}

/** The course in a GPX file. Throws NOT_FOUND or INPUT_INVALID with the file and what is wrong with it. */
export async function readCourseFile(path: string): Promise<Course> {
  const bytes = await readBytes(path);
  if (bytes.length === 0)
    throw new PlanError({
      code: "INPUT_INVALID",
      message: `${path} is empty.`,
      hint: "Check that it is the file you meant.",
    });
  return courseOfTrack(readGpx(textOf(bytes, path), path), path);
}

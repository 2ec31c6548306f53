import { fitFile, type FitField } from "../../src/export/fit-file.ts";

const FIT_EPOCH = 631_065_600;
const field = (number: number, type: "enum" | "uint16" | "uint32", value: number): FitField => ({
  number,
  type,
  value,
});

/** A recorded ride as a head unit writes it: one record a second, a summary, and the local time. */
export function fitRide({
  start,
  watts,
  sport = 2,
  offsetSeconds = 0,
}: {
  start: string;
  watts: readonly number[];
  sport?: number;
  offsetSeconds?: number;
}): Uint8Array {
  const begin = Date.parse(start) / 1000 - FIT_EPOCH;
  const end = begin + watts.length;
  return fitFile([
    { message: 0, fields: [field(0, "enum", 4), field(1, "uint16", 1), field(4, "uint32", begin)] },
    ...watts.map((power, i) => ({
      message: 20,
      fields: [field(253, "uint32", begin + i + 1), field(7, "uint16", power)],
    })),
    {
      message: 18,
      fields: [
        field(253, "uint32", end),
        field(2, "uint32", begin),
        field(7, "uint32", watts.length * 1000),
        field(8, "uint32", watts.length * 1000),
        field(5, "enum", sport),
      ],
    },
    { message: 34, fields: [field(253, "uint32", end), field(5, "uint32", end + offsetSeconds)] },
  ]);
}

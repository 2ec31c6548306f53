import { csv } from "./csv.ts";
import { erg } from "./erg.ts";
import { fit } from "./fit.ts";
import type { Format } from "./format.ts";
import { ics } from "./ics.ts";
import { intervalsEvents } from "./intervals-events.ts";
import { intervalsText } from "./intervals.ts";
import { markdown } from "./markdown.ts";
import { mrc } from "./mrc.ts";
import { zwo } from "./zwo.ts";

/** Every way out of the program, one line each: the name, what it is, its files, and where they go. */
export const FORMATS: readonly Format[] = [
  {
    id: "zwo",
    about: "Zwift, and most programs for indoor training",
    parts: [{ per: "ride", extension: "zwo", render: zwo }],
    needsPower: true,
    destination:
      "Copy the week folders into Documents/Zwift/Workouts/<your Zwift number> (--install does it where Zwift is found) and start Zwift again.",
  },
  {
    id: "erg",
    about: "older trainers and desktop programs, in watts",
    parts: [{ per: "ride", extension: "erg", render: erg }],
    needsPower: true,
    destination: "Open or import the files in your trainer's program.",
  },
  {
    id: "mrc",
    about: "older trainers and desktop programs, in percent of FTP",
    parts: [{ per: "ride", extension: "mrc", render: mrc }],
    needsPower: true,
    destination: "Open or import the files in your trainer's program.",
  },
  {
    id: "fit",
    about: "head units of Garmin and others",
    parts: [{ per: "ride", extension: "fit", render: fit }],
    destination:
      "Connect the device over USB and copy the files into its folder GARMIN/NewFiles; Garmin Connect's web import takes no workout files.",
  },
  {
    id: "ics",
    about: "calendars",
    parts: [{ per: "plan", ending: ".ics", render: ics }],
    destination: "Import the file in your calendar; importing a newer one updates the entries.",
  },
  {
    id: "intervals",
    about: "intervals.icu: text for each workout, and the whole plan as calendar entries",
    parts: [
      { per: "ride", extension: "txt", render: intervalsText },
      { per: "plan", ending: "-intervals.json", render: intervalsEvents },
    ],
    destination:
      "Paste a .txt into the workout builder of intervals.icu; cycling-plan push brings the whole plan to your calendar there.",
  },
  {
    id: "csv",
    about: "spreadsheets",
    parts: [{ per: "plan", ending: ".csv", render: csv }],
    destination: "Open the file in a spreadsheet.",
  },
  {
    id: "md",
    about: "reading and printing",
    isPrivate: true,
    parts: [{ per: "plan", ending: ".md", render: markdown }],
    destination: "Print the file, or read it in any editor.",
  },
  {
    id: "html",
    about: "a page to look at: on a phone, a screen and paper",
    isPrivate: true,
    // Made beside the others, by the page's own rooms: it also shows what was ridden.
    parts: [],
    destination: "Open the file in any browser; it needs no network. It is written again whenever the plan changes.",
  },
  {
    id: "card",
    about: "pictures: the season to show, the event for the top tube, the week for the fridge",
    parts: [],
    destination: "Print the file that ends in -cards.html; the .svg files are pictures to send.",
  },
];

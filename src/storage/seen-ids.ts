import { closeSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { createHash } from "node:crypto";
import { writeTrouble } from "./file-errors.ts";

/** Ids in memory before they go to disk: 16 MB of them at most, half of the places taken. */
const MOST_IN_MEMORY = 1 << 20;
const FIRST_PLACES = 1 << 10;
const BYTES = 8;
/** Of a sorted run on disk every so many is known in memory. */
const PAGE = 512;

/** Eight bytes of the digest: among ten million ids two share them once in three hundred thousand batches. */
const digestOf = (id: string): bigint => createHash("sha256").update(id).digest().readBigUInt64LE(0) || 1n;

/** A set of numbers with open places; 0 is none. */
class NumberSet {
  private places = new BigUint64Array(FIRST_PLACES);
  count = 0;

  /** False where it was there. */
  add(value: bigint): boolean {
    if (!this.put(this.places, value)) return false;
    this.count += 1;
    if (this.count * 2 > this.places.length) this.grow();
    return true;
  }

  private put(places: BigUint64Array, value: bigint): boolean {
    const last = places.length - 1;
    for (let at = Number(value & BigInt(last)); ; at = (at + 1) & last) {
      if (places[at] === value) return false;
      if (places[at] !== 0n) continue;
      places[at] = value;
      return true;
    }
  }

  private grow(): void {
    const places = new BigUint64Array(this.places.length * 2);
    for (const value of this.places) if (value !== 0n) this.put(places, value);
    this.places = places;
  }

  has(value: bigint): boolean {
    const last = this.places.length - 1;
    for (let at = Number(value & BigInt(last)); this.places[at] !== 0n; at = (at + 1) & last)
      if (this.places[at] === value) return true;
    return false;
  }

  /** All of them in order; the set is empty then. */
  takeSorted(): BigUint64Array {
    const all = this.places.filter((value) => value !== 0n).sort();
    this.places = new BigUint64Array(FIRST_PLACES);
    this.count = 0;
    return all;
  }
}

interface SortedRun {
  /** Bytes from the start of the file. */
  readonly from: number;
  readonly count: number;
  /** The first number of each page. */
  readonly firsts: BigUint64Array;
}

/** Which ids were seen, in a bounded part of memory: beyond a million the rest lies sorted in a file, which is removed at the end. */
export class SeenIds {
  private readonly recent = new NumberSet();
  private readonly runs: SortedRun[] = [];
  private readonly path: string;
  private readonly most: number;
  private file: number | undefined;
  private bytes = 0;
  private readonly page = new BigUint64Array(PAGE);

  constructor(path: string, most = MOST_IN_MEMORY) {
    this.path = path;
    this.most = most;
  }

  /** True the first time. Throws FILE_UNWRITABLE where the disk takes no more. */
  add(id: string): boolean {
    const value = digestOf(id);
    if (this.recent.has(value) || this.runs.some((run) => this.isIn(run, value))) return false;
    this.recent.add(value);
    if (this.recent.count >= this.most) this.spill();
    return true;
  }

  private spill(): void {
    const all = this.recent.takeSorted();
    try {
      this.file ??= openSync(this.path, "w+", 0o600);
      const bytes = new Uint8Array(all.buffer, 0, all.byteLength);
      for (let at = 0; at < bytes.length;) at += writeSync(this.file, bytes, at, bytes.length - at, this.bytes + at);
    } catch (error) {
      throw writeTrouble(this.path, error);
    }
    this.runs.push({ from: this.bytes, count: all.length, firsts: all.filter((_, i) => i % PAGE === 0) });
    this.bytes += all.byteLength;
  }

  private isIn({ from, count, firsts }: SortedRun, value: bigint): boolean {
    let low = 0;
    for (let high = firsts.length; high - low > 1;) {
      const middle = (low + high) >> 1;
      if ((firsts[middle] ?? 0n) <= value) low = middle;
      else high = middle;
    }
    const length = Math.min(PAGE, count - low * PAGE);
    if (this.file === undefined) return false;
    readSync(this.file, new Uint8Array(this.page.buffer), 0, length * BYTES, from + low * PAGE * BYTES);
    return this.page.subarray(0, length).includes(value);
  }

  close(): void {
    if (this.file === undefined) return;
    closeSync(this.file);
    rmSync(this.path, { force: true });
  }
}

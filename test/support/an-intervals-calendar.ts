import type { IcuFields } from "../../src/providers/intervals-icu/client.ts";

/** An entry as their API shows it. */
export type Shown = Record<string, unknown> & { id: number };

/** What a calendar of intervals.icu may do, as far as clients of it disagree. */
export interface Ways {
  /** A plain key's `uid` is kept; otherwise only its `external_id` is. */
  readonly keepsUid: boolean;
  /** `upsertOnUid=true` finds an entry of the same `uid`. */
  readonly upserts: boolean;
  /** Lengths, loads and the ends of lines come back otherwise than they were sent. */
  readonly rewrites: boolean;
}

/** What goes wrong with a request: before it is done, in the middle of it, or on the way back. */
export const FAULTS = ["refused", "lost", "half", "busy", "too often", "garbage", "page", "cut"] as const;
export type Fault = (typeof FAULTS)[number];

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const JSON_TYPE = { "content-type": "application/json" };
const json = (value: unknown, status = 200): Answer => ({ status, headers: JSON_TYPE, body: JSON.stringify(value) });
const trouble = (status: number, error: string): Answer => json({ status, error }, status);

const dayOf = (event: Shown): string => String(event.start_date_local).slice(0, 10);

/**
 * One athlete's calendar at intervals.icu, after what their OpenAPI says of each call; it counts what it is asked, and fails
 * where it is told to.
 */
export class IntervalsCalendar {
  readonly events = new Map<number, Shown>();
  readonly asked: Asked[] = [];
  /** Answers of `/activities`, and the recordings by id. */
  activities: readonly Record<string, unknown>[] = [];
  readonly recordings = new Map<string, Uint8Array>();
  private next = 1000;
  private readonly ways: Ways;

  constructor(ways: Partial<Ways> = {}) {
    this.ways = { keepsUid: true, upserts: true, rewrites: false, ...ways };
  }

  /** The same calendar once more, never asked. */
  copy(): IntervalsCalendar {
    const copy = new IntervalsCalendar(this.ways);
    for (const [id, event] of this.events) copy.events.set(id, { ...event });
    copy.next = this.next;
    return copy;
  }

  /** Puts an entry of somebody there. */
  put(fields: Record<string, unknown>): Shown {
    this.next += 7;
    const event = { ...fields, id: this.next };
    this.events.set(event.id, event);
    return event;
  }

  /** Does one request, or as much of it as the fault leaves. `undefined`: the line breaks before any answer. */
  answer(asked: Asked, fault?: Fault): Answer | undefined {
    this.asked.push(asked);
    switch (fault) {
      case "refused":
        return undefined;
      case "busy":
        return trouble(503, "Service unavailable");
      case "too often":
        return { ...trouble(429, "Too many requests"), headers: { ...JSON_TYPE, "retry-after": "1" } };
      case "half":
        this.perform({ ...asked, body: halfOf(asked.body) });
        return trouble(500, "Internal server error");
      case "lost":
        this.perform(asked);
        return undefined;
      case "garbage":
        this.perform(asked);
        return { status: 200, headers: JSON_TYPE, body: '[{"id": 12, "start_da' };
      case "page":
        return { status: 200, headers: { "content-type": "text/html" }, body: "<html>Log in</html>" };
      case "cut":
        this.perform(asked);
        return trouble(502, "Bad gateway");
      case undefined:
        return this.perform(asked);
    }
  }

  private perform({ method, path, body }: Asked): Answer {
    const url = new URL(path, "http://127.0.0.1");
    const at = /^\/api\/v1\/athlete\/[^/]+(\/.*)$/.exec(url.pathname)?.[1] ?? url.pathname;
    const days = [url.searchParams.get("oldest"), url.searchParams.get("newest")] as const;
    if (method === "GET" && at === "/events") return this.list(...days);
    if (method === "GET" && at === "/activities") return json(this.listActivities(...days));
    if (method === "POST" && at === "/events/bulk")
      return this.create(body, url.searchParams.get("upsertOnUid") === "true");
    if (method === "PUT" && at === "/events/bulk-delete") return this.remove(body);
    const id = /^\/events\/(\d+)$/.exec(at)?.[1];
    if (method === "PUT" && id !== undefined) return this.update(Number(id), body);
    const recording = /^\/api\/v1\/activity\/([^/]+)\/fit-file$/.exec(url.pathname)?.[1];
    if (method === "GET" && recording !== undefined)
      return trouble(this.recordings.has(recording) ? 200 : 404, "Not found");
    return trouble(404, "No static resource");
  }

  private list(oldest: string | null, newest: string | null): Answer {
    // Without days theirs answers a week only: nobody here means that.
    if (oldest === null || newest === null) return trouble(422, "oldest and newest");
    const found = [...this.events.values()].filter((event) => dayOf(event) >= oldest && dayOf(event) <= newest);
    return json(found);
  }

  private listActivities(oldest: string | null, newest: string | null): Record<string, unknown>[] {
    return this.activities.filter(({ start_date_local: start }) => {
      if (typeof start !== "string") return true;
      return start.slice(0, 10) >= (oldest ?? "") && start.slice(0, 10) <= (newest ?? "");
    });
  }

  private kept(fields: IcuFields): Record<string, unknown> {
    const { uid, ...rest } = fields;
    const own = { ...rest, uid: this.ways.keepsUid ? (uid ?? null) : null, calendar_id: 1, updated: "now" };
    if (!this.ways.rewrites) return own;
    return {
      ...own,
      description: String(fields.description ?? "")
        .replaceAll("\n", "\r\n")
        .trimEnd()
        .concat("\n- shown otherwise"),
      moving_time: 4711,
      icu_training_load: 1,
      end_date_local: "2030-01-01T00:00:00",
    };
  }

  private create(body: unknown, upserts: boolean): Answer {
    const made = (body as IcuFields[]).map((fields) => {
      const same = [...this.events.values()].find(({ uid }) => typeof uid === "string" && uid === fields.uid);
      if (!upserts || !this.ways.upserts || same === undefined) return this.put(this.kept(fields));
      const event = { ...same, ...this.kept(fields) };
      this.events.set(same.id, event);
      return event;
    });
    return json(made);
  }

  private update(id: number, body: unknown): Answer {
    const event = this.events.get(id);
    if (event === undefined) return trouble(404, "Not found");
    const now = { ...event, ...this.kept(body as IcuFields), id };
    this.events.set(id, now);
    return json(now);
  }

  private remove(body: unknown): Answer {
    const ids = (body as { id: number }[]).map(({ id }) => id);
    const gone = ids.filter((id) => this.events.delete(id));
    return json({ eventsDeleted: gone.length });
  }
}

const halfOf = (body: unknown): unknown => (Array.isArray(body) ? body.slice(0, Math.ceil(body.length / 2)) : body);

/** The calendar as a `fetch`, without a wire: `fault` says what happens to the request of this number, from 0. */
export const fetchOf =
  (calendar: IntervalsCalendar, fault: (number: number) => Fault | undefined = () => undefined): typeof fetch =>
  (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const text = typeof init?.body === "string" ? init.body : undefined;
    const asked: Asked = {
      method: init?.method ?? "GET",
      path: `${url.pathname}${url.search}`,
      body: text === undefined ? undefined : (JSON.parse(text) as unknown),
    };
    const answer = calendar.answer(asked, fault(calendar.asked.length));
    if (answer !== undefined) return Promise.resolve(new Response(answer.body, answer));
    const cause = Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" });
    return Promise.reject(new TypeError("fetch failed", { cause }));
  };

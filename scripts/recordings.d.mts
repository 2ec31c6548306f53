export function listCases(): string[];
export function listRecorded(): string[];
export function committed(name: string): Map<string, Buffer>;
export function recordedFolder(name: string): string;
export function record(name: string): Map<string, Buffer>;
/** Chatter without the lines that only a slow machine sees. */
export function withoutProgress(chatter: string): string;

export const DOCUMENTS: readonly string[];
export function readDocument(path: string): string;
export function withRecordings(document: string): string;

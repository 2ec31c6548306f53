export function watchWrites(gate: (name: string) => (() => void) | undefined): () => void;
export function watchCalls(gate: (name: string, path: unknown) => void): () => void;

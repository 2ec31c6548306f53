export function watchWrites(gate: (name: string) => (() => void) | undefined): () => void;

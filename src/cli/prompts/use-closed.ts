import { useEffect, useRef } from "@inquirer/core";

/**
 * Ends a prompt without an answer where its terminal closes. What is returned says whether the prompt is over: it is set
 * before an answer is given, since settling runs the same clean-up.
 */
export function useClosed(done: (answer: undefined) => void): { current: boolean } {
  const isOver = useRef(false);
  useEffect(
    () => () => {
      if (isOver.current) return;
      isOver.current = true;
      done(undefined);
    },
    [],
  );
  return isOver;
}

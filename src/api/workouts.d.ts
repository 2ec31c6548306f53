/** The workouts that ship with the program, as the build wrote them: `dist/library.json`. */
declare module "#workouts" {
  const shipped: unknown;
  export default shipped;
}

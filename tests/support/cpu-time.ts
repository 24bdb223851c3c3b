/** Processor time, for laws on how work grows: unlike the clock it does not count what else the machine does. */

/** Milliseconds of processor time that `work` takes at best in three runs. */
export function cpuMs(work: () => void): number {
  return Math.min(
    ...[0, 1, 2].map(() => {
      const before = process.cpuUsage();
      work();
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    }),
  );
}

import { configDefaults, defineConfig } from 'vitest/config';
import base from './vitest.config.ts';

/** `npm run soak -- 20`: so many minutes of people, clocks and mishaps; by default one. */
export default defineConfig({
  test: {
    ...base.test,
    include: ['test/soak/*.test.ts'],
    exclude: configDefaults.exclude,
    hookTimeout: 5 * 60_000,
  },
});

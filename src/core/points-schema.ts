import { z } from 'zod';
import { points } from './points.ts';

/** Points as they are stored: whole hundredths, not below zero. */
export const pointsSchema = z.int().nonnegative().transform(points);

import fc from 'fast-check';
import { drawnSeed } from './seed.ts';

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: drawnSeed() });

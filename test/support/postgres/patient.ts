import { bePatient } from './patience.ts';

// Loaded before a server.
bePatient();

import { existsSync } from 'node:fs';

// What an administrator keeps in a file .env of this folder; what the environment has itself goes before.
if (existsSync('.env')) process.loadEnvFile('.env');

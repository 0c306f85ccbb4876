// What `tools/finish.mjs` writes into `start/sw.js`.
declare const VERSION: string;
declare const FILES: string[];
declare const PAGE_SUM: string;

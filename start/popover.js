/*! @oddbird/popover-polyfill, Copyright (c) 2022-2023 OddBird, BSD-3-Clause */
// Popovers for browsers older than 2023. `start/start.js` fetches it where they are missing.
import "@oddbird/popover-polyfill";

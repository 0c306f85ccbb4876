// Journeys in WebKit, the engine of Safari. Playwright's own WebKit is a build of its own for a few systems, so
// only its test runner is used here: webkit/driver.ts drives the WebKitGTK that the system has.
import { defineConfig } from "@playwright/test";
import base from "./playwright.config.ts";

export default defineConfig({ ...base, testDir: "webkit", workers: 2, use: {}, projects: [{ name: "webkit" }] });

// The sandbox has two editions, one for each reading of the contract. A test is against the first;
// `test.use({ edition: "wild" })` is against the other, and what must hold with either is a loop:
//   for (const edition of editions)
//     test.describe(edition, { tag: tagOf(edition) }, () => { test.use({ edition }); … });

export const editions = ["documented", "wild"] as const;
export type Edition = (typeof editions)[number];

export interface Options {
  edition: Edition;
}

const firstPort = Number(process.env.KEHU_PORT ?? "8790");

/** Where the sandbox of this edition listens. */
export function addressOf(edition: Edition): string {
  return `http://127.0.0.1:${firstPort + editions.indexOf(edition)}/`;
}

/** What the endpoint answers is the same for a phone, so there one edition is enough. */
export function tagOf(edition: Edition): string[] {
  return edition === "wild" ? ["@desktop"] : [];
}

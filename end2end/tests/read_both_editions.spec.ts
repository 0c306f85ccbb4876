// The list itself is the same in both readings of the contract.
import { expect, test, editions } from "../support/test.ts";

for (const edition of editions) {
  test.describe(`the ${edition} edition`, () => {
    test.use({ edition });

    test("shows the customers", async ({ customers, page, request }) => {
      await customers.openSignedIn();
      const headers = { authorization: "Token token=demo-lixining, device=open_api, version_code=9.9.9" };
      const answer = await request.get("./api/v2/customers?page=1&per_page=50", { headers });
      const { data } = (await answer.json()) as { data: { customers: { id: number }[] } };
      expect(data.customers).toHaveLength(50);
      for (const { id } of data.customers.slice(0, 3)) await expect(customers.customer(id)).toBeVisible();
      expect(new URL(page.url()).origin).toBe(new URL(answer.url()).origin);
    });

    test("is asked by its own reading", { tag: "@desktop" }, async ({ request }) => {
      const headers = { authorization: "Token token=demo-lixining, device=open_api, version_code=9.9.9" };
      const answer = await request.get("./api/v2/user/simple_list", { headers });
      const { data, simple_users } = (await answer.json()) as { data?: unknown; simple_users?: unknown };
      expect([data !== undefined, simple_users !== undefined]).toEqual([edition === "documented", edition === "wild"]);
    });
  });
}

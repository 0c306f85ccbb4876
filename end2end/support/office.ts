// A company with two people who share a computer: what the endpoint answers each of them, by token.
import type { BrowserContext, Request, Route } from "@playwright/test";
import { answerWith, exampleRefusal } from "./answers.ts";

interface Person {
  id: number;
  /** Stands in all that only this person may see. */
  mark: string;
}

const PEOPLE: Record<string, Person> = { first: { id: 11, mark: "甲密" }, second: { id: 22, mark: "乙明" } };

export class Office {
  /** Calls that came with a token, by its owner. */
  readonly listCalls: { owner: string; perPage: string | null }[] = [];
  isListFailing = false;
  hasUserInfo = true;
  private readonly owners = new Map<string, string>();
  private readonly ended = new Set<string>();
  private count = 0;

  static async open(context: BrowserContext): Promise<Office> {
    const office = new Office();
    await context.route((url) => url.pathname.startsWith("/api/v2/"), (route) => office.answer(route));
    return office;
  }

  /** A new token, as the company hands it out. */
  token(owner: string): string {
    this.count += 1;
    const token = `${owner}-${this.count}`;
    this.owners.set(token, owner);
    return token;
  }

  /** No token handed out so far is good any more. */
  endAll(): void {
    for (const token of this.owners.keys()) this.ended.add(token);
  }

  private async answer(route: Route): Promise<void> {
    const request = route.request();
    const path = new URL(request.url()).pathname.replace("/api/v2/", "");
    if (path === "auth/login") {
      const [owner = ""] = (request.postDataJSON() as { login: string }).login.split("+");
      const { id, mark } = PEOPLE[owner] as Person;
      return data(route, { user_token: this.token(owner), user_id: id, name: `${mark}本人` });
    }
    const token = tokenOf(request);
    const owner = this.owners.get(token);
    if (owner === undefined || this.ended.has(token)) return route.fulfill({ json: exampleRefusal() });
    const { id, mark } = PEOPLE[owner] as Person;
    if (path === "customers") return this.list(route, owner, mark);
    if (path === "user/info") {
      return this.hasUserInfo ? data(route, { id, name: `${mark}本人` }) : route.fulfill({ status: 404, body: "" });
    }
    if (path === "filter_sort_group") return data(route, { sorts: [] });
    return data(route, { users: [{ id: 7, name: `${mark}同事` }], options: [{ value: 7, label: `${mark}选项` }] });
  }

  private async list(route: Route, owner: string, mark: string): Promise<void> {
    const params = new URL(route.request().url()).searchParams;
    this.listCalls.push({ owner, perPage: params.get("per_page") });
    if (this.isListFailing) return route.fulfill({ status: 500, body: "" });
    const page = Number(params.get("page"));
    const answer = answerWith(40, (customer, at) => {
      customer.id = (owner === "first" ? 100_000 : 900_000) + page * 1000 + at;
      customer.name = `${mark}客户${page}-${at}`;
      customer.user = { name: `${mark}同事` };
    });
    Object.assign(answer.data, { page, per_page: Number(params.get("per_page")), has_next_page: page < 3 });
    await route.fulfill({ json: answer });
  }
}

function tokenOf(request: Request): string {
  return /token=([^,]*)/.exec(request.headers().authorization ?? "")?.[1] ?? "";
}

async function data(route: Route, data: unknown): Promise<void> {
  await route.fulfill({ json: { code: 0, data } });
}

// Answers of the endpoint, for tests that need to know or to choose what stands in them.
import { readFileSync } from "node:fs";

export interface Phone {
  label: string;
  call_field_name: string;
  phone: string;
  phone_hidden_result: string | null;
  is_invisible: boolean;
  is_enable: boolean;
}

export interface Label {
  id: number;
  group_id: number;
  content: string;
  color: string | null;
}

export interface Customer {
  id: number;
  name: string;
  is_user_self: boolean;
  labels: Label[];
  phones_data: Phone[];
  address: Record<string, unknown>;
  [field: string]: unknown;
}

export interface Answer {
  code: number;
  data: {
    customers: Customer[];
    column_list: string[];
    has_next_page: boolean;
    per_page: number;
    page: number;
  };
}

function fixture(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), "utf8"));
}

/** The example answer of the endpoint's document, fresh each time. */
export function exampleAnswer(): Answer {
  return fixture("customers-example.json") as Answer;
}

/** The document's answer for a session that is over. */
export function exampleRefusal(): { code: number; message: string } {
  return fixture("error-example.json") as { code: number; message: string };
}

/** Texts that break careless programs. */
export function naughtyStrings(): string[] {
  return fixture("naughty-strings.json") as string[];
}

/** An answer with customers made from the document's first one. */
export function answerWith(count: number, edit: (customer: Customer, at: number) => void): Answer {
  const answer = exampleAnswer();
  const model = JSON.stringify(answer.data.customers[0]);
  answer.data.customers = Array.from({ length: count }, (_, at) => {
    const customer = JSON.parse(model) as Customer;
    customer.id = 7_000_000 + at;
    edit(customer, at);
    return customer;
  });
  answer.data.per_page = count;
  return answer;
}

/** Customers that only have names. */
export function answerOfNames(names: string[], hasNextPage = false): Answer {
  const answer = answerWith(names.length, (customer, at) => {
    customer.name = names[at] ?? "";
  });
  answer.data.has_next_page = hasNextPage;
  return answer;
}

/** All numbers of an answer that may not be shown as they are. */
export function secretNumbers(answer: Answer): string[] {
  const secrets = new Set<string>();
  for (const customer of answer.data.customers) {
    for (const phone of customer.phones_data ?? []) {
      if (phone.is_invisible || phone.phone !== phone.phone_hidden_result) secrets.add(phone.phone);
    }
    for (const name of ["tel", "phone"]) {
      const raw = customer.address?.[name];
      const shown = customer.address?.[`${name}_hidden_result`];
      if (typeof raw === "string" && raw !== "" && raw !== shown) secrets.add(raw);
    }
    for (const [name, raw] of Object.entries(customer)) {
      const shown = customer[`${name}_hidden_result`];
      if (typeof raw === "string" && raw !== "" && shown !== undefined && raw !== shown) secrets.add(raw);
    }
  }
  return [...secrets];
}

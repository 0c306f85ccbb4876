// Customers of whom a test knows what is said.
import { answerWith, type Answer } from "./answers.ts";

/** The columns in their order, sorted by the last one. */
export const heardColumns = "#?columns=name,address.phone,revisit_remind_at,created_at&sort=created_at&order=desc";

/** So many of them; each has one number and is due today at nine. */
export function heardCustomers(count: number, names = ["甲公司", "乙公司", "丙公司"]): Answer {
  return answerWith(count, (customer, at) => {
    customer.name = names[at] ?? "";
    customer.address = {};
    customer.revisit_remind_at = "2026-11-20 09:00";
    customer.created_at = "2026-11-03 18:25";
    customer.labels = [];
    customer.phones_data = [
      {
        label: "手机",
        call_field_name: "address.phone",
        phone: "13800138000",
        phone_hidden_result: "13800138000",
        is_invisible: false,
        is_enable: true,
      },
    ];
  });
}

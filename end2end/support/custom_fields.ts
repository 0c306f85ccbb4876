// A company with fields of its own: twelve of them, named by codes, as its CRM gives them.
import type { Page } from "@playwright/test";
import { type Answer, answerWith } from "./answers.ts";

export const CATALOG = "/api/v2/custom_fields/customer/by_group";

export interface Field {
  name: string;
  label: string;
  field_type: string;
  status?: string;
  options?: unknown[];
  /** What the customers have there, one after the other. */
  values: Record<string, unknown>[];
}

const option = (value: string, label: string) => ({ value, label });

/** The fields by group. Several names lie about what stands there. */
export const groups: { label: string; fields: Field[] }[] = [
  {
    label: "合作信息",
    fields: [
      { name: "text_asset_0a1b2c", label: "意向", field_type: "select", options: [option("", "请选择"), option("sel_77aa", "高"), option("sel_77ab", "中")], values: [{ text_asset_0a1b2c: "sel_77aa" }, { text_asset_0a1b2c: "sel_77ab", text_asset_0a1b2c_display: "中等" }, { text_asset_0a1b2c: "sel_unknown" }] },
      { name: "text_asset_1f", label: "感兴趣的产品", field_type: "multi_select", options: [["门禁", "sel_1"], ["考勤", "sel_2"], ["会议", "sel_3"]], values: [{ text_asset_1f: ["sel_1", "sel_3"] }, { text_asset_1f: [] }, { text_asset_1f: ["sel_2", "sel_unknown"] }] },
      { name: "text_asset_d1", label: "合同到期", field_type: "date_field", values: [{ text_asset_d1: "2026-12-31" }] },
      { name: "numeric_asset_a", label: "预算", field_type: "currency_field", values: [{ numeric_asset_a: "12500.0" }, { numeric_asset_a: 0 }, { numeric_asset_a: null }] },
      { name: "text_asset_site", label: "官网", field_type: "url_field", values: [{ text_asset_site: "https://example.com/a" }] },
      { name: "text_area_asset_b", label: "背景", field_type: "text_area", values: [{ text_area_asset_b: "老客户介绍，已见面两次" }] },
    ],
  },
  {
    label: "开票资料",
    fields: [
      { name: "text_asset_tax", label: "税号", field_type: "text_field", values: [{ text_asset_tax: "91330000TEST" }] },
      { name: "mobile_asset_m", label: "财务手机", field_type: "mobile_field", values: [{ mobile_asset_m: "13900007788", mobile_asset_m_hidden_result: "139****7788" }] },
      { name: "user_field_asset_u", label: "客服", field_type: "user_field", values: [{ user_field_asset_u: 701, user_field_asset_u_display: "示例甲" }] },
      { name: "user_field_asset_d", label: "服务部门", field_type: "department_field", values: [{ user_field_asset_d: { id: 31, name: "电销一部" } }] },
      { name: "datetime_asset_c", label: "付款方式", field_type: "select", options: [option("sel_p1", "月结")], values: [{ datetime_asset_c: "sel_p1" }] },
      { name: "text_asset_off", label: "旧字段", field_type: "text_field", status: "disable", values: [{ text_asset_off: "不该出现" }] },
    ],
  },
];

export const fields = groups.flatMap((group) => group.fields);

/** Half of the fields are called as the customer's in `column_list`. */
export const columnOf = (name: string): string => {
  const at = fields.findIndex((field) => field.name === name);
  return at % 2 === 0 ? `customer.${name}` : name;
};

/** The answer of the catalogue. */
export function catalogAnswer(): object {
  const custom_field_groups = groups.map(({ label, fields }, at) => ({
    id: at,
    label,
    position: at,
    status: "enable",
    custom_fields: fields.map((field, place) => ({
      id: 100 * at + place,
      name: field.name,
      label: field.label,
      field_type: field.field_type,
      category: "common",
      position: place,
      custom_column_name: columnOf(field.name),
      input_field_options: field.options === undefined ? {} : { collection_options: field.options },
      status: field.status ?? "enable",
    })),
  }));
  return { code: 0, data: { custom_field_groups } };
}

/** Customers of the company. */
export function companyAnswer(count = 3): Answer {
  const answer = answerWith(count, (customer, at) => {
    customer.name = `示例商行 ${at + 1}`;
    for (const { values } of fields) Object.assign(customer, values[at % values.length]);
  });
  answer.data.column_list.push(...fields.map((field) => columnOf(field.name)));
  return answer;
}

/** The catalogue in the endpoint's place. */
export async function giveCatalog(page: Page, body: object = catalogAnswer()): Promise<void> {
  await page.route((url) => url.pathname === CATALOG, (route) => route.fulfill({ json: body }));
}
